package io.tieout.flow;

import io.tieout.fact.FactKind;
import io.tieout.fact.GlAccountId;
import io.tieout.fact.GlScope;
import io.tieout.fact.PostMonth;
import io.tieout.finding.Finding;
import io.tieout.flow.port.Ledger.AccountLine;
import io.tieout.flow.port.Ledger.ClaimRow;
import io.tieout.flow.port.Ledger.PostingRow;
import io.tieout.flow.port.Ledger.SnapshotHeader;
import io.tieout.flow.port.TargetBooks;
import io.tieout.mapping.IndexedRuleBook;
import io.tieout.mapping.MappingVersion;
import io.tieout.mapping.PropertyMapping;
import io.tieout.mapping.RuleBook;
import io.tieout.mapping.Subject;
import io.tieout.plan.Plan;
import io.tieout.plan.TargetAccount;
import io.tieout.plan.TargetCompany;
import io.tieout.plan.TargetDimension;
import io.tieout.posting.PostingState;
import io.tieout.posting.TargetDocument;
import io.tieout.tie.ClosingTie;
import io.tieout.tie.ClosingTie.MappedClosing;
import io.tieout.tie.LineFate;
import io.tieout.tie.OurEntry;
import io.tieout.tie.SourceAccountMonth;
import io.tieout.tie.SourceAccountMonth.Sides;
import io.tieout.tie.SourceTie;
import io.tieout.tie.SubLedgerTie;
import io.tieout.tie.TargetMonth;
import io.tieout.tie.TargetMonth.OtherLine;
import io.tieout.tie.TargetTie;
import io.tieout.tie.TieCode;
import io.tieout.tie.TieOut;
import io.tieout.tie.TieRow;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** {@code tie-out}: gathers both sides from ledger, source snapshots and target, and compares them. Writes nothing. */
public final class TieOutCase {

    private static final Set<PostingState> STANDING =
            Set.of(PostingState.CONFIRMED, PostingState.MATCHED, PostingState.VERIFIED, PostingState.QUARANTINED);
    private static final Set<PostingState> NOT_REFUSED = EnumSet.complementOf(EnumSet.of(PostingState.REJECTED));

    private final Tools tools;
    private final Companies companies;

    public TieOutCase(Tools tools) {
        this.tools = tools;
        this.companies = new Companies(tools.mappings());
    }

    public EachCompany.Outcome<TieOut> run(Selection selection) {
        return of(companies.selected(selection), selection);
    }

    /** Ties out the named companies among those selected. */
    public EachCompany.Outcome<TieOut> of(List<String> names, Selection selection) {
        return EachCompany.of(names, c -> of(companies.forPlanning(c), selection.of(c)));
    }

    private TieOut of(MappingVersion version, Selection selection) {
        var name = version.mapping().binding().company();
        tools.progress().begin("tying out " + name, 0);
        try (var target = tools.connections().target(version.mapping().binding())) {
            var work = new Work(version, target, selection);
            work.source();
            work.target();
            work.subLedgers();
            return new TieOut(name, version.mapping().binding().currency(), work.rows, work.findings);
        }
    }

    /** One company's tie-out while it is gathered. */
    private final class Work {
        private final MappingVersion version;
        private final TargetBooks target;
        private final Selection selection;
        private final TargetCompany company;
        private final Plan plan;
        private final RuleBook rules;
        private final List<TieRow> rows = new ArrayList<>();
        private final List<Finding> findings = new ArrayList<>();
        /** All scopes of the company since cutover; the selection narrows what is shown, not what is counted. */
        private final List<SourceAccountMonth> accounts = new ArrayList<>();

        private final List<LineFate> fates = new ArrayList<>();

        Work(MappingVersion version, TargetBooks target, Selection selection) {
            this.version = version;
            this.target = target;
            this.selection = selection;
            var made = new Planning(tools).make(version, target, Selection.all());
            this.company = made.company();
            this.plan = made.plan();
            this.rules = IndexedRuleBook.of(version.mapping());
        }

