package io.tieout.fact;

import java.util.List;

/**
 * One account of one reading: its control totals and its lines.
 *
 * @param number number in the tree that was read
 */
public record AccountBook(GlAccountId account, String number, String name, AccountTotals totals, List<GlLine> lines) {

    public AccountBook {
        lines = List.copyOf(lines);
    }
}
