package io.tieout.store.ledger;

import io.tieout.finding.Stopped;
import io.tieout.flow.port.RunClock;
import io.tieout.store.event.LedgerIdentity;
import io.tieout.store.event.Refusals;
import io.tieout.store.event.RefusedException;
import io.tieout.store.sql.Vendor;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * The one thread of the process that writes to the ledger.
 *
 * <p>Each unit of work is committed with its chain blocks in one transaction; units that wait are committed together,
 * and if the database refuses one of them, each is tried alone, so that only the refused one fails. The first failure of
 * any other kind (a commit, the disk, the connection, a lost lease) stops the writer for good: what was sent to the
 * outside and not recorded must be found out by a restart, never by going on.
 */
public final class LedgerWriter implements AutoCloseable {

    /** Units in one commit. A commit should stay small enough for others to wait for it. */
    private static final int UNITS_MAX = 64;

    /** How long the thread looks for the next unit before it sleeps; waking a sleeper takes about as long. */
    private static final long AWAKE_NANOS = 50_000;

    private final Connection connection;
    private final Vendor vendor;
    private final WriterLease lease;
    private final LedgerIdentity identity;
    private final ChainAppender chain;
    private final LedgerTransaction transaction;
    private final LinkedBlockingQueue<Pending<?>> queue = new LinkedBlockingQueue<>();
    private final Pending<?> wakeUp = new Pending<>(t -> true);
    private final Thread thread;
    private volatile @Nullable Throwable failure;
    private volatile boolean closing;
    private long renewedAtNanos = System.nanoTime();

    /** Starts the thread. The writer owns the connection and closes it, and gives the lease back. */
    LedgerWriter(Connection connection, Vendor vendor, WriterLease lease, LedgerIdentity identity, RunClock clock)
            throws SQLException {
        this.connection = connection;
        this.vendor = vendor;
        this.lease = lease;
        this.identity = identity;
        connection.setAutoCommit(false);
        this.chain = new ChainAppender(connection, identity, lease.epoch(), clock);
        this.transaction = new LedgerTransaction(connection, chain);
        this.thread = new Thread(this::run, "ledger-writer");
        thread.setDaemon(true);
        thread.start();
    }

    /**
     * Writes and waits until it is durable.
     *
     * @throws RefusedException when the database refused rows of the unit; nothing was written, the writer goes on
     * @throws Stopped when a commit failed, now or earlier
     */
    public <T> T write(UnitOfWork<T> unit) {
        try {
            return submit(unit).join();
        } catch (CompletionException e) {
            if (e.getCause() instanceof RuntimeException) {
                throw (RuntimeException) e.getCause();
            }
            throw e;
        }
    }

    /** Hands a unit over; the future completes when it is durable, or fails as {@link #write} says. */
    public <T> CompletableFuture<T> submit(UnitOfWork<T> unit) {
        var pending = new Pending<>(unit);
        if (closing || failure != null) {
            pending.fail(stopped());
            return pending.future;
        }
        queue.add(pending);
        if (closing || failure != null) {
            // The thread may have ended between the look and the add; then nobody would answer.
            drainWith(stopped());
        }
        return pending.future;
    }

    /** Throws {@link Stopped} when the right to write has passed on; otherwise it is renewed and durable. */
    void demandLease() {
        try {
            write(t -> {
                lease.renew(connection);
                lease.demand(connection);
                return true;
            });
        } catch (Stopped stopped) {
            throw failure instanceof LeaseLost ? leaseLost(stopped) : stopped;
        }
    }

    private static Stopped leaseLost(Stopped cause) {
        var stopped = Refusals.leaseLost();
        stopped.initCause(cause);
        return stopped;
    }

    /** The fencing epoch under which this writer commits. */
    public long epoch() {
        return lease.epoch();
    }

    LedgerIdentity identity() {
        return identity;
    }

    /** What stopped the writer. */
    public Optional<Throwable> failure() {
        return Optional.ofNullable(failure);
    }

