package io.tieout.plan;

import io.tieout.fact.PostMonth;
import io.tieout.mapping.PropertyMapping;
import java.time.LocalDate;
import java.util.Optional;

/**
 * Balanced lines that may be posted, with all that names and dates their documents.
 *
 * @param month post month of the business key; for openings the month before the cutover's
 * @param purpose {@link Purpose#CARRIED} where the date lies in a later month because the lines' own is closed
 * @param date of the documents
 * @param place for findings
 * @param remark what a person should know of the documents although they are posted
 */
record Sheaf(
        PropertyMapping property,
        PostMonth month,
        Purpose purpose,
        Lot lot,
        LocalDate date,
        String place,
        Optional<Cause> remark) {

    Sheaf carriedTo(LocalDate other, Cause why) {
        return new Sheaf(property, month, Purpose.CARRIED, lot, other, place, Optional.of(why));
    }

    /** What an accountant reads on a carried document and its lines; empty text for all others. */
    String originTag() {
        return purpose == Purpose.CARRIED ? "carried from " + month : "";
    }

    String origin() {
        return switch (purpose) {
            case JOURNAL -> property.basis().code() + " ledger of " + month;
            case OPENING -> property.basis().code() + " opening balances at " + property.cutover();
            case CARRIED -> originTag();
        };
    }
}
