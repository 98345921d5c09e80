package io.tieout.store.ledger;

import io.tieout.chain.ChainBlock;
import io.tieout.flow.port.Progress;
import io.tieout.flow.port.RunClock;
import io.tieout.plan.Environment;
import io.tieout.store.event.LedgerIdentity;
import io.tieout.store.sql.StoreDatabase;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.sql.Connection;
import java.sql.DriverManager;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * What the chain costs, in one run on one machine: {@code bench/run ledger [events] [rounds]}.
 *
 * <p>Append: rows of new facts with their chain blocks against a plain insert of the same rows into the same tables with
 * the same keys, batch by batch, each batch one durable commit; the arms alternate. Verify: the walk over all blocks from
 * each database against an in-memory SHA-256 chain over the same events. Start-up, migrations and the making of rows are
 * not timed.
 */
public final class LedgerBench {

    private final int events;
    private final int rounds;
    private final List<String> report = new ArrayList<>();

    private LedgerBench(int events, int rounds) {
        this.events = events;
        this.rounds = rounds;
    }

    public static void main(String[] args) throws Exception {
        int events = args.length > 0 ? Integer.parseInt(args[0]) : 1_000_000;
        int rounds = args.length > 1 ? Integer.parseInt(args[1]) : 10;
        new LedgerBench(events, rounds).run();
        System.exit(0);
    }

    private void run() throws Exception {
        var folder = Files.createDirectories(Path.of("target", "bench")).toAbsolutePath();
        clear(folder);
        say("Java " + Runtime.version() + ", " + Runtime.getRuntime().availableProcessors() + " processors, "
                + String.format(Locale.ROOT, "%,d", events) + " events, " + rounds + " rounds");
        var server = System.getenv("TIEOUT_BENCH_PG");
        try (var postgres = server == null ? new Postgres(embedded(folder)) : new Postgres(server)) {
            var sqlite = new Arms("SQLite", folder, "jdbc:sqlite:" + folder.resolve("ledger.db"),
                    "jdbc:sqlite:" + folder.resolve("plain.db"), "", "");
            var pg = new Arms("PostgreSQL", folder.resolve("pg"), postgres.fresh("bench_ledger"),
                    postgres.fresh("bench_plain"), postgres.user, postgres.password);
            var batches = Batches.of(events, rounds);
            say(String.format(Locale.ROOT, "%.1f events in a block on average", batches.mean()));
            for (var arms : List.of(sqlite, pg)) {
                append(arms, batches);
            }
            verify(sqlite, pg);
            sqlite.close();
            pg.close();
        }
        report.forEach(System.out::println);
    }

    private void append(Arms arms, Batches batches) throws Exception {
        // A tenth of a round on tables of their own, so that neither arm pays for the compiler.
        var plain = new double[rounds];
        var ledger = new double[rounds];
        arms.warmUp(batches);
        for (int round = 0; round < rounds; round++) {
            var rows = batches.round(round);
            if (round % 2 == 0) {
                plain[round] = seconds(() -> arms.plain(rows));
                ledger[round] = seconds(() -> arms.ledger(rows));
            } else {
                ledger[round] = seconds(() -> arms.ledger(rows));
                plain[round] = seconds(() -> arms.plain(rows));
            }
            System.err.printf(Locale.ROOT, "%s round %d: plain %.2f s, ledger %.2f s%n", arms.name, round + 1,
                    plain[round], ledger[round]);
        }
        var ratios = new double[rounds];
        Arrays.setAll(ratios, i -> ledger[i] / plain[i]);
        say(String.format(Locale.ROOT,
                "append %-10s  plain %.2f s a round, with chain %.2f s; ratio median %.2f (%.2f to %.2f), of sums %.2f",
                arms.name, median(plain), median(ledger), median(ratios), Arrays.stream(ratios).min().orElse(0),
                Arrays.stream(ratios).max().orElse(0), Arrays.stream(ledger).sum() / Arrays.stream(plain).sum()));
    }

    private void verify(Arms sqlite, Arms pg) throws Exception {
        var frames = sqlite.frames();
        say("verified chain: " + frames.length + " events with a row, "
                + Arrays.stream(frames).mapToLong(f -> f.length).sum() / frames.length + " bytes each on average");
        int times = 5;
        var memory = new double[times];
        var fromSqlite = new double[times];
        var fromPg = new double[times];
        for (int i = -1; i < times; i++) {
            double inMemory = seconds(() -> memoryChain(frames));
            double one = seconds(sqlite::verify);
            double two = seconds(pg::verify);
            if (i >= 0) {
                memory[i] = inMemory;
                fromSqlite[i] = one;
                fromPg[i] = two;
            }
        }
        say(String.format(Locale.ROOT, "verify in memory   %.3f s", median(memory)));
        say(String.format(Locale.ROOT, "verify SQLite      %.3f s, ratio %.2f (target 3)", median(fromSqlite),
                median(fromSqlite) / median(memory)));
        say(String.format(Locale.ROOT, "verify PostgreSQL  %.3f s, ratio %.2f (target 5)", median(fromPg),
                median(fromPg) / median(memory)));
    }

    private static void memoryChain(byte[][] frames) throws Exception {
        var engine = MessageDigest.getInstance("SHA-256");
        byte[] head = new byte[32];
        for (byte[] frame : frames) {
            engine.update(head);
            engine.update(frame);
            engine.digest(head, 0, 32);
        }
        if (head[0] == 0 && head[1] == 0 && head[2] == 0 && head[3] == 0) {
            throw new IllegalStateException("a head of zeros");
        }
    }

