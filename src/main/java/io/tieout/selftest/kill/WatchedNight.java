package io.tieout.selftest.kill;

import io.tieout.finding.Stopped;
import io.tieout.flow.Apply;
import io.tieout.flow.Companies;
import io.tieout.flow.Pull;
import io.tieout.flow.Selection;
import io.tieout.flow.port.Progress;
import io.tieout.selftest.kill.Boundary.Moment;
import io.tieout.wiring.SettingsFile;
import io.tieout.wiring.Workbench;
import io.tieout.wiring.Workbench.Seams;
import java.io.PrintStream;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;

/**
 * The main class of the second JVM: one night of a house, as {@code tieout sync} runs it.
 *
 * <p>Arguments: the home folder, the roots of the sandboxes separated by commas, and optionally a kill point and how often
 * its boundary was crossed in earlier nights. Prints a line {@code CROSSED name count} for each boundary at the end, and
 * {@code AT point} when it has reached the point; then it waits to be killed.
 */
final class WatchedNight {

    private final PrintStream out;
    private final Optional<KillPoint> point;
    private final Map<String, Integer> crossed = new HashMap<>();
    private int left;

    private WatchedNight(PrintStream out, Optional<KillPoint> point, int earlier) {
        this.out = out;
        this.point = point;
        this.left = point.map(p -> p.occurrence() - earlier).orElse(0);
    }

    public static void main(String[] arguments) {
        var out = new PrintStream(System.out, true, StandardCharsets.UTF_8);
        Optional<KillPoint> point =
                arguments.length > 2 ? Optional.of(KillPoint.parse(arguments[2])) : Optional.empty();
        var earlier = arguments.length > 3 ? Integer.parseInt(arguments[3]) : 0;
        var sandboxes = new ArrayList<URI>();
        for (var root : arguments[1].split(",")) {
            sandboxes.add(URI.create(root));
        }
        System.exit(new WatchedNight(out, point, earlier).run(Path.of(arguments[0]), sandboxes));
    }

    private int run(Path home, List<URI> sandboxes) {
        var settings = SettingsFile.read(home);
        if (!settings.allowSandboxHosts()) {
            throw new IllegalStateException("only a house of sandbox hosts may be killed");
        }
        var clock = new SandboxTime(sandboxes, settings.zone());
        var seams = new Watch(this::reached)
                .seams(new Seams(UnaryOperator.identity(), UnaryOperator.identity(), real -> clock));
        var code = 0;
        try (var bench = Workbench.open(settings, Progress.SILENT, seams)) {
            new Pull(bench.tools()).run(Selection.all());
            for (var company : new Companies(bench.tools().mappings()).selected(Selection.all())) {
                new Apply(bench.tools()).sync(company, Selection.all());
            }
        } catch (Stopped stopped) {
            stopped.findings().forEach(f -> out.println(f.text()));
            code = stopped.exitCode();
        }
        crossed.forEach((name, count) -> out.println("CROSSED " + name + " " + count));
        return code;
    }

    private void reached(Boundary boundary, Moment moment) {
        var name = boundary.code() + moment.sign();
        crossed.merge(name, 1, Integer::sum);
        if (point.isPresent() && point.get().name().equals(name) && --left == 0) {
            out.println("AT " + point.get().text());
            waitToBeKilled();
        }
    }

    private static void waitToBeKilled() {
        try {
            while (true) {
                Thread.sleep(60_000);
            }
        } catch (InterruptedException e) {
            throw new IllegalStateException("the parent should have killed this process", e);
        }
    }
}
