package io.tieout.store.ledger;

import io.tieout.plan.Environment;
import io.tieout.store.sql.Vendor;
import java.nio.file.Path;
import java.util.Optional;

/**
 * Where a ledger lives.
 *
 * @param url {@code jdbc:sqlite:FILE} or {@code jdbc:postgresql://...}
 * @param user empty text for SQLite
 * @param password empty text for SQLite
 * @param dataFolder folder of the lock file; one process at a time uses it
 * @param environment sandbox or production; must be the one of the ledger's first event
 * @param keyFolder folder outside the data folder, with the signing key (0600) and the witness file
 */
public record LedgerSettings(
        String url, String user, String password, Path dataFolder, Environment environment, Optional<Path> keyFolder) {

    /** A SQLite ledger in its data folder: {@code ledger.db}. */
    public static LedgerSettings sqlite(Path dataFolder, Environment environment, Path keyFolder) {
        return new LedgerSettings(
                "jdbc:sqlite:" + dataFolder.resolve("ledger.db"),
                "",
                "",
                dataFolder,
                environment,
                Optional.of(keyFolder));
    }

    public Vendor vendor() {
        return Vendor.ofUrl(url);
    }

    /** Without the password. */
    @Override
    public String toString() {
        return "LedgerSettings[" + url.split("\\?")[0] + ", " + environment.code() + "]";
    }
}
