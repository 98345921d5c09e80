package io.tieout.edge.cli;

import io.tieout.finding.Finding;
import io.tieout.finding.Stopped;
import io.tieout.wiring.SettingsCode;
import io.tieout.wiring.SettingsFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** {@code tieout init}. */
@picocli.CommandLine.Command(
        name = "init",
        mixinStandardHelpOptions = true,
        description = {
            "Write a commented tieout.yml and an example mapping into a folder. Overwrites nothing and talks to nobody."
        },
        footer = {"", "Example:", "  tieout init --home ~/books"})
final class InitCommand implements Callable<Integer> {

    @Mixin
    Common common = new Common();

    @Spec
    @SuppressWarnings("NullAway.Init") // picocli sets it before call()
    CommandSpec spec;

    @Override
    public Integer call() {
        var printer = new Printer(spec.commandLine().getOut(), common.json);
        try {
            var settings = common.home.resolve(SettingsFile.NAME);
            var mapping = common.home.resolve("mappings").resolve("example.yml");
            refuseExisting(settings);
            refuseExisting(mapping);
            write(settings, Templates.read("templates/tieout.yml"));
            write(mapping, example());
            if (printer.json()) {
                printer.object(Json.object("written", java.util.List.of(settings.toString(), mapping.toString())));
            } else {
                printer.console().line("Wrote " + settings + " and " + mapping + ".");
                printer.console().line("Next: fill in both, set the secrets in the environment, then `tieout doctor`.");
            }
            return ExitCodes.CLEAN;
        } catch (Stopped stopped) {
            printer.stopped(stopped);
            return stopped.exitCode();
        } finally {
            printer.flush();
        }
    }

    /** The demo's mapping under names that match the configuration beside it, and no company's id. */
    private static String example() {
        return Templates.read("mappings/demo-accrual.yml")
                .replace("company: demo-accrual", "company: example")
                .replace("--company demo-accrual", "--company example")
                .replace("source: entrata-demo", "source: entrata")
                .replace("connection: quickbooks-demo-accrual", "connection: quickbooks")
                .replace("organisation: demopm", "organisation: YOUR-ORG");
    }

    private static void refuseExisting(Path file) {
        if (Files.exists(file)) {
            throw new Stopped(Finding.of(
                    SettingsCode.EXISTS,
                    file.toString(),
                    "no file",
                    "a file that is there already",
                    "Nothing was written. Edit it, or choose another folder with --home."));
        }
    }

    static void write(Path file, String text) {
        try {
            var folder = file.toAbsolutePath().getParent();
            if (folder != null) {
                Files.createDirectories(folder);
            }
            Files.writeString(file, text);
        } catch (IOException e) {
            throw new Stopped(Finding.of(
                    SettingsCode.CANNOT_WRITE,
                    file.toString(),
                    "a place that can be written",
                    e.toString(),
                    "Choose another folder with --home, or correct its rights."));
        }
    }
}