        void source() {
            for (var property : version.mapping().properties()) {
                for (var scope : scopes(property)) {
                    tools.ledger().latestSnapshot(scope).ifPresent(this::read);
                }
            }
            planFates();
            if (shown(accounts).isEmpty()) {
                findings.add(Planning.nothingRead(version.mapping().binding().company(), selection));
            }
            rows.addAll(SourceTie.t1(shown(accounts)));
            rows.addAll(SourceTie.t2(
                    shown(accounts),
                    fates.stream()
                            .filter(f -> selection.includes(f.key().property()) && selection.includes(f.month()))
                            .toList()));
        }

        private List<GlScope> scopes(PropertyMapping property) {
            return tools
                    .ledger()
                    .knownScopes(
                            version.mapping().binding().organisation(),
                            property.id(),
                            property.basis(),
                            property.book())
                    .stream()
                    .filter(s -> !s.month().isBefore(property.cutover()))
                    .toList();
        }

        private void read(SnapshotHeader header) {
            var previous = tools.ledger()
                    .latestSnapshot(header.scope().previousMonth())
                    .map(h -> tools.ledger().accounts(h).stream()
                            .collect(Collectors.toMap(
                                    AccountLine::account, a -> a.totals().closing())))
                    .orElse(Map.of());
            var sides = sides(header);
            for (var line : tools.ledger().accounts(header)) {
                var before = previous.get(line.account());
                accounts.add(new SourceAccountMonth(
                        header.scope(),
                        line.account(),
                        line.number(),
                        line.name(),
                        line.totals(),
                        line.lineDebits(),
                        line.lineCredits(),
                        before == null ? OptionalLong.empty() : OptionalLong.of(before),
                        sides.map(s -> s.getOrDefault(line.account(), Sides.NONE))));
            }
            for (var claim : tools.ledger().claims(company.key(), header.scope())) {
                fates.add(fate(claim, header.scope().month()));
            }
            if (!header.complete()) {
                findings.add(Finding.of(
                        FlowCode.SNAPSHOT_UNUSABLE,
                        header.scope().toString(),
                        "a complete reading",
                        "the newest reading of " + header.readAt() + " is not complete",
                        "Its differences are shown below; read again with `tieout pull`."));
            }
            noteChanges(header);
        }

        /** Debits and credits by the sign of each line; the lines are known of complete readings only. */
        private Optional<Map<GlAccountId, Sides>> sides(SnapshotHeader header) {
            if (!header.complete()) {
                return Optional.empty();
            }
            var sides = new HashMap<GlAccountId, Sides>();
            tools.ledger()
                    .lines(header, company.key())
                    .forEach(s -> sides.merge(
                            s.line().key().account(),
                            Sides.NONE.plus(s.line().signedMinor()),
                            (a, b) -> new Sides(a.debits() + b.debits(), a.credits() + b.credits())));
            return Optional.of(sides);
        }

        private void noteChanges(SnapshotHeader header) {
            if (!header.complete()) {
                return;
            }
            var lines = tools.ledger().lines(header, company.key()).stream()
                    .collect(Collectors.toMap(s -> s.line().key(), s -> s, (a, b) -> a));
            for (var claim : tools.ledger().claims(company.key(), header.scope())) {
                if (claim.fact().key().kind() != FactKind.GL_LINE) {
                    continue;
                }
                var now = lines.get(claim.fact().key());
                if (now == null) {
                    findings.add(change(TieCode.SOURCE_GONE, claim, "no longer in the reading"));
                } else if (!now.line().fingerprint().equals(claim.fact().fingerprint())) {
                    findings.add(change(
                            TieCode.SOURCE_CHANGED,
                            claim,
                            now.line().postDate() + " " + now.line().signed() + " "
                                    + now.line().transactionType()));
                }
            }
        }

        private Finding change(TieCode code, ClaimRow claim, String found) {
            return Finding.of(
                    code,
                    "line " + claim.fact().key() + ", GL " + claim.accountNumber(),
                    "as posted: " + claim.fact().signedMinor() + " minor units on " + claim.postingDate(),
                    found,
                    "Nothing is corrected by itself. Settle it with the site; the difference stays in the tie-out.");
        }

