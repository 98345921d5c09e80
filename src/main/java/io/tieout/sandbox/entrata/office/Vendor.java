package io.tieout.sandbox.entrata.office;

import java.time.LocalDate;
import java.util.List;

/**
 * A vendor with one location, one legal entity and one remittance.
 *
 * @param properties properties its location serves
 * @param modified last change in vendor, location or contact
 */
public record Vendor(
        long id,
        String name,
        String externalId,
        long termId,
        String term,
        long categoryId,
        String category,
        long legalEntityId,
        String taxId,
        long remittanceId,
        long contactId,
        Location location,
        long accountId,
        long glAccountId,
        List<Long> properties,
        LocalDate modified) {

    /** Where the vendor bills from; carries the vendor code. */
    public record Location(long id, String name, String code) {}
}
