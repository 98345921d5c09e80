package io.tieout.flow;

import io.tieout.fact.AccountBook;
import io.tieout.fact.FactKey;
import io.tieout.fact.FactKind;
import io.tieout.fact.GlAccountId;
import io.tieout.fact.GlReading;
import io.tieout.fact.GlScope;
import io.tieout.fact.GlSnapshot;
import io.tieout.fact.OrganisationId;
import io.tieout.fact.PostMonth;
import io.tieout.fact.PropertyId;
import io.tieout.fact.Snapshots;
import io.tieout.fact.SourceProperty;
import io.tieout.finding.Count;
import io.tieout.finding.Finding;
import io.tieout.finding.Stopped;
import io.tieout.flow.port.Ledger.OpeningFact;
import io.tieout.flow.port.Ledger.StoredOpening;
import io.tieout.flow.port.SourceLedger;
import io.tieout.flow.port.SourceLedger.CallBudget;
import io.tieout.flow.port.SourceLedger.ReadPart;
import io.tieout.mapping.Binding;
import io.tieout.mapping.MappingVersion;
import io.tieout.mapping.PropertyMapping;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Reads the source into the ledger: one snapshot for each property, post month, basis and book that the selected
 * companies' mappings ask for, open months first. A property or month that cannot be read does not stop the others.
 */
public final class Pull {

    /** Calls that reading and marking need; a credential without one of them is named before anything is read. */
    private static final Set<String> NEEDED_CALLS = Set.of("getProperties", "getGlTransactions", "getGlTrees");

    /** Calls of the source's window that a pull leaves for sub-ledgers, marks and their confirmation. */
    private static final int CALLS_KEPT_BACK = 20;

    /** How far back invoices are read, so that T5 sees what is still open; older open ones show as its difference. */
    private static final int OPEN_ITEM_MONTHS = 24;

    private final Tools tools;
    private final Companies companies;

    public Pull(Tools tools) {
        this.tools = tools;
        this.companies = new Companies(tools.mappings());
    }

    /** Reads what can be read; companies whose mapping or connection fails stand in the report's stops. */
    public PullReport run(Selection selection) {
        var versions = EachCompany.of(companies.selected(selection), companies::forPlanning);
        var byConnection = versions.done().stream()
                .collect(Collectors.groupingBy(
                        v -> v.mapping().binding().source(), LinkedHashMap::new, Collectors.toList()));
        var reads = new ArrayList<PullReport.ScopeRead>();
        var findings = new ArrayList<Finding>();
        var stops = new ArrayList<>(versions.stops());
        var budgets = new TreeMap<String, CallBudget>();
        byConnection.forEach((connection, users) -> {
            try (var source = tools.connections().source(users.get(0).mapping().binding())) {
                var served = ofOrganisation(source.organisation(), users, stops);
                if (!served.isEmpty()) {
                    pullFrom(source, served, selection, reads, findings);
                }
                budgets.put(connection, source.budget());
            } catch (Stopped stopped) {
                var stop = new Stop(names(users), stopped.findings());
                if (stop.breaksAll()) {
                    throw stopped;
                }
                stops.add(stop);
            }
        });
        return new PullReport(reads, budgets, findings, stops);
    }

    private static List<String> names(List<MappingVersion> versions) {
        return versions.stream().map(v -> v.mapping().binding().company()).toList();
    }

    private void pullFrom(
            SourceLedger source,
            List<MappingVersion> users,
            Selection selection,
            List<PullReport.ScopeRead> reads,
            List<Finding> findings) {
        requireCalls(source);
        var known = source.properties();
        tools.ledger().storeProperties(users.get(0).mapping().binding().organisation(), known);
        var properties = known.stream().collect(Collectors.toMap(SourceProperty::id, Function.identity()));
        var wanted = new LinkedHashMap<GlScope, PropertyMapping>();
        for (var user : users) {
            for (var property : user.mapping().properties()) {
                if (selection.includes(property.id())) {
                    var there = properties.get(property.id());
                    if (there == null) {
                        findings.add(missing(property, properties.keySet()));
                        continue;
                    }
                    months(property, there, selection)
                            .forEach(
                                    m -> wanted.putIfAbsent(scope(user.mapping().binding(), property, m), property));
                }
            }
        }
        var currency = users.get(0).mapping().binding().currency();
        var order = withinBudget(source, wanted.keySet(), findings);
        var fresh = new HashMap<GlScope, GlSnapshot>();
        tools.progress().begin("reading the general ledger", order.size());
        var done = 0;
        for (var scope : order) {
            if (tools.progress().stopRequested()) {
                findings.add(stopped(scope));
                return;
            }
            var property = Objects.requireNonNull(wanted.get(scope));
            reads.add(readScope(
                    scope, property, fresh, () -> source.readGl(scope, property.tree(), currency, ReadPart.ALL)));
            tools.progress().at(++done);
        }
        readSubLedgers(source, order, currency, findings);
        noteSharedIds(order, findings);
        findings.addAll(source.findings());
    }

