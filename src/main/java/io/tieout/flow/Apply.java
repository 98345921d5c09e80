package io.tieout.flow;

import io.tieout.finding.Count;
import io.tieout.finding.Finding;
import io.tieout.finding.Severity;
import io.tieout.finding.Stopped;
import io.tieout.flow.port.Ledger.ClaimConflict;
import io.tieout.flow.port.Ledger.RunHandle;
import io.tieout.flow.port.PlanSheet;
import io.tieout.flow.port.PlanStore.State;
import io.tieout.flow.port.PlanStore.StoredPlan;
import io.tieout.flow.port.TargetBooks;
import io.tieout.mapping.GuardRails;
import io.tieout.mapping.MappingVersion;
import io.tieout.plan.HoldReason;
import io.tieout.plan.Plan;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Posts a plan and marks what it confirmed. {@code apply} posts exactly the plan that a person read, or refuses naming
 * what changed; {@code sync} makes a plan and applies it inside the mapping's guard rails.
 */
public final class Apply {

    /** How many changed documents a refusal names one by one. */
    private static final int NAMED_MAX = 10;

    private final Tools tools;
    private final Companies companies;

    public Apply(Tools tools) {
        this.tools = tools;
        this.companies = new Companies(tools.mappings());
    }

    /** Posts a stored plan. */
    public ApplyReport apply(String planId) {
        var stored = tools.plans().find(planId).orElseThrow(() -> new Stopped(ShowPlan.unknown(planId)));
        var version = companies.published(stored.company());
        requireSameMapping(stored, version);
        var selection = Selection.parse(stored.selection());
        return inRun(version, "apply", (target, run) -> {
            var resolved = settle(version, target, run);
            requireNoUnknown(resolved, version);
            var made = new Planning(tools).make(version, target, selection);
            var openings = new DryRun(tools).openingsToAccept(version, made, target);
            requireSamePlan(stored, made.plan(), openings);
            if (!openings.isEmpty()) {
                new Openings(tools, version, made.company()).accept(openings, System.getProperty("user.name"));
            }
            return finish(
                    new Begun(run, target, selection, resolved),
                    made,
                    planId,
                    tools.archive().plan(planId));
        });
    }

    /** Makes a plan for a company and posts it, unless a guard rail wants a person. */
    public ApplyReport sync(String company, Selection selection) {
        var version = companies.published(company);
        var chosen = selection.of(company);
        return inRun(version, "sync", (target, run) -> {
            var resolved = settle(version, target, run);
            if (resolved.unknown() > 0) {
                return new ApplyReport(
                        company,
                        "",
                        resolved,
                        PostReport.nothing(),
                        WriteBackReport.nothing(),
                        List.of(blocked(version)));
            }
            var report = new DryRun(tools).make(version, target, chosen);
            var rails = new ArrayList<>(
                    guardRails(report.plan(), version.mapping().policies().guardRails()));
            if (!report.openingDifferences().isEmpty()) {
                rails.add(rail(
                        "opening of " + company,
                        "differences to the target accepted once by a person",
                        Count.of(report.openingDifferences().size(), "account differs", "accounts differ")));
            }
            if (!rails.isEmpty()) {
                return new ApplyReport(
                        company,
                        report.planId(),
                        resolved,
                        PostReport.nothing(),
                        markOnly(run, version, chosen),
                        rails,
                        Optional.of(report.sheet()),
                        report.sheet().reconciliations());
            }
            return finish(
                    new Begun(run, target, chosen, resolved),
                    report.made(),
                    report.planId(),
                    Optional.of(report.sheet()));
        });
    }

    /** Settles unknown outcomes of a company; posts nothing new but what was begun. */
    public ApplyReport resolve(String company) {
        var version = companies.published(company);
        return inRun(
                version,
                "resolve",
                (target, run) -> new ApplyReport(
                        company,
                        "",
                        settle(version, target, run),
                        PostReport.nothing(),
                        WriteBackReport.nothing(),
                        List.of()));
    }

