package io.tieout.fact;

/** What one GL reading covers: one property, post month, basis and book. */
public record GlScope(OrganisationId organisation, PropertyId property, PostMonth month, Basis basis, BookId book)
        implements Comparable<GlScope> {

    public GlScope previousMonth() {
        return new GlScope(organisation, property, month.previous(), basis, book);
    }

    /** One text per scope, for sorting and storing. */
    public String canonical() {
        return organisation + "|" + property + "|" + basis.code() + "|" + book + "|" + month;
    }

    @Override
    public int compareTo(GlScope other) {
        return canonical().compareTo(other.canonical());
    }

    @Override
    public String toString() {
        return "property " + property + ", " + month + ", " + basis.code() + ", book " + book;
    }
}
