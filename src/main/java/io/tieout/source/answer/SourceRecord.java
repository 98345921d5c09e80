package io.tieout.source.answer;

import io.tieout.fact.PostMonth;
import io.tieout.finding.Finding;
import io.tieout.money.CurrencyCode;
import io.tieout.wire.Json;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.regex.Pattern;

/**
 * One record of an answer, read member by member. Every member that is missing or off-form becomes a finding with its
 * place, and makes the record faulty; the reading methods then give a filler, so that one pass names every fault. A faulty
 * record must not be used.
 *
 * <p>Members are looked for plainly and among the attributes, under each name given. Not for sharing between threads.
 */
final class SourceRecord {

    /** Ids become parts of keys, which are joined by a bar; they are never long. */
    private static final Pattern ID = Pattern.compile("[^|\\s\\p{Cntrl}](?:[^|\\p{Cntrl}]{0,98}[^|\\s\\p{Cntrl}])?");

    private static final Pattern WHOLE_NUMBER = Pattern.compile("0|[1-9]\\d*");

    private static final String HELD =
            "The record is left out, nothing is guessed. Correct it in the source, then pull again.";
    private static final int FOUND_LENGTH_MAX = 60;

    private final Json json;
    private final String key;
    private final String place;
    private final Consumer<Finding> findings;
    private boolean faulty;

    SourceRecord(Shapes.Item item, String place, Consumer<Finding> findings) {
        this.json = item.json();
        this.key = item.key();
        this.place = place;
        this.findings = findings;
    }

    /** The same record under a better name, once its id is known. */
    SourceRecord named(String better) {
        var record = new SourceRecord(new Shapes.Item(key, json), better, findings);
        record.faulty = faulty;
        return record;
    }

    /** The same record, looked at in passing: its faults are found when it is read in earnest. */
    SourceRecord quiet() {
        return new SourceRecord(new Shapes.Item(key, json), place, f -> {});
    }

    String place() {
        return place;
    }

    boolean faulty() {
        return faulty;
    }

    /** A required id, as text whatever it was written as; the key of a map where the record names none itself. */
    String id(String... names) {
        if (Shapes.member(json, names).isPresent()) {
            return idIfAny(names).orElse("");
        }
        if (key.isEmpty()) {
            missing(names[0], "an id");
        }
        return key;
    }

    Optional<String> idIfAny(String... names) {
        return scalar(names).flatMap(value -> {
            var usable = value instanceof Json.Numeral numeral
                    ? WHOLE_NUMBER.matcher(numeral.value().toString()).matches()
                    : ID.matcher(text(value)).matches();
            if (!usable) {
                fault(SourceCode.BAD_ID, names[0], "an id without bars, blanks around it or control characters", value);
            }
            return usable ? Optional.of(text(value)) : Optional.empty();
        });
    }

    /** Text as written; empty when absent. */
    String text(String... names) {
        return scalar(names).map(SourceRecord::text).orElse("");
    }

    String requiredText(String... names) {
        var found = text(names);
        if (found.isEmpty()) {
            missing(names[0], "a text");
        }
        return found;
    }

    /** A required amount in minor units. */
    long amount(CurrencyCode currency, String... names) {
        if (Shapes.member(json, names).isEmpty()) {
            missing(names[0], "an amount");
            return 0;
        }
        return amountOr(0, currency, names);
    }

    /** An amount in minor units, or what stands for it when it is absent. */
    long amountOr(long absent, CurrencyCode currency, String... names) {
        return scalar(names)
                .map(value -> {
                    var minor = SourceAmounts.minor(value, currency);
                    if (minor.isEmpty()) {
                        fault(
                                SourceCode.BAD_AMOUNT,
                                names[0],
                                "an amount in " + currency + ", written as " + SourceAmounts.FORMS,
                                value);
                    }
                    return minor.orElse(absent);
                })
                .orElse(absent);
    }

    LocalDate date(String... names) {
        if (Shapes.member(json, names).isEmpty()) {
            missing(names[0], "a date");
        }
        return dateIfAny(names).orElse(LocalDate.EPOCH);
    }

