package io.tieout.flow;

import io.tieout.fact.Basis;
import io.tieout.fact.FactKey;
import io.tieout.flow.port.Ledger;
import io.tieout.flow.port.Ledger.ClaimRow;
import io.tieout.flow.port.Ledger.SnapshotHeader;
import io.tieout.plan.OpeningBalance;
import io.tieout.plan.Plan;
import io.tieout.plan.PlannedDocument;
import io.tieout.plan.PropertyMonth;
import io.tieout.plan.Reconciliation;
import io.tieout.plan.Reconciliation.Part;
import io.tieout.plan.Reconciliation.Sum;
import io.tieout.posting.PostingState;
import java.util.Collection;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/** Counts what became of every source line of the readings that a plan was made from, as the ledger stands now. */
final class Reconciling {

    private final Map<Basis, Map<Part, Sum>> parts = new TreeMap<>();
    private final Set<FactKey> claimed = new HashSet<>();

    private Reconciling() {}

    /** By basis; a company has one, unless its mapping is at fault. */
    static List<Reconciliation> of(Ledger ledger, Planning.Made made) {
        var counting = new Reconciling();
        made.snapshots()
                .forEach(s -> ledger.claims(made.company().key(), s.scope()).forEach(counting::claim));
        counting.read(made.plan());
        return counting.done(made.sources(), made.openings());
    }

    /** Lines as the readings counted them, and the money of the lines that were planned from. */
    static Map<Basis, Sum> sources(List<SnapshotHeader> readings, List<PropertyMonth> months) {
        var sources = new TreeMap<Basis, Sum>();
        readings.forEach(r -> sources.merge(r.scope().basis(), Sum.NIL.plus(r.lines(), 0), Sum::plus));
        for (var month : months) {
            var sum = Sum.NIL;
            for (var state : month.lines()) {
                sum = sum.plus(0, state.line().signedMinor());
            }
            sources.merge(month.scope().basis(), sum, Sum::plus);
        }
        return sources;
    }

    /** Opening balances that are posted, by basis. */
    static Map<Basis, Sum> openings(Collection<List<OpeningBalance>> openings) {
        var sums = new TreeMap<Basis, Sum>();
        openings.forEach(of -> of.stream()
                .filter(o -> o.signedMinor() != 0)
                .forEach(o -> sums.merge(o.key().basis(), Sum.NIL.plus(o.signedMinor()), Sum::plus)));
        return sums;
    }

    /** The part a claimed line is in. */
    static Part part(PostingState state) {
        return state.isPosted() || state == PostingState.CONFIRMED ? Part.POSTED : Part.IN_FLIGHT;
    }

    private void claim(ClaimRow claim) {
        var key = claim.fact().key();
        claimed.add(key);
        part(key.basis(), part(claim.state()), Sum.NIL.plus(claim.fact().signedMinor()));
    }

    private void read(Plan plan) {
        plan.documents().stream()
                .filter(d -> d.facts().stream().noneMatch(f -> claimed.contains(f.key())))
                .forEach(this::document);
        plan.held().stream()
                .filter(h -> !claimed.contains(h.line().key()))
                .forEach(h -> part(
                        h.line().key().basis(), Part.HELD, Sum.NIL.plus(h.line().signedMinor())));
        plan.excluded().stream()
                .filter(e -> !claimed.contains(e.line().key()))
                .forEach(e -> part(
                        e.line().key().basis(),
                        Part.EXCLUDED,
                        Sum.NIL.plus(e.line().signedMinor())));
    }

    /** The lines it claims, and the money that its own lines carry. */
    private void document(PlannedDocument document) {
        var basis = document.key().basis();
        part(basis, Part.TO_POST, Sum.NIL.plus(document.facts().size(), 0));
        document.entry().lines().forEach(l -> part(basis, Part.TO_POST, Sum.NIL.plus(0, l.signedMinor())));
    }

    private void part(Basis basis, Part part, Sum more) {
        parts.computeIfAbsent(basis, b -> new EnumMap<>(Part.class)).merge(part, more, Sum::plus);
    }

    private List<Reconciliation> done(Map<Basis, Sum> lines, Map<Basis, Sum> openings) {
        var bases = new TreeSet<>(lines.keySet());
        bases.addAll(parts.keySet());
        return bases.stream()
                .map(b -> new Reconciliation(
                        b,
                        lines.getOrDefault(b, Sum.NIL).plus(openings.getOrDefault(b, Sum.NIL)),
                        openings.getOrDefault(b, Sum.NIL).lines(),
                        parts.getOrDefault(b, Map.of())))
                .toList();
    }
}
