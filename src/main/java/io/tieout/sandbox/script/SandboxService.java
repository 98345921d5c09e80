package io.tieout.sandbox.script;

/**
 * One vendor imitated: pure state behind an HTTP face. The server serialises calls, so a service needs no locking.
 */
public interface SandboxService {

    /** Short name in logs and dumps, for example {@code quickbooks}. */
    String name();

    /** The call a request makes, in the words fault scripts use, for example {@code getGlTransactions} or {@code batch}. */
    String callOf(SandboxRequest request);

    /** Applies the request to the state and returns the answer. Called once per applied request. */
    SandboxAnswer answer(SandboxRequest request);

    /** The whole state as JSON, for checkers. */
    String dumpJson();

    /**
     * How often the stored state has changed since the start; the server compares it before and after a request to log
     * whether that request committed. A service that keeps 0 has all its requests logged as not committing.
     */
    default long changes() {
        return 0;
    }

    /**
     * Something a person would do in the vendor's own screens, asked for by POST {@code /_sandbox/do/{action}}.
     *
     * @param action name of the action, for example {@code close-books}
     * @param body JSON body as sent; empty when none was sent
     * @return 200 when done, 400 with a sentence when the body is wrong, 404 for an unknown action
     */
    default SandboxAnswer act(String action, byte[] body) {
        return SandboxAnswer.json(404, "{\"error\":\"" + name() + " knows no action of this name\"}");
    }

    /**
     * The answer of an applied request changed on its way, for the fault {@code altered}; for example another amount or
     * another document's id.
     *
     * @param how argument of the fault, empty when none was given
     */
    default SandboxAnswer alter(SandboxRequest request, SandboxAnswer answer, String how) {
        return answer;
    }

    /** The vendor's 401, for the fault {@code unauthorized}. Nothing is applied. */
    default SandboxAnswer unauthorized(SandboxRequest request) {
        return SandboxAnswer.json(401, "{\"error\":\"unauthorized\"}");
    }

    /** The vendor's 429, for the fault {@code throttled}; the server adds {@code Retry-After}. Nothing is applied. */
    default SandboxAnswer throttled(SandboxRequest request) {
        return SandboxAnswer.json(429, "{\"error\":\"too many requests\"}");
    }

    /** The vendor's 500, for the faults {@code error-500} and {@code commit-then-500}. */
    default SandboxAnswer failed(SandboxRequest request) {
        return SandboxAnswer.json(500, "{\"error\":\"internal error\"}");
    }
}
