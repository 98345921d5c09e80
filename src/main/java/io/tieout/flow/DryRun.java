package io.tieout.flow;

import io.tieout.flow.port.PlanStore.State;
import io.tieout.flow.port.PlanStore.StoredPlan;
import io.tieout.flow.port.TargetBooks;
import io.tieout.mapping.MappingVersion;
import io.tieout.plan.Plan;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** {@code tieout plan}: makes and keeps a plan, and writes nothing outside. */
public final class DryRun {

    /** Parts of {@link io.tieout.plan.BusinessKey#canonical()}. */
    private static final int KEY_PARTS = 12;

    private static final String ACCEPT = "accept opening difference on account ";

    private final Tools tools;
    private final Companies companies;

    public DryRun(Tools tools) {
        this.tools = tools;
        this.companies = new Companies(tools.mappings());
    }

    /** One plan for each selected company. With {@code draft} the working file is used even when a version is published. */
    public EachCompany.Outcome<PlanReport> run(Selection selection, boolean draft) {
        return EachCompany.of(companies.selected(selection), company -> {
            var version = draft ? companies.draft(company) : companies.forPlanning(company);
            try (var target = tools.connections().target(version.mapping().binding())) {
                return make(version, target, selection.of(company));
            }
        });
    }

    PlanReport make(MappingVersion version, TargetBooks target, Selection selection) {
        tools.progress().begin("planning for " + version.mapping().binding().company(), 0);
        var made = new Planning(tools).make(version, target, selection);
        var plan = made.plan();
        var planId = tools.ids().next();
        var openings = openingsToAccept(version, made, target);
        var madeAt = tools.clock().now();
        var sheet = PlanSheets.of(
                new PlanSheets.Made(planId, made, selection, madeAt, workingFileDiffers(version)),
                openings,
                Reconciling.of(tools.ledger(), made));
        tools.plans()
                .save(new StoredPlan(
                        planId,
                        plan.company(),
                        plan.contentHash(),
                        plan.inputsHash(),
                        plan.mappingHash(),
                        plan.published(),
                        selection.words(),
                        State.PLANNED,
                        madeAt,
                        plan.documents().size(),
                        plan.held().size(),
                        plan.excluded().size(),
                        sheet.totalMinor(),
                        contents(plan, openings)));
        tools.archive().keep(sheet);
        tools.ledger().recordPlan(planId, plan.companyKey(), plan.contentHash(), plan.inputsHash(), plan.mappingHash());
        return new PlanReport(planId, made, openings, sheet);
    }

    private boolean workingFileDiffers(MappingVersion version) {
        if (!version.published()) {
            return false;
        }
        var working =
                tools.mappings().working(version.mapping().binding().company()).value();
        return working.map(w -> !w.hash().equals(version.hash())).orElse(false);
    }

    /** Opening differences that no person has accepted yet; once accepted they are not asked for again. */
    Map<String, Long> openingsToAccept(MappingVersion version, Planning.Made made, TargetBooks target) {
        var openings = new Openings(tools, version, made.company());
        return openings.any() && openings.accepted().isEmpty() ? openings.differences(target) : Map.of();
    }

    /**
     * What applying a plan does, as {@code key hash} lines of its documents and {@code accept account amount} lines of
     * its opening differences: enough to name what changed when it is made again.
     */
    static String contents(Plan plan, Map<String, Long> openings) {
        var text = new StringBuilder();
        new TreeMap<>(openings)
                .forEach((account, amount) -> text.append(ACCEPT)
                        .append(account)
                        .append('\t')
                        .append(amount)
                        .append('\n'));
        plan.documents()
                .forEach(d -> text.append(d.key().canonical())
                        .append('\t')
                        .append(d.contentHash())
                        .append('\n'));
        return text.toString();
    }

    /** What differs between a stored plan's documents and a plan made now, in words; empty when nothing does. */
    static List<String> differences(String storedContents, Plan plan, Map<String, Long> openings) {
        var before = lines(storedContents);
        var now = lines(contents(plan, openings));
        var differences = new ArrayList<String>();
        now.forEach((key, value) -> {
            var was = before.remove(key);
            if (was == null) {
                differences.add("new: " + words(key));
            } else if (!was.equals(value)) {
                differences.add("changed: " + words(key));
            }
        });
        before.keySet().forEach(k -> differences.add("no longer planned: " + words(k)));
        return differences;
    }

    /** A stored business key as a person would say it: property, month, purpose and group. */
    private static String words(String key) {
        var parts = key.split("\\|");
        return parts.length == KEY_PARTS
                ? parts[7] + " of property " + parts[3] + ", " + parts[6] + ", " + parts[8]
                : key;
    }

    private static Map<String, String> lines(String contents) {
        var lines = new TreeMap<String, String>();
        contents.lines().forEach(l -> lines.put(l.substring(0, l.indexOf('\t')), l.substring(l.indexOf('\t') + 1)));
        return lines;
    }
}
