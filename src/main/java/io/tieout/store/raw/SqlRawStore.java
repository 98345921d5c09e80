package io.tieout.store.raw;

import io.tieout.chain.HeadStatement;
import io.tieout.finding.Finding;
import io.tieout.finding.FindingCode;
import io.tieout.finding.Stopped;
import io.tieout.flow.port.RawStore;
import io.tieout.flow.port.RunClock;
import io.tieout.plan.Hashes;
import io.tieout.store.sql.StoreDatabase;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import java.util.zip.GZIPInputStream;
import java.util.zip.GZIPOutputStream;

/**
 * Saved answers in a database of their own, compressed with gzip.
 *
 * <p>Calls may come from several threads; they take turns on one connection. Every save is on disk when it returns.
 */
public final class SqlRawStore implements RawStore {

    private final StoreDatabase database;
    private final Connection connection;
    private final RunClock clock;

    private SqlRawStore(StoreDatabase database, Connection connection, RunClock clock) {
        this.database = database;
        this.connection = connection;
        this.clock = clock;
    }

    /**
     * Opens the store; the ledger of the same data folder must be open, as it holds the lock.
     *
     * @param url address of this store, not of the ledger
     * @param user empty text for SQLite, as is the password
     */
    public static SqlRawStore open(String url, String user, String password, RunClock clock) {
        var database = StoreDatabase.open("raw", url, user, password);
        try {
            return new SqlRawStore(database, database.writerConnection(), clock);
        } catch (SQLException e) {
            database.close();
            throw failed(e);
        }
    }

    @Override
    public synchronized String save(String system, String call, byte[] body) {
        String hash = Hashes.hex(body);
        try (var statement = connection.prepareStatement(
                "insert into raw_answer (sha256, source_system, call_name, saved_at, size_bytes, body)"
                        + " values (?, ?, ?, ?, ?, ?) on conflict (sha256) do nothing")) {
            statement.setString(1, hash);
            statement.setString(2, system);
            statement.setString(3, call);
            statement.setString(4, text(clock.now()));
            statement.setLong(5, body.length);
            statement.setBytes(6, compressed(body));
            statement.executeUpdate();
            return hash;
        } catch (SQLException e) {
            throw failed(e);
        }
    }

    @Override
    public synchronized Optional<byte[]> find(String hash) {
        try (var statement = connection.prepareStatement("select body from raw_answer where sha256 = ?")) {
            statement.setString(1, hash);
            try (var row = statement.executeQuery()) {
                return row.next() ? Optional.of(checked(hash, row.getBytes(1))) : Optional.empty();
            }
        } catch (SQLException e) {
            throw failed(e);
        }
    }

    /** Deletes answers saved before the moment and returns how many; their hashes stay in the ledger. */
    public synchronized int purge(Instant before) {
        try (var statement = connection.prepareStatement("delete from raw_answer where saved_at < ?")) {
            statement.setString(1, text(before));
            return statement.executeUpdate();
        } catch (SQLException e) {
            throw failed(e);
        }
    }

    @Override
    public synchronized void close() {
        try (connection) {
            database.close();
        } catch (SQLException e) {
            throw failed(e);
        }
    }

    private static String text(Instant instant) {
        return HeadStatement.microsText(ChronoUnit.MICROS.between(Instant.EPOCH, instant));
    }

    private static byte[] compressed(byte[] body) {
        var bytes = new ByteArrayOutputStream(body.length / 4 + 64);
        try (var gzip = new GZIPOutputStream(bytes)) {
            gzip.write(body);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }

    private static byte[] checked(String hash, byte[] stored) {
        byte[] body;
        try (var gzip = new GZIPInputStream(new ByteArrayInputStream(stored))) {
            body = gzip.readAllBytes();
        } catch (IOException e) {
            throw damaged(hash, String.valueOf(e.getMessage()), e);
        }
        if (!Hashes.hex(body).equals(hash)) {
            throw damaged(hash, Hashes.hex(body), null);
        }
        return body;
    }

    private static Stopped damaged(String hash, String found, @org.jspecify.annotations.Nullable Throwable cause) {
        return stopped(
                RawCode.ANSWER_DAMAGED,
                "saved answer " + hash,
                hash,
                found,
                "see to the disk; read the month again with pull",
                cause);
    }

    private static Stopped failed(SQLException e) {
        return stopped(
                RawCode.STORE_FAILED,
                "store of saved answers",
                "a database that can be written and read",
                String.valueOf(e.getMessage()).split("\n")[0],
                "see to the disk or the database, then try again",
                e);
    }

    private static Stopped stopped(
            FindingCode code,
            String place,
            String expected,
            String found,
            String next,
            @org.jspecify.annotations.Nullable Throwable cause) {
        var stopped = new Stopped(Finding.of(code, place, expected, found, next));
        if (cause != null) {
            stopped.initCause(cause);
        }
        return stopped;
    }
}
