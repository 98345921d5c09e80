package io.tieout.chain;

import java.util.Arrays;

/**
 * Gathers the events of a commit into blocks of one stream.
 *
 * <p>Buffers are kept from block to block. Not safe for use by two threads.
 */
public final class BlockBuilder {

    private final Sha256 engine = new Sha256();
    private final BlockHeader header;
    private StreamTip tip;
    private byte[] body = new byte[16 * 1024];
    private int bodyBytes;
    private byte[] leaves = new byte[64 * Hash.BYTES];
    private int count;

    /** Starts where the stream stands. */
    public BlockBuilder(StreamTip tip) {
        this.tip = tip;
        this.header = new BlockHeader(tip.stream(), engine);
    }

    /** Whether the event still fits into the open block. */
    public boolean fits(ChainEvent event) {
        return count < ChainBlock.EVENTS_MAX
                && bodyBytes + Frame.HEADER_BYTES + event.payload().length <= ChainBlock.BODY_BYTES_MAX;
    }

    /**
     * Adds an event to the open block.
     *
     * @return the event's number in its stream
     * @throws IllegalStateException when it does not fit; seal the block first
     */
    public long add(ChainEvent event) {
        if (!fits(event)) {
            throw new IllegalStateException("the block is full: " + count + " events, " + bodyBytes + " bytes");
        }
        byte[] payload = event.payload();
        int size = Frame.HEADER_BYTES + payload.length;
        if (bodyBytes + size > body.length) {
            body = Arrays.copyOf(body, Math.max(body.length * 2, bodyBytes + size));
        }
        Frame.putHeader(body, bodyBytes, event.kind().code(), event.version(), payload.length);
        System.arraycopy(payload, 0, body, bodyBytes + Frame.HEADER_BYTES, payload.length);
        if ((count + 1) * Hash.BYTES > leaves.length) {
            leaves = Arrays.copyOf(leaves, leaves.length * 2);
        }
        engine.update(body, bodyBytes, size);
        engine.finishInto(leaves, count * Hash.BYTES);
        bodyBytes += size;
        return tip.nextSeq() + count++;
    }

    /** Whether the open block holds no event. */
    public boolean isEmpty() {
        return count == 0;
    }

    /** Number of the event that would be added next. */
    public long nextSeq() {
        return tip.nextSeq() + count;
    }

    /** Where the stream stands after the last sealed block. */
    public StreamTip tip() {
        return tip;
    }

    /**
     * Ends the open block and begins the next.
     *
     * @param epoch the writer's fencing epoch, not below the last block's
     * @param committedAtMicros microseconds since 1970 UTC
     */
    public ChainBlock seal(long epoch, long committedAtMicros) {
        if (count == 0) {
            throw new IllegalStateException("a block of no events");
        }
        if (epoch < tip.epoch()) {
            throw new IllegalStateException("epoch " + epoch + " after " + tip.epoch() + " in " + tip.stream());
        }
        byte[] head = new byte[Hash.BYTES];
        var block = new ChainBlock(
                tip.stream(),
                tip.nextBlockNo(),
                tip.nextSeq(),
                count,
                epoch,
                committedAtMicros,
                Arrays.copyOf(body, bodyBytes),
                Arrays.copyOf(leaves, count * Hash.BYTES),
                head);
        header.headInto(head, tip.head().toBytes(), block, block.leaves(), block.leaves().length);
        tip = block.tip();
        bodyBytes = 0;
        count = 0;
        return block;
    }

    /** Forgets the open block and everything since {@code earlier}, after a commit that did not happen. */
    public void rewind(StreamTip earlier) {
        if (!earlier.stream().equals(tip.stream())) {
            throw new IllegalArgumentException("a tip of " + earlier.stream() + " for " + tip.stream());
        }
        tip = earlier;
        bodyBytes = 0;
        count = 0;
    }
}
