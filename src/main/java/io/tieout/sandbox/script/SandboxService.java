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
}
