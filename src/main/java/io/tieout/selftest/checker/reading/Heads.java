package io.tieout.selftest.checker.reading;

import io.tieout.selftest.checker.Invariant;
import io.tieout.selftest.checker.Violation;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.PublicKey;
import java.security.Signature;
import java.security.spec.X509EncodedKeySpec;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;

/** The file of signed heads, {@code ledger-heads.txt}: each statement signed by the key, each head on the chain. */
public final class Heads {

    private static final String SIGNATURE = "signature ed25519 ";

    private Heads() {}

    /**
     * What does not hold (I12).
     *
     * @param headsText content of {@code ledger-heads.txt}; empty when nothing was witnessed
     * @param publicKeyPem content of {@code ledger-signing.pub}
     */
    public static List<Violation> check(String headsText, String publicKeyPem, Export export) {
        var violations = new ArrayList<Violation>();
        int number = 0;
        for (var statement : headsText.split("\n\n")) {
            if (statement.isBlank()) {
                continue;
            }
            number++;
            var place = "witnessed heads " + number;
            int at = statement.lastIndexOf(SIGNATURE);
            if (at < 0 || !isSigned(statement.substring(0, at), statement.substring(at), publicKeyPem)) {
                violations.add(
                        new Violation(Invariant.I12, place, "a statement signed by the key", "not signed by it"));
                continue;
            }
            for (var line : statement.substring(0, at).split("\n")) {
                if (line.startsWith("stream ")) {
                    head(line.split(" "), place, export, violations);
                }
            }
        }
        return violations;
    }

    private static void head(String[] words, String place, Export export, List<Violation> violations) {
        var found = export.heads().getOrDefault(words[1], Map.of()).get(Long.valueOf(words[2]));
        var expected = new Export.Head(Long.parseLong(words[3]), words[4]);
        if (!expected.equals(found)) {
            violations.add(new Violation(
                    Invariant.I12,
                    place + ", " + words[1] + " block " + words[2],
                    expected.toString(),
                    found == null ? "no such block" : found.toString()));
        }
    }

    private static boolean isSigned(String statement, String signatureLine, String publicKeyPem) {
        try {
            var engine = Signature.getInstance("Ed25519");
            engine.initVerify(key(publicKeyPem));
            engine.update(statement.getBytes(StandardCharsets.UTF_8));
            return engine.verify(Base64.getDecoder()
                    .decode(signatureLine.substring(SIGNATURE.length()).strip()));
        } catch (GeneralSecurityException | IllegalArgumentException e) {
            return false;
        }
    }

    private static PublicKey key(String pem) throws GeneralSecurityException {
        var text = new StringBuilder();
        pem.lines().filter(line -> !line.startsWith("-----")).forEach(text::append);
        return KeyFactory.getInstance("Ed25519")
                .generatePublic(new X509EncodedKeySpec(
                        Base64.getDecoder().decode(text.toString().strip())));
    }
}
