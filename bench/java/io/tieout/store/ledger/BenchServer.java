package io.tieout.store.ledger;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.util.Optional;

/**
 * A PostgreSQL of our own with its usual settings, or the one that {@code TIEOUT_BENCH_PG} names:
 * {@code jdbc:postgresql://host:port/database?user=..&password=..}.
 */
final class BenchServer implements AutoCloseable {

    private final Optional<EmbeddedPostgres> server;
    private final String url;
    private final String user;
    private final String password;

    private BenchServer(Optional<EmbeddedPostgres> server, String url, String user, String password) {
        this.server = server;
        this.url = url;
        this.user = user;
        this.password = password;
    }

    static BenchServer open(Path folder) throws Exception {
        var named = System.getenv("TIEOUT_BENCH_PG");
        if (named != null) {
            return new BenchServer(Optional.empty(), named, "", "");
        }
        var embedded = EmbeddedPostgres.builder()
                .setDataDirectory(folder.resolve("postgres").toFile())
                .setServerConfig("fsync", "on")
                .setServerConfig("synchronous_commit", "on")
                .setServerConfig("full_page_writes", "on")
                .start();
        return new BenchServer(
                Optional.of(embedded),
                "jdbc:postgresql://127.0.0.1:" + embedded.getPort() + "/postgres",
                "postgres",
                "postgres");
    }

    String user() {
        return user;
    }

    String password() {
        return password;
    }

    /** The address of an empty schema. */
    String fresh(String schema) throws Exception {
        try (var connection = DriverManager.getConnection(url, user, password);
                var statement = connection.createStatement()) {
            statement.execute("drop schema if exists " + schema + " cascade");
        }
        return url + (url.contains("?") ? "&" : "?") + "currentSchema=" + schema;
    }

    @Override
    public void close() throws Exception {
        if (server.isPresent()) {
            server.get().close();
        }
    }
}
