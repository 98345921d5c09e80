package io.tieout.edge.cli;

import java.nio.file.Path;
import picocli.CommandLine.Option;

/** Options every command has. */
final class Common {

    @Option(
            names = "--home",
            paramLabel = "DIR",
            description = "Folder with tieout.yml (default: the current folder, or $$TIEOUT_HOME).")
    Path home = Path.of(System.getenv().getOrDefault("TIEOUT_HOME", "."));

    @Option(names = "--json", description = "Print JSON instead of tables.")
    boolean json;

    @Option(names = "--quiet", description = "No progress on the terminal.")
    boolean quiet;
}
