package io.tieout.chain;

import java.nio.charset.StandardCharsets;
import java.util.List;

/**
 * The trace a memo or name leaves in the chain: SHA-256 over a random salt and the texts.
 *
 * <p>The texts and the salt lie in an erasable row. While they are there, the chain proves them; once they are erased,
 * nobody can find out by trying names what they were, and the chain still verifies.
 */
public final class SaltedHash {

    /** Bytes of salt; 128 bits leave nothing to try. */
    public static final int SALT_BYTES = 16;

    private SaltedHash() {}

    /** SHA-256 of salt, then each text as u32 length and UTF-8. The salt comes from a strong random source. */
    public static Hash of(byte[] salt, List<String> texts) {
        if (salt.length != SALT_BYTES) {
            throw new IllegalArgumentException("a salt has " + SALT_BYTES + " bytes, not " + salt.length);
        }
        var engine = new Sha256();
        engine.update(salt, 0, salt.length);
        byte[] size = new byte[4];
        for (String text : texts) {
            byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
            Bits.putInt(size, 0, bytes.length);
            engine.update(size, 0, 4);
            engine.update(bytes, 0, bytes.length);
        }
        return engine.finish();
    }
}
