package io.tieout.store.desk;

import io.tieout.flow.port.PlanStore;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Optional;

/** Plans in the desk database. */
@Singleton
final class DeskPlanStore implements PlanStore {

    private final PlanRows rows;

    DeskPlanStore(PlanRows rows) {
        this.rows = rows;
    }

    @Override
    public void save(StoredPlan plan) {
        rows.save(new PlanRow(
                plan.planId(),
                plan.company(),
                plan.contentHash(),
                plan.inputsHash(),
                plan.mappingHash(),
                plan.published() ? 1 : 0,
                plan.selection(),
                plan.state().name(),
                Instants.text(plan.madeAt()),
                plan.documents(),
                plan.held(),
                plan.excluded(),
                plan.totalMinor(),
                plan.bodyJson()));
    }

    @Override
    public Optional<StoredPlan> find(String planId) {
        return rows.findById(planId).map(DeskPlanStore::plan);
    }

    @Override
    public List<StoredPlan> latest(String company, int count) {
        return rows.latest(company, count).stream().map(DeskPlanStore::plan).toList();
    }

    @Override
    public void setState(String planId, State state) {
        rows.setState(planId, state.name());
    }

    private static StoredPlan plan(PlanRow row) {
        return new StoredPlan(
                row.planId(),
                row.company(),
                row.contentHash(),
                row.inputsHash(),
                row.mappingHash(),
                row.published() == 1,
                row.selection(),
                State.valueOf(row.state()),
                Instants.instant(row.madeAt()),
                row.documents(),
                row.held(),
                row.excluded(),
                row.totalMinor(),
                row.bodyJson());
    }
}
