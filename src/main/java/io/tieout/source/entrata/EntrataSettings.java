package io.tieout.source.entrata;

import io.tieout.fact.OrganisationId;
import io.tieout.finding.Finding;
import io.tieout.finding.Stopped;
import io.tieout.source.answer.SourceCode;
import io.tieout.wire.AllowedHosts;
import java.net.URI;
import java.time.Duration;
import java.util.regex.Pattern;

/**
 * One connection to Entrata.
 *
 * @param baseUrl the address up to before the service: {@code https://apis.entrata.com/ext/orgs/{organisation}/v1} (the
 *     gateway), or {@code https://demopm.entrata.com/api/v1} or {@code .../api} (a tenant's own host); {@code
 *     {organisation}} stands for the organisation. A loopback address may have any path before or instead of these
 * @param organisation the organisation's sub-domain, for example {@code demopm}
 * @param strictPaperContract whether answers without limit headers put us under the contract's own limits: one call a
 *     minute for each property and web service, and 2,500 a day
 * @param answerSecondsMax longest wait for a whole answer; large properties take minutes
 * @param itemsPerPage items asked for on a page of a paged call
 * @param allowSandboxHosts whether loopback addresses may be called
 */
public record EntrataSettings(
        String baseUrl,
        OrganisationId organisation,
        EntrataCredentials credentials,
        boolean strictPaperContract,
        int answerSecondsMax,
        int itemsPerPage,
        boolean allowSandboxHosts) {

    public static final int ANSWER_SECONDS_MAX = 180;
    public static final int ITEMS_PER_PAGE = 500;

    private static final Pattern GATEWAY_PATH = Pattern.compile("/ext/orgs/([^/]+)/v1");

    /** The same behind whatever path somebody's stub stands under. */
    private static final Pattern LOOPBACK_GATEWAY_PATH = Pattern.compile("(?:/.*)?/ext/orgs/([^/]+)/v1");

    private static final Pattern TENANT_PATH = Pattern.compile("/api(/v1)?");
    private static final String FORMS = "https://apis.entrata.com/ext/orgs/{organisation}/v1,"
            + " https://SUBDOMAIN.entrata.com/api/v1 or https://SUBDOMAIN.entrata.com/api";

    /** @throws Stopped when the address is of no documented form, not allowed, or of another organisation */
    public EntrataSettings {
        baseUrl = baseUrl.replace("{organisation}", organisation.value()).replaceAll("/+$", "");
        var refusal = hosts(allowSandboxHosts).refusal(baseUrl);
        if (refusal.isPresent()) {
            throw wrong("base-url", "an address of Entrata: " + FORMS, refusal.get());
        }
        var uri = URI.create(baseUrl);
        if (uri.getRawQuery() != null) {
            throw wrong("base-url", "an address without a query: " + FORMS, "'?' in " + AllowedHosts.address(uri));
        }
        var loopback = AllowedHosts.isLoopback(uri);
        var gateway = (loopback ? LOOPBACK_GATEWAY_PATH : GATEWAY_PATH).matcher(uri.getRawPath());
        if (!gateway.matches()
                && !loopback
                && !TENANT_PATH.matcher(uri.getRawPath()).matches()) {
            throw wrong("base-url", FORMS, baseUrl);
        }
        var inAddress = gateway.matches() ? gateway.group(1) : tenantOf(uri, organisation);
        if (!inAddress.equals(organisation.value())) {
            throw wrong("base-url", "an address of the organisation " + organisation, "one of " + inAddress);
        }
        if (gateway.matches() && credentials instanceof EntrataCredentials.Basic) {
            throw wrong("credentials", "an API key: the gateway takes no user name", "a user name and password");
        }
        if (answerSecondsMax < 1 || itemsPerPage < 1) {
            throw wrong("answer-seconds-max, items-per-page", "numbers from 1", answerSecondsMax + ", " + itemsPerPage);
        }
    }

    /** The usual settings: the paper contract in production, where answers without headers are no permission. */
    public static EntrataSettings of(
            String baseUrl, OrganisationId organisation, EntrataCredentials credentials, boolean allowSandboxHosts) {
        return new EntrataSettings(
                baseUrl,
                organisation,
                credentials,
                !allowSandboxHosts,
                ANSWER_SECONDS_MAX,
                ITEMS_PER_PAGE,
                allowSandboxHosts);
    }

    AllowedHosts hosts() {
        return hosts(allowSandboxHosts);
    }

    Duration answerMax() {
        return Duration.ofSeconds(answerSecondsMax);
    }

    private static AllowedHosts hosts(boolean allowSandboxHosts) {
        return AllowedHosts.of(allowSandboxHosts, "*.entrata.com");
    }

    /** On a sandbox host the address says nothing of the organisation. */
    private static String tenantOf(URI uri, OrganisationId organisation) {
        var host = uri.getHost();
        return host.endsWith(".entrata.com")
                ? host.substring(0, host.length() - ".entrata.com".length())
                : organisation.value();
    }

    private static Stopped wrong(String setting, String expected, String found) {
        return new Stopped(Finding.of(
                SourceCode.SETTINGS_WRONG,
                "settings of the Entrata connection, " + setting,
                expected,
                found,
                "Correct the setting. Nothing was called."));
    }
}
