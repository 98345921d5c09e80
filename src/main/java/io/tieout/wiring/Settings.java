package io.tieout.wiring;

import io.tieout.plan.Environment;
import java.nio.file.Path;
import java.time.Duration;
import java.time.ZoneId;
import java.util.Map;
import java.util.Optional;

/**
 * One {@code tieout.yml} as a value, checked as a whole.
 *
 * @param home folder of the configuration file; relative paths in it start there
 * @param data folder of the stores (SQLite files, published mappings)
 * @param mappings folder of the mapping files
 * @param zone decides which day it is when a run starts; accounting dates never pass through it
 * @param allowSandboxHosts whether loopback hosts may stand in for vendors; never together with {@code production}
 * @param keys folder outside the data folder, readable by its owner only: the key that signs the ledger's heads, and the
 *     witness file of signed heads
 */
public record Settings(
        Path home,
        Environment environment,
        Path data,
        Path mappings,
        ZoneId zone,
        boolean allowSandboxHosts,
        Path keys,
        Database database,
        Settle settle,
        Map<String, Connection> connections) {

    public Settings {
        connections = Map.copyOf(connections);
    }

    /**
     * @param url JDBC address without a password; absent for SQLite files in the data folder
     * @param passwordVariable environment variable that holds the password
     */
    public record Database(Kind kind, Optional<String> url, Optional<String> user, Optional<String> passwordVariable) {

        public enum Kind {
            SQLITE,
            POSTGRESQL
        }

        public static Database sqlite() {
            return new Database(Kind.SQLITE, Optional.empty(), Optional.empty(), Optional.empty());
        }
    }

    /** Waiting times before an unknown outcome may be judged. */
    public record Settle(Duration beforeFirstLook, Duration betweenLooks) {}

    /**
     * Where a secret comes from. Until the vault exists that is the environment.
     *
     * @param variable name of the environment variable
     * @param sandbox the secret itself, written in the file: accepted for sandbox hosts only
     */
    public record Secret(Optional<String> variable, Optional<String> sandbox) {

        @Override
        public String toString() {
            return variable.map(v -> "$" + v).orElse("[redacted]");
        }
    }

    /** One outside system. */
    public sealed interface Connection {

        /**
         * @param baseUrl up to before the service name
         * @param secret the API key, or {@code user:password} for basic
         * @param strictPaperContract without rate headers, keep to the developer agreement's one call a minute
         */
        record Entrata(String baseUrl, String organisation, Auth auth, Secret secret, boolean strictPaperContract)
                implements Connection {
            public enum Auth {
                API_KEY,
                BASIC
            }
        }

        /** A folder of saved answers: reads only. */
        record SavedAnswers(Path folder, String organisation) implements Connection {}

        /**
         * @param baseUrl up to {@code /v3/company}
         * @param token the access token
         */
        record QuickBooks(String baseUrl, Secret token) implements Connection {}
    }
}