    private static double median(double[] values) {
        double[] sorted = values.clone();
        Arrays.sort(sorted);
        int middle = sorted.length / 2;
        return sorted.length % 2 == 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
    }

    private interface Work {
        void run() throws Exception;
    }

    private static double seconds(Work work) throws Exception {
        long start = System.nanoTime();
        work.run();
        return (System.nanoTime() - start) / 1e9;
    }

    private void say(String line) {
        report.add(line);
        System.err.println(line);
    }

    private static EmbeddedPostgres embedded(Path folder) throws Exception {
        return EmbeddedPostgres.builder()
                .setDataDirectory(folder.resolve("postgres").toFile())
                .setServerConfig("fsync", "on")
                .setServerConfig("synchronous_commit", "on")
                .setServerConfig("full_page_writes", "on")
                .start();
    }

    private static void clear(Path folder) throws Exception {
        try (var paths = Files.walk(folder)) {
            for (var path : paths.sorted(java.util.Comparator.reverseOrder()).toList()) {
                if (!path.equals(folder)) {
                    Files.delete(path);
                }
            }
        }
    }

    /** A PostgreSQL of our own, or one named by TIEOUT_BENCH_PG: {@code jdbc:postgresql://host:port/db?user=..&password=..}. */
    private static final class Postgres implements AutoCloseable {
        private final Optional<EmbeddedPostgres> server;
        private final String url;
        private final String user;
        private final String password;

        Postgres(EmbeddedPostgres server) {
            this.server = Optional.of(server);
            this.url = "jdbc:postgresql://127.0.0.1:" + server.getPort() + "/postgres";
            this.user = "postgres";
            this.password = "postgres";
        }

        Postgres(String url) {
            this.server = Optional.empty();
            this.url = url;
            this.user = "";
            this.password = "";
        }

        /** An empty schema, named in the address. */
        String fresh(String schema) throws Exception {
            try (var connection = DriverManager.getConnection(url, user, password);
                    var statement = connection.createStatement()) {
                statement.execute("drop schema if exists " + schema + " cascade");
            }
            return url + (url.contains("?") ? "&" : "?") + "currentSchema=" + schema;
        }

        @Override
        public void close() throws Exception {
            if (server.isPresent()) {
                server.get().close();
            }
        }
    }

    /** The two ways to store, on one database. */
    private static final class Arms implements AutoCloseable {
        private static final List<String> PLAIN = plainStatements();

        private final String name;
        private final SqlLedger ledger;
        private final StoreDatabase plainDatabase;
        private final Connection plain;

        Arms(String name, Path folder, String ledgerUrl, String plainUrl, String user, String password)
                throws Exception {
            this.name = name;
            Files.createDirectories(folder);
            this.ledger = SqlLedger.open(
                    new LedgerSettings(ledgerUrl, user, password, folder, Environment.SANDBOX, Optional.empty()),
                    new SystemClock(),
                    () -> "ID");
            this.plainDatabase = StoreDatabase.open("ledger", plainUrl, user, password);
            this.plain = plainDatabase.writerConnection();
            plain.setAutoCommit(false);
        }

        void warmUp(Batches batches) throws Exception {
            var rows = batches.warmUp();
            plain(rows);
            ledger(rows);
        }

        void ledger(List<Object[][]> batches) {
            for (var batch : batches) {
                ledger.writer().write(transaction -> {
                    for (var row : batch) {
                        BenchRow.record(transaction, row);
                    }
                    return true;
                });
            }
        }

        void plain(List<Object[][]> batches) throws Exception {
            var statements = new java.sql.PreparedStatement[PLAIN.size()];
            for (int i = 0; i < statements.length; i++) {
                statements[i] = plain.prepareStatement(PLAIN.get(i));
            }
            for (var batch : batches) {
                for (var row : batch) {
                    BenchRow.bind(statements, row);
                }
                for (var statement : statements) {
                    statement.executeBatch();
                }
                plain.commit();
            }
            for (var statement : statements) {
                statement.close();
            }
        }

        void verify() throws Exception {
            try (var connection = ledger.database().reader()) {
                var identity = ChainReader.genesis(connection, LedgerIdentity.INSTALLATION).orElseThrow();
                var result = new ChainVerifier(
                                connection,
                                ledger.database().vendor(),
                                new LedgerIdentity(identity.environment(), identity.installationId()))
                        .walk(Progress.SILENT);
                if (!result.isSound()) {
                    throw new IllegalStateException(result.faults().toString());
                }
                connection.rollback();
            }
        }

        /** Every event as its frame. */
        byte[][] frames() throws Exception {
            var frames = new ArrayList<byte[]>();
            try (var connection = ledger.database().reader()) {
                var reader = new ChainReader(connection, ledger.database().vendor());
                for (String stream : reader.streams()) {
                    reader.read(stream, block -> frames(block, frames));
                }
                connection.rollback();
            }
            return frames.toArray(byte[][]::new);
        }

        private static boolean frames(ChainBlock block, List<byte[]> frames) {
            block.forEachRaw((seq, type, body, offset, length) ->
                    frames.add(Arrays.copyOfRange(body, offset - 8, offset + length)));
            return true;
        }

        private static List<String> plainStatements() {
            var all = new ArrayList<String>();
            Shapes.FACT_SEEN.parts().forEach(part -> all.add(part.insertSql()));
            all.add(BenchRow.TEXT);
            all.add(BenchRow.CURRENT);
            return all;
        }

        @Override
        public void close() throws Exception {
            ledger.close();
            plain.close();
            plainDatabase.close();
        }
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
