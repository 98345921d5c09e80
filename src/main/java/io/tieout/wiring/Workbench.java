package io.tieout.wiring;

import io.micronaut.context.ApplicationContext;
import io.tieout.finding.Finding;
import io.tieout.finding.Stopped;
import io.tieout.flow.Companies;
import io.tieout.flow.Tools;
import io.tieout.flow.port.Ledger;
import io.tieout.flow.port.PlanStore;
import io.tieout.flow.port.Progress;
import io.tieout.flow.port.RawStore;
import io.tieout.money.CurrencyCode;
import io.tieout.posting.ResolverStep;
import io.tieout.store.ledger.LedgerSettings;
import io.tieout.store.ledger.SqlLedger;
import io.tieout.store.mapping.FileMappingStore;
import io.tieout.store.raw.SqlRawStore;
import io.tieout.store.sql.StoreDatabase;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** The stores and connections of one home folder, open for one command. */
public final class Workbench implements AutoCloseable {

    private final Tools tools;
    private final Settings settings;
    private final Ledger ledger;
    private final RawStore raw;
    private final ApplicationContext context;

    private Workbench(Tools tools, Settings settings, Ledger ledger, RawStore raw, ApplicationContext context) {
        this.tools = tools;
        this.settings = settings;
        this.ledger = ledger;
        this.raw = raw;
        this.context = context;
    }

    public static Workbench open(Settings settings, Progress progress) {
        makeFolder(settings.data());
        makeFolder(settings.keys());
        var clock = new SystemRunClock(settings.zone());
        var ids = new TimeOrderedIds();
        // The ledger first: it holds the lock of the data folder, and a second process must touch nothing.
        var ledger = SqlLedger.open(ledgerSettings(settings), clock, ids);
        try {
            var raw = SqlRawStore.open(
                    url(settings, "raw"), settings.database().user().orElse(""), password(settings), clock);
            var context = desk(settings);
            var tools = new Tools(
                    settings.environment(),
                    new VendorConnections(settings, raw, clock),
                    new FileMappingStore(settings.mappings(), settings.data(), clock),
                    ledger,
                    context.getBean(PlanStore.class),
                    clock,
                    ids,
                    progress,
                    new ResolverStep.Waits(
                            settings.settle().beforeFirstLook(),
                            settings.settle().betweenLooks()));
            return new Workbench(tools, settings, ledger, raw, context);
        } catch (RuntimeException e) {
            ledger.close();
            throw e;
        }
    }

    public Tools tools() {
        return tools;
    }

    public Settings settings() {
        return settings;
    }

    /** The currency of a company, for showing amounts. */
    public CurrencyCode currency(String company) {
        return new Companies(tools.mappings())
                .forPlanning(company)
                .mapping()
                .binding()
                .currency();
    }

    @Override
    public void close() {
        context.close();
        raw.close();
        ledger.close();
    }

    private static LedgerSettings ledgerSettings(Settings settings) {
        return new LedgerSettings(
                url(settings, "ledger"),
                settings.database().user().orElse(""),
                password(settings),
                settings.data(),
                settings.environment(),
                Optional.of(settings.keys()));
    }

    /** One SQLite file or one PostgreSQL schema for each store. */
    private static String url(Settings settings, String store) {
        return switch (settings.database().kind()) {
            case SQLITE -> "jdbc:sqlite:" + settings.data().resolve(store + ".db");
            case POSTGRESQL -> {
                var url = settings.database().url().orElseThrow();
                yield url + (url.contains("?") ? "&" : "?") + "currentSchema=tieout_" + store;
            }
        };
    }

    private static String password(Settings settings) {
        return settings.database()
                .passwordVariable()
                .map(v -> Secrets.fromEnvironment(v, "database.password-env"))
                .orElse("");
    }

    private static ApplicationContext desk(Settings settings) {
        var sqlite = settings.database().kind() == Settings.Database.Kind.SQLITE;
        var url = url(settings, "desk");
        try (var database =
                StoreDatabase.open("desk", url, settings.database().user().orElse(""), password(settings))) {
            Map<String, Object> properties = new LinkedHashMap<>();
            properties.put(
                    "datasources.desk.url",
                    sqlite
                            ? url + "?journal_mode=WAL&synchronous=FULL&foreign_keys=true&busy_timeout=5000"
                                    + "&transaction_mode=IMMEDIATE"
                            : url);
            properties.put("datasources.desk.driver-class-name", sqlite ? "org.sqlite.JDBC" : "org.postgresql.Driver");
            properties.put("datasources.desk.maximum-pool-size", sqlite ? 1 : 4);
            if (!sqlite) {
                properties.put(
                        "datasources.desk.username", settings.database().user().orElse(""));
                properties.put("datasources.desk.password", password(settings));
            }
            return ApplicationContext.builder()
                    .banner(false)
                    .deduceEnvironment(false)
                    .properties(properties)
                    .start();
        }
    }

    private static void makeFolder(Path folder) {
        try {
            Files.createDirectories(folder);
            if (Files.getFileStore(folder).supportsFileAttributeView("posix")) {
                Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwx------"));
            }
        } catch (IOException e) {
            throw new Stopped(Finding.of(
                    SettingsCode.CANNOT_WRITE,
                    folder.toString(),
                    "a folder that Tieout can make and write",
                    e.toString(),
                    "Correct the path in tieout.yml, or the rights of the folder above."));
        }
    }
}
