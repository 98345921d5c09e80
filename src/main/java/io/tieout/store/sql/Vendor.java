package io.tieout.store.sql;

import java.sql.SQLException;

/** The two databases a store runs on. */
public enum Vendor {
    SQLITE("sqlite"),
    POSTGRESQL("postgresql");

    private final String folder;

    Vendor(String folder) {
        this.folder = folder;
    }

    /** The vendor of a JDBC address; throws IllegalArgumentException for any other. */
    public static Vendor ofUrl(String url) {
        for (Vendor vendor : values()) {
            if (url.startsWith("jdbc:" + vendor.folder + ":")) {
                return vendor;
            }
        }
        throw new IllegalArgumentException(
                "a store lives in jdbc:sqlite: or jdbc:postgresql:, not in " + url.split("[?@]")[0]);
    }

    /** Name of the vendor's folder of migrations. */
    public String folder() {
        return folder;
    }

    /** Whether the failure says that a row breaks a unique key, a check or a trigger of ours, and nothing worse. */
    public boolean isIntegrityViolation(SQLException failure) {
        for (Throwable e = failure; e instanceof SQLException; e = e.getCause()) {
            var sql = (SQLException) e;
            String state = sql.getSQLState();
            if (this == SQLITE ? (sql.getErrorCode() & 0xff) == 19 : state != null && state.startsWith("23")) {
                return true;
            }
            var next = sql.getNextException();
            if (next != null && next != sql && isIntegrityViolation(next)) {
                return true;
            }
        }
        return false;
    }
}
