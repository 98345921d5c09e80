package io.tieout.chain;

/**
 * The end of a stream as it was at some moment.
 *
 * @param stream name of the stream; no spaces
 * @param blockNo number of its last block
 * @param events number of events, the genesis event counted
 * @param head head of the last block
 */
public record StreamHead(String stream, long blockNo, long events, Hash head) {

    public StreamHead {
        if (stream.isEmpty() || stream.chars().anyMatch(c -> c <= ' ' || c == 127)) {
            throw new IllegalArgumentException("a stream name holds no spaces: '" + stream + "'");
        }
    }
}
