package io.tieout.edge.cli;

import io.tieout.finding.Stopped;
import io.tieout.flow.Stop;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;

/** Where a command's outcome goes: a table for people, or one JSON object. */
final class Printer {

    private final PrintWriter out;
    private final boolean json;

    Printer(PrintWriter out, boolean json) {
        this.out = out;
        this.json = json;
    }

    boolean json() {
        return json;
    }

    Console console() {
        return new Console(out);
    }

    /** Comma-separated values instead of tables. */
    Csv csv() {
        return new Csv(out);
    }

    /** Companies that were stopped, on standard error: a list of values has no room for them. */
    void stopsBeside(List<Stop> stops) {
        var err = new PrintWriter(System.err, true, StandardCharsets.UTF_8);
        StopView.print(stops, new Console(err));
        err.flush();
    }

    void object(Map<String, Object> object) {
        Json.write(object, out);
        out.println();
    }

    void stopped(Stopped stopped) {
        if (json) {
            object(Json.object(
                    "outcome",
                    "stopped",
                    "exit_code",
                    stopped.exitCode(),
                    "findings",
                    Json.findings(stopped.findings())));
        } else {
            console().findings(stopped.findings());
        }
    }

    void flush() {
        out.flush();
    }
}
