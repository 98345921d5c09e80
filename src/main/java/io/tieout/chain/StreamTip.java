package io.tieout.chain;

/**
 * Where the next block of a stream begins.
 *
 * @param stream name of the stream
 * @param nextBlockNo number of the next block
 * @param nextSeq number of the next event
 * @param head head of the last block; {@link Hash#ZERO} before the genesis block
 * @param epoch epoch of the last block; 0 before the genesis block
 */
public record StreamTip(String stream, long nextBlockNo, long nextSeq, Hash head, long epoch) {

    /** The tip of a stream that does not exist yet. */
    public static StreamTip beforeGenesis(String stream) {
        return new StreamTip(stream, 0, 1, Hash.ZERO, 0);
    }
}
