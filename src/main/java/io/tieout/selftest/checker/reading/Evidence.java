package io.tieout.selftest.checker.reading;

/**
 * What a real process and the sandboxes left behind, as text.
 *
 * @param export {@code export --jsonl}
 * @param heads {@code ledger-heads.txt}; empty for none
 * @param publicKey {@code ledger-signing.pub}
 * @param quickBooksState {@code GET /_sandbox/state} of QuickBooks
 * @param quickBooksLog {@code GET /_sandbox/log} of QuickBooks, from its first request
 * @param entrataState the same of Entrata
 * @param entrataLog the same of Entrata
 * @param clock the member of log entries whose time orders requests and events: {@code receivedAt}, the machine's clock, or
 *     {@code at}, where the bridge lived by the sandboxes' clock as well
 */
public record Evidence(
        String export,
        String heads,
        String publicKey,
        String quickBooksState,
        String quickBooksLog,
        String entrataState,
        String entrataLog,
        String clock) {

    /** Ordered by the machine's clock. */
    public Evidence(
            String export,
            String heads,
            String publicKey,
            String quickBooksState,
            String quickBooksLog,
            String entrataState,
            String entrataLog) {
        this(export, heads, publicKey, quickBooksState, quickBooksLog, entrataState, entrataLog, "receivedAt");
    }

    /** The same, where the bridge lived by the sandboxes' clock. */
    public Evidence bySandboxClock() {
        return new Evidence(export, heads, publicKey, quickBooksState, quickBooksLog, entrataState, entrataLog, "at");
    }
}
