package io.tieout.plan;

import io.tieout.fact.GlLine;
import io.tieout.finding.Count;
import io.tieout.finding.Finding;
import io.tieout.money.CurrencyCode;
import io.tieout.money.Money;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Where the lines of a plan end up while it is made: each in a document, held, or excluded. */
final class Worksheet {

    private static final int GROUP_CHARACTERS = 12;

    private final List<PlannedDocument> documents = new ArrayList<>();
    private final List<HeldLine> held = new ArrayList<>();
    private final List<ExcludedLine> excluded = new ArrayList<>();
    private final CurrencyCode currency;
    private final Set<String> postedKeys = new HashSet<>();
    private final List<Remark> remarks = new ArrayList<>();
    private final Tally tally;

    private record Remark(Cause cause, String place, GlLine line) {}

    Worksheet(CurrencyCode currency) {
        this.currency = currency;
        this.tally = new Tally(currency);
    }

    Tally tally() {
        return tally;
    }

    List<Finding> findings() {
        remarks.forEach(r -> tally.count(r.cause(), r.place(), r.line()));
        remarks.clear();
        return tally.findings();
    }

    void post(Sheaf sheaf, PlannedDocument document, List<Candidate> lines) {
        documents.add(document);
        for (var line : lines) {
            postedKeys.add(line.canonical());
            sheaf.remark().ifPresent(r -> remarks.add(new Remark(r, sheaf.place(), line.line())));
            line.posts()
                    .flatMap(Fate.Posts::remark)
                    .ifPresent(r -> remarks.add(new Remark(r, sheaf.place(), line.line())));
        }
    }

    /** Takes over what another sheet posts. */
    void takePosted(Worksheet other) {
        documents.addAll(other.documents);
        postedKeys.addAll(other.postedKeys);
        remarks.addAll(other.remarks);
    }

    /** Takes over what another sheet holds and excludes, with its findings. */
    void takeRest(Worksheet other) {
        held.addAll(other.held);
        excluded.addAll(other.excluded);
        tally.addAll(other.tally);
    }

    void excludeZero(GlLine line, int version) {
        excluded.add(new ExcludedLine(line, version, "debit equals credit: no money moves", "zero amount"));
    }

    /** Holds lines together for one reason, whatever the fate of each. */
    void hold(String place, List<Candidate> lines, Fate.Waits why) {
        holdUncounted(lines, why.reason(), why.cause());
        lines.forEach(l -> tally.count(why.cause(), place, l.line()));
    }

    /** Holds a whole property and month, or a whole opening, because it does not sum to zero. */
    void holdUnbalanced(String place, List<Candidate> lines) {
        var difference = Money.of(Math.negateExact(Candidate.sum(lines)), currency);
        var next = "Read the month again; if it stays, correct it in the source. Nothing is posted or plugged.";
        var found = "debits less credits of " + Count.of(lines.size(), "line comes", "lines come") + " to "
                + difference.negate() + " " + currency;
        holdUncounted(
                lines, HoldReason.UNBALANCED, new Cause(PlanCode.UNBALANCED, found, "lines that sum to zero", next));
        tally.add(Finding.of(PlanCode.UNBALANCED, place, "lines that sum to zero", found, next)
                .withDifference(difference));
    }

    /** Holds a whole property and month because a code has no rule and the mapping blocks until it has one. */
    void holdBlocked(String place, List<Candidate> lines) {
        var culprits = lines.stream()
                .filter(l ->
                        l.waits().filter(w -> w.reason() == HoldReason.BLOCKED).isPresent())
                .toList();
        var next = culprits.stream()
                .flatMap(l -> l.waits().stream())
                .map(w -> w.cause().next())
                .distinct()
                .sorted()
                .collect(Collectors.joining(" "));
        var words = "the month waits for a rule for " + words(culprits);
        holdUncounted(lines, HoldReason.BLOCKED, new Cause(PlanCode.BLOCKED, words, "a rule for each code", next));
        culprits.forEach(l -> l.waits().ifPresent(w -> tally.count(w.cause(), place, l.line())));
    }

