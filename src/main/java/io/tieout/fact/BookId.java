package io.tieout.fact;

/**
 * A GL book of the source system: a posting book, not a basis.
 *
 * @param value the source's id as text, for example {@code 616}
 */
public record BookId(String value) implements Comparable<BookId> {

    public BookId {
        if (value.isBlank()) {
            throw new IllegalArgumentException("empty BookId");
        }
    }

    @Override
    public int compareTo(BookId other) {
        return value.compareTo(other.value);
    }

    @Override
    public String toString() {
        return value;
    }
}
