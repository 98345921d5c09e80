package io.tieout.chain;

import io.tieout.chain.ChainFault.Kind;
import java.util.Arrays;
import java.util.Optional;

/**
 * Verifies one stream, block by block, in flat memory.
 *
 * <p>Give it the blocks in the order in which they are stored. It stops at the first fault: after it nothing that
 * follows could be trusted. Not safe for use by two threads.
 */
public final class ChainWalk {

    private final String stream;
    private final Sha256 engine = new Sha256();
    private final BlockHeader header;
    private final byte[] hash = new byte[Hash.BYTES];
    private byte[] lastHead = Hash.ZERO.toBytes();
    private byte[] computedLeaves = new byte[64 * Hash.BYTES];
    private long nextBlockNo;
    private long nextSeq = 1;
    private long epoch;
    private Optional<Genesis> genesis = Optional.empty();
    private Optional<ChainFault> fault = Optional.empty();

    public ChainWalk(String stream) {
        this.stream = stream;
        this.header = new BlockHeader(stream, engine);
    }

    /** Takes the next block. Returns the fault of the stream, this block's or an earlier one's. */
    public Optional<ChainFault> next(ChainBlock block) {
        if (fault.isPresent()) {
            return fault;
        }
        fault = numbersFault(block).or(() -> contentFault(block)).or(() -> genesisFault(block));
        if (fault.isEmpty()) {
            lastHead = block.head();
            nextBlockNo = block.blockNo() + 1;
            nextSeq = block.firstSeq() + block.eventCount();
            epoch = block.epoch();
        }
        return fault;
    }

    /** The fault found so far. */
    public Optional<ChainFault> fault() {
        return fault;
    }

    /** The genesis, once block 0 was walked. */
    public Optional<Genesis> genesis() {
        return genesis;
    }

    /** Where the stream stands after the blocks walked without fault. */
    public StreamTip tip() {
        return new StreamTip(stream, nextBlockNo, nextSeq, Hash.of(lastHead), epoch);
    }

    private Optional<ChainFault> numbersFault(ChainBlock block) {
        if (!block.stream().equals(stream)) {
            return fault(block, Kind.STREAM, stream, block.stream());
        }
        if (block.blockNo() != nextBlockNo) {
            var kind = block.blockNo() < nextBlockNo ? Kind.BLOCK_REPEATED : Kind.BLOCK_MISSING;
            return Optional.of(new ChainFault(
                    kind, stream, nextBlockNo, nextSeq, "block " + nextBlockNo, "block " + block.blockNo()));
        }
        if (block.firstSeq() != nextSeq) {
            return Optional.of(new ChainFault(
                    Kind.FIRST_SEQ,
                    stream,
                    block.blockNo(),
                    nextSeq,
                    "first_seq " + nextSeq,
                    "first_seq " + block.firstSeq()));
        }
        if (block.epoch() < epoch) {
            return fault(block, Kind.EPOCH, "epoch " + epoch + " or later", "epoch " + block.epoch());
        }
        if (block.head().length != Hash.BYTES) {
            return fault(block, Kind.HEADER_OR_HEAD, "a head of 32 bytes", block.head().length + " bytes");
        }
        return Optional.empty();
    }

    private Optional<ChainFault> contentFault(ChainBlock block) {
        byte[] body = block.body();
        byte[] leaves = block.leaves();
        int offset = 0;
        int count = 0;
        while (offset < body.length) {
            int size = Frame.sizeAt(body, offset);
            int leafAt = count * Hash.BYTES;
            if (size < 0 || leafAt + Hash.BYTES > leaves.length) {
                return countOrEventFault(block, count, size < 0);
            }
            engine.update(body, offset, size);
            engine.finishInto(hash, 0);
            if (!Arrays.equals(hash, 0, Hash.BYTES, leaves, leafAt, leafAt + Hash.BYTES)) {
                return eventOrLeafFault(block, count);
            }
            offset += size;
            count++;
        }
        if (count != block.eventCount() || leaves.length != count * Hash.BYTES) {
            return countOrEventFault(block, count, false);
        }
        header.headInto(hash, lastHead, block, leaves, leaves.length);
        if (!Arrays.equals(hash, block.head())) {
            return fault(block, Kind.HEADER_OR_HEAD, "head " + Hash.of(hash), "head " + Hash.of(block.head()));
        }
        return Optional.empty();
    }

    /** Event {@code index} does not meet its leaf: the stored head tells which of the two was altered. */
    private Optional<ChainFault> eventOrLeafFault(ChainBlock block, int index) {
        String computed = "leaf " + Hash.of(hash);
        int at = index * Hash.BYTES;
        String stored = "leaf " + Hash.of(Arrays.copyOfRange(block.leaves(), at, at + Hash.BYTES));
        boolean leafAltered = headHoldsForBody(block);
        long seq = block.firstSeq() + index;
        return Optional.of(
                leafAltered
                        ? new ChainFault(Kind.LEAF, stream, block.blockNo(), seq, computed, stored)
                        : new ChainFault(Kind.EVENT, stream, block.blockNo(), seq, stored, computed));
    }

    /** Whether the stored head was made over the leaves that the stored body gives. */
    private boolean headHoldsForBody(ChainBlock block) {
        byte[] body = block.body();
        int count = 0;
        for (int offset = 0; offset < body.length; count++) {
            int size = Frame.sizeAt(body, offset);
            if (size < 0 || count >= ChainBlock.EVENTS_MAX) {
                return false;
            }
            if ((count + 1) * Hash.BYTES > computedLeaves.length) {
                computedLeaves = Arrays.copyOf(computedLeaves, computedLeaves.length * 2);
            }
            engine.update(body, offset, size);
            engine.finishInto(computedLeaves, count * Hash.BYTES);
            offset += size;
        }
        byte[] head = new byte[Hash.BYTES];
        header.headInto(head, lastHead, block, computedLeaves, count * Hash.BYTES);
        return Arrays.equals(head, block.head());
    }

    private Optional<ChainFault> countOrEventFault(ChainBlock block, int index, boolean brokenFrame) {
        long seq = block.firstSeq() + index;
        String stored = "event_count " + block.eventCount() + ", " + block.leaves().length + " bytes of leaves, "
                + (brokenFrame ? "no whole event at number " + index : index + " whole events");
        var kind = brokenFrame ? Kind.EVENT : Kind.EVENT_COUNT;
        return Optional.of(new ChainFault(
                kind, stream, block.blockNo(), seq, "as many whole events as event_count and leaves say", stored));
    }

    private Optional<ChainFault> genesisFault(ChainBlock block) {
        if (block.blockNo() != 0) {
            return Optional.empty();
        }
        try {
            var found = Genesis.of(block);
            if (!found.stream().equals(stream)) {
                return fault(block, Kind.GENESIS, "genesis of " + stream, "genesis of " + found.stream());
            }
            genesis = Optional.of(found);
            return Optional.empty();
        } catch (IllegalArgumentException e) {
            return fault(block, Kind.GENESIS, "one genesis event", String.valueOf(e.getMessage()));
        }
    }

    private Optional<ChainFault> fault(ChainBlock block, Kind kind, String expected, String found) {
        return Optional.of(new ChainFault(kind, stream, block.blockNo(), nextSeq, expected, found));
    }
}
