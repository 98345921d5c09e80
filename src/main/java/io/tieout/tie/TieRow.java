package io.tieout.tie;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * One comparison: both sides by column, and the signed difference that is left.
 *
 * @param scope what it is about, in words: property, month, basis; or target account and month
 * @param account number and name, or what is compared
 * @param columns amounts in signed minor units (debit positive), in order
 * @param difference one side minus the other; zero when the identity holds
 * @param explainedBy held, excluded or foreign items that stand between the two sides
 */
public record TieRow(
        Identity identity,
        String scope,
        String account,
        Map<String, Long> columns,
        long difference,
        List<String> explainedBy) {

    public TieRow {
        columns = Collections.unmodifiableMap(new LinkedHashMap<>(columns));
        explainedBy = List.copyOf(explainedBy);
    }

    public Status status() {
        if (difference != 0) {
            return Status.DIFFERENCE;
        }
        return explainedBy.isEmpty() ? Status.ZERO : Status.EXPLAINED;
    }

    /** How a row stands. */
    public enum Status {
        /** Both sides are equal and nothing stands between them. */
        ZERO,
        /** Both sides are equal once listed items are counted. */
        EXPLAINED,
        /** Something is missing, doubled or changed. */
        DIFFERENCE
    }

    /** Builds the columns of a row in order. */
    static final class Columns {
        private final Map<String, Long> columns = new LinkedHashMap<>();
        private final List<String> explained = new ArrayList<>();

        Columns put(String name, long amountMinor) {
            columns.put(name, amountMinor);
            return this;
        }

        /** A column that explains a part of the difference, when it is not zero. */
        Columns explain(String name, long amountMinor) {
            columns.put(name, amountMinor);
            if (amountMinor != 0) {
                explained.add(name);
            }
            return this;
        }

        Columns because(String words) {
            explained.add(words);
            return this;
        }

        TieRow row(Identity identity, String scope, String account, long difference) {
            return new TieRow(identity, scope, account, columns, difference, explained);
        }
    }
}
