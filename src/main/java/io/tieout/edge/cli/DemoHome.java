package io.tieout.edge.cli;

import io.tieout.finding.Count;
import io.tieout.finding.Finding;
import io.tieout.finding.Stopped;
import io.tieout.wiring.SettingsCode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;

/** The folder of a demo: made afresh each time; that of an earlier demo is moved aside, and nothing is ever removed. */
final class DemoHome {

    private static final String SIGN = ".made-by-tieout-demo";

    /** Demos kept beside the newest one. */
    private static final int EARLIER_MAX = 99;

    private DemoHome() {}

    /** @return where the folder of an earlier demo was moved to, if there was one */
    static Optional<Path> prepare(Path folder) {
        try {
            var moved = Files.exists(folder) ? moveAside(folder) : Optional.<Path>empty();
            Files.createDirectories(folder);
            Files.writeString(folder.resolve(SIGN), "Tieout's demo moves this folder aside when it starts again.\n");
            return moved;
        } catch (IOException e) {
            throw new Stopped(Finding.of(
                    SettingsCode.CANNOT_WRITE,
                    folder.toString(),
                    "a folder that can be made and written",
                    e.toString(),
                    "Start the demo in another folder, or name one with --folder."));
        }
    }

    private static Optional<Path> moveAside(Path folder) throws IOException {
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
            return Optional.empty();
        }
        var named = folder.getFileName().toString().equals(".")
                ? folder.toAbsolutePath().normalize()
                : folder;
        for (var number = 1; number <= EARLIER_MAX; number++) {
            var aside = named.resolveSibling(named.getFileName() + "-" + number);
            if (!Files.exists(aside)) {
                Files.move(named, aside);
                return Optional.of(aside);
            }
        }
        throw new Stopped(Finding.of(
                SettingsCode.EXISTS,
                folder.toString(),
                "room for one more demo beside the earlier ones",
                Count.of(EARLIER_MAX, "earlier demo") + " beside it",
                "Nothing was touched. Delete those you no longer need, or name a folder with --folder."));
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
