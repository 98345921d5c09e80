package io.tieout.flow;

import io.tieout.finding.Finding;
import io.tieout.finding.Stopped;
import io.tieout.flow.port.PlanSheet;
import io.tieout.flow.port.PlanStore.State;
import io.tieout.flow.port.PlanStore.StoredPlan;
import java.util.ArrayList;
import java.util.List;

/** {@code plan --show}: a plan as it was shown when it was made. Asks nothing outside. */
public final class ShowPlan {

    private final Tools tools;
    private final Companies companies;

    public ShowPlan(Tools tools) {
        this.tools = tools;
        this.companies = new Companies(tools.mappings());
    }

    /** A plan with what has become of it. */
    public record Shown(PlanSheet sheet, State state) {}

    /** Throws {@link Stopped} when there is no such plan, or its details are not kept any more. */
    public Shown byId(String planId) {
        var stored = tools.plans().find(planId).orElseThrow(() -> new Stopped(unknown(planId)));
        return shown(stored);
    }

    /** The newest plan of each selected company that has one. */
    public List<Shown> newest(Selection selection) {
        var shown = new ArrayList<Shown>();
        for (var company : companies.selected(selection)) {
            tools.plans().latest(company, 1).forEach(p -> shown.add(shown(p)));
        }
        return shown;
    }

    private Shown shown(StoredPlan stored) {
        var sheet = tools.archive().plan(stored.planId()).orElseThrow(() -> new Stopped(notKept(stored)));
        return new Shown(sheet, stored.state());
    }

    static Finding unknown(String planId) {
        return Finding.of(
                FlowCode.PLAN_NOT_FOUND,
                "plan " + planId,
                "the id of a plan",
                planId,
                "List plans with `tieout status`, or make one with `tieout plan`.");
    }

    private static Finding notKept(StoredPlan stored) {
        return Finding.of(
                FlowCode.PLAN_NOT_FOUND,
                "plan " + stored.planId(),
                "a plan whose details are kept",
                "a plan of " + stored.madeAt() + " that was never applied; such plans are kept for 35 days",
                "Make a new one with `tieout plan --company " + stored.company() + "`.");
    }
}
