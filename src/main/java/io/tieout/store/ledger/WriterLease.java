package io.tieout.store.ledger;

import io.tieout.finding.Finding;
import io.tieout.finding.Stopped;
import io.tieout.store.event.Refusals;
import io.tieout.store.sql.PrivateFile;
import io.tieout.store.sql.StoreCode;
import io.tieout.store.sql.Vendor;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * The right to write: a locked file in the data folder, and a row with a fencing epoch in the database.
 *
 * <p>The file keeps a second process of this machine out and is let go by the system when a process dies. The row keeps
 * out a process of another machine on the same PostgreSQL: whoever holds it renews it; it may be taken over when it was
 * not renewed for {@link #EXPIRY_MILLIS}, or at once by the same data folder, whose earlier process must be dead as its
 * file lock is gone. Each block is inserted only while the epoch is still its own, so a paused process that wakes up
 * cannot write (safety F64). A row, not a session lock: poolers drop session locks silently (F72).
 */
final class WriterLease {

    /** Time without renewal after which another data folder may take over. */
    static final long EXPIRY_MILLIS = 60_000;

    private static final long RENEWAL_MILLIS = 15_000;

    private final FileChannel file;
    private final FileLock lock;
    private final Vendor vendor;
    private long epoch;

    private WriterLease(FileChannel file, FileLock lock, Vendor vendor) {
        this.file = file;
        this.lock = lock;
        this.vendor = vendor;
    }

    /** Locks the data folder. The row follows with {@link #takeRow}. */
    static WriterLease lockFolder(Path dataFolder, Vendor vendor) {
        var path = dataFolder.resolve("ledger.lock");
        try {
            PrivateFile.makeFolder(dataFolder);
            var channel = PrivateFile.open(path, StandardOpenOption.WRITE);
            var lock = tryLock(channel);
            if (lock == null) {
                channel.close();
                throw Refusals.inUse(path.toString(), "a process that holds the lock");
            }
            return new WriterLease(channel, lock, vendor);
        } catch (IOException e) {
            throw new Stopped(Finding.of(
                    StoreCode.CANNOT_OPEN,
                    path.toString(),
                    "a file that can be made and locked",
                    String.valueOf(e.getMessage()),
                    "name a data folder on a local disk that this user may write to"));
        }
    }

    /** Takes the row and raises the epoch, in a transaction of its own. */
    void takeRow(Connection connection, Path dataFolder) throws SQLException {
        String holder = holder(dataFolder);
        if (vendor == Vendor.POSTGRESQL) {
            // Waits for the last commit of an earlier writer, and lets its next one meet the new epoch.
            Sql.execute(connection, "lock table chain_block in share row exclusive mode");
            try (var statement = connection.prepareStatement(
                    "insert into writer_lease values ('writer', 0, '', 0)" + " on conflict (name) do nothing")) {
                statement.executeUpdate();
            }
        }
        var row = Sql.first(
                connection,
                "select epoch, holder, renewed_at_micros, " + nowMicros() + " from writer_lease where name = 'writer'"
                        + (vendor == Vendor.POSTGRESQL ? " for update" : ""),
                r -> new Row(r.getLong(1), r.getString(2), r.getLong(3), r.getLong(4)));
        if (row.isPresent() && row.get().isHeldBeside(holder)) {
            connection.rollback();
            throw Refusals.inUse(
                    "the ledger's database", "a writer in " + row.get().holder());
        }
        epoch = row.map(Row::epoch).orElse(0L) + 1;
        try (var statement =
                connection.prepareStatement("insert into writer_lease values ('writer', ?, ?, " + nowMicros()
                        + ") on conflict (name) do update set epoch = excluded.epoch, holder = excluded.holder,"
                        + " renewed_at_micros = excluded.renewed_at_micros")) {
            statement.setLong(1, epoch);
            statement.setString(2, holder);
            statement.executeUpdate();
        }
        connection.commit();
    }

    long epoch() {
        return epoch;
    }

    long renewalMillis() {
        return RENEWAL_MILLIS;
    }

    /** Throws {@link LeaseLost} when the row has another epoch than ours. */
    void demand(Connection connection) throws SQLException {
        if (Sql.number(connection, "select epoch from writer_lease where name = 'writer'") != epoch) {
            throw new LeaseLost(epoch);
        }
    }

    /** Says that we are alive; on one machine the locked file says so already. */
    void renew(Connection connection) throws SQLException {
        if (vendor == Vendor.POSTGRESQL) {
            try (var statement = connection.prepareStatement(
                    "update writer_lease set renewed_at_micros = " + nowMicros() + " where epoch = ?")) {
                statement.setLong(1, epoch);
                if (statement.executeUpdate() != 1) {
                    throw new LeaseLost(epoch);
                }
            }
        }
    }

    /** Gives the row back when all is well, closes the connection, and lets the file go. */
    void release(Connection connection, boolean tidy) {
        try (connection) {
            if (tidy) {
                try (var statement = connection.prepareStatement(
                        "update writer_lease set holder = '', renewed_at_micros = 0 where epoch = ?")) {
                    statement.setLong(1, epoch);
                    statement.executeUpdate();
                }
                connection.commit();
            }
        } catch (SQLException e) {
            // The row stays and expires; the file lock below is what keeps this machine's next process out or lets it
            // in.
            assert e != null;
        } finally {
            unlock();
        }
    }

    void unlock() {
        try (file) {
            lock.release();
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    private static @Nullable FileLock tryLock(FileChannel channel) throws IOException {
        try {
            return channel.tryLock();
        } catch (OverlappingFileLockException e) {
            return null;
        }
    }

    /** One word for a data folder on one machine, made with the folder: paths and host names repeat. */
    private static String holder(Path dataFolder) throws SQLException {
        var path = dataFolder.resolve("ledger.holder");
        try {
            if (!Files.exists(path)) {
                PrivateFile.make(path);
                Files.writeString(path, UUID.randomUUID().toString());
            }
            return Files.readString(path);
        } catch (IOException e) {
            throw new SQLException("cannot read " + path, e);
        }
    }

    private String nowMicros() {
        return vendor == Vendor.SQLITE
                ? "cast((julianday('now') - 2440587.5) * 86400000000.0 as integer)"
                : "cast(extract(epoch from clock_timestamp()) * 1000000 as bigint)";
    }

    private record Row(long epoch, String holder, long renewedAtMicros, long nowMicros) {

        boolean isHeldBeside(String other) {
            return !holder.isEmpty() && !holder.equals(other) && nowMicros - renewedAtMicros < EXPIRY_MILLIS * 1_000;
        }
    }
}
