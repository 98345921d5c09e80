package io.tieout.edge.cli;

import io.tieout.finding.Stopped;
import java.io.PrintWriter;
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
