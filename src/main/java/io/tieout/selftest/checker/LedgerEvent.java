package io.tieout.selftest.checker;

import java.util.HexFormat;
import java.util.List;
import java.util.Map;

/**
 * One event of the ledger, as {@code export --jsonl} shows it.
 *
 * @param stream for example {@code company/quickbooks:9341450000000001}
 * @param seq number in its stream, from 1
 * @param kind for example {@code POSTING_INTENT}
 * @param payload members by name: {@code String}, {@code Long}, {@code byte[]} or a list of strings; not copied, so it
 *     must not change any more
 * @param epoch fencing epoch of the writer
 * @param committedAtMicros time of the commit by the writer's clock, microseconds since 1970 UTC
 */
public record LedgerEvent(
        String stream, long seq, String kind, Map<String, Object> payload, long epoch, long committedAtMicros) {

    /** A text; empty when the member is missing or of another type. */
    public String text(String name) {
        return payload.get(name) instanceof String text ? text : "";
    }

    /** A whole number; 0 when the member is missing or of another type. */
    public long number(String name) {
        return payload.get(name) instanceof Long number ? number : 0;
    }

    /** Bytes as lower-case hexadecimal digits; empty when the member is missing or of another type. */
    public String hex(String name) {
        return payload.get(name) instanceof byte[] bytes ? HexFormat.of().formatHex(bytes) : "";
    }

    /** For messages: {@code company/x 17 POSTING_INTENT}. */
    public String place() {
        return stream + " " + seq + " " + kind;
    }

    /** Whether the other event says the same in the same place; times and epochs are the block's. */
    boolean saysTheSame(LedgerEvent other) {
        return stream.equals(other.stream)
                && seq == other.seq
                && kind.equals(other.kind)
                && payload.size() == other.payload.size()
                && payload.entrySet().stream()
                        .allMatch(e -> same(e.getValue(), other.payload.getOrDefault(e.getKey(), List.of())));
    }

    private static boolean same(Object one, Object other) {
        return one instanceof byte[] bytes && other instanceof byte[] others
                ? java.util.Arrays.equals(bytes, others)
                : one.equals(other);
    }
}
