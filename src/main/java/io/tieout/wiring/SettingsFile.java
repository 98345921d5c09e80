package io.tieout.wiring;

import io.tieout.finding.Finding;
import io.tieout.finding.Stopped;
import io.tieout.plan.Environment;
import io.tieout.wiring.Settings.Connection;
import io.tieout.wiring.Settings.Database;
import io.tieout.wiring.Settings.Settle;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.ZoneId;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Reads {@code tieout.yml}: every fault in one go, each with line and column. */
public final class SettingsFile {

    public static final String NAME = "tieout.yml";

    private static final List<String> KEYS = List.of(
            "environment",
            "data",
            "mappings",
            "zone",
            "allow-sandbox-hosts",
            "keys",
            "database",
            "resolve",
            "connections");

    private SettingsFile() {}

    /** The settings of a home folder. */
    public static Settings read(Path home) {
        var file = home.resolve(NAME);
        if (!Files.isRegularFile(file)) {
            throw new Stopped(Finding.of(
                    SettingsCode.NO_FILE,
                    file.toString(),
                    "a configuration file",
                    "none",
                    "Run `tieout init` here, or name its folder with --home."));
        }
        try {
            return parse(home.toAbsolutePath().normalize(), Files.readString(file), file.toString());
        } catch (IOException e) {
            throw new Stopped(Finding.of(
                    SettingsCode.UNREADABLE,
                    file.toString(),
                    "UTF-8 text",
                    e.toString(),
                    "Correct the file's rights."));
        }
    }

    static Settings parse(Path home, String text, String name) {
        var top = YamlKeys.parse(text, name);
        top.allow(KEYS);
        var environment = Environment.of(top.text("environment").orElse("")).orElse(Environment.SANDBOX);
        top.oneOf("environment", List.of("sandbox", "production"));
        top.require("environment");
        var data = path(home, top.text("data").orElse(".tieout"));
        var keys = path(home, top.text("keys").orElse(".tieout-keys"));
        var sandboxHosts = top.flag("allow-sandbox-hosts").orElse(false);
        if (sandboxHosts && environment == Environment.PRODUCTION) {
            top.fault(
                    SettingsCode.SANDBOX_IN_PRODUCTION,
                    "allow-sandbox-hosts",
                    "environment: sandbox",
                    "environment: production",
                    "Remove allow-sandbox-hosts, or use another folder for trials.");
        }
        if (keys.startsWith(data)) {
            top.fault(
                    SettingsCode.KEY_IN_DATA_FOLDER,
                    "keys",
                    "a place outside " + data,
                    keys.toString(),
                    "Put the keys where a copy of the data folder does not take them along.");
        }
        var settings = new Settings(
                home,
                environment,
                data,
                path(home, top.text("mappings").orElse("mappings")),
                zone(top),
                sandboxHosts,
                keys,
                database(top),
                settle(top, environment),
                connections(top, home));
        top.stopOnFaults();
        return settings;
    }

    private static Path path(Path home, String text) {
        var expanded = text.startsWith("~/") ? System.getProperty("user.home") + text.substring(1) : text;
        return home.resolve(expanded).normalize();
    }

    private static ZoneId zone(YamlKeys top) {
        try {
            return ZoneId.of(top.text("zone").orElse("UTC"));
        } catch (DateTimeException e) {
            top.fault(
                    SettingsCode.WRONG_VALUE,
                    "zone",
                    "a time zone such as America/Denver",
                    top.text("zone").orElse(""),
                    "Use a name of the IANA time zone list.");
            return ZoneId.of("UTC");
        }
    }

    private static Database database(YamlKeys top) {
        var keys = top.block("database");
        if (keys.isEmpty()) {
            return Database.sqlite();
        }
        var database = keys.get();
        database.allow(List.of("kind", "url", "user", "password-env"));
        database.oneOf("kind", List.of("sqlite", "postgresql"));
        if (!database.text("kind").orElse("sqlite").equals("postgresql")) {
            return Database.sqlite();
        }
        database.require("url");
        return new Database(
                Database.Kind.POSTGRESQL, database.text("url"), database.text("user"), database.text("password-env"));
    }

    /** Outside a sandbox the waits are never shorter than the safety rules allow: eight minutes and one. */
    private static Settle settle(YamlKeys top, Environment environment) {
        var sandbox = environment == Environment.SANDBOX;
        var first = Duration.ofSeconds(sandbox ? 1 : 480);
        var between = Duration.ofSeconds(sandbox ? 1 : 60);
        var keys = top.block("resolve");
        if (keys.isEmpty()) {
            return new Settle(first, between);
        }
        keys.get().allow(List.of("settle-seconds", "second-look-seconds"));
        var wantedFirst =
                keys.get().seconds("settle-seconds", sandbox ? 0 : 300).orElse(first);
        var wantedBetween =
                keys.get().seconds("second-look-seconds", sandbox ? 0 : 60).orElse(between);
        return new Settle(wantedFirst, wantedBetween);
    }

    private static Map<String, Connection> connections(YamlKeys top, Path home) {
        var connections = new LinkedHashMap<String, Connection>();
        top.block("connections").ifPresent(all -> {
            for (var name : all.names()) {
                all.block(name).ifPresent(keys -> connection(keys, home).ifPresent(c -> connections.put(name, c)));
            }
        });
        return connections;
    }

    private static Optional<Connection> connection(YamlKeys keys, Path home) {
        keys.require("kind");
        keys.oneOf("kind", List.of("entrata", "saved-answers", "quickbooks"));
        return switch (keys.text("kind").orElse("")) {
            case "entrata" -> Optional.of(entrata(keys));
            case "saved-answers" -> Optional.of(savedAnswers(keys, home));
            case "quickbooks" -> Optional.of(quickBooks(keys));
            default -> Optional.empty();
        };
    }

    private static Connection entrata(YamlKeys keys) {
        keys.allow(List.of(
                "kind", "base-url", "organisation", "auth", "secret-env", "sandbox-secret", "strict-paper-contract"));
        keys.require("base-url");
        keys.require("organisation");
        keys.oneOf("auth", List.of("api-key", "basic"));
        return new Connection.Entrata(
                keys.text("base-url").orElse(""),
                keys.text("organisation").orElse(""),
                keys.text("auth").orElse("api-key").equals("basic")
                        ? Connection.Entrata.Auth.BASIC
                        : Connection.Entrata.Auth.API_KEY,
                secret(keys),
                keys.flag("strict-paper-contract").orElse(true));
    }

    private static Connection savedAnswers(YamlKeys keys, Path home) {
        keys.allow(List.of("kind", "folder", "organisation"));
        keys.require("folder");
        keys.require("organisation");
        return new Connection.SavedAnswers(
                path(home, keys.text("folder").orElse(".")),
                keys.text("organisation").orElse(""));
    }

    private static Connection quickBooks(YamlKeys keys) {
        keys.allow(List.of("kind", "base-url", "token-env", "sandbox-secret"));
        return new Connection.QuickBooks(
                keys.text("base-url").orElse("https://quickbooks.api.intuit.com/v3/company"), token(keys));
    }

    private static Settings.Secret secret(YamlKeys keys) {
        return secret(keys, "secret-env");
    }

    private static Settings.Secret token(YamlKeys keys) {
        return secret(keys, "token-env");
    }

    private static Settings.Secret secret(YamlKeys keys, String variableKey) {
        if (keys.text("sandbox-secret").isEmpty()) {
            keys.require(variableKey);
        }
        return new Settings.Secret(keys.text(variableKey), keys.text("sandbox-secret"));
    }
}
