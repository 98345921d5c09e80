package io.tieout.edge.cli;

import io.tieout.finding.Finding;
import io.tieout.finding.Stopped;
import io.tieout.sandbox.entrata.EntrataOddities;
import io.tieout.sandbox.entrata.EntrataSandbox;
import io.tieout.sandbox.entrata.office.EntrataOffice;
import io.tieout.sandbox.quickbooks.QuickBooksCompany;
import io.tieout.sandbox.quickbooks.QuickBooksSandbox;
import io.tieout.sandbox.quickbooks.QuickBooksSettings;
import io.tieout.sandbox.script.SandboxClock;
import io.tieout.sandbox.script.SandboxServer;
import io.tieout.sandbox.script.SandboxSettings;
import io.tieout.wiring.SettingsCode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;

/** The sandboxes of Entrata and QuickBooks, running on loopback. */
final class Sandboxes implements AutoCloseable {

    private final EntrataSandbox entrata;
    private final QuickBooksSandbox quickBooks;
    private final SandboxServer quickBooksServer;
    private final String organisation;

    private Sandboxes(
            EntrataSandbox entrata, QuickBooksSandbox quickBooks, SandboxServer quickBooksServer, String organisation) {
        this.entrata = entrata;
        this.quickBooks = quickBooks;
        this.quickBooksServer = quickBooksServer;
        this.organisation = organisation;
    }

    /** Starts both; port 0 picks a free one. */
    static Sandboxes start(
            EntrataOffice office,
            EntrataOddities oddities,
            List<QuickBooksCompany> companies,
            QuickBooksSettings quickBooksSettings,
            int entrataPort,
            int quickBooksPort) {
        try {
            var entrata = EntrataSandbox.start(office, oddities, entrataPort);
            // QuickBooks runs on the machine's time: creation times are compared with our attempts.
            var clock = SandboxClock.real();
            var quickBooks = new QuickBooksSandbox(clock, quickBooksSettings, companies);
            var server =
                    SandboxServer.start(quickBooks, SandboxSettings.on(clock).withPort(quickBooksPort));
            return new Sandboxes(
                    entrata, quickBooks, server, office.organisation().subdomain());
        } catch (IOException e) {
            throw new Stopped(Finding.of(
                    SettingsCode.PORT_TAKEN,
                    "sandbox on 127.0.0.1, ports " + entrataPort + " and " + quickBooksPort,
                    "free ports",
                    e.toString(),
                    "Choose others with --entrata-port and --quickbooks-port, or leave them out for free ones."));
        }
    }

    String entrataUrl() {
        return root(entrata.baseUri().toString()) + "/ext/orgs/" + organisation + "/v1";
    }

    String quickBooksUrl() {
        return root(quickBooksServer.baseUri().toString()) + "/v3/company";
    }

    String organisation() {
        return organisation;
    }

    EntrataSandbox entrata() {
        return entrata;
    }

    QuickBooksSandbox quickBooks() {
        return quickBooks;
    }

    SandboxServer quickBooksServer() {
        return quickBooksServer;
    }

    @Override
    public void close() {
        try {
            entrata.close();
            quickBooksServer.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String root(String uri) {
        return uri.endsWith("/") ? uri.substring(0, uri.length() - 1) : uri;
    }
}
