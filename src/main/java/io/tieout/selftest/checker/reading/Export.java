package io.tieout.selftest.checker.reading;

import io.tieout.selftest.checker.LedgerEvent;
import io.tieout.selftest.checker.Violation;
import java.util.List;
import java.util.Map;

/**
 * An exported ledger as read.
 *
 * @param events stream by stream, each in its order
 * @param storedItems SHA-256 of the stored bytes by posting id
 * @param violations of the chain (I12), found while reading
 */
public record Export(
        String installation,
        String environment,
        List<LedgerEvent> events,
        Map<String, String> storedItems,
        Map<String, Map<Long, Head>> heads,
        List<Violation> violations) {

    /** Where a stream stood after a block. */
    public record Head(long events, String hash) {}

    public Export {
        events = List.copyOf(events);
        storedItems = Map.copyOf(storedItems);
        violations = List.copyOf(violations);
    }
}