    /** Marks confirmed lines of a company in the source; posts nothing. */
    public ApplyReport writeBack(String company, Selection selection) {
        var version = companies.published(company);
        return inRun(
                version,
                "write-back",
                (target, run) -> new ApplyReport(
                        company,
                        "",
                        PostReport.nothing(),
                        PostReport.nothing(),
                        markOnly(run, version, selection.of(company)),
                        List.of()));
    }

    /** What earlier runs left in doubt comes first. */
    private PostReport settle(MappingVersion version, TargetBooks target, RunHandle run) {
        var company = version.mapping().binding().companyKey();
        var resolved = new Resolve(tools, target, company, run).run();
        return resolved.plus(new Sweep(tools, target, company).run());
    }

    /** A run in which what earlier runs left behind is settled. */
    private record Begun(RunHandle run, TargetBooks target, Selection selection, PostReport resolved) {}

    private ApplyReport finish(Begun begun, Planning.Made made, String planId, Optional<PlanSheet> sheet) {
        var version = made.version();
        var company = version.mapping().binding().companyKey();
        PostReport posted;
        try {
            posted = new Posting(tools, begun.target(), company, begun.run()).post(made.plan(), planId);
        } catch (ClaimConflict conflict) {
            throw new Stopped(Finding.of(
                    FlowCode.PLAN_CHANGED,
                    "plan " + planId,
                    "lines that no document claims yet",
                    String.valueOf(conflict.getMessage()),
                    "Nothing of the refused batch was sent. Make a new plan with `tieout plan`."));
        }
        tools.plans().setState(planId, posted.notSent() == 0 ? State.APPLIED : State.PARTLY_APPLIED);
        return new ApplyReport(
                version.mapping().binding().company(),
                planId,
                begun.resolved(),
                posted,
                markOnly(begun.run(), version, begun.selection()),
                worthNaming(made.plan()),
                sheet,
                Reconciling.of(tools.ledger(), made));
    }

    /** What the plan holds back belongs to the outcome of the night as well: a scheduler sees no plan. */
    private static List<Finding> worthNaming(Plan plan) {
        return plan.findings().stream()
                .filter(f -> f.code().severity() != Severity.NOTE)
                .toList();
    }

    private WriteBackReport markOnly(RunHandle run, MappingVersion version, Selection selection) {
        try (var source = tools.connections().source(version.mapping().binding())) {
            return new WriteBack(tools, run).run(source, version, selection);
        } catch (Stopped stopped) {
            // Marks follow the books and never lead them: a source that cannot be reached leaves the postings valid.
            WriteBack.demandOutside(stopped);
            return new WriteBackReport(0, 0, 0, 0, stopped.findings());
        }
    }

    private ApplyReport inRun(MappingVersion version, String kind, Work work) {
        var key = version.mapping().binding().companyKey();
        var run = tools.ledger().openRun(key, tools.clock().businessDate(), kind);
        var outcome = "stopped";
        Map<String, String> figures = new LinkedHashMap<>();
        try (var target = tools.connections().target(version.mapping().binding())) {
            var report = work.run(target, run);
            outcome = report.clean() ? "clean" : "partial";
            figures.put("posted", Integer.toString(report.posted().posted()));
            figures.put("posted-minor", Long.toString(report.posted().postedMinor()));
            figures.put("recovered", Integer.toString(report.resolved().recovered()));
            figures.put("marked", Integer.toString(report.marks().marked()));
            figures.put("write-calls", Long.toString(target.calls().writes()));
            figures.put("read-calls", Long.toString(target.calls().reads()));
            return report;
        } finally {
            tools.ledger().closeRun(run, outcome, figures);
            tools.ledger().witnessHeads();
        }
    }

    private void requireNoUnknown(PostReport resolved, MappingVersion version) {
        if (resolved.unknown() > 0) {
            var findings = new ArrayList<Finding>();
            findings.add(blocked(version));
            findings.addAll(resolved.findings());
            throw new Stopped(findings);
        }
    }

