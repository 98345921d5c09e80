package io.tieout.sandbox.entrata.office;

import java.time.YearMonth;

/** The open periods of a property: receivables, payables and general ledger move on separately. */
public record PostMonths(YearMonth ar, YearMonth ap, YearMonth gl) {

    public static PostMonths all(YearMonth month) {
        return new PostMonths(month, month, month);
    }
}
