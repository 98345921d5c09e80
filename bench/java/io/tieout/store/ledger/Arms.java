package io.tieout.store.ledger;

import io.tieout.flow.port.Progress;
import io.tieout.flow.port.RunClock;
import io.tieout.plan.Environment;
import io.tieout.store.sql.StoreDatabase;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * The two ways to store the same rows on one database: through the ledger, and plainly.
 *
 * <p>Both have the ledger's own schema with its keys, triggers and indexes, and connections with the same settings; each
 * batch is one durable commit in both.
 */
final class Arms implements AutoCloseable {

    private final String name;
    private final SqlLedger ledger;
    private final StoreDatabase plainDatabase;
    private final Connection plain;

    Arms(String name, Path folder, String ledgerUrl, String plainUrl, String user, String password) throws Exception {
        this.name = name;
        var data = Files.createDirectories(folder.resolve("data"));
        this.ledger = SqlLedger.open(
                new LedgerSettings(
                        ledgerUrl, user, password, data, Environment.SANDBOX, Optional.of(folder.resolve("keys"))),
                new SystemClock(),
                () -> "ID");
        this.plainDatabase = StoreDatabase.open("ledger", plainUrl, user, password);
        this.plain = plainDatabase.writerConnection();
        plain.setAutoCommit(false);
    }

    String name() {
        return name;
    }

    /** Rows with their events, then the signed heads on disk, as a run does it. */
    void ledger(List<Batches.Batch> batches) {
        for (var batch : batches) {
            ledger.writer().write(transaction -> {
                BenchRow.record(transaction, batch);
                return true;
            });
        }
        ledger.witnessHeads();
    }

    /** The same rows as prepared JDBC batches. */
    void plain(List<Batches.Batch> batches) throws Exception {
        var statements = new PreparedStatement[BenchRow.INSERTS.size()];
        for (int i = 0; i < statements.length; i++) {
            statements[i] = plain.prepareStatement(BenchRow.INSERTS.get(i));
        }
        for (var batch : batches) {
            BenchRow.bind(statements, batch);
            for (var statement : statements) {
                statement.executeBatch();
            }
            plain.commit();
        }
        for (var statement : statements) {
            statement.close();
        }
    }

    /** {@code verify} or {@code verify --deep}, as a user has it. */
    void verify(boolean deep) {
        var result = ledger.verify(deep, Progress.SILENT);
        if (!result.faults().isEmpty()) {
            throw new IllegalStateException(result.faults().toString());
        }
    }

    /** Events of a block on average. */
    double eventsOfBlock() {
        var result = ledger.verify(false, Progress.SILENT);
        return (double) result.events() / result.blocks();
    }

    /** Every event as the bytes that the chain covers. */
    byte[][] frames() throws Exception {
        var frames = new ArrayList<byte[]>();
        try (var connection = ledger.database().reader()) {
            var reader = new ChainReader(connection, ledger.database().vendor());
            for (String stream : reader.streams()) {
                reader.read(stream, block -> {
                    block.forEachRaw((seq, type, body, offset, length) ->
                            frames.add(Arrays.copyOfRange(body, offset - 8, offset + length)));
                    return true;
                });
            }
            connection.rollback();
        }
        return frames.toArray(byte[][]::new);
    }

    @Override
    public void close() throws Exception {
        ledger.close();
        plain.close();
        plainDatabase.close();
    }

    private static final class SystemClock implements RunClock {
        @Override
        public Instant now() {
            return Clock.systemUTC().instant();
        }

        @Override
        public LocalDate businessDate() {
            return LocalDate.EPOCH;
        }

        @Override
        public long monotonicNanos() {
            return System.nanoTime();
        }

        @Override
        public void sleep(Duration duration) throws InterruptedException {
            Thread.sleep(duration.toMillis());
        }
    }
}
