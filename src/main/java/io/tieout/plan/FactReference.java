package io.tieout.plan;

import io.tieout.fact.FactKey;
import io.tieout.fact.Fingerprint;
import io.tieout.money.Side;

/**
 * A source line as a document claims it.
 *
 * @param version version of the fact that is posted
 * @param signedMinor debit positive
 * @param rule name of the mapping rule that chose the account
 */
public record FactReference(FactKey key, int version, Fingerprint fingerprint, long signedMinor, String rule) {

    public Side side() {
        return Side.of(signedMinor);
    }
}
