package io.tieout.flow;

import io.tieout.fact.Basis;
import io.tieout.fact.GlAccountId;
import io.tieout.fact.GlScope;
import io.tieout.fact.PostMonth;
import io.tieout.fact.PropertyId;
import io.tieout.finding.Finding;
import io.tieout.finding.Stopped;
import io.tieout.flow.port.Ledger.AccountLine;
import io.tieout.flow.port.Ledger.SnapshotHeader;
import io.tieout.flow.port.TargetBooks;
import io.tieout.mapping.IndexedRuleBook;
import io.tieout.mapping.MappingVersion;
import io.tieout.mapping.OpeningMode;
import io.tieout.mapping.PropertyMapping;
import io.tieout.plan.OpeningBalance;
import io.tieout.plan.Plan;
import io.tieout.plan.PlanInput;
import io.tieout.plan.Planner;
import io.tieout.plan.PropertyMonth;
import io.tieout.plan.Reconciliation.Sum;
import io.tieout.plan.TargetCompany;
import io.tieout.posting.PostingState;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * Makes a plan from what the ledger holds and how the target stands now. Writes nothing outside. Only complete snapshots
 * are planned; a month without one is named in the findings.
 */
public final class Planning {

    private final Tools tools;

    public Planning(Tools tools) {
        this.tools = tools;
    }

    /**
     * The plan with what it was made from.
     *
     * @param sources lines and money of the readings, by basis
     * @param openings opening balances that are posted, by basis
     */
    public record Made(
            Plan plan,
            TargetCompany company,
            MappingVersion version,
            List<SnapshotHeader> snapshots,
            Map<Basis, Sum> sources,
            Map<Basis, Sum> openings) {}

    public Made make(MappingVersion version, TargetBooks target, Selection selection) {
        return make(version, target, selection, scope -> tools.ledger().latestSnapshot(scope));
    }

    /**
     * The plan over the newest complete reading of each month, also where a newer one is unusable and bars the month from
     * posting. It is never posted: the tie-out learns from it what was held when the month was last understood.
     */
    Made makeFromComplete(MappingVersion version, TargetBooks target) {
        return make(version, target, Selection.all(), tools.ledger()::latestComplete);
    }

    private Made make(
            MappingVersion version,
            TargetBooks target,
            Selection selection,
            Function<GlScope, Optional<SnapshotHeader>> reading) {
        var binding = version.mapping().binding();
        var company = target.company();
        if (!company.key().equals(binding.companyKey())) {
            throw new Stopped(Finding.of(
                    FlowCode.WRONG_COMPANY,
                    version.mapping().file() + ", binding.company-id",
                    binding.companyKey().value(),
                    company.key().value() + " (" + company.name() + ")",
                    "Nothing was posted. A mapping is bound to one company for ever; correct the connection."));
        }
        var findings = new ArrayList<Finding>();
        var snapshots = new ArrayList<SnapshotHeader>();
        var months = new ArrayList<PropertyMonth>();
        for (var property : version.mapping().properties()) {
            if (selection.includes(property.id())) {
                for (var header : latest(version, property, selection, reading, findings)) {
                    snapshots.add(header);
                    months.add(new PropertyMonth(
                            header.scope(),
                            header.snapshotId(),
                            tools.ledger().lines(header, binding.companyKey()),
                            names(header)));
                }
            }
        }
        if (snapshots.isEmpty() && findings.isEmpty()) {
            findings.add(nothingRead(binding.company(), selection));
        }
        var input = new PlanInput(
                tools.environment(),
                version,
                company,
                months,
                openings(version, snapshots),
                tools.ledger().nextSequences(binding.companyKey()),
                tools.ledger().decisions(binding.companyKey()),
                openGlMonths(version, snapshots),
                Map.of(),
                tools.clock().businessDate());
        var plan = Planner.plan(input, IndexedRuleBook.of(version.mapping()));
        findings.addAll(plan.findings());
        return new Made(
                new Plan(
                        plan.company(),
                        plan.companyKey(),
                        plan.mappingHash(),
                        plan.published(),
                        plan.inputsHash(),
                        plan.documents(),
                        plan.held(),
                        plan.excluded(),
                        findings),
                company,
                version,
                snapshots,
                Reconciling.sources(snapshots, months),
                Reconciling.openings(input.openings().values()));
    }