    /**
     * The scopes to read now, oldest month first, so that each is judged against its fresh predecessor. When the source
     * leaves fewer calls than that takes, open months win and the rest rotates: longest unread first.
     */
    private List<GlScope> withinBudget(SourceLedger source, Set<GlScope> wanted, List<Finding> findings) {
        var left = source.budget().callsLeft();
        var room = left < 0 ? wanted.size() : (int) Math.max(1, Math.min(wanted.size(), left - CALLS_KEPT_BACK));
        var lastMonth = wanted.stream().map(GlScope::month).max(Comparator.naturalOrder());
        var byNeed = wanted.stream()
                .sorted(Comparator.comparing(
                                (GlScope s) -> !Optional.of(s.month()).equals(lastMonth))
                        .thenComparing(s -> readAt(s).orElse(Instant.EPOCH))
                        .thenComparing(GlScope::compareTo))
                .toList();
        byNeed.stream().skip(room).forEach(s -> findings.add(notCovered(s)));
        return byNeed.stream()
                .limit(room)
                .sorted(Comparator.comparing(GlScope::month).thenComparing(GlScope::compareTo))
                .toList();
    }

    private Optional<Instant> readAt(GlScope scope) {
        return tools.ledger().latestSnapshot(scope).map(h -> h.readAt());
    }

    private Finding notCovered(GlScope scope) {
        return Finding.of(
                FlowCode.NOT_COVERED,
                scope.toString(),
                "to be read now",
                "left out: the source leaves too few calls; last read "
                        + readAt(scope).map(Instant::toString).orElse("never"),
                "Nothing to do: it is among the first to be read next time.");
    }

    private PullReport.ScopeRead readScope(
            GlScope scope, PropertyMapping property, Map<GlScope, GlSnapshot> fresh, Supplier<GlReading> read) {
        GlReading reading;
        try {
            reading = read.get();
        } catch (Stopped stopped) {
            return new PullReport.ScopeRead(scope, property.name(), 0, 0, 0, 0, false, stopped.findings());
        }
        var snapshot = Snapshots.judge(tools.ids().next(), reading, closings(fresh.get(scope.previousMonth())));
        fresh.remove(scope.previousMonth());
        fresh.put(scope, snapshot);
        var receipt = tools.ledger().store(snapshot);
        if (snapshot.complete() && scope.month().equals(property.cutover())) {
            tools.ledger()
                    .storeOpenings(
                            withVanished(openings(snapshot), tools.ledger().openings(scope)));
        }
        return new PullReport.ScopeRead(
                scope,
                reading.propertyName(),
                (int) reading.lines().count(),
                receipt.newFacts(),
                receipt.newVersions(),
                receipt.vanished().size(),
                snapshot.complete(),
                snapshot.findings());
    }

    /**
     * Closings of the month before, where it was read just now and is complete. An older reading is no yardstick: a late
     * line in it would make this month look wrong; the tie-out compares the two once both are known.
     */
    private static Map<GlAccountId, Long> closings(@Nullable GlSnapshot previous) {
        if (previous == null || !previous.complete()) {
            return Map.of();
        }
        return previous.reading().accounts().stream()
                .collect(Collectors.toMap(AccountBook::account, a -> a.totals().closing()));
    }

    /** The opening balances of the cutover month, each account a fact of its own; zero balances are no facts. */
    static List<OpeningFact> openings(GlSnapshot snapshot) {
        var scope = snapshot.scope();
        return snapshot.reading().accounts().stream()
                .filter(a -> a.totals().opening() != 0)
                .map(a -> new OpeningFact(
                        new FactKey(
                                scope.organisation(),
                                FactKind.OPENING,
                                scope.property(),
                                scope.basis(),
                                scope.book(),
                                a.account(),
                                "opening:" + scope.month(),
                                1),
                        a.number(),
                        a.name(),
                        a.totals().opening()))
                .toList();
    }

    /** A balance that was known and is not there any more has become zero. */
    private static List<OpeningFact> withVanished(List<OpeningFact> now, List<StoredOpening> known) {
        var all = new ArrayList<>(now);
        var given = now.stream().map(OpeningFact::key).collect(Collectors.toSet());
        known.stream()
                .map(StoredOpening::fact)
                .filter(f -> !given.contains(f.key()))
                .forEach(f -> all.add(new OpeningFact(f.key(), f.accountNumber(), f.accountName(), 0)));
        return all;
    }

