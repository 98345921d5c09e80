package io.tieout.store.ledger;

import io.tieout.chain.ChainFault;
import io.tieout.finding.Count;
import io.tieout.finding.Stopped;
import io.tieout.flow.port.Ledger.Verification;
import io.tieout.flow.port.Progress;
import io.tieout.store.event.LedgerIdentity;
import io.tieout.store.sql.Vendor;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * {@code verify}: the chains, the witness, and on request the tables under them. The connection's transaction must show
 * one picture of the ledger throughout.
 */
final class Verifier {

    private final Connection connection;
    private final Vendor vendor;
    private final LedgerIdentity identity;
    private final Optional<Witness> witness;

    Verifier(Connection connection, Vendor vendor, LedgerIdentity identity, Optional<Witness> witness) {
        this.connection = connection;
        this.vendor = vendor;
        this.identity = identity;
        this.witness = witness;
    }

    Verification verify(boolean deep, Progress progress) throws SQLException {
        var faults = new ArrayList<String>();
        var checks = new ArrayList<String>();
        var chains = new ChainVerifier(connection, vendor, identity);
        var walked = chains.walk(progress);
        walked.faults().stream().map(ChainFault::sentence).forEach(faults::add);
        if (walked.isSound()) {
            checks.add(Count.of(walked.heads().size(), "chain") + ", " + Count.of(walked.blocks(), "block") + ", "
                    + Count.of(walked.events(), "event"));
        }
        checkWitness(chains, faults, checks);
        if (deep) {
            if (walked.isSound()) {
                demandWholeTablePlans();
                new RowVerifier(connection, vendor).verify(progress, faults, checks);
                new StateVerifier(connection).verify(progress, faults, checks);
            } else {
                faults.add("the tables were not compared: the chain must be sound first");
            }
        }
        return new Verification(
                walked.heads().size(), walked.blocks(), walked.events(), List.copyOf(faults), List.copyOf(checks));
    }

    /** A server that has not yet counted new rows takes tables for empty, and would go through one for each row of another. */
    private void demandWholeTablePlans() throws SQLException {
        if (vendor == Vendor.POSTGRESQL) {
            Sql.execute(connection, "set local enable_nestloop = off");
        }
    }

    private void checkWitness(ChainVerifier chains, List<String> faults, List<String> checks) throws SQLException {
        if (witness.isEmpty()) {
            return;
        }
        try {
            int count = 0;
            for (var signed : witness.get().read()) {
                count++;
                var statement = signed.statement();
                if (!statement.installationId().equals(identity.installationId())) {
                    faults.add("signed heads " + count + " are of ledger " + statement.installationId() + ", not of "
                            + identity.installationId());
                }
                chains.against(statement).stream().map(ChainFault::sentence).forEach(faults::add);
            }
            checks.add(Count.of(count, "signed statement") + " of heads on the chain");
        } catch (Stopped e) {
            faults.add(e.findings().get(0).text());
        }
    }
}
