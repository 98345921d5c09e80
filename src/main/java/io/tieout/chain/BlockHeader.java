package io.tieout.chain;

import java.nio.charset.StandardCharsets;

/**
 * The fixed header that goes into a block's head, 80 bytes:
 *
 * <pre>
 *   4  "TOB1"
 *  32  SHA-256 of the stream's name in UTF-8
 *   8  block_no
 *   8  first_seq
 *   4  event_count
 *   8  epoch
 *   8  committed_at_micros
 *   8  length of the body
 * </pre>
 *
 * <p>One object serves one stream; its buffer is used again for each block.
 */
final class BlockHeader {

    static final int BYTES = 80;
    private static final byte[] MAGIC = "TOB1".getBytes(StandardCharsets.US_ASCII);

    private final byte[] header = new byte[BYTES];
    private final Sha256 engine;

    BlockHeader(String stream, Sha256 engine) {
        this.engine = engine;
        System.arraycopy(MAGIC, 0, header, 0, MAGIC.length);
        byte[] name = stream.getBytes(StandardCharsets.UTF_8);
        engine.update(name, 0, name.length);
        engine.finishInto(header, 4);
    }

    /** Writes SHA-256(previous head, header, leaves) into {@code target}. */
    void headInto(byte[] target, byte[] previousHead, ChainBlock block, byte[] leaves, int leavesBytes) {
        headInto(
                target,
                previousHead,
                new Numbers(
                        block.blockNo(),
                        block.firstSeq(),
                        block.eventCount(),
                        block.epoch(),
                        block.committedAtMicros(),
                        block.body().length),
                leaves,
                leavesBytes);
    }

    void headInto(byte[] target, byte[] previousHead, Numbers numbers, byte[] leaves, int leavesBytes) {
        Bits.putLong(header, 36, numbers.blockNo);
        Bits.putLong(header, 44, numbers.firstSeq);
        Bits.putInt(header, 52, numbers.eventCount);
        Bits.putLong(header, 56, numbers.epoch);
        Bits.putLong(header, 64, numbers.committedAtMicros);
        Bits.putLong(header, 72, numbers.bodyBytes);
        engine.update(previousHead, 0, Hash.BYTES);
        engine.update(header, 0, BYTES);
        engine.update(leaves, 0, leavesBytes);
        engine.finishInto(target, 0);
    }

    record Numbers(long blockNo, long firstSeq, int eventCount, long epoch, long committedAtMicros, int bodyBytes) {}
}
