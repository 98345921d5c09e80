package io.tieout.target.quickbooks;

import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;

/**
 * Where the calls of one company go.
 *
 * @param base base URL with its path, for example {@code https://quickbooks.api.intuit.com/v3/company}
 * @param realmId the company's id, digits only
 */
record QuickBooksAddress(URI base, String realmId) {

    /** Every minor version below has answered as 75 since 1 August 2025 (Intuit). */
    static final String MINOR_VERSION = "75";

    /** Intuit's hosts: production and sandbox. */
    static final String[] HOSTS = {"quickbooks.api.intuit.com", "sandbox-quickbooks.api.intuit.com"};

    private static final Pattern DIGITS = Pattern.compile("[0-9]{1,30}");

    QuickBooksAddress {
        if (!DIGITS.matcher(realmId).matches()) {
            throw new IllegalArgumentException(
                    "A QuickBooks company id (realm) is a number like 4620816365000000000; found '" + realmId + "'");
        }
    }

    static QuickBooksAddress of(String baseUrl, String realmId) {
        return new QuickBooksAddress(URI.create(baseUrl.replaceAll("/+$", "")), realmId);
    }

    /** {@code POST}: up to 30 items, each with a key that the server makes from requestid and bId. */
    URI batch(String requestId) {
        return uri("batch", Map.of("requestid", requestId));
    }

    /** {@code POST}: one journal entry. */
    URI journalEntry(String requestId) {
        return uri("journalentry", Map.of("requestid", requestId));
    }

    /** {@code GET}, with the query in the address. */
    URI query(String query) {
        return uri("query", Map.of("query", query));
    }

    /** {@code POST}, with the query in the body as {@code application/text}. */
    URI query() {
        return uri("query", Map.of());
    }

    URI companyInfo() {
        return uri("companyinfo/" + realmId, Map.of());
    }

    URI preferences() {
        return uri("preferences", Map.of());
    }

    URI report(String name, Map<String, String> parameters) {
        return uri("reports/" + name, parameters);
    }

    private URI uri(String resource, Map<String, String> parameters) {
        var query = new StringBuilder();
        new TreeMap<>(parameters)
                .forEach((name, value) -> query.append(name)
                        .append('=')
                        .append(URLEncoder.encode(value, StandardCharsets.UTF_8))
                        .append('&'));
        return URI.create(base + "/" + realmId + "/" + resource + "?" + query + "minorversion=" + MINOR_VERSION);
    }
}
