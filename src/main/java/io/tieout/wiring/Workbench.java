package io.tieout.wiring;

import io.micronaut.context.ApplicationContext;
import io.tieout.finding.Count;
import io.tieout.finding.Finding;
import io.tieout.finding.Stopped;
import io.tieout.flow.Companies;
import io.tieout.flow.Tools;
import io.tieout.flow.port.Archive;
import io.tieout.flow.port.Connections;
import io.tieout.flow.port.Ledger;
import io.tieout.flow.port.PlanStore;
import io.tieout.flow.port.Progress;
import io.tieout.flow.port.RawStore;
import io.tieout.flow.port.RunClock;
import io.tieout.money.CurrencyCode;
import io.tieout.posting.ResolverStep;
import io.tieout.store.ledger.LedgerSettings;
import io.tieout.store.ledger.SqlLedger;
import io.tieout.store.mapping.FileMappingStore;
import io.tieout.store.raw.SqlRawStore;
import io.tieout.store.sql.PrivateFile;
import io.tieout.store.sql.StoreDatabase;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;

/** The stores and connections of one home folder, open for one command. */
public final class Workbench implements AutoCloseable {

    private final Tools tools;
    private final Settings settings;
    private final Ledger ledger;
    private final RawStore raw;
    private final ApplicationContext context;
    private final List<Finding> warnings;

    private Workbench(
            Tools tools,
            Settings settings,
            Ledger ledger,
            RawStore raw,
            ApplicationContext context,
            List<Finding> warnings) {
        this.warnings = warnings;
        this.tools = tools;
        this.settings = settings;
        this.ledger = ledger;
        this.raw = raw;
        this.context = context;
    }

    public static Workbench open(Settings settings, Progress progress) {
        return open(settings, progress, Seams.none());
    }

    /**
     * What may be put around the ports of a workbench: to watch a night from within, or to let it run on another clock.
     * The program itself puts nothing there.
     */
    public record Seams(
            UnaryOperator<Ledger> ledger, UnaryOperator<Connections> connections, UnaryOperator<RunClock> clock) {

        static Seams none() {
            return new Seams(UnaryOperator.identity(), UnaryOperator.identity(), UnaryOperator.identity());
        }
    }

    public static Workbench open(Settings settings, Progress progress, Seams seams) {
        makeFolder(settings.data());
        makeFolder(settings.keys());
        var warnings = Stream.of(settings.data(), settings.keys())
                .distinct()
                .flatMap(f -> openToOthers(f).stream())
                .toList();
        var clock = seams.clock().apply(new SystemRunClock(settings.zone()));
        var ids = new TimeOrderedIds();
        // The ledger first: it holds the lock of the data folder, and a second process must touch nothing.
        var ledger = seams.ledger().apply(SqlLedger.open(ledgerSettings(settings), clock, ids));
        try {
            var raw = SqlRawStore.open(
                    url(settings, "raw"), settings.database().user().orElse(""), password(settings), clock);
            var context = desk(settings);
            var tools = new Tools(
                    settings.environment(),
                    seams.connections().apply(new VendorConnections(settings, raw, clock)),
                    new FileMappingStore(settings.mappings(), settings.data(), clock),
                    ledger,
                    context.getBean(PlanStore.class),
                    context.getBean(Archive.class),
                    clock,
                    ids,
                    progress,
                    new ResolverStep.Waits(
                            settings.settle().beforeFirstLook(),
                            settings.settle().betweenLooks()));
            return new Workbench(tools, settings, ledger, raw, context, warnings);
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

    /** What a person should know before work begins: files with books in them that others could use when we came. */
    public List<Finding> warnings() {
        return warnings;
    }

    /** A file for somebody's books, which only its owner may read. */
    public static OutputStream writePrivately(Path file) throws IOException {
        return PrivateFile.write(file);
    }

    private static Optional<Finding> openToOthers(Path folder) {
        try {
            var open = PrivateFile.wider(folder);
            if (open.isEmpty()) {
                return Optional.empty();
            }
            var first = open.get(0);
            return Optional.of(Finding.of(
                    SettingsCode.OPEN_TO_OTHERS,
                    folder.toString(),
                    "folders of mode 0700 and files of mode 0600",
                    Count.of(open.size(), "file or folder", "files and folders") + " open to others, first "
                            + (first.equals(folder) ? "the folder itself" : folder.relativize(first)) + " "
                            + PosixFilePermissions.toString(Files.getPosixFilePermissions(first)),
                    "They hold names and amounts. If nobody else is meant to read them: chmod -R go-rwx " + folder));
        } catch (IOException | UncheckedIOException unreadable) {
            // Whoever may not look at the folder will be told by the store that opens it.
            return Optional.empty();
        }
    }

    private static void makeFolder(Path folder) {
        try {
            PrivateFile.makeFolder(folder);
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
