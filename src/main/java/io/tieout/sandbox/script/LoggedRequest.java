package io.tieout.sandbox.script;

import java.time.Instant;
import java.util.List;
import java.util.Map;

/**
 * One request as it arrived and what became of it.
 *
 * @param number arrival order, from 1
 * @param at arrival by the sandbox clock
 * @param call the call in the service's words
 * @param target path and query as sent
 * @param headers values by lower-case name; credentials are replaced
 * @param body request body, unpacked; cut to what the log keeps
 * @param bodyBytes length of the whole request body
 * @param fault text of the fault that fired; empty when none did
 * @param applied whether the service saw the request
 * @param committed whether the service's state changed by it
 * @param status HTTP status sent; 0 when no answer was sent
 * @param answer body of the service's answer before a fault cut it; cut to what the log keeps
 * @param answerBytes length of the whole answer body
 * @param defect what went wrong inside the sandbox itself; empty when nothing did
 */
public record LoggedRequest(
        long number,
        Instant at,
        String call,
        String method,
        String target,
        Map<String, List<String>> headers,
        KeptBody body,
        int bodyBytes,
        String fault,
        boolean applied,
        boolean committed,
        int status,
        KeptBody answer,
        int answerBytes,
        String defect) {

    /** The same request after its late commit. */
    LoggedRequest committedLate(boolean changed) {
        return new LoggedRequest(
                number,
                at,
                call,
                method,
                target,
                headers,
                body,
                bodyBytes,
                fault,
                true,
                changed,
                status,
                answer,
                answerBytes,
                defect);
    }
}
