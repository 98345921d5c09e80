package io.tieout.chain;

import java.security.DigestException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;

/**
 * One reusable SHA-256 engine.
 *
 * <p>Not safe for use by two threads. Kept because looking an engine up costs more than hashing a short event.
 */
public final class Sha256 {

    private final MessageDigest engine;

    public Sha256() {
        try {
            engine = MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform must offer SHA-256", e);
        }
    }

    /** The hash of the bytes. */
    public static Hash of(byte[] bytes) {
        var engine = new Sha256();
        engine.update(bytes, 0, bytes.length);
        return engine.finish();
    }

    /** Adds a range of bytes. */
    public void update(byte[] bytes, int offset, int length) {
        engine.update(bytes, offset, length);
    }

    /** Ends the hash and starts anew. */
    public Hash finish() {
        return Hash.of(engine.digest());
    }

    /** Ends the hash into {@code target}, without allocating, and starts anew. */
    public void finishInto(byte[] target, int offset) {
        try {
            engine.digest(target, offset, Hash.BYTES);
        } catch (DigestException e) {
            throw new IllegalArgumentException("no room for 32 bytes at offset " + offset, e);
        }
    }
}
