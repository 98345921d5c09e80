package io.tieout.store.mapping;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import io.tieout.finding.Finding;
import io.tieout.finding.Stopped;
import io.tieout.mapping.CanonicalMapping;
import io.tieout.mapping.Mapping;
import io.tieout.mapping.MappingCode;
import io.tieout.mapping.MappingVersion;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The published versions: one file each under {@code published/<company>/<hash>.yml}, and {@code published.json}, the
 * list of who published what, when and why. Entries are added, never changed.
 */
final class PublishedVersions {

    private static final int LOG_FORMAT = 1;
    private static final ObjectMapper JSON = new ObjectMapper().enable(SerializationFeature.INDENT_OUTPUT);

    private final Path folder;

    PublishedVersions(Path dataFolder) {
        this.folder = dataFolder.resolve("published");
    }

    Path folder() {
        return folder;
    }

    /** The entry in force for a company. */
    Optional<PublishedEntry> latest(String company) {
        return entries().stream().filter(e -> e.company().equals(company)).reduce((earlier, later) -> later);
    }

    Optional<byte[]> bytes(String hash) {
        return entries().stream()
                .filter(e -> e.hash().equals(hash))
                .reduce((earlier, later) -> later)
                .map(this::bytes);
    }

    /** The mapping of an entry, proven against the entry's hashes. */
    MappingVersion version(PublishedEntry entry) {
        // People mend the working file, never the evidence: messages name the mapping, not the file of the version.
        var label = "the mapping of " + entry.company();
        var read = MappingReader.read(label, bytes(entry));
        Mapping mapping = read.value()
                .orElseThrow(() -> damaged(
                        entry,
                        "a mapping that can be read",
                        read.findings().get(0).text()));
        var hash = CanonicalMapping.hash(mapping);
        if (entry.canonicalForm().equals(CanonicalMapping.FORM) && !hash.equals(entry.hash())) {
            throw damaged(entry, "version " + entry.hash(), "version " + hash);
        }
        return new MappingVersion(mapping, entry.hash(), true);
    }

    /** Adds a version: its bytes first, then its entry, so that an entry never lacks its evidence. */
    void add(PublishedEntry entry, byte[] bytes) {
        var known = new ArrayList<>(entries());
        try {
            if (known.stream()
                    .noneMatch(e -> e.hash().equals(entry.hash()) && e.company().equals(entry.company()))) {
                DurableFile.write(file(entry), bytes);
            }
            known.add(entry);
            DurableFile.write(log(), written(known));
        } catch (IOException e) {
            throw MappingFolder.unreadable(folder, e);
        }
    }

    /** Oldest first. */
    List<PublishedEntry> entries() {
        if (!Files.exists(log())) {
            return List.of();
        }
        try {
            var entries = new ArrayList<PublishedEntry>();
            JSON.readTree(Files.readAllBytes(log())).path("versions").forEach(node -> entries.add(read(node)));
            return entries;
        } catch (JsonProcessingException e) {
            throw damagedLog("JSON", "text that is no JSON");
        } catch (IOException e) {
            throw MappingFolder.unreadable(log(), e);
        }
    }

    private PublishedEntry read(JsonNode node) {
        var entry = new PublishedEntry(
                text(node, "company"),
                text(node, "companyKey"),
                text(node, "organisation"),
                text(node, "hash"),
                text(node, "bytesHash"),
                text(node, "canonicalForm"),
                text(node, "author"),
                text(node, "approver"),
                text(node, "reason"),
                text(node, "at"));
        if (!entry.isSound()) {
            throw damagedLog("entries as Tieout writes them", "an entry with an unusable company or hash");
        }
        return entry;
    }

    private static String text(JsonNode node, String name) {
        return node.path(name).asText("");
    }

    private static byte[] written(List<PublishedEntry> entries) throws IOException {
        var root = JSON.createObjectNode().put("format", LOG_FORMAT);
        var versions = root.putArray("versions");
        entries.forEach(e -> versions.addObject()
                .put("company", e.company())
                .put("companyKey", e.companyKey())
                .put("organisation", e.organisation())
                .put("hash", e.hash())
                .put("bytesHash", e.bytesHash())
                .put("canonicalForm", e.canonicalForm())
                .put("author", e.author())
                .put("approver", e.approver())
                .put("reason", e.reason())
                .put("at", e.at()));
        return JSON.writeValueAsBytes(root);
    }

    private byte[] bytes(PublishedEntry entry) {
        try {
            if (!Files.exists(file(entry))) {
                throw damaged(entry, "the published file", "no file");
            }
            var bytes = Files.readAllBytes(file(entry));
            var hash = CanonicalMapping.sha256(bytes);
            if (!hash.equals(entry.bytesHash())) {
                throw damaged(entry, "bytes with SHA-256 " + entry.bytesHash(), hash);
            }
            return bytes;
        } catch (IOException e) {
            throw MappingFolder.unreadable(file(entry), e);
        }
    }

    private Path file(PublishedEntry entry) {
        return folder.resolve(entry.company()).resolve(entry.hash() + ".yml");
    }

    private Path log() {
        return folder.resolve("published.json");
    }

    private Stopped damaged(PublishedEntry entry, String expected, String found) {
        return new Stopped(Finding.of(
                MappingCode.PUBLISHED_DAMAGED,
                file(entry).toString(),
                expected,
                found,
                "restore the file from a backup; published versions are evidence and are never edited"));
    }

    private Stopped damagedLog(String expected, String found) {
        return new Stopped(Finding.of(
                MappingCode.PUBLISHED_DAMAGED,
                log().toString(),
                expected,
                found,
                "restore the file from a backup; it is written by Tieout alone"));
    }
}
