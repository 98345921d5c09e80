package io.tieout.plan;

import io.tieout.fact.Basis;
import io.tieout.fact.BookId;
import io.tieout.fact.OrganisationId;
import io.tieout.fact.PostMonth;
import io.tieout.fact.PropertyId;
import io.tieout.mapping.CompanyKey;

/**
 * The name of one intended document, for ever. Stored with the posting and never recomputed.
 *
 * @param month the post month the lines belong to in the source, also when the document is dated in a later one
 * @param group what gathered the lines, for example {@code type:2026-10-05:AP Charge}; late lines of the same group get
 *     the next sequence
 * @param sequence from 1
 * @param part from 1; above 1 where one group was split for size
 * @param revision from 0; raised only by an approved act
 */
public record BusinessKey(
        Environment environment,
        OrganisationId organisation,
        CompanyKey company,
        PropertyId property,
        Basis basis,
        BookId book,
        PostMonth month,
        Purpose purpose,
        String group,
        int sequence,
        int part,
        int revision)
        implements Comparable<BusinessKey> {

    /** One text per key, for hashing, storing and showing. */
    public String canonical() {
        return groupCanonical() + "|" + sequence + "|" + part + "|" + revision;
    }

    /** The key without sequence, part and revision: what late lines of the same group share. */
    public String groupCanonical() {
        return String.join(
                "|",
                environment.code(),
                organisation.value(),
                company.value(),
                property.value(),
                basis.code(),
                book.value(),
                month.toString(),
                purpose.code(),
                group);
    }

    @Override
    public int compareTo(BusinessKey other) {
        return canonical().compareTo(other.canonical());
    }

    @Override
    public String toString() {
        return canonical();
    }
}
