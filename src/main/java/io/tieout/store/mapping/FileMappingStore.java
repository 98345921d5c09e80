package io.tieout.store.mapping;

import io.tieout.finding.Finding;
import io.tieout.finding.Findings;
import io.tieout.finding.Stopped;
import io.tieout.flow.port.MappingStore;
import io.tieout.flow.port.RunClock;
import io.tieout.mapping.CanonicalMapping;
import io.tieout.mapping.DidYouMean;
import io.tieout.mapping.Linter;
import io.tieout.mapping.Mapping;
import io.tieout.mapping.MappingCode;
import io.tieout.mapping.MappingVersion;
import io.tieout.store.mapping.MappingFolder.WorkingFile;
import io.tieout.store.sql.PrivateFile;
import java.io.IOException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Mappings as files: working files in a folder that people edit, published versions in the data folder.
 *
 * <p>A version is published under a lock file, so that two processes cannot lose each other's entries.
 */
public final class FileMappingStore implements MappingStore {

    private static final int WORDS_MAX = 400;

    /** A file lock belongs to the whole process: threads, whatever store they use, must take turns before it. */
    private static final Object PROCESS_LOCK = new Object();

    private final MappingFolder working;
    private final PublishedVersions published;
    private final RunClock clock;

    /**
     * @param mappings folder with the working files
     * @param dataFolder folder of the ledger; published versions go to {@code published} in it
     */
    public FileMappingStore(Path mappings, Path dataFolder, RunClock clock) {
        this.working = new MappingFolder(mappings);
        this.published = new PublishedVersions(dataFolder);
        this.clock = clock;
    }

    @Override
    public List<String> companies() {
        return working.files().stream()
                .map(WorkingFile::company)
                .distinct()
                .sorted()
                .toList();
    }

    @Override
    public Findings<Optional<MappingVersion>> working(String company) {
        var checked = check(company);
        return new Findings<>(checked.mapping.map(this::version), checked.findings);
    }

    private MappingVersion version(Mapping mapping) {
        var hash = CanonicalMapping.hash(mapping);
        var isPublished = published
                .latest(mapping.binding().company())
                .map(entry -> entry.hash().equals(hash))
                .orElse(false);
        return new MappingVersion(mapping, hash, isPublished);
    }

    @Override
    public Optional<MappingVersion> published(String company) {
        return published.latest(company).map(published::version);
    }

    @Override
    public Optional<byte[]> publishedBytes(String hash) {
        return published.bytes(hash);
    }

    @Override
    public MappingVersion publish(String company, String author, String approver, String reason) {
        requirePersons(company, author, approver, reason);
        synchronized (PROCESS_LOCK) {
            try {
                PrivateFile.makeFolder(published.folder());
                try (var channel = PrivateFile.open(published.folder().resolve(".lock"), StandardOpenOption.WRITE)) {
                    // Held until the channel closes; other processes wait here.
                    channel.lock();
                    return publishLocked(company, author, approver, reason);
                }
            } catch (IOException e) {
                throw MappingFolder.unreadable(published.folder(), e);
            }
        }
    }

    private MappingVersion publishLocked(String company, String author, String approver, String reason) {
        var checked = check(company);
        var errors = checked.findings.stream().filter(Finding::isError).toList();
        if (!errors.isEmpty() || checked.mapping.isEmpty() || checked.file.isEmpty()) {
            throw new Stopped(with(notPublishable(company, errors.size()), errors));
        }
        var mapping = checked.mapping.get();
        var hash = CanonicalMapping.hash(mapping);
        var current = published(company);
        requireSameBinding(mapping);
        requireTwoPersons(mapping, current, author, approver);
        if (current.isPresent() && current.get().hash().equals(hash)) {
            return current.get();
        }
        var bytes = checked.file.get().bytes();
        published.add(
                new PublishedEntry(
                        company,
                        mapping.binding().companyKey().value(),
                        mapping.binding().organisation().value(),
                        hash,
                        evidenceHash(company, hash).orElseGet(() -> CanonicalMapping.sha256(bytes)),
                        CanonicalMapping.FORM,
                        author.strip(),
                        approver.strip(),
                        reason.strip(),
                        clock.now().toString()),
                bytes);
        return published(company).orElseThrow();
    }

    /** A version published before keeps its first evidence, whatever remarks the file has now. */
    private Optional<String> evidenceHash(String company, String hash) {
        return published.entries().stream()
                .filter(e -> e.company().equals(company) && e.hash().equals(hash))
                .map(PublishedEntry::bytesHash)
                .findFirst();
    }

