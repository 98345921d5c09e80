package io.tieout.chain;

/**
 * The events of one commit in one stream.
 *
 * <p>The arrays are not copied: a ledger of a million events is walked through this type. Nobody writes into them.
 *
 * @param stream name, for example {@code org/demo-properties}, {@code company/qbo-sandbox-9341}, {@code installation}
 * @param blockNo 0 for the genesis block, then without gap
 * @param firstSeq number of the first event in its stream; the genesis event is 1
 * @param eventCount number of events, 1 to {@link #EVENTS_MAX}
 * @param epoch fencing epoch of the writer; never goes down
 * @param committedAtMicros microseconds since 1970 UTC by the writer's clock; informative, may step back
 * @param body frames one after the other
 * @param leaves 32 bytes for each event
 * @param head SHA-256 of previous head, header and leaves
 */
public record ChainBlock(
        String stream,
        long blockNo,
        long firstSeq,
        int eventCount,
        long epoch,
        long committedAtMicros,
        byte[] body,
        byte[] leaves,
        byte[] head) {

    /** Most events in a block. */
    public static final int EVENTS_MAX = 1_000;

    /** Most bytes in a block's body: 1 MiB. */
    public static final int BODY_BYTES_MAX = 1 << 20;

    /** Number of the last event. */
    public long lastSeq() {
        return firstSeq + eventCount - 1;
    }

    /** Where a stream stands after this block. */
    public StreamTip tip() {
        return new StreamTip(stream, blockNo + 1, lastSeq() + 1, Hash.of(head), epoch);
    }

    /**
     * Hands each event to {@code reader}, in order. The block must have been walked: a broken frame throws.
     */
    public void forEachFrame(FrameReader reader) {
        int offset = 0;
        for (int i = 0; i < eventCount; i++) {
            int size = Frame.sizeAt(body, offset);
            if (size < 0) {
                throw new Payload.MalformedPayload("no whole event " + (firstSeq + i) + " in block " + blockNo);
            }
            reader.read(firstSeq + i, Frame.at(body, offset, size));
            offset += size;
        }
    }

    /** Hands each event to {@code reader} as it lies in the body, without reading its fields. */
    public void forEachRaw(RawReader reader) {
        int offset = 0;
        for (int i = 0; i < eventCount; i++) {
            int size = Frame.sizeAt(body, offset);
            if (size < 0) {
                throw new Payload.MalformedPayload("no whole event " + (firstSeq + i) + " in block " + blockNo);
            }
            reader.read(
                    firstSeq + i,
                    Bits.getShort(body, offset + 4),
                    body,
                    offset + Frame.HEADER_BYTES,
                    size - Frame.HEADER_BYTES);
            offset += size;
        }
    }

    /** Takes one event: its number, the code of its kind, and where its payload lies. */
    @FunctionalInterface
    public interface RawReader {
        void read(long seq, int type, byte[] body, int payloadOffset, int payloadLength);
    }

    /** Takes one event: its number in the stream and its frame. */
    @FunctionalInterface
    public interface FrameReader {
        void read(long seq, Frame frame);
    }
}
