package io.tieout.selftest.checker;

import java.util.List;

/**
 * One request as it arrived at the other side.
 *
 * @param company whose books it speaks to: the target company as the ledger names it ({@code quickbooks:REALM}), or the
 *     source's organisation
 * @param operation the vendor's word for the call, for messages
 * @param key idempotency key; empty where there is none
 * @param bodySha256 SHA-256 of the whole body in hexadecimal digits; may be empty for reads
 * @param items what the call carries; see {@link Item}
 * @param answered whether a whole answer of success was sent back undamaged
 * @param found how many documents the answer to a search showed; 0 for anything else
 * @param committed whether it changed the state; a late one says so only once it has
 * @param late whether it was (or will be) applied after its connection was given up
 * @param arrival number in order of arrival, counted over all systems or within one, from 1
 * @param atMicros arrival by the other side's clock, microseconds since 1970 UTC
 */
public record Request(
        String company,
        Act act,
        String operation,
        String key,
        String bodySha256,
        List<Item> items,
        boolean answered,
        int found,
        boolean committed,
        boolean late,
        long arrival,
        long atMicros) {

    /** What a request wants. */
    public enum Act {
        /** Reads anything, without looking for documents of ours. */
        READ,
        /** Looks for documents by their number: one item with the marker for each number. */
        SEARCH_NUMBER,
        /** Lists what was created since a moment. */
        SEARCH_CREATED,
        /** Makes documents in the target: an item for each, with item id, marker and hash of the item's bytes. */
        CREATE,
        /** Changes, deletes or voids; never allowed. */
        CHANGE,
        /** Marks source lines as exported: an item for each, with the source id as item id. */
        MARK;

        boolean writes() {
            return this == CREATE || this == CHANGE || this == MARK;
        }
    }

    /**
     * One thing a request carries.
     *
     * @param id item id within the call ({@code bId}), or a source id
     * @param marker document number; empty where there is none
     * @param sha256 SHA-256 of the item's bytes in hexadecimal digits; empty where there are none
     */
    public record Item(String id, String marker, String sha256) {}

    public Request {
        items = List.copyOf(items);
    }

    /** For messages. */
    public String place() {
        return "request " + arrival + " (" + operation + " to " + company + ")";
    }
}
