package io.tieout.sandbox.quickbooks;

/**
 * How the imitation behaves; may be changed while it runs by the action {@code settings}.
 *
 * @param idempotency what {@code requestid} is worth
 * @param throttles whether the request limits hold, counted by the sandbox clock
 * @param retryAfter whether a 429 carries {@code Retry-After}
 * @param searchLagSeconds how long a created document stays invisible to queries (not to reads by id)
 * @param silentFilter {@code Entity.Field}: queries that filter by it match nothing and say nothing; empty for none
 * @param inactiveAs610 whether using something inactive gives 610; otherwise 2500. Both are seen [C]
 * @param reportCellsMax cells after which a report is cut off with a sentence [I: 400,000]
 */
public record QuickBooksSettings(
        IdempotencyMode idempotency,
        boolean throttles,
        boolean retryAfter,
        int searchLagSeconds,
        String silentFilter,
        boolean inactiveAs610,
        int reportCellsMax) {
    private static final int REPORT_CELLS_MAX = 400_000;

    /** As documented: requestid honoured, throttles on, no lag. */
    public static QuickBooksSettings documented() {
        return new QuickBooksSettings(IdempotencyMode.HONOURS, true, true, 0, "", true, REPORT_CELLS_MAX);
    }

    public QuickBooksSettings withIdempotency(IdempotencyMode other) {
        return new QuickBooksSettings(
                other, throttles, retryAfter, searchLagSeconds, silentFilter, inactiveAs610, reportCellsMax);
    }

    public QuickBooksSettings withThrottles(boolean on) {
        return new QuickBooksSettings(
                idempotency, on, retryAfter, searchLagSeconds, silentFilter, inactiveAs610, reportCellsMax);
    }

    public QuickBooksSettings withRetryAfter(boolean on) {
        return new QuickBooksSettings(
                idempotency, throttles, on, searchLagSeconds, silentFilter, inactiveAs610, reportCellsMax);
    }

    public QuickBooksSettings withSearchLagSeconds(int seconds) {
        return new QuickBooksSettings(
                idempotency, throttles, retryAfter, seconds, silentFilter, inactiveAs610, reportCellsMax);
    }

    public QuickBooksSettings withSilentFilter(String entityAndField) {
        return new QuickBooksSettings(
                idempotency, throttles, retryAfter, searchLagSeconds, entityAndField, inactiveAs610, reportCellsMax);
    }

    public QuickBooksSettings withInactiveAs610(boolean on) {
        return new QuickBooksSettings(
                idempotency, throttles, retryAfter, searchLagSeconds, silentFilter, on, reportCellsMax);
    }

    public QuickBooksSettings withReportCellsMax(int cells) {
        return new QuickBooksSettings(
                idempotency, throttles, retryAfter, searchLagSeconds, silentFilter, inactiveAs610, cells);
    }
}
