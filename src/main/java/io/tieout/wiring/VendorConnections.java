package io.tieout.wiring;

import io.tieout.fact.OrganisationId;
import io.tieout.finding.Finding;
import io.tieout.finding.Stopped;
import io.tieout.flow.port.Connections;
import io.tieout.flow.port.RawStore;
import io.tieout.flow.port.RunClock;
import io.tieout.flow.port.SourceLedger;
import io.tieout.flow.port.TargetBooks;
import io.tieout.mapping.Binding;
import io.tieout.source.entrata.EntrataCredentials;
import io.tieout.source.entrata.EntrataSettings;
import io.tieout.source.entrata.EntrataSource;
import io.tieout.source.files.FilesSource;
import io.tieout.target.quickbooks.QuickBooksBooks;
import io.tieout.target.quickbooks.QuickBooksSettings;
import io.tieout.target.quickbooks.QuickBooksSettings.CallLimits;
import io.tieout.wire.AllowedHosts;
import io.tieout.wiring.Settings.Connection;
import java.net.URI;
import java.util.function.Supplier;
import java.util.stream.Collectors;

/** Opens the connections of the configuration by the names that mappings use. */
final class VendorConnections implements Connections {

    /** On a loopback sandbox its own throttle is the limit. */
    private static final CallLimits SANDBOX_LIMITS = new CallLimits(10_000, 600_000, 600_000);

    private final Settings settings;
    private final RawStore raw;
    private final RunClock clock;

    VendorConnections(Settings settings, RawStore raw, RunClock clock) {
        this.settings = settings;
        this.raw = raw;
        this.clock = clock;
    }

    @Override
    public SourceLedger source(Binding binding) {
        var connection = named(binding.source(), "binding.source");
        if (connection instanceof Connection.Entrata entrata) {
            return EntrataSource.open(at(binding.source(), () -> entrata(binding.source(), entrata)), raw, clock);
        }
        if (connection instanceof Connection.SavedAnswers saved) {
            return FilesSource.open(saved.folder(), new OrganisationId(saved.organisation()), raw, clock);
        }
        throw wrongKind(binding.source(), "entrata or saved-answers");
    }

    @Override
    public TargetBooks target(Binding binding) {
        var connection = named(binding.connection(), "binding.connection");
        if (connection instanceof Connection.QuickBooks quickBooks) {
            return at(binding.connection(), () -> new QuickBooksBooks(quickBooks(binding, quickBooks), clock));
        }
        throw wrongKind(binding.connection(), "quickbooks");
    }

    private EntrataSettings entrata(String name, Connection.Entrata connection) {
        var sandbox = isLoopback(connection.baseUrl());
        var secret = Secrets.of(
                connection.secret(),
                sandbox && settings.allowSandboxHosts(),
                connection.baseUrl(),
                "connections." + name);
        return new EntrataSettings(
                connection.baseUrl(),
                new OrganisationId(connection.organisation()),
                credentials(name, connection, secret),
                connection.strictPaperContract() && !sandbox,
                EntrataSettings.ANSWER_SECONDS_MAX,
                EntrataSettings.ITEMS_PER_PAGE,
                settings.allowSandboxHosts());
    }

    private static EntrataCredentials credentials(String name, Connection.Entrata connection, String secret) {
        if (connection.auth() == Connection.Entrata.Auth.API_KEY) {
            return new EntrataCredentials.ApiKey(secret);
        }
        var colon = secret.indexOf(':');
        if (colon < 1) {
            throw new Stopped(Finding.of(
                    SettingsCode.WRONG_VALUE,
                    "the secret of connections." + name,
                    "user:password",
                    "a text without a colon",
                    "Put user and password into the variable, joined by a colon."));
        }
        return new EntrataCredentials.Basic(secret.substring(0, colon), secret.substring(colon + 1));
    }

    private QuickBooksSettings quickBooks(Binding binding, Connection.QuickBooks connection) {
        var sandbox = isLoopback(connection.baseUrl());
        return new QuickBooksSettings(
                connection.baseUrl(),
                binding.companyId(),
                settings.allowSandboxHosts(),
                sandbox ? SANDBOX_LIMITS : CallLimits.INTUIT,
                () -> Secrets.of(
                        connection.token(),
                        sandbox && settings.allowSandboxHosts(),
                        connection.baseUrl(),
                        "connections." + binding.connection()));
    }

    private Connection named(String name, String place) {
        var connection = settings.connections().get(name);
        if (connection == null) {
            throw new Stopped(Finding.of(
                    SettingsCode.NO_CONNECTION,
                    SettingsFile.NAME + ", connections." + name,
                    "a connection of this name, as the mapping's " + place + " says",
                    settings.connections().isEmpty()
                            ? "no connections"
                            : settings.connections().keySet().stream().sorted().collect(Collectors.joining(", ")),
                    "Add it to tieout.yml, or correct the name in the mapping."));
        }
        return connection;
    }

    /** What is wrong with a connection's settings, with the place in the file where a person corrects it. */
    private static <T> T at(String name, Supplier<T> opening) {
        try {
            return opening.get();
        } catch (Stopped stopped) {
            throw new Stopped(stopped.findings().stream()
                    .map(f -> f.place().contains("connections.")
                            ? f
                            : Finding.of(
                                    f.code(),
                                    SettingsFile.NAME + ", connections." + name + ", " + f.place(),
                                    f.expected(),
                                    f.found(),
                                    f.next()))
                    .toList());
        }
    }

    private static Stopped wrongKind(String name, String expected) {
        return new Stopped(Finding.of(
                SettingsCode.NO_CONNECTION,
                SettingsFile.NAME + ", connections." + name,
                "a connection of kind " + expected,
                "another kind",
                "Correct the name in the mapping, or the kind in tieout.yml."));
    }

    /** The host of an address for a message; user names and queries stay out of it. */
    static String hostOf(String baseUrl) {
        try {
            return AllowedHosts.address(URI.create(baseUrl));
        } catch (IllegalArgumentException notAnAddress) {
            return "no address";
        }
    }

    private static boolean isLoopback(String baseUrl) {
        try {
            return AllowedHosts.isLoopback(URI.create(baseUrl));
        } catch (IllegalArgumentException notAnAddress) {
            return false;
        }
    }
}
