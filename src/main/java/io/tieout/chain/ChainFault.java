package io.tieout.chain;

/**
 * The first place where a stream is not what was written.
 *
 * @param kind what is wrong
 * @param stream name of the stream
 * @param blockNo number of the block
 * @param seq number of the event; for a fault of a whole block its first event
 * @param expected what the chain demands
 * @param found what is stored
 */
public record ChainFault(Kind kind, String stream, long blockNo, long seq, String expected, String found) {

    /** The kinds of faults. */
    public enum Kind {
        /** The first block is not a genesis block of this stream. */
        GENESIS,
        /** One or more blocks are missing before this one. */
        BLOCK_MISSING,
        /** The block's number came before: it is repeated or out of order. */
        BLOCK_REPEATED,
        /** The block belongs to another stream. */
        STREAM,
        /** {@code first_seq} does not follow the block before. */
        FIRST_SEQ,
        /** {@code event_count}, the number of frames and the number of leaves differ. */
        EVENT_COUNT,
        /** {@code epoch} went down. */
        EPOCH,
        /** An event in {@code body} is not the one that was written. */
        EVENT,
        /** A hash in {@code leaves} is not the one that was written. */
        LEAF,
        /** {@code epoch}, {@code committed_at_micros} or {@code head} is not what was written. */
        HEADER_OR_HEAD,
        /** The stream ends before, or not at, a head that was witnessed. */
        WITNESS
    }

    /** One line for people. */
    public String sentence() {
        return "stream " + stream + ", block " + blockNo + ", event " + seq + ": " + kind + ", expected " + expected
                + ", found " + found;
    }
}
