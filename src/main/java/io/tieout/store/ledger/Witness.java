package io.tieout.store.ledger;

import io.tieout.chain.SignedHead;
import io.tieout.finding.Finding;
import io.tieout.finding.Stopped;
import io.tieout.store.event.LedgerCode;
import io.tieout.store.sql.PrivateFile;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.PrivateKey;
import java.security.PublicKey;
import java.security.spec.PKCS8EncodedKeySpec;
import java.security.spec.X509EncodedKeySpec;
import java.util.ArrayList;
import java.util.Base64;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * The signing key and the file of signed heads, in a folder outside the data folder.
 *
 * <p>Files: {@code ledger-signing.key} (Ed25519, PKCS 8 in PEM, mode 0600), {@code ledger-signing.pub} (for whoever
 * checks), {@code ledger-heads.txt} (signed heads, one after the other, each ended by an empty line; only appended).
 */
final class Witness {

    private static final Set<PosixFilePermission> OWNER_ONLY =
            EnumSet.of(PosixFilePermission.OWNER_READ, PosixFilePermission.OWNER_WRITE);

    private final Path heads;
    private final PrivateKey privateKey;
    private final PublicKey publicKey;

    private Witness(Path heads, PrivateKey privateKey, PublicKey publicKey) {
        this.heads = heads;
        this.privateKey = privateKey;
        this.publicKey = publicKey;
    }

    /** Opens the folder; makes key and folder at the first time. */
    static Witness open(Path folder, Path dataFolder) {
        if (folder.toAbsolutePath()
                .normalize()
                .startsWith(dataFolder.toAbsolutePath().normalize())) {
            throw keyFault(
                    folder,
                    "a folder outside the data folder",
                    "inside " + dataFolder,
                    "name another folder: whoever can rewrite the ledger must not find the key beside it");
        }
        var key = folder.resolve("ledger-signing.key");
        var pub = folder.resolve("ledger-signing.pub");
        try {
            if (!Files.exists(key)) {
                create(folder, key, pub);
            }
            demandOwnerOnly(key);
            var factory = KeyFactory.getInstance("Ed25519");
            return new Witness(
                    folder.resolve("ledger-heads.txt"),
                    factory.generatePrivate(new PKCS8EncodedKeySpec(pem(key))),
                    factory.generatePublic(new X509EncodedKeySpec(pem(pub))));
        } catch (IOException | GeneralSecurityException | IllegalArgumentException e) {
            throw keyFault(
                    key,
                    "an Ed25519 key in PEM and its public half beside it",
                    String.valueOf(e.getMessage()),
                    "restore both files from their backup; with a new key, old heads no longer verify");
        }
    }

    SignedHead sign(io.tieout.chain.HeadStatement statement) {
        return SignedHead.sign(statement, privateKey);
    }

    /** Appends a signed head and waits until it is on disk. */
    void append(SignedHead head) throws IOException {
        var bytes = ByteBuffer.wrap((head.text() + "\n").getBytes(StandardCharsets.UTF_8));
        try (var channel = PrivateFile.open(heads, StandardOpenOption.WRITE, StandardOpenOption.APPEND)) {
            while (bytes.hasRemaining()) {
                channel.write(bytes);
            }
            channel.force(true);
        }
    }

    /**
     * All signed heads, oldest first.
     *
     * @throws Stopped when the file holds anything that this key did not sign
     */
    List<SignedHead> read() {
        var found = new ArrayList<SignedHead>();
        int number = 0;
        for (String text : texts()) {
            number++;
            try {
                var head = SignedHead.parse(text);
                if (!head.isSignedBy(publicKey)) {
                    throw new IllegalArgumentException("the signature is not of this key");
                }
                found.add(head);
            } catch (IllegalArgumentException e) {
                throw new Stopped(Finding.of(
                        LedgerCode.BEHIND_WITNESS,
                        heads + ", entry " + number,
                        "a signed statement of heads",
                        String.valueOf(e.getMessage()).split("\n")[0],
                        "find out who changed the file; put the untouched one back"));
            }
        }
        return found;
    }

    Optional<SignedHead> last() {
        var all = read();
        return all.isEmpty() ? Optional.empty() : Optional.of(all.get(all.size() - 1));
    }

    private List<String> texts() {
        try {
            if (!Files.exists(heads)) {
                return List.of();
            }
            var texts = new ArrayList<String>();
            for (String text : Files.readString(heads).split("\n\n")) {
                texts.add(text.endsWith("\n") ? text : text + "\n");
            }
            return texts;
        } catch (IOException e) {
            throw keyFault(heads, "a readable file", String.valueOf(e.getMessage()), "see to the disk, then try again");
        }
    }

    private static void create(Path folder, Path key, Path pub) throws IOException, GeneralSecurityException {
        PrivateFile.makeFolder(folder);
        KeyPair pair = KeyPairGenerator.getInstance("Ed25519").generateKeyPair();
        PrivateFile.make(pub);
        Files.writeString(pub, pem("PUBLIC KEY", pair.getPublic().getEncoded()));
        PrivateFile.make(key);
        Files.writeString(key, pem("PRIVATE KEY", pair.getPrivate().getEncoded()));
    }

    private static void demandOwnerOnly(Path key) throws IOException {
        var mode = Files.getPosixFilePermissions(key);
        if (!OWNER_ONLY.containsAll(mode)) {
            throw keyFault(key, "mode rw------- (0600)", PosixFilePermissions.toString(mode), "chmod 600 " + key);
        }
    }

    private static String pem(String kind, byte[] bytes) {
        return "-----BEGIN " + kind + "-----\n"
                + Base64.getMimeEncoder(64, new byte[] {'\n'}).encodeToString(bytes) + "\n-----END " + kind + "-----\n";
    }

    private static byte[] pem(Path file) throws IOException {
        var text = Files.readString(file)
                .lines()
                .filter(line -> !line.startsWith("-----"))
                .toList();
        return Base64.getDecoder().decode(String.join("", text).strip());
    }

    private static Stopped keyFault(Path place, String expected, String found, String next) {
        return new Stopped(Finding.of(LedgerCode.KEY_FILE, place.toString(), expected, found, next));
    }
}
