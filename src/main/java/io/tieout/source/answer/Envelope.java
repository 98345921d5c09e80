package io.tieout.source.answer;

import io.tieout.finding.Finding;
import io.tieout.wire.Json;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;

/**
 * The wrapping of every answer, taken off: a result, a refusal in the source's words, or something that is neither.
 *
 * <p>A success status of HTTP proves nothing here, so the error is looked for first (Entrata API contract, sections 2.4 and
 * 2.5). The wrapper {@code response} may be missing, the code may be a number or a text and may stand outside the wrapper,
 * and the echo of the request id may be absent or a text of the source's own. An echo that is the id of another request of
 * the same caller may not: a cache or a proxy has mixed up two answers.
 */
public sealed interface Envelope {

    <R> R fold(Function<Result, R> result, Function<Refused, R> refused, Function<Fault, R> fault);

    /** What was asked for. */
    record Result(Json json) implements Envelope {
        @Override
        public <R> R fold(Function<Result, R> result, Function<Refused, R> refused, Function<Fault, R> fault) {
            return result.apply(this);
        }
    }

    /**
     * The source says no. Its numeric codes are not published, so the words are kept as they are.
     *
     * @param code empty text when it gives none
     */
    record Refused(String code, String message) implements Envelope {
        @Override
        public <R> R fold(Function<Result, R> result, Function<Refused, R> refused, Function<Fault, R> fault) {
            return refused.apply(this);
        }

        public String words() {
            var words = message.isEmpty() ? "no message" : "'" + SourceRecord.clean(message, 300) + "'";
            return code.isEmpty() ? words : words + " (code " + SourceRecord.clean(code, 20) + ")";
        }
    }

    /** Not an answer to our request, or not of any documented shape. */
    record Fault(SourceCode code, String expected, String found) implements Envelope {
        @Override
        public <R> R fold(Function<Result, R> result, Function<Refused, R> refused, Function<Fault, R> fault) {
            return fault.apply(this);
        }

        public Finding at(String place) {
            return Finding.of(
                    code,
                    place,
                    expected,
                    found,
                    "Nothing was taken from the answer; it is kept among the raw answers. Pull again; if it stays, show it"
                            + " to the source's support.");
        }
    }

    /** @param requestId the id the request carried; empty text when it is not known */
    static Envelope open(Json body, String requestId) {
        if (body.fields().isEmpty()) {
            return new Fault(SourceCode.WRONG_SHAPE, "an object with a result", SourceRecord.shown(body));
        }
        var root = body.field("response").orElse(body);
        // The source's own words first: an error is an error, whoever it was meant for.
        var refusal = refusal(body);
        if (refusal.isPresent()) {
            return refusal.get();
        }
        var echo = Shapes.member(root, "requestId").or(() -> Shapes.member(body, "requestId"));
        if (echo.isPresent()
                && echo.get()
                        .scalar()
                        .filter(id -> isOfAnotherRequest(id, requestId))
                        .isPresent()) {
            return new Fault(
                    SourceCode.OTHER_REQUEST, "requestId " + requestId, "requestId " + SourceRecord.shown(echo.get()));
        }
        return root.fields().containsKey("result")
                ? new Result(root.at("result"))
                : new Fault(SourceCode.WRONG_SHAPE, "a member 'result'", SourceRecord.shown(root));
    }

    /** Ids of one caller begin alike, up to their first hyphen. */
    private static boolean isOfAnotherRequest(String echo, String requestId) {
        var hyphen = requestId.indexOf('-');
        return hyphen > 0 && !echo.equals(requestId) && echo.startsWith(requestId.substring(0, hyphen + 1));
    }

    /** The source's no, wherever in the body it stands; for bodies of any status. */
    static Optional<Refused> refusal(Json body) {
        var root = body.field("response").orElse(body);
        var error = Shapes.member(root, "error").or(() -> Shapes.member(body, "error"));
        if (error.isPresent()) {
            return Optional.of(new Refused(
                    word(error.get(), "code"), error.get().scalar().orElseGet(() -> word(error.get(), "message"))));
        }
        return Shapes.member(root, "code")
                .filter(Envelope::isFailure)
                .or(() -> Shapes.member(body, "code").filter(Envelope::isFailure))
                .map(code -> new Refused(
                        code.scalar().orElse(""),
                        Stream.of(root, body)
                                .map(place -> word(place, "message"))
                                .filter(words -> !words.isEmpty())
                                .findFirst()
                                .orElse("")));
    }

    private static boolean isFailure(Json code) {
        return !code.scalar().equals(Optional.of("200"));
    }

    private static String word(Json place, String name) {
        return Shapes.member(place, name).flatMap(Json::scalar).orElse("");
    }
}
