package io.tieout.plan;

import io.tieout.finding.Count;
import io.tieout.money.Money;
import java.time.LocalDate;

/**
 * A planned document in short, as a stored plan keeps it after its body was pruned.
 *
 * @param key canonical business key
 * @param hash content hash of the document
 */
public record DocumentDigest(String key, String hash, LocalDate date, Money total, int lines) {

    public static DocumentDigest of(PlannedDocument document) {
        var entry = document.entry();
        return new DocumentDigest(
                document.key().canonical(),
                document.contentHash(),
                entry.date(),
                entry.total(),
                entry.lines().size());
    }

    /** {@code 2026-10-05, 12 lines, 1,450.00 USD} without the thousands' mark. */
    public String words() {
        return date + ", " + Count.of(lines, "line") + ", " + total + " " + total.currency();
    }
}
