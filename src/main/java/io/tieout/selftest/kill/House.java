package io.tieout.selftest.kill;

import io.tieout.flow.Publish;
import io.tieout.flow.port.Progress;
import io.tieout.sandbox.entrata.portfolio.WorkedPortfolio;
import io.tieout.sandbox.quickbooks.DemoCompanies;
import io.tieout.wiring.SettingsFile;
import io.tieout.wiring.Workbench;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Comparator;

/** The folder of a house: one company on the accrual basis, with its mapping published and nothing read yet. */
final class House {

    private static final String MAPPING = "demo-accrual";

    private House() {}

    /** Makes a house that trials copy. */
    static void prepare(Path folder, String database) throws IOException {
        Files.createDirectories(folder.resolve("mappings"));
        var resource = "/mappings/" + MAPPING + ".yml";
        try (InputStream yaml = House.class.getResourceAsStream(resource)) {
            if (yaml == null) {
                throw new IllegalStateException("the program lacks " + resource);
            }
            Files.copy(yaml, folder.resolve("mappings").resolve(MAPPING + ".yml"));
        }
        var nowhere = URI.create("http://127.0.0.1:9");
        configure(folder, nowhere, nowhere, database);
        try (var bench = Workbench.open(SettingsFile.read(folder), Progress.SILENT)) {
            new Publish(bench.tools()).run(MAPPING, "self test author", "self test approver", "self test");
        }
    }

    /** Writes the configuration; {@code database} is empty for SQLite, or the lines of another database. */
    static void configure(Path folder, URI entrata, URI quickBooks, String database) throws IOException {
        Files.writeString(
                folder.resolve("tieout.yml"),
                "environment: sandbox\ndata: data\nkeys: keys\nmappings: mappings\nzone: America/Denver\n"
                        + "allow-sandbox-hosts: true\n" + database + "connections:\n"
                        + "  entrata-demo:\n    kind: entrata\n    base-url: " + root(entrata) + "/ext/orgs/"
                        + WorkedPortfolio.open().organisation().subdomain() + "/v1\n    organisation: "
                        + WorkedPortfolio.open().organisation().subdomain() + "\n    sandbox-secret: "
                        + WorkedPortfolio.API_KEY + "\n  quickbooks-demo-accrual:\n    kind: quickbooks\n    base-url: "
                        + root(quickBooks) + "/v3/company\n    sandbox-secret: "
                        + DemoCompanies.token(DemoCompanies.ACCRUAL_REALM) + "\n");
    }

    /** A copy of a prepared house. */
    static void copy(Path from, Path to) {
        try (var all = Files.walk(from)) {
            for (var path : all.toList()) {
                var target = to.resolve(from.relativize(path).toString());
                if (Files.isDirectory(path)) {
                    Files.createDirectories(target);
                } else {
                    Files.copy(path, target, StandardCopyOption.COPY_ATTRIBUTES);
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static void remove(Path folder) {
        try (var all = Files.walk(folder)) {
            for (var path : all.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(path);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String root(URI uri) {
        var text = uri.toString();
        return text.endsWith("/") ? text.substring(0, text.length() - 1) : text;
    }
}
