package io.tieout.sandbox.script;

import java.time.Instant;
import java.util.List;
import java.util.Map;

/**
 * One request as it arrived and what became of it.
 *
 * @param number arrival order, from 1
 * @param at arrival by the sandbox clock
 * @param receivedAt arrival by the machine's clock, however the sandbox's was moved
 * @param call the call in the service's words
 * @param target path and query as sent
 * @param headers values by lower-case name; credentials are replaced
 * @param body request body, unpacked; cut to what the log keeps
 * @param bodyBytes length of the whole request body
 * @param bodySha256 SHA-256 of the whole request body in hexadecimal digits
 * @param fault text of the fault that fired; empty when none did
 * @param applied whether the service saw the request
 * @param committed whether the service's state changed by it
 * @param late whether it is, or was, applied after its connection was given up
 * @param status HTTP status sent; 0 when no answer was sent
 * @param answer body of the service's answer before a fault cut it; cut to what the log keeps
 * @param answerBytes length of the whole answer body
 * @param defect what went wrong inside the sandbox itself; empty when nothing did
 */
public record LoggedRequest(
        long number,
        Instant at,
        Instant receivedAt,
        String call,
        String method,
        String target,
        Map<String, List<String>> headers,
        KeptBody body,
        int bodyBytes,
        String bodySha256,
        String fault,
        boolean applied,
        boolean committed,
        boolean late,
        int status,
        KeptBody answer,
        int answerBytes,
        String defect) {

    /** The same request after its late commit. */
    LoggedRequest committedLate(boolean changed) {
        return new LoggedRequest(
                number,
                at,
                receivedAt,
                call,
                method,
                target,
                headers,
                body,
                bodyBytes,
                bodySha256,
                fault,
                true,
                changed,
                true,
                status,
                answer,
                answerBytes,
                defect);
    }
}
