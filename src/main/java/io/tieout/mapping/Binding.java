package io.tieout.mapping;

import io.tieout.fact.OrganisationId;
import io.tieout.money.CurrencyCode;

/**
 * What a mapping joins, for ever: one organisation of the source with one company of the target.
 *
 * @param company our own short name of the target company, as used by {@code --company}
 * @param source name of the source connection in the configuration
 * @param connection name of the target connection in the configuration
 * @param companyId the target's own id of the company (QuickBooks realm id, Xero tenant id)
 * @param currency the one currency of the company and of every property mapped to it
 * @param fiscalYearStartMonth 1 to 12
 */
public record Binding(
        String company,
        OrganisationId organisation,
        String source,
        TargetKind target,
        String connection,
        String companyId,
        CurrencyCode currency,
        int fiscalYearStartMonth) {

    /** The key claims are made under: the target and its own company id, never our short name. */
    public CompanyKey companyKey() {
        return new CompanyKey(target.code() + ":" + companyId);
    }
}
