package io.tieout.flow;

import io.tieout.fact.Basis;
import io.tieout.finding.Finding;
import io.tieout.flow.port.TargetBooks;
import io.tieout.mapping.MappingVersion;
import io.tieout.mapping.PropertyMapping;
import io.tieout.plan.TargetCompany;
import io.tieout.plan.TargetDimension;
import io.tieout.tie.ClosingTie;
import io.tieout.tie.Identity;
import io.tieout.tie.SourceTie;
import io.tieout.tie.SubLedgerTie;
import io.tieout.tie.TargetTie;
import io.tieout.tie.TieCode;
import io.tieout.tie.TieOut;
import io.tieout.tie.TieRow;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/** {@code tie-out}: gathers both sides from ledger, source snapshots and target, and compares them. Writes nothing. */
public final class TieOutCase {

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
            // What is held in a month stays held while its newest reading is unusable, or it would all differ.
            var made = new Planning(tools).makeFromComplete(version, target);
            var comparison = new Comparison(version, made.company(), target, selection, TieOutSource.read(tools, made));
            comparison.source();
            comparison.months();
            comparison.subLedgers();
            return new TieOut(
                    name,
                    version.mapping().binding().currency(),
                    comparison.rows,
                    comparison.findings,
                    comparison.notApplicable());
        }
    }

    /** One company's sides, set against each other; the selection narrows what is shown, not what is counted. */
    private final class Comparison {
        private final MappingVersion version;
        private final TargetCompany company;
        private final TargetBooks books;
        private final Selection selection;
        private final TieOutSource source;
        private final List<TieRow> rows = new ArrayList<>();
        private final List<Finding> findings = new ArrayList<>();

        Comparison(
                MappingVersion version,
                TargetCompany company,
                TargetBooks books,
                Selection selection,
                TieOutSource source) {
            this.version = version;
            this.company = company;
            this.books = books;
            this.selection = selection;
            this.source = source;
        }

        /** T1 and T2. */
        void source() {
            var shown = source.accounts().stream()
                    .filter(a -> selection.includes(a.scope().property())
                            && selection.includes(a.scope().month()))
                    .toList();
            findings.addAll(source.findings());
            if (shown.isEmpty()) {
                findings.add(Planning.nothingRead(version.mapping().binding().company(), selection));
            }
            rows.addAll(SourceTie.t1(shown));
            rows.addAll(SourceTie.t2(
                    shown,
                    source.fates().stream()
                            .filter(f -> selection.includes(f.key().property()) && selection.includes(f.month()))
                            .toList()));
        }

        /** T3 and T4, month by month: the target is read from the month before the first cutover to the newest reading. */
        void months() {
            var cutover = version.mapping().properties().stream()
                    .map(PropertyMapping::cutover)
                    .min(Comparator.naturalOrder());
            var last = source.accounts().stream().map(a -> a.scope().month()).max(Comparator.naturalOrder());
            if (cutover.isEmpty() || last.isEmpty()) {
                return;
            }
            var mapped = mapped();
            var target = new TieOutTarget(tools, version, company, books, mapped);
            var tie = new TargetTie(version.mapping().binding().currency(), company.accounts(), dimensions(), mapped);
            // Openings are dated the day before cutover, so the first month looked at is the one before.
            var before = cutover.get().previous();
            var openings = new Openings(tools, version, company);
            // Where openings are accepted, what stood before cutover is the opening, and its difference was accepted;
            // where they are posted, what stood before is somebody else's.
            var foreign = new HashMap<>(openings.any() ? Map.of() : target.foreignBefore(before));
            var balances = target.balances(before.firstDay().minusDays(1));
            for (var month = before; !month.isAfter(last.get()); month = month.next()) {
                var after = target.balances(month.lastDay());
                var read = target.month(month, balances, after);
                var result = tie.t3(read, target.ours(month), target.numbersElsewhere(month), source.fates());
                var foreignHere = target.foreign(read);
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
                                    source.closings(month),
                                    source.fates(),
                                    after,
                                    TieOutTarget.movements(read),
                                    foreign,
                                    foreignHere,
                                    openings.accepted())));
                }
                balances = after;
            }
        }

        /** Accounts that lines go to by their rules, and those they went to. */
        private Set<String> mapped() {
            var mapped = new TreeSet<String>();
            source.mappedClosings().forEach(c -> c.targetAccountId().ifPresent(mapped::add));
            source.fates()
                    .forEach(f -> f.targetAccountId().filter(t -> !t.isEmpty()).ifPresent(mapped::add));
            return mapped;
        }

        private List<TargetDimension> dimensions() {
            var all = new ArrayList<TargetDimension>();
            var seen = new HashSet<String>();
            List<Collection<TargetDimension>> lists = List.of(company.classes(), company.locationList());
            lists.forEach(l -> l.stream().filter(d -> seen.add(d.id())).forEach(all::add));
            return all;
        }

        /** A cash book keeps no receivables or payables, so there is nothing that sub-ledgers could be held against. */
        Map<Identity, String> notApplicable() {
            var cash = version.mapping().properties().stream().allMatch(p -> p.basis() == Basis.CASH);
            return cash
                    ? Map.of(
                            Identity.T5,
                            "the cash book holds no receivables and payables; the accrual book's company shows them")
                    : Map.of();
        }

        /** T5, of the newest month read. */
        void subLedgers() {
            for (var property : version.mapping().properties()) {
                if (selection.includes(property.id()) && property.basis() == Basis.ACCRUAL) {
                    subLedgers(property);
                }
            }
        }

        private void subLedgers(PropertyMapping property) {
            var newest = source.accounts().stream()
                    .filter(a -> a.scope().property().equals(property.id()))
                    .map(a -> a.scope().month())
                    .max(Comparator.naturalOrder());
            if (newest.isEmpty() || !selection.includes(newest.get())) {
                return;
            }
            var reading =
                    tools.ledger().latestSubLedgers(version.mapping().binding().organisation(), property.id());
            if (reading.isEmpty()) {
                findings.add(Finding.of(
                        TieCode.NO_SUB_LEDGER,
                        "property " + property.id(),
                        "a reading of receivables and payables",
                        "none yet",
                        "Run `tieout pull`; T5 then compares them with their control accounts."));
                return;
            }
            rows.addAll(SubLedgerTie.t5(
                    reading.get(),
                    newest.get(),
                    source.accounts().stream()
                            .filter(a -> a.scope().property().equals(property.id())
                                    && a.scope().month().equals(newest.get()))
                            .toList(),
                    version.mapping().controls()));
        }
    }
}