    Optional<LocalDate> dateIfAny(String... names) {
        return parsed(SourceCode.BAD_DATE, "a date, written as " + SourceDates.DATE_FORMS, SourceDates::date, names);
    }

    PostMonth month(String... names) {
        if (Shapes.member(json, names).isEmpty()) {
            missing(names[0], "a post month");
        }
        return monthIfAny(names).orElse(PostMonth.of(LocalDate.EPOCH));
    }

    Optional<PostMonth> monthIfAny(String... names) {
        return parsed(
                SourceCode.BAD_MONTH, "a post month, written as " + SourceDates.MONTH_FORMS, SourceDates::month, names);
    }

    boolean flag(String... names) {
        if (Shapes.member(json, names).isEmpty()) {
            missing(names[0], "a flag");
        }
        return flagOr(false, names);
    }

    boolean flagOr(boolean absent, String... names) {
        return parsed(SourceCode.BAD_FLAG, "a flag, written as " + SourceFlags.FORMS, SourceFlags::flag, names)
                .orElse(absent);
    }

    /** The records of a list inside this one, each under the place of this one, its kind and its number in the list. */
    List<SourceRecord> many(String outer, String inner, String kind) {
        var items = Shapes.many(json, outer, inner);
        if (items.isEmpty()) {
            fault(SourceCode.BAD_MEMBER, outer, "one or many of " + inner, json.at(outer));
        }
        var records = new ArrayList<SourceRecord>();
        for (var item : items.orElse(List.of())) {
            records.add(new SourceRecord(
                    item, place + ", " + kind + " " + (records.size() + 1) + " of the list", findings));
        }
        return records;
    }

    /** A member that is an object of its own; a record without members when it is absent. */
    SourceRecord inner(String name) {
        var found = Shapes.member(json, name).orElse(Json.Nothing.NULL);
        return new SourceRecord(new Shapes.Item("", found), place + ", " + name, f -> {
            faulty = true;
            findings.accept(f);
        });
    }

    void missing(String name, String expected) {
        add(SourceCode.MEMBER_MISSING, name, expected, "nothing");
    }

    /** A fault of the record that its reader found. */
    void add(SourceCode code, String name, String expected, String found) {
        faulty = true;
        findings.accept(Finding.of(code, place + ", " + name, expected, found, HELD));
    }

    private <T> Optional<T> parsed(
            SourceCode code, String expected, Function<String, Optional<T>> parser, String... names) {
        return scalar(names).flatMap(value -> {
            var read = parser.apply(text(value));
            if (read.isEmpty()) {
                fault(code, names[0], expected, value);
            }
            return read;
        });
    }

    /** A member that is text, number or truth; {@code @value} is unwrapped. */
    private Optional<Json> scalar(String... names) {
        var found = Shapes.member(json, names);
        var value = found.flatMap(v -> v.field("@value")).or(() -> found);
        if (value.isPresent() && value.get().scalar().isEmpty()) {
            fault(SourceCode.BAD_MEMBER, names[0], "one value", value.get());
            return Optional.empty();
        }
        return value.filter(v -> !Shapes.isEmpty(v));
    }

    private static String text(Json value) {
        return value.scalar().orElse("");
    }

    private void fault(SourceCode code, String name, String expected, Json found) {
        add(code, name, expected, shown(found));
    }

    /** What stood there, on one line and not too long: the text comes from people the source lets write. */
    static String shown(Json found) {
        var text = found.scalar().map(t -> "'" + t + "'").orElseGet(() -> {
            if (found instanceof Json.Items items) {
                return "a list of " + items.inOrder().size();
            }
            return found instanceof Json.Fields fields
                    ? "an object with " + fields.byName().keySet()
                    : "nothing";
        });
        if (found instanceof Json.Numeral numeral) {
            text = numeral.value().toString() + " (a number)";
        }
        return clean(text, FOUND_LENGTH_MAX);
    }

    static String clean(String text, int lengthMax) {
        var oneLine = text.replaceAll("\\p{Cntrl}+", " ");
        return oneLine.length() <= lengthMax ? oneLine : oneLine.substring(0, lengthMax) + "...";
    }
}
