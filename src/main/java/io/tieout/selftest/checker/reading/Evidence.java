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
 */
public record Evidence(
        String export,
        String heads,
        String publicKey,
        String quickBooksState,
        String quickBooksLog,
        String entrataState,
        String entrataLog) {}
