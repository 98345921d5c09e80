package io.tieout.selftest.kill;

import io.tieout.sandbox.entrata.EntrataOddities;
import io.tieout.sandbox.entrata.EntrataSandbox;
import io.tieout.sandbox.entrata.portfolio.WorkedPortfolio;
import io.tieout.sandbox.quickbooks.DemoCompanies;
import io.tieout.sandbox.quickbooks.QuickBooksSandbox;
import io.tieout.sandbox.quickbooks.QuickBooksSettings;
import io.tieout.sandbox.script.Fault;
import io.tieout.sandbox.script.FaultKind;
import io.tieout.sandbox.script.SandboxClock;
import io.tieout.sandbox.script.SandboxServer;
import io.tieout.sandbox.script.SandboxSettings;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/** One house and its nights: sandboxes of its own, second JVMs that run the nights, and at most one kill. */
final class Trial implements AutoCloseable {

    /** Enough for a kill, the settling of what it left, and a night with nothing new. */
    private static final int NIGHTS_MAX = 6;

    private static final Duration NIGHT_MAX = Duration.ofMinutes(3);

    private final Path home;
    private final EntrataSandbox entrata;
    private final QuickBooksSandbox quickBooks;
    private final SandboxServer quickBooksServer;
    private final List<String> output = new ArrayList<>();
    private final Map<String, Integer> crossed = new HashMap<>();
    private int nights;
    private boolean killed;

    private Trial(Path home, EntrataSandbox entrata, QuickBooksSandbox quickBooks, SandboxServer quickBooksServer) {
        this.home = home;
        this.entrata = entrata;
        this.quickBooks = quickBooks;
        this.quickBooksServer = quickBooksServer;
    }

    /** Opens a house in a folder that {@link House#prepare} filled. */
    static Trial open(Path home, String database) throws IOException {
        // One clock for both sandboxes and the night: requests and events are judged in its order.
        var clock = SandboxClock.real();
        var entrata =
                EntrataSandbox.start(WorkedPortfolio.open(), EntrataOddities.defaults(), SandboxSettings.on(clock));
        var quickBooks = new QuickBooksSandbox(
                clock, QuickBooksSettings.documented().withThrottles(false), DemoCompanies.companies());
        var server = SandboxServer.start(quickBooks, SandboxSettings.on(clock));
        House.configure(home, entrata.baseUri(), server.baseUri(), database);
        return new Trial(home, entrata, quickBooks, server);
    }

    /**
     * Runs nights until one has nothing left to do.
     *
     * @param point where to kill; absent for a census
     */
    void run(Optional<KillPoint> point) throws IOException, InterruptedException {
        if (point.isEmpty() || point.get().boundary() != Boundary.H3_CREATE) {
            // Gives the second night something to look up, and to sweep.
            quickBooksServer.faults().add(Fault.of("batch", 2, FaultKind.COMMIT_THEN_DROP));
        }
        point.filter(p -> !isOwn(p)).ifPresent(this::stallAt);
        var restful = false;
        while (!restful && nights < NIGHTS_MAX) {
            nights++;
            var before = crossed.getOrDefault("D5-", 0);
            var ended = night(killed ? Optional.empty() : point);
            restful = ended
                    && (killed || point.isEmpty())
                    && crossed.getOrDefault("D5-", 0).equals(before)
                    && nights > 1;
            if (point.isPresent() && !killed && nights >= 3) {
                return;
            }
        }
    }

    private static boolean isOwn(KillPoint point) {
        return point.boundary().ownMoments().anyMatch(m -> m == point.moment());
    }

    private void stallAt(KillPoint point) {
        var kind = point.moment() == Boundary.Moment.APPLIED ? FaultKind.COMMIT_THEN_STALL : FaultKind.STALL;
        var fault = Fault.of(Calls.of(point.boundary()), point.occurrence(), kind);
        if (Calls.isOfSource(point.boundary())) {
            entrata.server().faults().add(fault);
        } else {
            quickBooksServer.faults().add(fault);
        }
    }

    private boolean stalled() {
        return entrata.server().faults().fired().stream().anyMatch(Trial::isStall)
                || quickBooksServer.faults().fired().stream().anyMatch(Trial::isStall);
    }

    private static boolean isStall(Fault fault) {
        return fault.kind() == FaultKind.STALL || fault.kind() == FaultKind.COMMIT_THEN_STALL;
    }

    /** Runs one night in a second JVM; true when it came to its end by itself. */
    private boolean night(Optional<KillPoint> point) throws IOException, InterruptedException {
        var process =
                new ProcessBuilder(command(point)).redirectErrorStream(true).start();
        var reader = new Reader(process);
        reader.start();
        var end = System.nanoTime() + NIGHT_MAX.toNanos();
        while (process.isAlive()) {
            var isThere = reader.atPoint || point.isPresent() && !isOwn(point.get()) && stalled();
            if (isThere || System.nanoTime() > end) {
                process.destroyForcibly().waitFor(20, TimeUnit.SECONDS);
                killed |= isThere;
                break;
            }
            process.waitFor(10, TimeUnit.MILLISECONDS);
        }
        reader.join(TimeUnit.SECONDS.toMillis(20));
        reader.lines.forEach(this::took);
        return process.exitValue() != 128 + 9;
    }

    private void took(String line) {
        output.add(line);
        var words = line.split(" ");
        if (words.length == 3 && words[0].equals("CROSSED")) {
            crossed.merge(words[1], Integer.parseInt(words[2]), Integer::sum);
        }
    }

    private List<String> command(Optional<KillPoint> point) {
        var command = new ArrayList<String>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        // Quick to start and small: many of them follow one another.
        command.addAll(List.of("-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC", "-Xmx256m", "-Xshare:auto"));
        command.addAll(List.of("-cp", System.getProperty("tieout.classpath", System.getProperty("java.class.path"))));
        command.add(WatchedNight.class.getName());
        command.add(home.toString());
        command.add(root(quickBooksServer.baseUri()));
        point.filter(Trial::isOwn).ifPresent(p -> {
            command.add(p.text());
            command.add(Integer.toString(crossed.getOrDefault(p.name(), 0)));
        });
        return command;
    }

    private static String root(URI uri) {
        return uri.resolve("/").toString();
    }

    Path home() {
        return home;
    }

    EntrataSandbox entrata() {
        return entrata;
    }

    QuickBooksSandbox quickBooks() {
        return quickBooks;
    }

    SandboxServer quickBooksServer() {
        return quickBooksServer;
    }

    boolean killed() {
        return killed;
    }

    int nights() {
        return nights;
    }

    Map<String, Integer> crossed() {
        return Map.copyOf(crossed);
    }

    /** What the nights printed. */
    List<String> output() {
        return List.copyOf(output);
    }

    @Override
    public void close() {
        try {
            entrata.close();
            quickBooksServer.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Reads what a night prints, so that it never waits for a full pipe. */
    private static final class Reader extends Thread {
        private final Process process;
        private final List<String> lines = new ArrayList<>();
        private volatile boolean atPoint;

        Reader(Process process) {
            super("night-output");
            this.process = process;
            setDaemon(true);
        }

        @Override
        public void run() {
            try (var text =
                    new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8))) {
                for (var line = text.readLine(); line != null; line = text.readLine()) {
                    lines.add(line);
                    atPoint |= line.startsWith("AT ");
                }
            } catch (IOException e) {
                // A killed process closes its pipe in the middle of a line.
                lines.add("(output ends here)");
            }
        }
    }
}