    private Map<GlAccountId, String> names(SnapshotHeader header) {
        return tools.ledger().accounts(header).stream()
                .collect(Collectors.toMap(AccountLine::account, AccountLine::name, (a, b) -> a));
    }

    static Finding nothingRead(String company, Selection selection) {
        var words = selection.words().isEmpty() ? "" : " " + selection.words();
        return Finding.of(
                FlowCode.NOTHING_READ,
                "company " + company,
                "a reading of the months asked for",
                "none yet",
                "Nothing can be said about what was not read. Run `tieout pull" + words + "` first.");
    }

    /** The readings of a property's months to plan from; one that is not complete bars its month. */
    private List<SnapshotHeader> latest(
            MappingVersion version,
            PropertyMapping property,
            Selection selection,
            Function<GlScope, Optional<SnapshotHeader>> reading,
            List<Finding> findings) {
        var headers = new ArrayList<SnapshotHeader>();
        var binding = version.mapping().binding();
        for (var scope :
                tools.ledger().knownScopes(binding.organisation(), property.id(), property.basis(), property.book())) {
            if (scope.month().isBefore(property.cutover()) || !selection.includes(scope.month())) {
                continue;
            }
            var newest = reading.apply(scope);
            if (newest.map(SnapshotHeader::complete).orElse(false)) {
                headers.add(newest.orElseThrow());
            } else {
                findings.add(Finding.of(
                        FlowCode.SNAPSHOT_UNUSABLE,
                        scope.toString(),
                        "a complete reading",
                        "the newest reading is not complete, so the month is not planned",
                        "See the findings of the pull; read again with `tieout pull --property " + property.id()
                                + " --month " + scope.month() + "`."));
            }
        }
        return headers;
    }

    private Map<PropertyId, List<OpeningBalance>> openings(MappingVersion version, List<SnapshotHeader> snapshots) {
        var openings = new HashMap<PropertyId, List<OpeningBalance>>();
        for (var property : version.mapping().properties()) {
            var cutover = snapshots.stream()
                    .map(SnapshotHeader::scope)
                    .filter(s -> s.property().equals(property.id()) && s.month().equals(property.cutover()))
                    .findFirst();
            if (property.opening() == OpeningMode.POST && cutover.isPresent()) {
                openings.put(property.id(), openingsOf(version, cutover.get()));
            }
        }
        return openings;
    }

    private List<OpeningBalance> openingsOf(MappingVersion version, GlScope cutover) {
        var claims = tools.ledger().claims(version.mapping().binding().companyKey(), cutover).stream()
                .filter(c -> c.state() != PostingState.REJECTED)
                .collect(Collectors.toMap(c -> c.fact().key(), c -> c.fact(), (a, b) -> a));
        return tools.ledger().openings(cutover).stream()
                .map(stored -> new OpeningBalance(
                        stored.fact().key(),
                        stored.version(),
                        stored.fingerprint(),
                        stored.fact().accountNumber(),
                        stored.fact().accountName(),
                        stored.fact().signedMinor(),
                        Optional.ofNullable(claims.get(stored.fact().key()))
                                .map(f -> new OpeningBalance.Claimed(f.version(), f.signedMinor()))))
                .toList();
    }

    /** The source's open GL month by property, as last seen by a pull. */
    private Map<PropertyId, PostMonth> openGlMonths(MappingVersion version, List<SnapshotHeader> snapshots) {
        var open = new TreeMap<PropertyId, PostMonth>();
        var organisation = version.mapping().binding().organisation();
        snapshots.stream()
                .map(s -> s.scope().property())
                .distinct()
                .forEach(p -> tools.ledger().openGlMonth(organisation, p).ifPresent(m -> open.put(p, m)));
        return open;
    }
}
