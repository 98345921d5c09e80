package io.tieout.edge.cli;

import io.tieout.flow.Stop;
import java.util.List;
import java.util.Map;

/** Companies that were stopped while the others went on. */
final class StopView {

    private StopView() {}

    static void print(List<Stop> stops, Console console) {
        for (var stop : stops) {
            console.heading("Stopped: " + String.join(", ", stop.companies()));
            console.findings(stop.findings());
        }
    }

    static List<Map<String, Object>> json(List<Stop> stops) {
        return stops.stream()
                .map(s -> Json.object(
                        "companies", s.companies(), "exit_code", s.exitCode(), "findings", Json.findings(s.findings())))
                .toList();
    }

    /** The exit code of a command some of whose companies were stopped. */
    static int exitCode(int ofTheOthers, List<Stop> stops) {
        var codes = new java.util.ArrayList<>(stops.stream().map(Stop::exitCode).toList());
        codes.add(ofTheOthers);
        return ExitCodes.gravest(codes);
    }
}
