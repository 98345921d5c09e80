package io.tieout.flow.port;

import java.util.Optional;

/** Saved answers of the outside world, compressed, by their SHA-256 (hex). May be purged; the hashes stay in the ledger. */
public interface RawStore extends AutoCloseable {

    /** Saves an answer and returns its hash; the same bytes are kept once. Durable when it returns. */
    String save(String system, String call, byte[] body);

    Optional<byte[]> find(String hash);

    @Override
    void close();
}
