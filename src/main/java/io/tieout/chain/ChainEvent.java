package io.tieout.chain;

/**
 * One thing that happened, ready for the chain.
 *
 * @param kind what happened
 * @param version version of the payload's field list for this kind, 1 to 65535
 * @param payload canonical payload as {@link PayloadWriter} makes it; not copied, the caller gives it away
 */
public record ChainEvent(EventKind kind, int version, byte[] payload) {

    public ChainEvent {
        if (version < 1 || version > 0xffff) {
            throw new IllegalArgumentException("an event version lies between 1 and 65535, not " + version);
        }
        if (Frame.HEADER_BYTES + payload.length > ChainBlock.BODY_BYTES_MAX) {
            throw new IllegalArgumentException(kind + " has " + payload.length + " bytes and fits no block of "
                    + ChainBlock.BODY_BYTES_MAX + "; store the bytes beside the chain and name them by hash");
        }
    }

    /** An event of version 1. */
    public static ChainEvent of(EventKind kind, byte[] payload) {
        return new ChainEvent(kind, 1, payload);
    }
}
