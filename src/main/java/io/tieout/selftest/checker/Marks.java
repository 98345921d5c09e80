package io.tieout.selftest.checker;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/** Export marks at the source: announced before they are sent (I3), and only for lines whose money stands (I7). */
final class Marks {

    private static final Map<String, Set<String>> EDGES = Map.of(
            // Settled together with the line of another basis that has the same id, so without a call of its own.
            "", Set.of("INTENT", "MARKED"),
            "INTENT", Set.of("INTENT", "MARKED", "UNKNOWN", "BLOCKED"),
            "UNKNOWN", Set.of("INTENT", "MARKED", "UNKNOWN", "BLOCKED"),
            "BLOCKED", Set.of("INTENT", "MARKED", "BLOCKED"),
            "MARKED", Set.of());

    private final Findings findings;
    private final Ledger ledger;
    private final Documents documents;
    private final Map<String, String> states = new HashMap<>();
    /** Ids announced and not yet sent, by organisation and id. */
    private final Map<String, Integer> announced = new HashMap<>();
    /** Property that an id was announced for, by organisation and id. */
    private final Map<String, String> properties = new HashMap<>();

    private final Set<Long> arrivals = new HashSet<>();
    /** Lines as they were when they were first seen marked. */
    private final Set<SourceLine> marked = new HashSet<>();

    private final Set<String> markedIds = new HashSet<>();

    Marks(Findings findings, Ledger ledger, Documents documents) {
        this.findings = findings;
        this.ledger = ledger;
        this.documents = documents;
    }

    void intent(LedgerEvent event) {
        become(event, "INTENT");
        var id = event.text("org") + "|" + event.text("source_id");
        announced.merge(id, 1, Integer::sum);
        properties.put(id, event.text("property"));
        demandMoney(event.place(), event.text("org"), event.text("property"), event.text("source_id"), true);
    }

    void outcome(LedgerEvent event) {
        boolean first = states.getOrDefault(scoped(event), "").isEmpty();
        var id = String.join("|", event.text("org"), event.text("property"), event.text("source_id"));
        if (findings.broken(Invariant.I11, !first || markedIds.contains(id))) {
            findings.add(
                    Invariant.I11,
                    event.place(),
                    "a mark intent before it, or the mark of another basis",
                    event.text("state") + " of " + event.text("source_id"));
        }
        become(event, event.text("state"));
        if (event.text("state").equals("MARKED")) {
            markedIds.add(id);
        }
    }

    void accept(Request request) {
        arrivals.add(request.arrival());
        for (var item : request.items()) {
            var id = request.company() + "|" + item.id();
            int left = announced.merge(id, -1, Integer::sum);
            if (findings.broken(Invariant.I3, left >= 0)) {
                findings.add(
                        Invariant.I3, request.place(), "a mark intent for " + item.id() + " before it", "none left");
            }
            var property = properties.getOrDefault(id, "");
            demandMoney(request.place(), request.company(), property, item.id(), false);
        }
    }

    /** A source line was changed or marked. */
    void seen(SourceLine line) {
        if (line.markedBy() > 0
                && marked.add(line)
                && findings.broken(Invariant.I3, arrivals.contains(line.markedBy()))) {
            findings.add(Invariant.I3, line.place(), "marked by a request that marks", "request " + line.markedBy());
        }
    }

    /** Ids that are neither marked nor blocked (L1). */
    Map<String, String> open() {
        var open = new HashMap<String, String>();
        states.forEach((id, state) -> {
            if (state.equals("INTENT") || state.equals("UNKNOWN")) {
                open.put(id, state);
            }
        });
        return new java.util.TreeMap<>(open);
    }

    void forgetLedger() {
        states.clear();
        announced.clear();
        markedIds.clear();
    }

    /** What was announced before an old backup was made has been sent long ago, or never will be. */
    void forgetAnnounced() {
        announced.clear();
    }

    private void become(LedgerEvent event, String state) {
        var key = scoped(event);
        var before = states.getOrDefault(key, "");
        if (findings.broken(Invariant.I11, EDGES.getOrDefault(before, Set.of()).contains(state))) {
            findings.add(
                    Invariant.I11,
                    event.place(),
                    "an edge from " + (before.isEmpty() ? "unmarked" : before),
                    "mark of " + event.text("source_id") + " to " + state);
        }
        states.put(key, state);
    }

    /**
     * Every line with the id, in every basis, must be posted by a document that stands.
     *
     * @param asRead whether at the version that was read last
     */
    private void demandMoney(String place, String org, String property, String sourceId, boolean asRead) {
        boolean any = false;
        for (var fact : ledger.facts.bySourceId(org, property, sourceId)) {
            if (fact.isOpening() || !fact.isPresent() || fact.current().signedMinor() == 0) {
                continue;
            }
            any = true;
            if (findings.broken(Invariant.I7, stands(fact, asRead))) {
                findings.add(Invariant.I7, place, fact.place() + " posted by a document that stands", "it is not");
            }
        }
        if (findings.broken(Invariant.I7, any)) {
            findings.add(Invariant.I7, place, "a source line with id " + sourceId + " that moves money", "none");
        }
    }

    private boolean stands(Fact fact, boolean asRead) {
        for (var company : ledger.companies.values()) {
            var held = company.claims.get(fact.id);
            if (held == null || !held.active() || !Edges.stands(held.posting().state)) {
                continue;
            }
            boolean there =
                    !documents.standing(company.key, held.posting().marker).isEmpty()
                            || documents.isRemovedByHand(held.posting());
            if (there && (!asRead || held.version() == fact.current().number())) {
                return true;
            }
        }
        return false;
    }

    private static String scoped(LedgerEvent event) {
        return String.join(
                "|",
                event.text("org"),
                event.text("property"),
                event.text("basis"),
                event.text("book"),
                event.text("post_month"),
                event.text("source_id"));
    }
}
