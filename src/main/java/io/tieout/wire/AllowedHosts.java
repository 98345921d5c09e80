package io.tieout.wire;

import java.net.URI;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/**
 * The hosts an adapter may talk to. A token sent to the wrong host is a token lost, so a base URL from a settings file
 * is checked when it is read, and every request is checked again before it is sent.
 *
 * <p>Named hosts are reached by https on port 443 only. Loopback addresses, over http and on any port, are for the
 * sandbox and need the explicit flag {@code allowSandboxHosts}.
 *
 * @param patterns exact host names, or {@code *.example.com} for any host below a domain (not the domain itself)
 * @param allowSandboxHosts whether {@code 127.0.0.1}, {@code [::1]} and {@code localhost} may be used
 */
public record AllowedHosts(List<String> patterns, boolean allowSandboxHosts) {

    private static final Set<String> LOOPBACK = Set.of("127.0.0.1", "[::1]", "localhost");

    public AllowedHosts {
        patterns = patterns.stream().map(p -> p.toLowerCase(Locale.ROOT)).toList();
    }

    public static AllowedHosts of(boolean allowSandboxHosts, String... patterns) {
        return new AllowedHosts(List.of(patterns), allowSandboxHosts);
    }

    /** Why this address may not be called, in words for the person who wrote it; empty if it may. */
    public Optional<String> refusal(URI uri) {
        String scheme = lower(uri.getScheme());
        String host = lower(uri.getHost());
        if (host.isEmpty() || !(scheme.equals("https") || scheme.equals("http"))) {
            return Optional.of("'%s' is not an address of the form https://host/path".formatted(uri));
        }
        if (uri.getRawUserInfo() != null || uri.getRawFragment() != null) {
            return Optional.of("an address may hold neither a user name nor a fragment: host '%s'".formatted(host));
        }
        if (LOOPBACK.contains(host)) {
            return allowSandboxHosts
                    ? Optional.empty()
                    : Optional.of("host '%s' is a sandbox host; allow it with the setting allow-sandbox-hosts: true"
                            .formatted(host));
        }
        if (patterns.stream().noneMatch(pattern -> matches(pattern, host))) {
            return Optional.of(
                    "host '%s' is not on the list of allowed hosts (%s by https; on this machine 127.0.0.1, [::1] and localhost, any port and path, with the setting allow-sandbox-hosts: true)"
                            .formatted(host, String.join(", ", patterns)));
        }
        if (!scheme.equals("https")) {
            return Optional.of("host '%s' is reached by https only, found %s".formatted(host, scheme));
        }
        if (uri.getPort() != -1 && uri.getPort() != 443) {
            return Optional.of("host '%s' is reached on port 443 only, found %d".formatted(host, uri.getPort()));
        }
        return Optional.empty();
    }

    /** The same from text as it stands in a settings file. */
    public Optional<String> refusal(String baseUrl) {
        try {
            return refusal(URI.create(baseUrl));
        } catch (IllegalArgumentException notAnAddress) {
            return Optional.of("'%s' is not an address of the form https://host/path".formatted(baseUrl));
        }
    }

    /** Whether an address is this machine itself, so that neither network nor vendor can be at fault. */
    public static boolean isLoopback(URI uri) {
        return LOOPBACK.contains(lower(uri.getHost()));
    }

    /** What to do when nobody answers at a loopback address. */
    public static String startSandboxAgain(URI uri) {
        return "A sandbox ends with the command that started it, and nothing listens at " + address(uri)
                + " of this machine. Start `tieout sandbox` (or `tieout demo` without --once), compare base-url in"
                + " tieout.yml with the address it prints, then run again.";
    }

    /** Host, and port where one is given: what a message names. User names, paths and queries stay out of it. */
    public static String address(URI uri) {
        return uri.getHost() + (uri.getPort() < 0 ? "" : ":" + uri.getPort());
    }

    private static boolean matches(String pattern, String host) {
        if (pattern.startsWith("*.")) {
            String below = pattern.substring(1);
            return host.length() > below.length() && host.endsWith(below);
        }
        return host.equals(pattern);
    }

    private static String lower(@org.jspecify.annotations.Nullable String text) {
        return text == null ? "" : text.toLowerCase(Locale.ROOT);
    }
}