    @Override
    public void close() {
        closing = true;
        queue.add(wakeUp);
        boolean interrupted = false;
        while (thread.isAlive()) {
            try {
                thread.join();
            } catch (InterruptedException e) {
                interrupted = true;
            }
        }
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    private void run() {
        try {
            while (failure == null && !(closing && queue.isEmpty())) {
                var first = next();
                if (first == null) {
                    renew();
                    continue;
                }
                if (first != wakeUp) {
                    commitTogether(gather(first));
                }
            }
        } catch (InterruptedException e) {
            failure = e;
        } finally {
            drainWith(stopped());
            lease.release(connection, failure == null);
        }
    }

    /** Waits for a unit: at first awake, as who has just been answered often has the next one at hand. */
    private @Nullable Pending<?> next() throws InterruptedException {
        for (long until = System.nanoTime() + AWAKE_NANOS; System.nanoTime() < until; Thread.onSpinWait()) {
            var first = queue.poll();
            if (first != null) {
                return first;
            }
        }
        return queue.poll(lease.renewalMillis(), TimeUnit.MILLISECONDS);
    }

    private List<Pending<?>> gather(Pending<?> first) {
        var units = new ArrayList<Pending<?>>();
        units.add(first);
        queue.drainTo(units, UNITS_MAX - 1);
        units.remove(wakeUp);
        return units;
    }

    private void commitTogether(List<Pending<?>> units) {
        try {
            for (var unit : units) {
                unit.run(transaction);
                transaction.flush();
            }
            commit();
            units.forEach(Pending::complete);
        } catch (SQLException | RuntimeException e) {
            if (!mayGoOn(e)) {
                units.forEach(unit -> unit.fail(stopped()));
            } else if (units.size() == 1) {
                units.get(0).fail(e instanceof SQLException ? new RefusedException(e) : (RuntimeException) e);
            } else {
                units.forEach(unit -> {
                    if (failure == null) {
                        commitTogether(List.of(unit));
                    } else {
                        unit.fail(stopped());
                    }
                });
            }
        } catch (Error e) {
            failure = e;
            units.forEach(unit -> unit.fail(stopped()));
            throw e;
        }
    }

    private void commit() throws SQLException {
        try {
            renewWhenDue();
            chain.store();
            connection.commit();
            chain.committed();
        } catch (SQLException e) {
            throw new CommitFailed(e);
        }
    }

    /** Rolls back; true when the failure is the unit's own and nothing else is in doubt. */
    private boolean mayGoOn(Exception e) {
        try {
            connection.rollback();
            transaction.forget();
            chain.rolledBack();
        } catch (SQLException rollback) {
            e.addSuppressed(rollback);
            failure = e;
            return false;
        }
        boolean ownFault = e instanceof SQLException
                ? vendor.isIntegrityViolation((SQLException) e)
                : !(e instanceof CommitFailed) && !(e instanceof LeaseLost);
        if (ownFault) {
            return leaseIsOurs();
        }
        failure = e instanceof CommitFailed ? e.getCause() : e;
        return false;
    }

    /** A number that is taken already may be the first sign that another writer is at work. */
    private boolean leaseIsOurs() {
        try {
            lease.demand(connection);
            connection.rollback();
            return true;
        } catch (SQLException | LeaseLost e) {
            failure = e;
            return false;
        }
    }

    /** Under steady work the queue is never idle, and the lease must be kept alive all the same. */
    private void renewWhenDue() throws SQLException {
        long now = System.nanoTime();
        if (now - renewedAtNanos > lease.renewalMillis() * 1_000_000) {
            lease.renew(connection);
            renewedAtNanos = now;
        }
    }

    private void renew() {
        try {
            renewWhenDue();
            connection.commit();
        } catch (SQLException | LeaseLost e) {
            failure = e;
        }
    }

    private void drainWith(Stopped stopped) {
        var left = new ArrayList<Pending<?>>();
        queue.drainTo(left);
        left.forEach(unit -> unit.fail(stopped));
    }

    private Stopped stopped() {
        var cause = failure;
        var found =
                cause == null ? "the ledger is closed" : cause.getClass().getSimpleName() + ": " + cause.getMessage();
        var stopped = Refusals.commitFailed(found);
        if (cause != null) {
            stopped.initCause(cause);
        }
        return stopped;
    }

    /** A failure while committing: the unit may be durable or not, so nothing may go on. */
    private static final class CommitFailed extends RuntimeException {
        private static final long serialVersionUID = 1L;

        CommitFailed(SQLException cause) {
            super(cause);
        }
    }

    private static final class Pending<T> {
        private final UnitOfWork<T> unit;
        private final CompletableFuture<T> future = new CompletableFuture<>();
        private @Nullable T result;

        Pending(UnitOfWork<T> unit) {
            this.unit = unit;
        }

        void run(LedgerTransaction transaction) throws SQLException {
            result = unit.write(transaction);
        }

        void complete() {
            future.complete(result);
        }

        void fail(RuntimeException reason) {
            future.completeExceptionally(reason);
        }
    }
}
