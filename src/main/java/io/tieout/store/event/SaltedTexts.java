package io.tieout.store.event;

import io.tieout.chain.Hash;
import io.tieout.chain.SaltedHash;
import io.tieout.plan.PlannedDocument;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/** The salted hashes by which events cover texts and bytes that may be erased. */
public final class SaltedTexts {

    private SaltedTexts() {}

    /** Hash of texts in their order. */
    public static Hash hash(byte[] salt, List<String> texts) {
        return SaltedHash.of(salt, texts);
    }

    /** Salted: the bytes hold memos, and an unsalted hash would let a guess be confirmed after they are erased. */
    public static Hash bytesHash(byte[] salt, byte[] bytes) {
        return SaltedHash.of(salt, List.of(new String(bytes, StandardCharsets.ISO_8859_1)));
    }

    /** Memo and name of a document, which has no name, then of each of its lines. */
    public static List<String> of(PlannedDocument document) {
        var texts = new ArrayList<String>();
        texts.add(document.entry().memo());
        texts.add("");
        for (var line : document.entry().lines()) {
            texts.add(line.memo());
            texts.add(line.name().orElse(""));
        }
        return texts;
    }
}
