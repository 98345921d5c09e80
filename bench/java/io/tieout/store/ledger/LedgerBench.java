package io.tieout.store.ledger;

import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;

/**
 * What the chain costs, in one run on one machine (docs/decisions/0012-chain-and-ledger-costs.md).
 *
 * <p>Append: rows of new facts with their chain blocks against a plain insert of the same rows into the same tables with
 * the same keys, batch by batch, each batch one durable commit. Verify: {@code verify} from each database against an
 * in-memory SHA-256 chain over the same events. Start-up, migrations and the making of rows are not timed.
 */
public final class LedgerBench {

    private static final int WARM_UP_ROWS = 40_000;
    private static final int VERIFY_ROUNDS = 9;

    private final BenchOptions options;
    private final List<String> report = new ArrayList<>();

    private LedgerBench(BenchOptions options) {
        this.options = options;
    }

    public static void main(String[] args) throws Exception {
        try {
            new LedgerBench(BenchOptions.of(args)).run();
        } catch (IllegalArgumentException e) {
            System.err.println(e.getMessage());
            System.exit(2);
        }
        System.exit(0);
    }

    private void run() throws Exception {
        var folder = Files.createDirectories(options.folder());
        clear(folder);
        say(String.format(
                Locale.ROOT,
                "Java %s, %d processors, %,d events and %,d more to warm up, %d rounds",
                Runtime.version(),
                Runtime.getRuntime().availableProcessors(),
                options.events(),
                WARM_UP_ROWS,
                options.rounds()));
        if (options.sqlite()) {
            measure(new Arms(
                    "SQLite",
                    folder.resolve("sqlite"),
                    "jdbc:sqlite:" + folder.resolve("ledger.db"),
                    "jdbc:sqlite:" + folder.resolve("plain.db"),
                    "",
                    ""), 3);
        }
        if (options.postgresql()) {
            try (var server = BenchServer.open(folder)) {
                measure(new Arms(
                        "PostgreSQL",
                        folder.resolve("postgresql"),
                        server.fresh("bench_ledger"),
                        server.fresh("bench_plain"),
                        server.user(),
                        server.password()), 5);
            }
        }
        report.forEach(System.out::println);
    }

    private void measure(Arms opened, double verifyTarget) throws Exception {
        try (var arms = opened) {
            append(arms);
            if (options.verify()) {
                verify(arms, verifyTarget);
            }
        }
    }

    private void append(Arms arms) throws Exception {
        var batches = new Batches();
        var warmUp = batches.next(WARM_UP_ROWS);
        arms.plain(warmUp);
        arms.ledger(warmUp);
        var pairs = new Pairs("append " + arms.name(), options.rounds(), 1.3);
        for (int round = 0; round < options.rounds(); round++) {
            var rows = batches.next(options.events() / options.rounds());
            pairs.round(() -> arms.plain(rows), () -> arms.ledger(rows));
        }
        say(pairs.line());
        say(String.format(Locale.ROOT, "%-24s %.1f events in a block on average", "", arms.eventsOfBlock()));
    }

    private void verify(Arms arms, double target) throws Exception {
        var frames = arms.frames();
        var values = new byte[frames.length][];
        Arrays.setAll(values, i -> BenchRow.values(frames[i]));
        say(String.format(
                Locale.ROOT,
                "%-24s %,d events of %d bytes on average, %d of them values",
                "verify " + arms.name(),
                frames.length,
                mean(frames),
                mean(values)));
        for (int i = 0; i < 3; i++) {
            memoryChain(frames);
            arms.verify(false);
        }
        var pairs = new Pairs("verify " + arms.name(), VERIFY_ROUNDS, target);
        for (int i = 0; i < VERIFY_ROUNDS; i++) {
            pairs.round(() -> memoryChain(frames), () -> arms.verify(false));
        }
        say(pairs.line());
        var strict = new Pairs("  against values alone", VERIFY_ROUNDS, 0);
        for (int i = 0; i < VERIFY_ROUNDS; i++) {
            strict.round(() -> memoryChain(values), () -> arms.verify(false));
        }
        say(strict.line());
        var deep = new Pairs("  verify --deep", 2, 0);
        for (int i = 0; i < 2; i++) {
            deep.round(() -> memoryChain(frames), () -> arms.verify(true));
        }
        say(deep.line());
    }

    /** Each event hashed with the head before it, in memory and on one thread. */
    private static void memoryChain(byte[][] events) throws Exception {
        var engine = MessageDigest.getInstance("SHA-256");
        byte[] head = new byte[32];
        for (byte[] event : events) {
            engine.update(head);
            engine.update(event);
            engine.digest(head, 0, 32);
        }
        if (head[0] == 0 && head[1] == 0 && head[2] == 0 && head[3] == 0) {
            throw new IllegalStateException("a head of zeros");
        }
    }

    private static long mean(byte[][] events) {
        return Arrays.stream(events).mapToLong(event -> event.length).sum() / events.length;
    }

    private void say(String line) {
        report.add(line);
        System.err.println(line);
    }

    private static void clear(Path folder) throws Exception {
        try (var paths = Files.walk(folder)) {
            for (var path : paths.sorted(Comparator.reverseOrder()).toList()) {
                if (!path.equals(folder)) {
                    Files.delete(path);
                }
            }
        }
    }
}
