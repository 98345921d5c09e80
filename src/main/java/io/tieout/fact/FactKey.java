package io.tieout.fact;

/**
 * The identity of one source record for ever: a changed amount is a new version of the same fact, never a new fact.
 *
 * @param sourceId the record's own id as text; for an opening balance {@code opening:} and the cutover month
 * @param occurrence 1, or 2 and up where one reading holds the same id several times for one account
 */
public record FactKey(
        OrganisationId organisation,
        FactKind kind,
        PropertyId property,
        Basis basis,
        BookId book,
        GlAccountId account,
        String sourceId,
        int occurrence)
        implements Comparable<FactKey> {

    public FactKey {
        if (sourceId.isBlank() || occurrence < 1) {
            throw new IllegalArgumentException(
                    "fact key needs a source id and an occurrence from 1: " + sourceId + ", " + occurrence);
        }
    }

    public FactKey withOccurrence(int other) {
        return new FactKey(organisation, kind, property, basis, book, account, sourceId, other);
    }

    /** One text per key, for sorting, hashing and storing; the separator occurs in no part. */
    public String canonical() {
        return String.join(
                "|",
                organisation.value(),
                kind.code(),
                property.value(),
                basis.code(),
                book.value(),
                account.value(),
                sourceId,
                Integer.toString(occurrence));
    }

    @Override
    public int compareTo(FactKey other) {
        return canonical().compareTo(other.canonical());
    }

    @Override
    public String toString() {
        return canonical();
    }
}