        private LineFate fate(ClaimRow claim, PostMonth month) {
            var posted = claim.state().isPosted() || claim.state() == PostingState.CONFIRMED;
            return new LineFate(
                    claim.fact().key(),
                    claim.accountNumber(),
                    month,
                    posted ? LineFate.Kind.JOURNALED : LineFate.Kind.IN_FLIGHT,
                    claim.fact().signedMinor(),
                    Optional.of(claim.targetAccountId()),
                    Optional.of(claim.postingDate()),
                    claim.state().name());
        }

        /** What the plan would do with lines that nothing claims yet. */
        private void planFates() {
            for (var held : plan.held()) {
                fates.add(new LineFate(
                        held.line().key(),
                        held.line().accountNumber(),
                        month(held.line().key().kind(), held.line().postMonth()),
                        LineFate.Kind.HELD,
                        held.line().signedMinor(),
                        Optional.empty(),
                        Optional.empty(),
                        held.reason().words()));
            }
            for (var excluded : plan.excluded()) {
                fates.add(new LineFate(
                        excluded.line().key(),
                        excluded.line().accountNumber(),
                        month(excluded.line().key().kind(), excluded.line().postMonth()),
                        LineFate.Kind.EXCLUDED,
                        excluded.line().signedMinor(),
                        Optional.empty(),
                        Optional.empty(),
                        excluded.reason()));
            }
            var numbers = accounts.stream()
                    .collect(Collectors.toMap(a -> a.account().value(), SourceAccountMonth::number, (a, b) -> a));
            for (var document : plan.documents()) {
                for (var fact : document.facts()) {
                    fates.add(new LineFate(
                            fact.key(),
                            numbers.getOrDefault(
                                    fact.key().account().value(),
                                    fact.key().account().value()),
                            month(fact.key().kind(), document.key().month()),
                            LineFate.Kind.IN_FLIGHT,
                            fact.signedMinor(),
                            Optional.empty(),
                            Optional.of(document.entry().date()),
                            "planned, not posted"));
                }
            }
        }

        /** A held opening stands for the month before cutover; it counts from the cutover month on. */
        private PostMonth month(FactKind kind, PostMonth month) {
            return kind == FactKind.OPENING ? month.next() : month;
        }

        void target() {
            var closings = mappedClosings();
            var mapped = new TreeSet<String>();
            closings.forEach(c -> c.targetAccountId().ifPresent(mapped::add));
            fates.forEach(f -> f.targetAccountId().filter(t -> !t.isEmpty()).ifPresent(mapped::add));
            var cutover = version.mapping().properties().stream()
                    .map(PropertyMapping::cutover)
                    .min(Comparator.naturalOrder());
            var last = accounts.stream().map(a -> a.scope().month()).max(Comparator.naturalOrder());
            if (cutover.isEmpty() || last.isEmpty()) {
                return;
            }
            var cash = version.mapping().properties().stream().anyMatch(p -> p.basis() == io.tieout.fact.Basis.CASH);
            var tie = new TargetTie(version.mapping().binding().currency(), company.accounts(), dimensions(), mapped);
            var byMonth = ours();
            // Openings are dated the day before cutover, so the first month looked at is the one before.
            var before = cutover.get().previous();
            var openings = new Openings(tools, version, company);
            // Where openings are accepted, what stood before cutover is the opening, and its difference was accepted;
            // where they are posted, what stood before is somebody else's.
            var foreign = openings.any() ? new HashMap<String, Long>() : priorForeign(before, mapped, cash);
            var balances = target.trialBalance(before.firstDay().minusDays(1), cash);
            for (var month = before; !month.isAfter(last.get()); month = month.next()) {
                var after = target.trialBalance(month.lastDay(), cash);
                var read = month(month, balances, after, mapped, cash);
                var ours = byMonth.getOrDefault(month, List.of()).stream()
                        .map(p -> new OurEntry(tools.ledger().document(p), p.state()))
                        .toList();
                var result = tie.t3(read, ours, numbers(byMonth, month), fates);
                var foreignHere = foreign(read, byMonth, mapped);
                if (!openings.any() || !month.equals(before)) {
                    foreignHere.forEach((a, v) -> foreign.merge(a, v, Math::addExact));
                }
                if (selection.includes(month) || month.equals(before)) {
                    rows.addAll(result.rows());
                    findings.addAll(result.findings());
                }
                if (!month.equals(before) && selection.includes(month)) {
                    rows.addAll(new ClosingTie(company.accounts())
                            .t4(new ClosingTie.Input(
                                    month,
                                    closings(month),
                                    fates,
                                    after,
                                    movements(read),
                                    foreign,
                                    foreignHere,
                                    openings.accepted())));
                }
                balances = after;
            }
        }

