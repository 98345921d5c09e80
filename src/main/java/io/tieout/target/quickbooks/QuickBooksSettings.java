package io.tieout.target.quickbooks;

import io.tieout.finding.Finding;
import io.tieout.finding.Stopped;
import io.tieout.wire.AllowedHosts;
import java.net.URI;
import java.util.function.Supplier;

/**
 * How one QuickBooks company is reached.
 *
 * @param baseUrl with its path, for example {@code https://sandbox-quickbooks.api.intuit.com/v3/company}
 * @param realmId the company's id in QuickBooks, digits only
 * @param allowSandboxHosts whether loopback hosts may be used
 * @param limits calls allowed in any window; {@link CallLimits#INTUIT} unless a sandbox is driven
 * @param accessToken asked before every call; throws {@link Stopped} when there is none
 */
public record QuickBooksSettings(
        String baseUrl, String realmId, boolean allowSandboxHosts, CallLimits limits, Supplier<String> accessToken) {

    /** Intuit's production API. */
    public static final String PRODUCTION_URL = "https://quickbooks.api.intuit.com/v3/company";

    /**
     * Calls allowed in any window of a second and of a minute.
     *
     * @param batchesPerMinute of the calls, those that post
     */
    public record CallLimits(int callsPerSecond, int callsPerMinute, int batchesPerMinute) {

        /** Below what Intuit publishes: 10 a second, 500 a minute, 40 batches a minute, per company and app. */
        public static final CallLimits INTUIT = new CallLimits(8, 400, 30);

        public CallLimits {
            if (callsPerSecond < 1 || callsPerMinute < 1 || batchesPerMinute < 1) {
                throw new IllegalArgumentException(
                        "each limit is 1 or more: " + callsPerSecond + ", " + callsPerMinute + ", " + batchesPerMinute);
            }
        }
    }

    AllowedHosts allowedHosts() {
        return AllowedHosts.of(allowSandboxHosts, QuickBooksAddress.HOSTS);
    }

    /** The address, checked; throws {@link Stopped} (T007) where it may not be called. */
    QuickBooksAddress address() {
        allowedHosts().refusal(baseUrl).ifPresent(reason -> {
            throw unusable("an address of Intuit, for example " + PRODUCTION_URL, reason);
        });
        var uri = URI.create(baseUrl);
        var path = uri.getRawPath().replaceAll("/+$", "");
        // Somebody's stub on this machine may stand under any path; Intuit's API stands under one.
        if (uri.getRawQuery() != null || !AllowedHosts.isLoopback(uri) && !path.equals("/v3/company")) {
            throw unusable(
                    "an address of Intuit up to /v3/company, for example " + PRODUCTION_URL,
                    "path '" + path + "' of " + AllowedHosts.address(uri)
                            + (uri.getRawQuery() == null ? "" : ", with a query"));
        }
        if (!realmId.matches("[0-9]{1,30}")) {
            throw unusable("a company id (realm) of digits, for example 9341450000000001", "'" + realmId + "'");
        }
        return QuickBooksAddress.of(baseUrl, realmId);
    }

    private static Stopped unusable(String expected, String found) {
        return new Stopped(Finding.of(
                QuickBooksCode.ADDRESS,
                "settings of the QuickBooks connection",
                expected,
                found,
                "Correct the setting and run the command again."));
    }
}