    private void readSubLedgers(
            SourceLedger source, List<GlScope> scopes, io.tieout.money.CurrencyCode currency, List<Finding> findings) {
        var latest = new TreeMap<PropertyId, PostMonth>();
        var earliest = new TreeMap<PropertyId, PostMonth>();
        scopes.forEach(s -> {
            latest.merge(s.property(), s.month(), (a, b) -> a.isAfter(b) ? a : b);
            earliest.merge(s.property(), s.month(), (a, b) -> a.isBefore(b) ? a : b);
        });
        tools.progress().begin("reading receivables and payables", latest.size());
        var done = 0;
        for (var span : latest.entrySet()) {
            var property = span.getKey();
            var month = span.getValue();
            try {
                tools.ledger()
                        .storeSubLedgers(
                                tools.ids().next(),
                                source.readSubLedgers(
                                        property,
                                        month,
                                        earliest.getOrDefault(property, month)
                                                .firstDay()
                                                .minusMonths(OPEN_ITEM_MONTHS),
                                        month.lastDay(),
                                        currency));
            } catch (Stopped stopped) {
                findings.add(subLedgersNotRead(property, stopped));
            }
            tools.progress().at(++done);
        }
    }

    /** Money is measured on the general ledger alone, so this stops nothing but T5. */
    private static Finding subLedgersNotRead(PropertyId property, Stopped stopped) {
        var cause = stopped.findings().get(0);
        return Finding.of(
                FlowCode.SUB_LEDGERS_NOT_READ,
                "property " + property,
                "receivables and payables, for the tie-out of sub-ledgers (T5)",
                cause.code().id() + " " + cause.code().title() + ": " + cause.found(),
                "Postings are not touched by it. Grant the API user the calls it lacks, or do without T5.");
    }

    private void noteSharedIds(List<GlScope> scopes, List<Finding> findings) {
        var seen = new LinkedHashSet<PropertyId>();
        for (var scope : scopes) {
            if (seen.add(scope.property())) {
                var shared = tools.ledger().idsSharedByBases(scope.organisation(), scope.property());
                if (!shared.isEmpty()) {
                    findings.add(Finding.of(
                            FlowCode.IDS_SHARED,
                            "property " + scope.property(),
                            "source ids of one basis only",
                            Count.of(shared.size(), "id stands", "ids stand") + " in the accrual and in the cash book",
                            "Nothing to do: such a line is marked as exported only after both books are confirmed."));
                }
            }
        }
    }

    static List<PostMonth> months(PropertyMapping property, SourceProperty known, Selection selection) {
        var last = known.glPostMonth()
                .orElseGet(() -> selection.months().isEmpty()
                        ? property.cutover()
                        : selection.months().get(selection.months().size() - 1));
        var months = new ArrayList<PostMonth>();
        for (var month = property.cutover(); !month.isAfter(last); month = month.next()) {
            if (selection.includes(month)) {
                months.add(month);
            }
        }
        return months;
    }

    static GlScope scope(Binding binding, PropertyMapping property, PostMonth month) {
        return new GlScope(binding.organisation(), property.id(), month, property.basis(), property.book());
    }

    /** The companies bound to the organisation that the credentials reach; the others are stopped, each for itself. */
    private static List<MappingVersion> ofOrganisation(
            OrganisationId reached, List<MappingVersion> users, List<Stop> stops) {
        var served = new ArrayList<MappingVersion>();
        for (var user : users) {
            var binding = user.mapping().binding();
            if (binding.organisation().equals(reached)) {
                served.add(user);
                continue;
            }
            stops.add(new Stop(
                    List.of(binding.company()),
                    List.of(Finding.of(
                            FlowCode.WRONG_ORGANISATION,
                            user.mapping().file() + ", binding.organisation",
                            binding.organisation().value(),
                            reached.value(),
                            "Nothing was read for it. Use the API key of the organisation the mapping is bound to."))));
        }
        return served;
    }

    private static void requireCalls(SourceLedger source) {
        var granted = source.grantedCalls();
        if (granted.isEmpty()) {
            return;
        }
        var missing =
                NEEDED_CALLS.stream().filter(c -> !granted.contains(c)).sorted().toList();
        if (!missing.isEmpty()) {
            throw new Stopped(Finding.of(
                    FlowCode.MISSING_CALL,
                    "source credentials",
                    "access to " + String.join(", ", missing),
                    "not granted",
                    "Ask the source's administrator to grant these calls to the API user."));
        }
    }

    static Finding missing(PropertyMapping property, Set<PropertyId> known) {
        return Finding.of(
                FlowCode.MISSING_PROPERTY,
                property.place() + ", property " + property.id() + " (" + property.name() + ")",
                "one of the source's properties: "
                        + known.stream()
                                .sorted()
                                .limit(10)
                                .map(PropertyId::value)
                                .collect(Collectors.joining(", ")),
                "not in the source, or not visible to the API key",
                "Correct the id, or grant the API user access to the property. The other properties were read.");
    }

    private static Finding stopped(GlScope scope) {
        return Finding.of(
                FlowCode.STOPPED_BY_PERSON,
                scope.toString(),
                "to be read",
                "stopped on request before it",
                "Run the command again: what was read is kept.");
    }
}
