package io.tieout.fact;

import java.util.Optional;

/**
 * One line of a vendor invoice; account and property come from the older form of the read, joined by line id.
 *
 * @param amountMinor signed: negative on a credit
 */
public record ApInvoiceLine(
        String id,
        String description,
        long amountMinor,
        long amountDueMinor,
        Optional<GlAccountId> account,
        Optional<PropertyId> property) {}
