package io.tieout.source.files;

import io.tieout.source.answer.SourceCall;
import io.tieout.wire.Json;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * What a saved file was the answer to.
 *
 * <p>It answers a call when every parameter agrees: a parameter that only one side names would select other records. Four
 * things may differ without doing so: a number written as text, a switch that is off and left out, a longer stretch of
 * dates, and more ids than asked for.
 *
 * @param page 1 where the file names none
 */
record SavedRequest(Path file, String requestId, String method, String version, Map<String, String> params, int page) {

    private static final DateTimeFormatter SENT_DATE = DateTimeFormatter.ofPattern("MM/dd/yyyy");
    private static final Set<String> ID_LISTS = Set.of("ids");

    /** The request of a file; empty when it is of another form. */
    static Optional<SavedRequest> of(Path file, Json saved) {
        var request = saved.at("request");
        var method = request.textAt("method", "name");
        if (method.isEmpty() || saved.field("response").isEmpty()) {
            return Optional.empty();
        }
        var params = new LinkedHashMap<String, String>();
        request.at("method", "params")
                .fields()
                .forEach((name, value) -> value.scalar().ifPresent(text -> params.put(name, switched(text))));
        var page = saved.at("query", "page_no")
                .scalar()
                .filter(text -> text.matches("[1-9]\\d{0,5}"))
                .map(Integer::parseInt)
                .orElse(1);
        return Optional.of(new SavedRequest(
                file,
                request.at("requestId").scalar().orElse(""),
                method.get(),
                request.textAt("method", "version").orElse("r1"),
                params,
                page));
    }

    private static String switched(String text) {
        return switch (text) {
            case "true" -> "1";
            case "false" -> "0";
            default -> text;
        };
    }

    boolean isOf(SourceCall call) {
        return method.equals(call.method()) && version.equals(call.version()) && page == Math.max(1, call.page());
    }

    /** Names of the parameters that do not agree; none when the file answers the call. */
    List<String> differences(SourceCall call) {
        var differing = new ArrayList<String>();
        call.params().forEach((name, wanted) -> {
            if (!agrees(name, wanted, params.getOrDefault(name, "0"))) {
                differing.add(name);
            }
        });
        params.forEach((name, value) -> {
            if (!call.params().containsKey(name) && !value.equals("0") && !value.isEmpty()) {
                differing.add(name);
            }
        });
        return differing;
    }

    private static boolean agrees(String name, String wanted, String saved) {
        if (saved.equals(wanted)) {
            return true;
        }
        if (ID_LISTS.contains(name)) {
            return List.of(saved.split(",")).containsAll(List.of(wanted.split(",")));
        }
        return switch (name) {
            case "fromDate" ->
                date(saved).flatMap(s -> date(wanted).map(w -> !s.isAfter(w))).orElse(false);
            case "toDate" ->
                date(saved).flatMap(s -> date(wanted).map(w -> !s.isBefore(w))).orElse(false);
            default -> false;
        };
    }

    private static Optional<LocalDate> date(String text) {
        try {
            return Optional.of(LocalDate.parse(text, SENT_DATE));
        } catch (DateTimeParseException notSo) {
            return Optional.empty();
        }
    }

    /** How far the stretch of dates goes beyond the call; the nearest file is taken. */
    boolean isExact(SourceCall call) {
        return call.params().entrySet().stream()
                .allMatch(e -> params.getOrDefault(e.getKey(), "0").equals(e.getValue()));
    }
}
