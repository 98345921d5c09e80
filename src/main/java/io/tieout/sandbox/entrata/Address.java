package io.tieout.sandbox.entrata;

import java.util.Optional;
import java.util.regex.Pattern;

/**
 * The three URL forms of a service (entrata-api.md 2.1). On one loopback port the forms are told apart by their path.
 *
 * @param service service name such as {@code financial}
 * @param organisation organisation of the gateway form; empty on a tenant host, where the host name says it
 */
record Address(String service, Optional<String> organisation) {

    private static final Pattern GATEWAY = Pattern.compile("/ext/orgs/([^/]+)/v1/([a-z]+)/?");
    private static final Pattern TENANT = Pattern.compile("/api(?:/v1)?/([a-z]+)/?");

    static Optional<Address> of(String path) {
        var gateway = GATEWAY.matcher(path);
        if (gateway.matches()) {
            return Optional.of(new Address(gateway.group(2), Optional.of(gateway.group(1))));
        }
        var tenant = TENANT.matcher(path);
        return tenant.matches() ? Optional.of(new Address(tenant.group(1), Optional.empty())) : Optional.empty();
    }

    boolean tenantHost() {
        return organisation.isEmpty();
    }
}
