package io.tieout.plan;

import io.tieout.fact.FactKey;
import io.tieout.fact.Fingerprint;

/**
 * The opening balance of one account at the cutover month, as a fact of its own.
 *
 * @param signedMinor debit positive
 */
public record OpeningBalance(
        FactKey key,
        int version,
        Fingerprint fingerprint,
        String accountNumber,
        String accountName,
        long signedMinor,
        boolean claimed) {}