    private static Finding blocked(MappingVersion version) {
        return Finding.of(
                FlowCode.UNKNOWN_BLOCKS,
                "company " + version.mapping().binding().company(),
                "every earlier document settled",
                "documents whose outcome is unknown",
                "Nothing new is posted to the company until `tieout resolve` settles them.");
    }

    private void requireSameMapping(StoredPlan stored, MappingVersion version) {
        if (!stored.published()) {
            throw new Stopped(Finding.of(
                    FlowCode.NOT_PUBLISHED,
                    "plan " + stored.planId(),
                    "a plan of a published mapping",
                    "a plan of a draft",
                    "Publish the mapping with `tieout mapping publish`, then make the plan again."));
        }
        if (!stored.mappingHash().equals(version.hash())) {
            var change = MappingChange.words(
                    tools.mappings().publishedBytes(stored.mappingHash()),
                    tools.mappings().publishedBytes(version.hash()));
            throw new Stopped(Finding.of(
                    FlowCode.PLAN_CHANGED,
                    "plan " + stored.planId(),
                    "mapping " + stored.mappingHash().substring(0, 12),
                    "mapping " + version.label() + " is published now" + (change.isEmpty() ? "" : ": " + change),
                    "Nothing was sent. Make a new plan with `tieout plan`."));
        }
    }

    private static void requireSamePlan(StoredPlan stored, Plan now, Map<String, Long> openings) {
        var differences = DryRun.differences(stored.bodyJson(), now, openings);
        if (differences.isEmpty() && stored.contentHash().equals(now.contentHash())) {
            return;
        }
        var findings = new ArrayList<Finding>();
        findings.add(Finding.of(
                FlowCode.PLAN_CHANGED,
                "plan " + stored.planId(),
                "content " + stored.contentHash().substring(0, 12),
                differences.stream()
                                .limit(NAMED_MAX)
                                .reduce((a, b) -> a + "; " + b)
                                .orElse("nothing left to post")
                        + (differences.size() > NAMED_MAX ? "; and " + (differences.size() - NAMED_MAX) + " more" : ""),
                "Nothing was sent. Make a new plan with `tieout plan` and apply that."));
        // What the plan holds now may be the reason why it came out differently.
        findings.addAll(worthNaming(now));
        throw new Stopped(findings);
    }

    /** Which limits a plan breaks; {@code sync} then leaves it to a person. */
    static List<Finding> guardRails(Plan plan, GuardRails rails) {
        var findings = new ArrayList<Finding>();
        rails.documentMinorMax()
                .ifPresent(max -> plan.documents().stream()
                        .filter(d -> d.entry().total().amountMinor() > max)
                        .forEach(d -> findings.add(rail(
                                "document " + d.marker(),
                                "at most " + max + " minor units",
                                d.entry().total().amountMinor() + " minor units"))));
        rails.runMinorMax().ifPresent(max -> {
            var total = plan.documents().stream()
                    .mapToLong(d -> d.entry().total().amountMinor())
                    .sum();
            if (total > max) {
                findings.add(rail("run total", "at most " + max + " minor units", total + " minor units"));
            }
        });
        rails.newUnmappedCodesMax().ifPresent(max -> {
            var codes = plan.held().stream()
                    .filter(h -> h.reason() == HoldReason.UNMAPPED)
                    .map(h -> h.line().accountNumber())
                    .distinct()
                    .count();
            if (codes > max) {
                findings.add(rail("codes without a rule", "at most " + max, Long.toString(codes)));
            }
        });
        return findings;
    }

    private static Finding rail(String place, String expected, String found) {
        return Finding.of(
                FlowCode.GUARD_RAIL,
                place,
                expected,
                found,
                "Nothing was posted. Read the plan, then post it with `tieout apply PLAN`.");
    }

    /** One company's work inside its run. */
    private interface Work {
        ApplyReport run(TargetBooks target, RunHandle run);
    }
}
