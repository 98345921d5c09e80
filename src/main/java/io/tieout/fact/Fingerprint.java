package io.tieout.fact;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.LocalDate;
import java.util.HexFormat;

/**
 * Hash of what a source line would post; tells "already there" from "there, but different".
 *
 * <p>Covers account, transaction type, post month, post date and signed amount. Left out on purpose: reference and memo
 * (they are kept separately and move no money) and every running figure such as the balance, which one late line would
 * change for all lines after it.
 *
 * @param hex first 16 bytes of SHA-256 in lower-case hexadecimal
 */
public record Fingerprint(String hex) {

    public static Fingerprint of(
            GlAccountId account, String transactionType, PostMonth month, LocalDate postDate, long signedMinor) {
        var text = account.value() + '\n' + transactionType + '\n' + month + '\n' + postDate + '\n' + signedMinor;
        return new Fingerprint(HexFormat.of().formatHex(sha256(text), 0, 16));
    }

    private static byte[] sha256(String text) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java runtime has SHA-256", e);
        }
    }
}
