package io.tieout.mapping;

/** One company of one target, for example {@code quickbooks:9341450000000001}. */
public record CompanyKey(String value) implements Comparable<CompanyKey> {

    @Override
    public int compareTo(CompanyKey other) {
        return value.compareTo(other.value);
    }

    @Override
    public String toString() {
        return value;
    }
}
