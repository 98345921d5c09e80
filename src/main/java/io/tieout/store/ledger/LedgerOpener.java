package io.tieout.store.ledger;

import io.tieout.chain.SignedHead;
import io.tieout.finding.Finding;
import io.tieout.finding.Stopped;
import io.tieout.flow.port.Ids;
import io.tieout.flow.port.RunClock;
import io.tieout.store.event.LedgerCode;
import io.tieout.store.event.LedgerIdentity;
import io.tieout.store.event.Refusals;
import io.tieout.store.sql.StoreCode;
import io.tieout.store.sql.StoreDatabase;
import io.tieout.store.sql.Vendor;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Optional;
import java.util.UUID;

/**
 * Opens a ledger, or says why not: in use by another process, not durable, of another environment, newer than this
 * program, or older than its witness (safety F61: an old backup looks perfectly healthy).
 */
final class LedgerOpener {

    private LedgerOpener() {}

    /** Opens the ledger for writing; makes it at the first time. Throws {@link Stopped}. */
    static SqlLedger open(LedgerSettings settings, RunClock clock, Ids ids) {
        var lease = WriterLease.lockFolder(settings.dataFolder(), settings.vendor());
        try {
            return open(settings, clock, ids, lease);
        } catch (RuntimeException | Error e) {
            lease.unlock();
            throw e;
        }
    }

    private static SqlLedger open(LedgerSettings settings, RunClock clock, Ids ids, WriterLease lease) {
        var witness = settings.keyFolder().map(folder -> Witness.open(folder, settings.dataFolder()));
        var database = StoreDatabase.open("ledger", settings.url(), settings.user(), settings.password());
        try {
            return new SqlLedger(database, writer(database, settings, clock, lease, witness), witness, clock, ids);
        } catch (SQLException e) {
            database.close();
            throw cannotOpen(settings, e);
        } catch (RuntimeException | Error e) {
            database.close();
            throw e;
        }
    }

    /** Checks identity and witness, takes the lease and starts the writer's thread, which then owns the connection. */
    private static LedgerWriter writer(
            StoreDatabase database,
            LedgerSettings settings,
            RunClock clock,
            WriterLease lease,
            Optional<Witness> witness)
            throws SQLException {
        var connection = database.writerConnection();
        try {
            connection.setAutoCommit(false);
            var found = identity(connection, settings);
            var identity = found.orElseGet(() ->
                    new LedgerIdentity(settings.environment(), UUID.randomUUID().toString()));
            demandWitnessed(connection, database.vendor(), identity, witness);
            lease.takeRow(connection, settings.dataFolder());
            var writer = new LedgerWriter(connection, database.vendor(), lease, identity, clock);
            if (found.isEmpty()) {
                writer.write(transaction -> {
                    transaction.begin(LedgerIdentity.INSTALLATION);
                    return true;
                });
            }
            return writer;
        } catch (SQLException | RuntimeException | Error e) {
            connection.close();
            throw e;
        }
    }

    private static Stopped cannotOpen(LedgerSettings settings, SQLException e) {
        var stopped = new Stopped(Finding.of(
                StoreCode.CANNOT_OPEN,
                StoreDatabase.place(settings.url()),
                "a ledger that can be opened for writing",
                String.valueOf(e.getMessage()).split("\n")[0],
                "see to the database, then try again"));
        stopped.initCause(e);
        return stopped;
    }

    private static Optional<LedgerIdentity> identity(Connection connection, LedgerSettings settings)
            throws SQLException {
        Optional<LedgerIdentity> found;
        try {
            found = ChainReader.genesis(connection, LedgerIdentity.INSTALLATION)
                    .map(g -> new LedgerIdentity(g.environment(), g.installationId()));
        } catch (IllegalArgumentException e) {
            throw new Stopped(Finding.of(
                    LedgerCode.CHAIN_BROKEN,
                    "stream " + LedgerIdentity.INSTALLATION + ", block 0, event 1",
                    "the genesis event",
                    String.valueOf(e.getMessage()),
                    "do not post from this ledger: put its newest sound backup in place"));
        }
        if (found.isPresent() && found.get().environment() != settings.environment()) {
            throw Refusals.otherEnvironment(
                    StoreDatabase.place(settings.url()),
                    settings.environment(),
                    found.get().environment());
        }
        return found;
    }

    private static void demandWitnessed(
            Connection connection, Vendor vendor, LedgerIdentity identity, Optional<Witness> witness)
            throws SQLException {
        Optional<SignedHead> last = witness.flatMap(Witness::last);
        if (last.isEmpty()) {
            return;
        }
        var statement = last.get().statement();
        if (!statement.installationId().equals(identity.installationId())) {
            throw Refusals.behindWitness("ledger " + statement.installationId(), "ledger " + identity.installationId());
        }
        var faults = new ChainVerifier(connection, vendor, identity).against(statement);
        if (!faults.isEmpty()) {
            throw Refusals.behindWitness(faults.get(0).expected(), faults.get(0).sentence());
        }
    }
}