    private void holdUncounted(List<Candidate> lines, HoldReason reason, Cause cause) {
        var group = groupId(lines);
        lines.forEach(l -> held.add(held(l, reason, cause, group)));
    }

    /**
     * Takes out of a balanced block what may not be posted. If what is left would not balance, or a line of it must wait,
     * all of the block that is not excluded waits together.
     *
     * @param block the smallest balanced set the grains can tell apart
     * @return what may be posted: balanced, perhaps empty
     */
    List<Candidate> settle(String place, List<Candidate> block) {
        var leaving = block.stream().filter(c -> c.leaves().isPresent()).toList();
        leaving.forEach(this::exclude);
        var staying = leaving.isEmpty()
                ? block
                : block.stream().filter(c -> c.leaves().isEmpty()).toList();
        var culprits = staying.stream().filter(c -> c.waits().isPresent()).toList();
        if (culprits.isEmpty() && Candidate.sum(staying) == 0) {
            return staying;
        }
        holdTogether(place, staying, culprits, leaving);
        return List.of();
    }

    private void exclude(Candidate line) {
        line.leaves().ifPresent(l -> excluded.add(new ExcludedLine(line.line(), line.version(), l.reason(), l.by())));
    }

    private void holdTogether(
            String place, List<Candidate> staying, List<Candidate> culprits, List<Candidate> leaving) {
        var group = groupId(staying);
        for (var line : staying) {
            var own = line.waits();
            held.add(own.map(w -> held(line, w.reason(), w.cause(), group))
                    .orElseGet(() -> companion(line, culprits, leaving, group)));
            own.ifPresent(w -> tally.count(w.cause(), place, line.line()));
            if (culprits.isEmpty()) {
                tally.count(unbalancing(leaving), place, line.line());
            }
        }
    }

    private static HeldLine held(Candidate line, HoldReason reason, Cause cause, String group) {
        return new HeldLine(
                line.line(), line.version(), reason, Optional.of(cause.code()), cause.subject(), cause.next(), group);
    }

    /** A line that waits for others of its group only. */
    private static HeldLine companion(Candidate line, List<Candidate> culprits, List<Candidate> leaving, String group) {
        if (culprits.isEmpty()) {
            var words = "balances only together with the excluded " + words(leaving);
            var cause = unbalancing(leaving);
            return held(
                    line, HoldReason.WITH_HELD, new Cause(cause.code(), words, cause.expected(), cause.next()), group);
        }
        return new HeldLine(
                line.line(),
                line.version(),
                HoldReason.WITH_HELD,
                Optional.empty(),
                "balances only together with the held " + words(culprits),
                "",
                group);
    }

    private static Cause unbalancing(List<Candidate> leaving) {
        return new Cause(
                PlanCode.EXCLUSION_UNBALANCES,
                "held, because the rest of the group is excluded (" + words(leaving) + ")",
                "an excluded set that balances",
                "Exclude the other lines of the group too, or take the exclusion back.");
    }

    private static String words(List<Candidate> lines) {
        return lines.stream()
                .map(c -> "GL " + c.line().accountNumber())
                .distinct()
                .sorted()
                .collect(Collectors.joining(", "));
    }

    private static String groupId(List<Candidate> lines) {
        var keys = lines.stream().map(Candidate::canonical).sorted().collect(Collectors.joining("\n"));
        return Hashes.hex(keys).substring(0, GROUP_CHARACTERS);
    }

    /** Canonical keys of the lines in its documents. */
    Set<String> postedKeys() {
        return postedKeys;
    }

    List<PlannedDocument> documents() {
        return documents;
    }

    /** In key order of their lines. */
    List<HeldLine> held() {
        return sorted(held, HeldLine::line);
    }

    /** In key order of their lines. */
    List<ExcludedLine> excluded() {
        return sorted(excluded, ExcludedLine::line);
    }

    private static <T> List<T> sorted(List<T> all, Function<T, GlLine> line) {
        record Keyed<T>(String key, T value) {}
        return all.stream()
                .map(t -> new Keyed<>(line.apply(t).key().canonical(), t))
                .sorted(Comparator.comparing(Keyed::key))
                .map(Keyed::value)
                .toList();
    }
}
