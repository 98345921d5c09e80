package io.tieout.plan;

import io.tieout.fact.OrganisationId;
import io.tieout.mapping.Mapping;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;

/** Makes documents of balanced lines: key, marker, memo, and parts where one entry would be too long. */
final class DocumentWriter {

    private final PlanInput input;
    private final Mapping mapping;
    private final Worksheet sheet;
    private final EntryWriter entries;

    DocumentWriter(PlanInput input, Worksheet sheet) {
        this.input = input;
        this.mapping = input.mapping().mapping();
        this.sheet = sheet;
        this.entries = new EntryWriter(
                mapping.policies().lines(), mapping.controls(), mapping.binding().currency());
    }

    /** Writes all lines of a sheaf as one document or several parts; holds blocks that no entry can take. */
    void write(Sheaf sheaf) {
        var number = 0;
        for (var lines : parts(sheaf)) {
            number++;
            var key = key(sheaf, number);
            var entry = entries.entry(sheaf, lines, memo(sheaf, key));
            sheet.post(new PlannedDocument(key, Marker.of(key), entry, references(lines)));
            lines.forEach(l -> EntryWriter.postsOf(l)
                    .remark()
                    .ifPresent(r -> sheet.tally().count(r, sheaf.place(), l.line())));
        }
    }

    private List<List<Candidate>> parts(Sheaf sheaf) {
        var linesMax = mapping.policies().linesMax();
        if (count(sheaf.lot().lines()) <= linesMax) {
            return List.of(sheaf.lot().lines());
        }
        var parts = new ArrayList<List<Candidate>>();
        var part = new ArrayList<Candidate>();
        var keys = new HashSet<>();
        for (var block : Grouping.blocks(sheaf.lot().lines())) {
            if (count(block) > linesMax) {
                holdTooLarge(sheaf, block, linesMax);
                continue;
            }
            var together = new HashSet<>(keys.size() + block.size());
            block.forEach(l -> together.add(entries.lineKey(l)));
            together.removeAll(keys);
            if (keys.size() + together.size() > linesMax) {
                parts.add(List.copyOf(part));
                part.clear();
                keys.clear();
                block.forEach(l -> together.add(entries.lineKey(l)));
            }
            part.addAll(block);
            keys.addAll(together);
        }
        if (!part.isEmpty()) {
            parts.add(List.copyOf(part));
        }
        return parts;
    }

    private int count(List<Candidate> lines) {
        var keys = new HashSet<>();
        lines.forEach(l -> keys.add(entries.lineKey(l)));
        return keys.size();
    }

    private void holdTooLarge(Sheaf sheaf, List<Candidate> block, int linesMax) {
        var words = "a balanced group of " + sheaf.lot().group() + " needs " + count(block)
                + " entry lines, and an entry may have " + linesMax;
        var next = "Raise the most lines of an entry in " + mapping.file() + ", or use 'lines: summary'.";
        sheet.hold(
                sheaf.place(),
                block,
                Fate.Waits.of(
                        HoldReason.TOO_LARGE,
                        new Cause(PlanCode.TOO_LARGE, words, "at most " + linesMax + " lines", next)));
    }

    private BusinessKey key(Sheaf sheaf, int part) {
        var binding = mapping.binding();
        var first = keyOf(sheaf, binding.organisation(), 1, part);
        var sequence = next(input.nextSequences(), first.groupCanonical());
        return sequence == 1 ? first : keyOf(sheaf, binding.organisation(), sequence, part);
    }

    private BusinessKey keyOf(Sheaf sheaf, OrganisationId organisation, int sequence, int part) {
        return new BusinessKey(
                input.environment(),
                organisation,
                mapping.binding().companyKey(),
                sheaf.property().id(),
                sheaf.property().basis(),
                sheaf.property().book(),
                sheaf.month(),
                sheaf.purpose(),
                sheaf.lot().group(),
                sequence,
                part,
                0);
    }

    private static int next(Map<String, Integer> sequences, String group) {
        return sequences.getOrDefault(group, 1);
    }

    /** The key first, so that it survives any cut; then the words for people. */
    private static String memo(Sheaf sheaf, BusinessKey key) {
        return Texts.limit(
                Texts.oneLine("Tieout " + key.canonical() + "; "
                        + sheaf.property().name() + "; " + sheaf.origin()),
                Texts.CHARACTERS_MAX);
    }

    private static List<FactReference> references(List<Candidate> lines) {
        return lines.stream()
                .sorted(Comparator.comparing(Candidate::canonical))
                .map(l -> new FactReference(
                        l.line().key(),
                        l.version(),
                        l.fingerprint(),
                        l.signedMinor(),
                        EntryWriter.postsOf(l).rule()))
                .toList();
    }
}
