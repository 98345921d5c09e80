package io.tieout.sandbox.quickbooks;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;

/**
 * One entity as it stands. The JSON is kept as text, because tens of thousands of parsed trees would not fit a small
 * heap; what queries and reports need often stands beside it.
 *
 * @param docNumber number of a transaction, empty for none
 * @param date transaction date; {@link LocalDate#EPOCH} for list entries
 * @param name unique name of a list entry, empty for transactions
 * @param active always true for transactions
 * @param lines what it posts; empty for list entries
 */
record Stored(
        EntityType type,
        long id,
        int syncToken,
        String json,
        Instant created,
        Instant updated,
        String docNumber,
        LocalDate date,
        String name,
        boolean active,
        List<LedgerLine> lines) {

    /** Answers are written around the entity: {@code {"Bill":{...},"time":"..."}}. */
    String wrapped(String entityJson) {
        return "\"" + type.word() + "\":" + entityJson;
    }
}
