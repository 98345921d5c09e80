package io.tieout.target.quickbooks;

import io.tieout.wire.Json;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * A fault of QuickBooks, in either of its two shapes: {@code Fault} with capitals from the service, {@code fault} in
 * lower case from the gateway in front of it.
 *
 * @param type for example {@code ValidationFault}, {@code AUTHENTICATION} or {@code SERVICE}; empty text if none is given
 * @param errors at least one
 */
record QuickBooksFault(String type, List<Error> errors) {

    /**
     * One error of a fault.
     *
     * @param code digits without leading zeros, for example {@code 6140}
     * @param message short text, may be empty
     * @param detail long text, may be empty
     */
    record Error(String code, String message, String detail) {

        /** Message and detail together: faults carry the telling words now in one, now in the other. */
        String text() {
            return message.equals(detail) || detail.isEmpty() ? message : message + ": " + detail;
        }

        @Override
        public String toString() {
            return "code " + code + ", " + text();
        }
    }

    QuickBooksFault {
        errors = List.copyOf(errors);
    }

    /** The fault an answer or a batch item holds, if it holds one. */
    static Optional<QuickBooksFault> in(Json json) {
        return json.field("Fault")
                .or(() -> json.field("fault"))
                .map(QuickBooksFault::of)
                .filter(fault -> !fault.errors.isEmpty());
    }

    boolean hasCode(String code) {
        return errors.stream().anyMatch(error -> error.code.equals(code));
    }

    /** For people, for example {@code ValidationFault code 6140, Duplicate Document Number Error: ...}. */
    String words() {
        return type + " "
                + String.join("; ", errors.stream().map(Error::toString).toList());
    }

    private static QuickBooksFault of(Json fault) {
        List<Error> errors = Stream.concat(fault.at("Error").items().stream(), fault.at("error").items().stream())
                .map(QuickBooksFault::error)
                .toList();
        return new QuickBooksFault(fault.textAt("type").orElse(""), errors);
    }

    private static Error error(Json error) {
        return new Error(
                error.at("code").scalar().orElse("").replaceFirst("^0+(?=.)", ""),
                first(error, "Message", "message"),
                first(error, "Detail", "detail"));
    }

    private static String first(Json json, String one, String other) {
        return json.textAt(one).or(() -> json.textAt(other)).orElse("");
    }
}
