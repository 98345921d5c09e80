package io.tieout.plan;

import io.tieout.finding.Count;
import io.tieout.mapping.Mapping;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;

/** Makes documents of balanced lines: key, marker, memo, and parts where one entry would be too long. */
final class DocumentWriter {

    private final PlanInput input;
    private final Mapping mapping;
    private final EntryWriter entries;
    private final Map<String, Integer> sequences;

    DocumentWriter(PlanInput input) {
        this.input = input;
        this.mapping = input.mapping().mapping();
        this.sequences = new HashMap<>(input.nextSequences());
        this.entries = new EntryWriter(
                mapping.policies().lines(),
                mapping.controls(),
                mapping.binding().currency());
    }

    /** Writes all lines of a sheaf as one document or several parts; holds blocks that no entry can take. */
    void write(Sheaf sheaf, Worksheet sheet) {
        var parts = parts(sheaf, sheet);
        if (parts.isEmpty()) {
            return;
        }
        var group = key(sheaf, 1, 1).groupCanonical();
        var sequence = sequences.getOrDefault(group, 1);
        sequences.put(group, sequence + 1);
        for (var at = 0; at < parts.size(); at++) {
            var lines = parts.get(at);
            var key = key(sheaf, sequence, at + 1);
            var entry = entries.entry(sheaf, lines, memo(sheaf, key));
            sheet.post(sheaf, new PlannedDocument(key, Marker.of(key), entry, references(lines)), lines);
        }
    }

    private List<List<Candidate>> parts(Sheaf sheaf, Worksheet sheet) {
        var linesMax = mapping.policies().linesMax();
        if (count(sheaf.lot().lines()) <= linesMax) {
            return List.of(sheaf.lot().lines());
        }
        var parts = new ArrayList<List<Candidate>>();
        var part = new ArrayList<Candidate>();
        var keys = new HashSet<>();
        for (var block : Grouping.blocks(sheaf.lot().lines())) {
            if (count(block) > linesMax) {
                holdTooLarge(sheaf, sheet, block, linesMax);
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

    private void holdTooLarge(Sheaf sheaf, Worksheet sheet, List<Candidate> block, int linesMax) {
        var words = "a balanced group of " + sheaf.lot().group() + " needs " + count(block)
                + " entry lines, and an entry may have " + linesMax;
        var next = "Raise the most lines of an entry in " + mapping.file() + ", or use 'lines: summary'.";
        sheet.hold(
                sheaf.place(),
                block,
                Fate.Waits.of(
                        HoldReason.TOO_LARGE,
                        new Cause(PlanCode.TOO_LARGE, words, "at most " + Count.of(linesMax, "line"), next)));
    }

    private BusinessKey key(Sheaf sheaf, int sequence, int part) {
        var binding = mapping.binding();
        return new BusinessKey(
                input.environment(),
                binding.organisation(),
                binding.companyKey(),
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

    /** The key first, so that it survives any cut; then the words for people. */
    private static String memo(Sheaf sheaf, BusinessKey key) {
        return Texts.limit(
                Texts.oneLine(
                        "Tieout " + key.canonical() + "; " + sheaf.property().name() + "; " + sheaf.origin()),
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
