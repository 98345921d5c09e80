package io.tieout.store.event;

import io.tieout.fact.GlLine;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Says which line of a reading is which known fact.
 *
 * <p>Ids may repeat within a reading and between months, so the id alone does not tell. Of lines and facts that share
 * account and source id, first those of equal content are the same; then a changed line continues a fact of the same
 * scope, or one that its own month lacks by now (it moved); every other line is a new occurrence. The last rule is the
 * careful one: if a line that moved is taken for a new one, the old one vanishes from its month and both are corrected
 * as such; the reverse mistake would let one fact flip between two months with each night.
 *
 * <p>Among equals, lines go by their content and facts by their occurrence, so that the answer's order of lines changes
 * nothing.
 */
public final class FactMatcher {

    private static final Comparator<GlLine> BY_CONTENT = Comparator.comparing(GlLine::postDate)
            .thenComparing(GlLine::signedMinor)
            .thenComparing(GlLine::transactionType)
            .thenComparing(line -> line.fingerprint().hex())
            .thenComparing(GlLine::reference)
            .thenComparing(GlLine::memo);

    private static final Comparator<KnownFact> BY_OCCURRENCE =
            Comparator.comparing((KnownFact fact) -> fact.key().occurrence()).thenComparing(KnownFact::factId);

    /** A line with the fact it continues; without one it is new. */
    public record Match(GlLine line, byte[] fingerprint, Optional<KnownFact> fact, int occurrence) {

        public boolean isUnchanged() {
            return fact.isPresent() && fact.get().hasFingerprint(fingerprint);
        }
    }

    private final long scopeNo;

    public FactMatcher(long scopeNo) {
        this.scopeNo = scopeNo;
    }

    public List<Match> match(List<GlLine> lines, List<KnownFact> known) {
        Map<String, List<KnownFact>> facts = new LinkedHashMap<>();
        known.forEach(fact -> facts.computeIfAbsent(
                        group(fact.key().account().value(), fact.key().sourceId()), g -> new ArrayList<>())
                .add(fact));
        Map<String, List<GlLine>> groups = new LinkedHashMap<>();
        lines.forEach(line -> groups.computeIfAbsent(
                        group(line.key().account().value(), line.key().sourceId()), g -> new ArrayList<>())
                .add(line));
        var matches = new ArrayList<Match>(lines.size());
        groups.forEach((group, same) -> matchGroup(
                same.stream().sorted(BY_CONTENT).toList(),
                facts.getOrDefault(group, List.of()).stream()
                        .sorted(BY_OCCURRENCE)
                        .toList(),
                matches));
        return matches;
    }

    private void matchGroup(List<GlLine> lines, List<KnownFact> known, List<Match> matches) {
        var free = new ArrayList<>(known);
        var changed = new ArrayList<GlLine>();
        for (var line : lines) {
            byte[] fingerprint = fingerprint(line);
            // Of facts of equal content, one that is present goes before one that is gone.
            take(free, fact -> fact.hasFingerprint(fingerprint) && !fact.isAbsent())
                    .or(() -> take(free, fact -> fact.hasFingerprint(fingerprint)))
                    .ifPresentOrElse(fact -> matches.add(match(line, fingerprint, fact)), () -> changed.add(line));
        }
        int occurrence =
                known.stream().mapToInt(fact -> fact.key().occurrence()).max().orElse(0);
        for (var line : changed) {
            byte[] fingerprint = fingerprint(line);
            var fact = take(free, f -> f.scopeNo() == scopeNo).or(() -> take(free, KnownFact::isAbsent));
            if (fact.isPresent()) {
                matches.add(match(line, fingerprint, fact.get()));
            } else {
                matches.add(new Match(line, fingerprint, Optional.empty(), ++occurrence));
            }
        }
    }

    private static Match match(GlLine line, byte[] fingerprint, KnownFact fact) {
        return new Match(line, fingerprint, Optional.of(fact), fact.key().occurrence());
    }

    private static Optional<KnownFact> take(List<KnownFact> free, java.util.function.Predicate<KnownFact> condition) {
        for (int i = 0; i < free.size(); i++) {
            if (condition.test(free.get(i))) {
                return Optional.of(free.remove(i));
            }
        }
        return Optional.empty();
    }

    private static byte[] fingerprint(GlLine line) {
        return HexFormat.of().parseHex(line.fingerprint().hex());
    }

    private static String group(String account, String sourceId) {
        return account + "|" + sourceId;
    }
}
