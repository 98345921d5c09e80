package io.tieout.source.files;

import io.tieout.finding.Count;
import io.tieout.finding.Finding;
import io.tieout.finding.Stopped;
import io.tieout.flow.port.RawStore;
import io.tieout.flow.port.RunClock;
import io.tieout.flow.port.SourceLedger.CallBudget;
import io.tieout.flow.port.SourceLedger.MarkAnswer;
import io.tieout.source.answer.Envelope;
import io.tieout.source.answer.SourceCall;
import io.tieout.source.answer.SourceCalls;
import io.tieout.source.answer.SourceCode;
import io.tieout.wire.Json;
import io.tieout.wire.JsonReader;
import io.tieout.wire.UnreadableJsonException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.stream.Collectors;

/**
 * Answers calls from a folder. Only the requests of the files are kept in memory; an answer is read when it is asked for.
 * A file that cannot be used is a finding and does not stop the others.
 */
final class SavedAnswers implements SourceCalls {

    private static final String HOW = "See docs/saved-answers.md for the form of the files.";

    private final Path folder;
    private final RawStore raw;
    private final RunClock clock;
    private final List<SavedRequest> requests = new ArrayList<>();
    private final List<Finding> findings = new ArrayList<>();
    private long answered;

    private SavedAnswers(Path folder, RawStore raw, RunClock clock) {
        this.folder = folder;
        this.raw = raw;
        this.clock = clock;
    }

    static SavedAnswers in(Path folder, RawStore raw, RunClock clock) {
        var answers = new SavedAnswers(folder, raw, clock);
        answers.paths().forEach(answers::take);
        if (answers.requests.isEmpty()) {
            var faults = new ArrayList<>(answers.findings);
            faults.add(0, wrongFolder(folder, "no file with a saved answer"));
            throw new Stopped(faults);
        }
        return answers;
    }

    /** Files that cannot be used. */
    List<Finding> findings() {
        return List.copyOf(findings);
    }

    private List<Path> paths() {
        if (!Files.isDirectory(folder)) {
            throw new Stopped(wrongFolder(folder, Files.exists(folder) ? "not a folder" : "no such folder"));
        }
        try (var walk = Files.walk(folder)) {
            return walk.filter(p -> p.getFileName().toString().endsWith(".json"))
                    .filter(Files::isRegularFile)
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw new Stopped(wrongFolder(folder, "cannot be read: " + e.getMessage()));
        }
    }

    private void take(Path file) {
        try {
            var request = SavedRequest.of(file, JsonReader.read(Files.readAllBytes(file)));
            request.ifPresentOrElse(
                    requests::add,
                    () -> findings.add(
                            unusable(file, "'request' with method.name, and 'response'", "neither or one of them")));
        } catch (UnreadableJsonException | IOException e) {
            findings.add(unusable(file, "a whole JSON file", String.valueOf(e.getMessage())));
        }
    }

    @Override
    public Answer read(SourceCall call) {
        var saved = find(call).orElseThrow(() -> new Stopped(missing(call)));
        answered++;
        try {
            var bytes = Files.readAllBytes(saved.file());
            var hash = raw.save("entrata-files", call.place(), bytes);
            var response = JsonReader.read(bytes).at("response");
            var next = find(call.page() == 0 ? call : call.atPage(Math.max(1, call.page()) + 1));
            return new Answer(
                    result(saved, response),
                    hash,
                    clock.now(),
                    OptionalLong.empty(),
                    call.page() == 0 || next.isEmpty());
        } catch (UnreadableJsonException | IOException e) {
            throw new Stopped(unusable(saved.file(), "a whole JSON file", String.valueOf(e.getMessage())));
        }
    }

    private Json result(SavedRequest saved, Json response) {
        return Envelope.open(response, saved.requestId())
                .fold(
                        Envelope.Result::json,
                        refused -> {
                            throw new Stopped(unusable(
                                    saved.file(),
                                    "an answer with a result",
                                    "the source's refusal " + refused.words()));
                        },
                        fault -> {
                            throw new Stopped(fault.at(shown(saved.file())));
                        });
    }

    private Optional<SavedRequest> find(SourceCall call) {
        return requests.stream()
                .filter(r -> r.isOf(call) && r.differences(call).isEmpty())
                .min(Comparator.comparing((SavedRequest r) -> !r.isExact(call)).thenComparing(SavedRequest::file));
    }

    @Override
    public MarkAnswer write(SourceCall call) {
        return new MarkAnswer(
                false,
                false,
                "saved answers are read-only: nothing was marked in the source. Set up a connection to mark lines as exported");
    }

    @Override
    public CallBudget budget() {
        return new CallBudget(answered, -1);
    }

    @Override
    public void close() {
        // Files are opened and closed one by one.
    }

    private Finding missing(SourceCall call) {
        var params = call.params().entrySet().stream()
                .map(e -> e.getKey() + "=" + e.getValue())
                .collect(Collectors.joining(", "));
        var nearest = requests.stream()
                .filter(r -> r.isOf(call))
                .min(Comparator.comparingInt(
                                (SavedRequest r) -> r.differences(call).size())
                        .thenComparing(SavedRequest::file));
        var found = nearest.map(r -> "the nearest is " + shown(r.file()) + ", which differs in "
                        + String.join(", ", r.differences(call)))
                .orElse("no file with this method and version" + (call.page() > 1 ? " and page" : ""));
        return Finding.of(
                SourceCode.ANSWER_NOT_SAVED,
                call.place(),
                "a file such as %s with the answer to %s %s%s"
                        .formatted(
                                folder.resolve(fileName(call)),
                                call.method(),
                                call.version(),
                                params.isEmpty() ? "" : ", " + params),
                findings.isEmpty() ? found : found + "; " + Count.of(findings.size(), "file") + " cannot be used",
                "Save the answer of this request there. " + HOW);
    }

    /** For example {@code financial.getGlTransactions.r1.510001.10-2026.json}; a proposal, any name will do. */
    private static String fileName(SourceCall call) {
        var parts = new ArrayList<>(List.of(call.service(), call.method(), call.version()));
        call.params().values().stream()
                .filter(value -> value.length() > 1)
                .distinct()
                .limit(5)
                .map(value -> value.replace('/', '-').replace(',', '+'))
                .map(value -> value.length() <= 30 ? value : value.substring(0, 30))
                .forEach(parts::add);
        if (call.page() > 1) {
            parts.add("page" + call.page());
        }
        return String.join(".", parts) + ".json";
    }

    private static Finding unusable(Path file, String expected, String found) {
        return Finding.of(SourceCode.SAVED_ANSWER_BAD, shown(file), expected, found, "Save the answer again. " + HOW);
    }

    private static Finding wrongFolder(Path folder, String found) {
        return Finding.of(
                SourceCode.SETTINGS_WRONG,
                "settings of the source, folder " + folder,
                "a folder with saved answers",
                found,
                "Correct the folder, or save answers there. " + HOW);
    }

    private static String shown(Path file) {
        return file.toString();
    }
}