        /** What stood on the mapped accounts before the opening month: not ours. */
        private HashMap<String, Long> priorForeign(PostMonth before, Set<String> mapped, boolean cash) {
            var prior = new HashMap<String, Long>();
            target.trialBalance(before.firstDay().minusDays(1), cash).forEach((account, balance) -> {
                if (mapped.contains(account)) {
                    prior.put(account, balance);
                }
            });
            return prior;
        }

        private TargetMonth month(
                PostMonth month, Map<String, Long> before, Map<String, Long> after, Set<String> mapped, boolean cash) {
            var entries = target.journalEntries(month.firstDay(), month.lastDay());
            var fiscalStart =
                    month.value().getMonthValue() == version.mapping().binding().fiscalYearStartMonth();
            var opening = fiscalStart ? balanceSheetOnly(before) : before;
            var read = new TargetMonth(month, entries, opening, after, List.of());
            if (explained(read, mapped)) {
                return read;
            }
            // Something else than journal entries moved a mapped account: only then the ledger report is worth a call.
            var journals = entries.stream().map(TargetDocument::id).collect(Collectors.toSet());
            var others = target.ledgerEntries(month.firstDay(), month.lastDay(), cash).stream()
                    .filter(e -> mapped.contains(e.accountId()) && !journals.contains(e.documentId()))
                    .map(e -> new OtherLine(
                            e.accountId(),
                            e.documentType() + " " + e.documentNumber() + " of " + e.date(),
                            e.signedMinor()))
                    .toList();
            return new TargetMonth(month, entries, opening, after, others);
        }

        private Map<String, Long> balanceSheetOnly(Map<String, Long> balances) {
            var sheet = company.accounts().stream()
                    .filter(a -> a.accountClass().isBalanceSheet())
                    .map(TargetAccount::id)
                    .collect(Collectors.toSet());
            return balances.entrySet().stream()
                    .filter(e -> sheet.contains(e.getKey()))
                    .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
        }

        private boolean explained(TargetMonth month, Set<String> mapped) {
            var moved = new HashMap<String, Long>(movements(month));
            month.entries()
                    .forEach(e -> e.lines().forEach(l -> moved.merge(l.accountId(), -l.signedMinor(), Math::addExact)));
            return mapped.stream().allMatch(a -> moved.getOrDefault(a, 0L) == 0);
        }

        private Map<String, Long> movements(TargetMonth month) {
            var movements = new TreeMap<String, Long>(month.balancesAfter());
            month.balancesBefore().forEach((a, v) -> movements.merge(a, -v, Math::addExact));
            return movements;
        }

        /** What is not known to be ours: entries of others, and of ours those whose outcome is not settled. */
        private Map<String, Long> foreign(
                TargetMonth month, Map<PostMonth, List<PostingRow>> ours, Set<String> mapped) {
            var known = ours.values().stream()
                    .flatMap(List::stream)
                    .filter(p -> STANDING.contains(p.state()))
                    .map(p -> p.marker().value())
                    .collect(Collectors.toSet());
            var foreign = new HashMap<String, Long>();
            month.entries().stream()
                    .filter(e -> !known.contains(e.documentNumber()))
                    .flatMap(e -> e.lines().stream())
                    .filter(l -> mapped.contains(l.accountId()))
                    .forEach(l -> foreign.merge(l.accountId(), l.signedMinor(), Math::addExact));
            month.others().forEach(o -> foreign.merge(o.accountId(), o.signedMinor(), Math::addExact));
            return foreign;
        }

