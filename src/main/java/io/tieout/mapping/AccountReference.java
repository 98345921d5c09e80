package io.tieout.mapping;

/**
 * How a mapping names an account of the target.
 *
 * @param kind by account number, by the target's own id, or by full name
 */
public record AccountReference(Kind kind, String value) {

    public enum Kind {
        NUMBER,
        ID,
        NAME
    }

    public AccountReference {
        if (value.isBlank()) {
            throw new IllegalArgumentException("empty account reference");
        }
    }

    /** As written in a mapping: {@code 1010}, {@code id:35}, {@code name:Cash}. */
    @Override
    public String toString() {
        return switch (kind) {
            case NUMBER -> value;
            case ID -> "id:" + value;
            case NAME -> "name:" + value;
        };
    }
}
