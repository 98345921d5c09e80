package io.tieout.wire;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;

/**
 * What is known after sending a request once.
 *
 * <p>The three cases are a closed list (safety paper, section 2.3): only {@link NotSent} proves that the other side has
 * seen nothing. A time-out, a reset, a cut-off answer and an answer beyond the size limit are all {@link Unknown}: the
 * request may have been carried out.
 */
public sealed interface WireAnswer {

    /** The ways in which no answer comes. */
    enum Silence {
        /** The connection was reset or closed before the answer was whole. */
        BROKEN_OFF,
        /** No whole answer within the time allowed, or we were told to stop waiting. */
        TOO_LATE,
        /** An answer came that cannot be taken in: too large, or wrongly compressed. */
        UNUSABLE
    }

    /** Takes the answer apart; a new case breaks the build wherever it must be thought about. */
    <R> R fold(Function<Answered, R> answered, Function<NotSent, R> notSent, Function<Unknown, R> unknown);

    /**
     * A complete HTTP answer, whatever its status.
     *
     * @param status HTTP status, 200 to 599
     * @param headers values by lower-case name
     * @param body whole body, un-gzipped; its length agreed with {@code Content-Length} where that was given
     */
    record Answered(int status, Map<String, List<String>> headers, byte[] body) implements WireAnswer {

        public Answered {
            var lowerCase = new TreeMap<String, List<String>>();
            headers.forEach((name, values) -> lowerCase.put(name.toLowerCase(Locale.ROOT), List.copyOf(values)));
            headers = Map.copyOf(lowerCase);
        }

        /** First value of a header; the name in any case. */
        public Optional<String> header(String name) {
            return headers.getOrDefault(name.toLowerCase(Locale.ROOT), List.of()).stream()
                    .findFirst();
        }

        /** The media type in lower case without parameters, or an empty text. */
        public String mediaType() {
            return header("content-type")
                    .map(value -> value.split(";", 2)[0].strip().toLowerCase(Locale.ROOT))
                    .orElse("");
        }

        /** The body as UTF-8, malformed bytes replaced: for messages, never for reading values. */
        public String bodyText() {
            return new String(body, StandardCharsets.UTF_8);
        }

        /** What came instead of JSON, in words: nothing, the beginning of JSON, or something else. */
        public String insteadOfJson(UnreadableJsonException why) {
            var type = mediaType().isEmpty() ? "no media type" : mediaType();
            if (body.length == 0) {
                return "an empty answer (" + type + ")";
            }
            return why.isCutOff()
                    ? "JSON cut off after " + body.length + " bytes (" + type + "): " + why.getMessage()
                    : body.length + " bytes (" + type + ") that are not JSON: " + why.getMessage();
        }

        @Override
        public <R> R fold(Function<Answered, R> answered, Function<NotSent, R> notSent, Function<Unknown, R> unknown) {
            return answered.apply(this);
        }

        @Override
        public String toString() {
            return "Answered[" + status + ", " + mediaType() + ", " + body.length + " bytes]";
        }
    }

    /** Proven that no byte of the request left: name not found, connection refused, TLS refused before any data. */
    record NotSent(String reason) implements WireAnswer {

        @Override
        public <R> R fold(Function<Answered, R> answered, Function<NotSent, R> notSent, Function<Unknown, R> unknown) {
            return notSent.apply(this);
        }
    }

    /**
     * Anything else: the other side may or may not have acted.
     *
     * @param silence how the answer failed to come; a read that broke off may be asked again, one that was too late or
     *     unusable would only be so once more
     */
    record Unknown(String reason, Silence silence) implements WireAnswer {

        @Override
        public <R> R fold(Function<Answered, R> answered, Function<NotSent, R> notSent, Function<Unknown, R> unknown) {
            return unknown.apply(this);
        }
    }
}