        /** Our postings in any state but refused, by the month of their date. */
        private Map<PostMonth, List<PostingRow>> ours() {
            return tools.ledger().postings(company.key(), NOT_REFUSED).stream()
                    .collect(Collectors.groupingBy(p -> PostMonth.of(p.date())));
        }

        private static Set<String> numbers(Map<PostMonth, List<PostingRow>> ours, PostMonth exceptOf) {
            return ours.entrySet().stream()
                    .filter(e -> !e.getKey().equals(exceptOf))
                    .flatMap(e -> e.getValue().stream())
                    .map(p -> p.marker().value())
                    .collect(Collectors.toSet());
        }

        private List<MappedClosing> mappedClosings() {
            return accounts.stream()
                    .map(a -> new MappedClosing(
                            a.scope().property().value(),
                            a.number(),
                            targetOf(a),
                            a.totals().closing(),
                            a.totals().netChange()))
                    .toList();
        }

        /** Closings at the end of a month: a property whose newest reading is older keeps its last balance. */
        private List<MappedClosing> closings(PostMonth month) {
            var newest = new TreeMap<String, SourceAccountMonth>();
            accounts.stream()
                    .filter(a -> !a.scope().month().isAfter(month))
                    .sorted(Comparator.comparing(a -> a.scope().month()))
                    .forEach(a -> newest.put(a.scope().property() + "|" + a.account(), a));
            return newest.values().stream()
                    .map(a -> new MappedClosing(
                            a.scope().property().value(),
                            a.number(),
                            targetOf(a),
                            a.totals().closing(),
                            a.scope().month().equals(month) ? a.totals().netChange() : 0))
                    .toList();
        }

        /** Where the account's lines usually go; single lines that a rule sends elsewhere are counted apart. */
        private Optional<String> targetOf(SourceAccountMonth account) {
            var route = rules.route(new Subject(
                    account.scope().property(),
                    account.account(),
                    account.number(),
                    "",
                    account.scope().month()));
            return route.fold(
                    m -> Openings.resolve(company, m.account()),
                    h -> Optional.<String>empty(),
                    e -> Optional.<String>empty());
        }

        private List<TargetDimension> dimensions() {
            var all = new ArrayList<TargetDimension>();
            var seen = new HashSet<String>();
            List<Collection<TargetDimension>> lists = List.of(company.classes(), company.locationList());
            lists.forEach(l -> l.stream().filter(d -> seen.add(d.id())).forEach(all::add));
            return all;
        }

        void subLedgers() {
            for (var property : version.mapping().properties()) {
                if (!selection.includes(property.id()) || property.basis() == io.tieout.fact.Basis.CASH) {
                    continue;
                }
                var newest = accounts.stream()
                        .filter(a -> a.scope().property().equals(property.id()))
                        .map(a -> a.scope().month())
                        .max(Comparator.naturalOrder());
                if (newest.isEmpty() || !selection.includes(newest.get())) {
                    continue;
                }
                var reading = tools.ledger()
                        .latestSubLedgers(version.mapping().binding().organisation(), property.id());
                if (reading.isEmpty()) {
                    findings.add(Finding.of(
                            TieCode.NO_SUB_LEDGER,
                            "property " + property.id(),
                            "a reading of receivables and payables",
                            "none yet",
                            "Run `tieout pull`; T5 then compares them with their control accounts."));
                    continue;
                }
                rows.addAll(SubLedgerTie.t5(
                        reading.get(),
                        newest.get(),
                        accounts.stream()
                                .filter(a -> a.scope().property().equals(property.id())
                                        && a.scope().month().equals(newest.get()))
                                .toList(),
                        version.mapping().controls()));
            }
        }

        private List<SourceAccountMonth> shown(List<SourceAccountMonth> all) {
            return all.stream()
                    .filter(a -> selection.includes(a.scope().property())
                            && selection.includes(a.scope().month()))
                    .toList();
        }
    }
}
