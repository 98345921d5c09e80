package io.tieout.chain;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.PrivateKey;
import java.security.PublicKey;
import java.security.Signature;
import java.util.Base64;

/**
 * A statement of all heads under an Ed25519 signature (RFC 8032).
 *
 * <p>A plain chain proves inner consistency only: who owns the file can rebuild it. A signed head kept elsewhere shows
 * a rebuilt or a cut chain (safety 4.3, S51).
 *
 * @param statement what is signed
 * @param signature 64 bytes over the UTF-8 bytes of {@link HeadStatement#text()}, in Base64
 */
public record SignedHead(HeadStatement statement, String signature) {

    private static final String SIGNATURE_LINE = "signature ed25519 ";

    /** Signs a statement. */
    public static SignedHead sign(HeadStatement statement, PrivateKey key) {
        try {
            var engine = Signature.getInstance("Ed25519");
            engine.initSign(key);
            engine.update(statement.text().getBytes(StandardCharsets.UTF_8));
            return new SignedHead(statement, Base64.getEncoder().encodeToString(engine.sign()));
        } catch (GeneralSecurityException e) {
            throw new IllegalArgumentException("the key is not an Ed25519 private key", e);
        }
    }

    /** Whether the signature was made over exactly this statement by the holder of the key. */
    public boolean isSignedBy(PublicKey key) {
        try {
            var engine = Signature.getInstance("Ed25519");
            engine.initVerify(key);
            engine.update(statement.text().getBytes(StandardCharsets.UTF_8));
            return engine.verify(Base64.getDecoder().decode(signature));
        } catch (GeneralSecurityException | IllegalArgumentException e) {
            return false;
        }
    }

    /** The text for a witness: the statement, then one line with the signature. */
    public String text() {
        return statement.text() + SIGNATURE_LINE + signature + "\n";
    }

    /** Reads {@link #text()}; throws IllegalArgumentException for anything else. */
    public static SignedHead parse(String text) {
        int at = text.lastIndexOf(SIGNATURE_LINE);
        if (at < 0 || !text.endsWith("\n")) {
            throw new IllegalArgumentException("no line '" + SIGNATURE_LINE + "...' at the end");
        }
        return new SignedHead(
                HeadStatement.parse(text.substring(0, at)),
                text.substring(at + SIGNATURE_LINE.length(), text.length() - 1));
    }
}
