package io.tieout.store.ledger;

import io.tieout.flow.port.Ledger.RunHandle;
import io.tieout.mapping.CompanyKey;
import io.tieout.store.event.LedgerIdentity;
import io.tieout.store.event.Refusals;
import java.sql.SQLException;
import java.time.LocalDate;

/** Opens and closes runs, inside the writer's transaction. */
final class RunWriter {

    /** What a run that never closed is said to have ended as. */
    static final String ABANDONED = "abandoned";

    private final LedgerTransaction transaction;

    RunWriter(LedgerTransaction transaction) {
        this.transaction = transaction;
    }

    RunHandle open(String runId, CompanyKey company, LocalDate businessDate, String kind) throws SQLException {
        var open = transaction.first(
                "select c.run_id, c.epoch, r.kind, r.started_at from run_current c join run r on r.run_id = c.run_id"
                        + " where c.target_company = ?",
                row -> new Open(row.getString(1), row.getLong(2), row.getString(3), row.getString(4)),
                company.value());
        if (open.isPresent()) {
            if (open.get().epoch() == transaction.epoch()) {
                throw Refusals.runInProgress(
                        company,
                        open.get().runId(),
                        open.get().kind(),
                        open.get().startedAt());
            }
            // Only one process writes at a time, so a run under an older epoch died with its process.
            end(open.get().runId(), company.value(), ABANDONED, "{}");
        }
        var run = new RunHandle(runId, company, businessDate, transaction.epoch());
        transaction.record(
                LedgerIdentity.company(company.value()),
                Shapes.RUN,
                run.runId(),
                company.value(),
                businessDate.toString(),
                kind,
                transaction.epoch(),
                transaction.now());
        transaction.insert(
                "insert into run_current (target_company, run_id, epoch) values (?, ?, ?)",
                company.value(),
                run.runId(),
                transaction.epoch());
        return run;
    }

    void close(RunHandle run, String outcome, String figuresJson) throws SQLException {
        end(run.runId(), run.company().value(), outcome, figuresJson);
    }

    private void end(String runId, String company, String outcome, String figures) throws SQLException {
        transaction.record(LedgerIdentity.company(company), Shapes.RUN_END, runId, outcome, figures, transaction.now());
        transaction.update("delete from run_current where run_id = ?", runId);
        // The row must be gone before a new one of the same company is inserted.
        transaction.flush();
    }

    private record Open(String runId, long epoch, String kind, String startedAt) {}
}