    private Checked check(String company) {
        var files = working.files();
        var own = files.stream().filter(f -> f.company().equals(company)).toList();
        if (own.isEmpty()) {
            return Checked.refused(noMapping(company, files));
        }
        if (own.size() > 1) {
            return Checked.refused(companyTwice(own.get(0), own.get(1), "the company '" + company + "'"));
        }
        var file = own.get(0);
        var read = MappingReader.read(file.name(), file.bytes());
        var findings = new ArrayList<>(read.findings());
        read.value().map(Linter::content).ifPresent(findings::addAll);
        files.stream()
                .filter(other -> !other.name().equals(file.name()))
                .filter(other -> file.heading().companyKey().isPresent()
                        && file.heading().companyKey().equals(other.heading().companyKey()))
                .forEach(other -> findings.add(companyTwice(
                        file,
                        other,
                        "the company id " + file.heading().companyKey().orElse(""))));
        return new Checked(Optional.of(file), read.value(), findings);
    }

    private void requireSameBinding(Mapping mapping) {
        var binding = mapping.binding();
        var key = binding.companyKey().value();
        published.entries().stream()
                .filter(e ->
                        e.company().equals(binding.company()) != e.companyKey().equals(key)
                                || e.companyKey().equals(key)
                                        && !e.organisation()
                                                .equals(binding.organisation().value()))
                .findFirst()
                .ifPresent(e -> {
                    throw new Stopped(Finding.of(
                            MappingCode.BINDING_CHANGED,
                            mapping.place("binding").toString(),
                            e.company() + " bound to " + e.companyKey() + " and organisation " + e.organisation()
                                    + ", as published at " + e.at(),
                            binding.company() + " bound to " + key + " and organisation " + binding.organisation(),
                            "restore the binding; another company needs a file and a short name of its own"));
                });
    }

    /** The rule counts when either version asks for it: else its own author could switch it off alone. */
    private static void requireTwoPersons(
            Mapping mapping, Optional<MappingVersion> current, String author, String approver) {
        var asked = mapping.policies().twoPersonRule()
                || current.map(c -> c.mapping().policies().twoPersonRule()).orElse(false);
        if (asked && person(author).equals(person(approver))) {
            throw new Stopped(Finding.of(
                    MappingCode.SAME_PERSON,
                    mapping.place("policies.two-person-rule").toString(),
                    "an approver other than the author, as 'two-person-rule: true' asks",
                    "'" + author.strip() + "' twice",
                    "let another person approve with --approver"));
        }
    }

    private static String person(String name) {
        return name.strip().replaceAll("\\s+", " ").toLowerCase(Locale.ROOT);
    }

    private static void requirePersons(String company, String author, String approver, String reason) {
        var unusable = Stream.of(author, approver, reason)
                .filter(w -> w.isBlank() || w.length() > WORDS_MAX || w.chars().anyMatch(Character::isISOControl))
                .findFirst();
        unusable.ifPresent(words -> {
            throw new Stopped(Finding.of(
                    MappingCode.PERSON_MISSING,
                    "publish " + company,
                    "author, approver and reason, each on one line of at most " + WORDS_MAX + " characters",
                    words.isBlank() ? "an empty text" : "'" + Words.shortened(words) + "'",
                    "give --author, --approver and --reason"));
        });
    }

    private Finding noMapping(String company, List<WorkingFile> files) {
        var known = files.stream().map(WorkingFile::company).distinct().sorted().toList();
        var near = DidYouMean.sentence(company, known);
        return Finding.of(
                MappingCode.NO_MAPPING,
                working.name(),
                "a mapping file with 'company: " + Words.shortened(company) + "'",
                known.isEmpty() ? "no mapping file" : "mappings of " + String.join(", ", known) + "." + near,
                "check the name, or copy an example from mappings/ and change it");
    }

    private static Finding companyTwice(WorkingFile a, WorkingFile b, String what) {
        return Finding.of(
                MappingCode.COMPANY_TWICE,
                a.name() + ":1:1",
                "one file for each company",
                a.name() + " and " + b.name() + " both name " + what,
                "delete or rename one of them; a file that is only kept must not end in .yml");
    }

    private static Finding notPublishable(String company, int errors) {
        return Finding.of(
                MappingCode.NOT_PUBLISHABLE,
                "publish " + company,
                "a mapping without errors",
                errors + (errors == 1 ? " error" : " errors"),
                "correct what the other findings name, then publish again");
    }

    private static List<Finding> with(Finding first, List<Finding> rest) {
        return Stream.concat(Stream.of(first), rest.stream()).toList();
    }

    private record Checked(Optional<WorkingFile> file, Optional<Mapping> mapping, List<Finding> findings) {
        static Checked refused(Finding finding) {
            return new Checked(Optional.empty(), Optional.empty(), List.of(finding));
        }
    }
}
