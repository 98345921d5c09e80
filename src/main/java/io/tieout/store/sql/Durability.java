package io.tieout.store.sql;

import io.tieout.finding.Finding;
import io.tieout.finding.Stopped;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;

/**
 * Asks the database whether a commit that it confirms survives a loss of power (safety F59, F71).
 *
 * <p>SQLite in WAL with synchronous=NORMAL may forget the last commits; PostgreSQL may with synchronous_commit, fsync or
 * full_page_writes off, and a server in recovery is a replica that lacks commits.
 */
final class Durability {

    private record Setting(String query, String expected) {}

    private static final List<Setting> SQLITE = List.of(
            new Setting("pragma journal_mode", "wal"),
            new Setting("pragma synchronous", "2"),
            new Setting("pragma foreign_keys", "1"));

    private static final List<Setting> POSTGRESQL = List.of(
            new Setting("show synchronous_commit", "on"),
            new Setting("show fsync", "on"),
            new Setting("show full_page_writes", "on"),
            new Setting("select pg_is_in_recovery()::text", "false"));

    private Durability() {}

    /** Throws {@link Stopped} when a setting is not the one that keeps commits. */
    static void demand(Vendor vendor, Connection connection) throws SQLException {
        for (var setting : vendor == Vendor.SQLITE ? SQLITE : POSTGRESQL) {
            String found = answer(connection, setting.query());
            if (!setting.expected().equals(found) && !isStricter(setting, found)) {
                throw new Stopped(Finding.of(
                        StoreCode.NOT_DURABLE,
                        "the database, " + setting.query(),
                        setting.expected(),
                        found,
                        "change the setting; a posting that was sent must not be forgotten after a loss of power"));
            }
        }
    }

    private static String answer(Connection connection, String query) throws SQLException {
        try (var statement = connection.createStatement();
                var row = statement.executeQuery(query)) {
            return row.next() ? row.getString(1) : "";
        }
    }

    private static boolean isStricter(Setting setting, String found) {
        return (setting.query().endsWith("synchronous") && found.equals("3"))
                || (setting.query().endsWith("synchronous_commit")
                        && (found.equals("remote_apply") || found.equals("local")));
    }
}
