package io.tieout.selftest.checker;

import java.util.List;

/**
 * A document of the target as it stands, from the target's own side.
 *
 * @param company as the ledger names it, for example {@code quickbooks:9341450000000001}
 * @param id the target's id
 * @param marker its document number; empty where it has none
 * @param date {@code YYYY-MM-DD}
 * @param currency ISO 4217
 * @param live false once deleted or voided
 * @param madeBy arrival number of the request that made it; 0 when a person did
 * @param touched whether a person changed or removed it afterwards
 * @param lockedThrough last day of the books that were closed when it was made, {@code YYYY-MM-DD}; empty when none
 */
public record Document(
        String company,
        String id,
        String marker,
        String date,
        String currency,
        List<Line> lines,
        boolean live,
        long madeBy,
        boolean touched,
        String lockedThrough) {

    /**
     * One line.
     *
     * @param side {@code D} or {@code C}
     * @param amountMinor never negative
     * @param classId empty where there is none
     * @param locationId empty where there is none
     */
    public record Line(String accountId, String side, long amountMinor, String classId, String locationId) {
        long signedMinor() {
            return side.equals("D") ? amountMinor : -amountMinor;
        }
    }

    public Document {
        lines = List.copyOf(lines);
    }

    /** For messages. */
    public String place() {
        return "document " + id + " of " + company + (marker.isEmpty() ? "" : " (" + marker + ")");
    }
}
