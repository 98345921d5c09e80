package io.tieout.edge.cli;

import io.tieout.finding.Finding;
import io.tieout.finding.Stopped;
import io.tieout.wiring.SettingsCode;
import io.tieout.wiring.Workbench;
import java.io.BufferedOutputStream;
import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Path;
import java.util.Optional;
import picocli.CommandLine.Option;

/** {@code tieout export}. */
@picocli.CommandLine.Command(
        name = "export",
        mixinStandardHelpOptions = true,
        description = "Write the whole ledger as JSON lines (docs/export-format.md).",
        footer = {"", "Examples:", "  tieout export > ledger.jsonl", "  tieout export --out ledger.jsonl"})
final class ExportCommand extends Command {

    @Option(
            names = "--jsonl",
            description = "One JSON object on each line: the one format there is, and so the default.")
    boolean jsonl;

    @Option(
            names = "--out",
            paramLabel = "FILE",
            description = "Write to a file that only its owner may read (default: standard output).")
    Optional<Path> file = Optional.empty();

    @Override
    int run(Workbench bench, Printer printer) {
        try (var out = open()) {
            bench.tools().ledger().export(out, bench.tools().progress());
            return ExitCodes.CLEAN;
        } catch (IOException e) {
            throw new Stopped(Finding.of(
                    SettingsCode.CANNOT_WRITE,
                    file.map(Path::toString).orElse("standard output"),
                    "a place that can be written",
                    e.toString(),
                    "Name another file, or make room on the disk."));
        }
    }

    private OutputStream open() throws IOException {
        if (file.isPresent()) {
            return new BufferedOutputStream(Workbench.writePrivately(file.get()));
        }
        return new FilterOutputStream(new BufferedOutputStream(System.out)) {
            @Override
            public void write(byte[] bytes, int from, int length) throws IOException {
                out.write(bytes, from, length);
            }

            @Override
            public void close() throws IOException {
                flush();
            }
        };
    }
}
