package io.tieout.sandbox.entrata;

import io.tieout.sandbox.entrata.office.EntrataOffice;
import io.tieout.sandbox.script.SandboxClock;
import io.tieout.sandbox.script.SandboxServer;
import io.tieout.sandbox.script.SandboxSettings;
import java.io.Closeable;
import java.io.IOException;
import java.net.URI;
import java.time.Instant;
import java.time.LocalTime;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.Comparator;

/** An imitated Entrata that listens on 127.0.0.1. */
public final class EntrataSandbox implements Closeable {

    private final EntrataService service;
    private final SandboxServer server;

    private EntrataSandbox(EntrataService service, SandboxServer server) {
        this.service = service;
        this.server = server;
    }

    /**
     * Starts on a clock that begins on the second day after the latest open GL month, 09:00 Mountain, and runs on.
     *
     * @param port port on 127.0.0.1; 0 picks a free one
     * @throws IOException if the port is taken
     */
    public static EntrataSandbox start(EntrataOffice office, EntrataOddities oddities, int port) throws IOException {
        var clock = SandboxClock.startingAt(afterLatestMonth(office));
        return start(office, oddities, SandboxSettings.on(clock).withPort(port));
    }

    /**
     * Starts with settings of the caller's choice; the clock of the settings is the service's clock too.
     *
     * @throws IOException if the port is taken
     */
    public static EntrataSandbox start(EntrataOffice office, EntrataOddities oddities, SandboxSettings settings)
            throws IOException {
        var service = new EntrataService(office, oddities, settings.clock());
        return new EntrataSandbox(service, SandboxServer.start(service, settings));
    }

    /** Second day of the month after the latest open GL month, 16:00 UTC. */
    public static Instant afterLatestMonth(EntrataOffice office) {
        var latest = office.properties().stream()
                .map(p -> office.postMonths(p.id()).gl())
                .max(Comparator.naturalOrder())
                .orElse(YearMonth.of(2026, 10));
        return latest.plusMonths(1).atDay(2).atTime(LocalTime.of(16, 0)).toInstant(ZoneOffset.UTC);
    }

    /** For example {@code http://127.0.0.1:41234}, without a slash at the end. */
    public URI baseUri() {
        return server.baseUri();
    }

    /** The gateway form's base, to which a service name is appended after a slash. */
    public URI gatewayUri() {
        var org = service.office().organisation().subdomain();
        return URI.create(server.baseUri() + "/ext/orgs/" + org + "/v1");
    }

    public EntrataService service() {
        return service;
    }

    public SandboxServer server() {
        return server;
    }

    @Override
    public void close() throws IOException {
        server.close();
    }
}
