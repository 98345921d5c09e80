package io.tieout.store.sql;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import io.tieout.finding.Finding;
import io.tieout.finding.Stopped;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.Optional;
import java.util.Properties;
import java.util.regex.Pattern;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.FlywayException;
import org.flywaydb.core.api.configuration.FluentConfiguration;

/**
 * Connections to one store's database: settings that keep what is confirmed, schema brought up to date, then one
 * connection for the writer and a small pool for readers.
 */
public final class StoreDatabase implements AutoCloseable {

    /** A page of 8 KiB holds a usual block without a chain of overflow pages. Fixed when the file is made. */
    private static final String SQLITE_SETTINGS = "page_size=8192&journal_mode=WAL&synchronous=FULL&foreign_keys=true"
            + "&busy_timeout=5000&transaction_mode=IMMEDIATE";

    private static final int READERS_MAX = 4;

    private final Vendor vendor;
    private final String url;
    private final Properties login;
    private final HikariDataSource readers;

    private StoreDatabase(Vendor vendor, String url, Properties login, HikariDataSource readers) {
        this.vendor = vendor;
        this.url = url;
        this.login = login;
        this.readers = readers;
    }

    /**
     * Opens a database and brings its schema up to date. The caller holds the lock of the data folder.
     *
     * @param store name of the store and of its folder of migrations: {@code ledger}, {@code raw}, {@code desk}
     */
    public static StoreDatabase open(String store, String url, String user, String password) {
        var vendor = Vendor.ofUrl(url);
        var login = new Properties();
        if (vendor == Vendor.POSTGRESQL) {
            login.setProperty("user", user);
            login.setProperty("password", password);
            login.setProperty("reWriteBatchedInserts", "true");
        }
        var full = vendor == Vendor.SQLITE ? url + (url.contains("?") ? "&" : "?") + SQLITE_SETTINGS : url;
        try {
            if (vendor == Vendor.SQLITE) {
                // Before the driver makes it with the mode that the process happens to have.
                PrivateFile.make(Path.of(place(url).substring("jdbc:sqlite:".length())));
            }
            try (var connection = DriverManager.getConnection(full, login)) {
                Durability.demand(vendor, connection);
            }
        } catch (IOException | SQLException e) {
            throw cannotOpen(url, e);
        }
        migrate(store, vendor, full, user, password);
        return new StoreDatabase(vendor, full, login, pool(vendor, full, login));
    }

    public Vendor vendor() {
        return vendor;
    }

    /** A connection outside the pool, checked to be durable; the caller closes it. */
    public Connection writerConnection() throws SQLException {
        var connection = DriverManager.getConnection(url, login);
        Durability.demand(vendor, connection);
        return connection;
    }

    /** A connection for reading; auto-commit is off, and closing it ends the read. */
    public Connection reader() throws SQLException {
        return readers.getConnection();
    }

    @Override
    public void close() {
        readers.close();
    }

    private static HikariDataSource pool(Vendor vendor, String url, Properties login) {
        var config = new HikariConfig();
        // Readers on SQLite take no lock: with IMMEDIATE each read would queue behind the writer.
        config.setJdbcUrl(url.replace("transaction_mode=IMMEDIATE", "transaction_mode=DEFERRED"));
        config.setDataSourceProperties(login);
        config.setMaximumPoolSize(READERS_MAX);
        config.setMinimumIdle(0);
        config.setAutoCommit(false);
        config.setPoolName("store-readers");
        config.setInitializationFailTimeout(-1);
        if (vendor == Vendor.POSTGRESQL) {
            config.setReadOnly(true);
        }
        return new HikariDataSource(config);
    }

    private static void migrate(String store, Vendor vendor, String url, String user, String password) {
        FluentConfiguration configuration = Flyway.configure()
                .dataSource(url, user, password)
                .locations("classpath:db/" + store + "/" + vendor.folder())
                .table("schema_history_" + store)
                // Without this an older program would quietly work on a newer schema.
                .ignoreMigrationPatterns(new String[0])
                .failOnMissingLocations(true)
                // Two stores may share a schema; each brings its own history.
                .baselineOnMigrate(true)
                .baselineVersion("0");
        if (vendor == Vendor.POSTGRESQL) {
            schema(url).ifPresent(configuration::schemas);
        }
        try {
            configuration.load().migrate();
        } catch (FlywayException e) {
            throw schemaFault(url, e);
        }
    }

    /** The schema that an address names with {@code currentSchema=}; made when it is not there. */
    private static Optional<String> schema(String url) {
        var matcher = Pattern.compile("[?&]currentSchema=([^&,]+)").matcher(url);
        return matcher.find() ? Optional.of(matcher.group(1)) : Optional.empty();
    }

    private static Stopped schemaFault(String url, FlywayException e) {
        boolean newer = String.valueOf(e.getMessage()).contains("not resolved locally");
        var stopped = new Stopped(Finding.of(
                newer ? StoreCode.NEWER_SCHEMA : StoreCode.CANNOT_OPEN,
                place(url),
                "a schema that this version knows",
                firstLine(e),
                newer
                        ? "use the newer version, or restore the backup made before it"
                        : "see the message, then try again"));
        stopped.initCause(e);
        return stopped;
    }

    private static Stopped cannotOpen(String url, Exception e) {
        var stopped = new Stopped(Finding.of(
                StoreCode.CANNOT_OPEN,
                place(url),
                "a database that can be opened",
                firstLine(e),
                "check the address, the user and that the disk is local and writable"));
        stopped.initCause(e);
        return stopped;
    }

    /** The address without its settings, for messages. */
    public static String place(String url) {
        return url.split("\\?")[0];
    }

    private static String firstLine(Exception e) {
        return String.valueOf(e.getMessage()).strip().split("\n")[0];
    }

    /** Where a store of a SQLite installation lives. */
    public static String sqliteUrl(Path folder, String store) {
        return "jdbc:sqlite:" + folder.resolve(store + ".db");
    }
}
