package io.tieout.wiring;

import io.tieout.finding.Finding;
import io.tieout.finding.Stopped;

/** Secrets from the environment; none is ever printed. */
final class Secrets {

    private Secrets() {}

    static String fromEnvironment(String variable, String place) {
        var value = System.getenv(variable);
        if (value == null || value.isBlank()) {
            throw new Stopped(Finding.of(
                    SettingsCode.NO_SECRET,
                    place,
                    "the secret in the environment variable " + variable,
                    value == null ? "not set" : "empty",
                    "Set " + variable + " for this process, for example from your password store."));
        }
        return value.trim();
    }

    static String of(Settings.Secret secret, boolean sandboxHost, String baseUrl, String place) {
        if (secret.sandbox().isPresent()) {
            if (!sandboxHost) {
                throw new Stopped(Finding.of(
                        SettingsCode.SANDBOX_IN_PRODUCTION,
                        place + ".sandbox-secret",
                        "a sandbox host (127.0.0.1, [::1] or localhost), with allow-sandbox-hosts: true",
                        VendorConnections.hostOf(baseUrl),
                        "Remove sandbox-secret and name an environment variable: secrets do not stand in files."));
            }
            return secret.sandbox().get();
        }
        return fromEnvironment(secret.variable().orElse(""), place);
    }
}
