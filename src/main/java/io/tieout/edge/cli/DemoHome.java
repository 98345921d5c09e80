package io.tieout.edge.cli;

import io.tieout.finding.Finding;
import io.tieout.finding.Stopped;
import io.tieout.wiring.SettingsCode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.Map;

/** The folder of a demo: made afresh each time, and only ever removed when a demo made it. */
final class DemoHome {

    private static final String SIGN = ".made-by-tieout-demo";

    private DemoHome() {}

    static void prepare(Path folder) {
        try {
            if (Files.exists(folder)) {
                clear(folder);
            }
            Files.createDirectories(folder);
            Files.writeString(folder.resolve(SIGN), "Tieout's demo removes this folder when it starts again.\n");
        } catch (IOException e) {
            throw new Stopped(Finding.of(
                    SettingsCode.CANNOT_WRITE,
                    folder.toString(),
                    "a folder that can be made and written",
                    e.toString(),
                    "Start the demo in another folder, or name one with --folder."));
        }
    }

    private static void clear(Path folder) throws IOException {
        if (!Files.exists(folder.resolve(SIGN))) {
            try (var inside = Files.list(folder)) {
                if (inside.findAny().isPresent()) {
                    throw new Stopped(Finding.of(
                            SettingsCode.EXISTS,
                            folder.toString(),
                            "no folder, an empty one, or that of an earlier demo",
                            "a folder with files of yours",
                            "Nothing was touched. Start the demo elsewhere, or name a folder with --folder."));
                }
            }
        }
        try (var all = Files.walk(folder)) {
            all.sorted(Comparator.reverseOrder()).forEach(DemoHome::delete);
        }
    }

    private static void delete(Path path) {
        try {
            Files.delete(path);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Writes the configuration that reaches the running sandboxes. */
    static void configure(
            Path folder,
            String entrataUrl,
            String organisation,
            String apiKey,
            String quickBooksUrl,
            Map<String, String> tokens) {
        var yaml = new StringBuilder("# Made by `tieout demo`: sandbox servers on this machine, nothing outside.\n")
                .append("environment: sandbox\n")
                .append("data: data\n")
                .append("keys: keys\n")
                .append("mappings: mappings\n")
                .append("zone: America/Denver\n")
                .append("allow-sandbox-hosts: true\n")
                .append("connections:\n")
                .append("  entrata-demo:\n    kind: entrata\n    base-url: ")
                .append(entrataUrl)
                .append("\n    organisation: ")
                .append(organisation)
                .append("\n    sandbox-secret: ")
                .append(apiKey)
                .append("\n");
        tokens.forEach((name, token) -> yaml.append("  ")
                .append(name)
                .append(":\n    kind: quickbooks\n    base-url: ")
                .append(quickBooksUrl)
                .append("\n    sandbox-secret: ")
                .append(token)
                .append("\n"));
        InitCommand.write(folder.resolve("tieout.yml"), yaml.toString());
    }
}
