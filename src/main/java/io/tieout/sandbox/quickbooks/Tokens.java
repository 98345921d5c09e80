package io.tieout.sandbox.quickbooks;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.tieout.sandbox.script.SandboxAnswer;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/**
 * Bearer tokens and the OAuth2 token endpoint. An access token lives 3600 s; a refresh token lives 100 days from its last
 * use, and its value changes with the first refresh after 24 hours, when the old value dies [I]. Tokens here are counted,
 * not random, so that runs repeat.
 */
final class Tokens {
    private static final Duration ACCESS_LIFE = Duration.ofSeconds(3600);
    private static final Duration REFRESH_LIFE = Duration.ofDays(101);
    private static final Duration ROTATION = Duration.ofHours(24);
    private static final Duration REFRESH_LIFE_HARD = Duration.ofDays(5 * 365);

    private final Map<String, Access> access = new HashMap<>();
    private final Map<String, Grant> grants = new HashMap<>();
    private final Instant opened;
    private long issued;

    private record Access(String realm, Instant expires) {}

    private record Grant(String realm, Instant made, Instant used) {}

    Tokens(Iterable<QuickBooksCompany> companies, Instant opened) {
        this.opened = opened;
        for (QuickBooksCompany company : companies) {
            access.put(company.staticToken(), new Access(company.realm(), Instant.MAX));
            grants.put(company.refreshToken(), new Grant(company.realm(), opened, opened));
        }
    }

    /** The realm a bearer token opens; empty when it is unknown or has expired. */
    Optional<String> realmOf(String token, Instant now) {
        return Optional.ofNullable(access.get(token))
                .filter(found -> now.isBefore(found.expires()))
                .map(Access::realm);
    }

    /** Answers {@code POST /oauth2/v1/tokens/bearer}. */
    SandboxAnswer bearer(Map<String, String> form, String authorization, Instant now) {
        if (!authorization.equals(basic())) {
            return error(401, "invalid_client");
        }
        return switch (form.getOrDefault("grant_type", "")) {
            case "refresh_token" -> refresh(form.getOrDefault("refresh_token", ""), now);
            case "authorization_code" -> exchange(form.getOrDefault("code", ""), now);
            default -> error(400, "unsupported_grant_type");
        };
    }

    private static String basic() {
        String pair = QuickBooksSandbox.CLIENT_ID + ":" + QuickBooksSandbox.CLIENT_SECRET;
        return "Basic " + Base64.getEncoder().encodeToString(pair.getBytes(StandardCharsets.UTF_8));
    }

    private SandboxAnswer refresh(String token, Instant now) {
        Optional<Grant> grant = Optional.ofNullable(grants.get(token))
                .filter(found -> now.isBefore(found.used().plus(REFRESH_LIFE)))
                .filter(found -> now.isBefore(opened.plus(REFRESH_LIFE_HARD)));
        if (grant.isEmpty()) {
            return error(400, "invalid_grant"); // without a description, as users see it [C]
        }
        grants.remove(token);
        boolean rotates = !now.isBefore(grant.get().made().plus(ROTATION));
        String next = rotates ? "RT1-" + ++issued : token;
        Instant made = rotates ? now : grant.get().made();
        return issue(grant.get().realm(), next, made, now);
    }

    /** The code {@code code-<realm>} stands for a person's consent. */
    private SandboxAnswer exchange(String code, Instant now) {
        String realm = code.startsWith("code-") ? code.substring("code-".length()) : "";
        boolean known = grants.values().stream().anyMatch(grant -> grant.realm().equals(realm));
        return known ? issue(realm, "RT1-" + ++issued, now, now) : error(400, "invalid_grant");
    }

    private SandboxAnswer issue(String realm, String refreshToken, Instant made, Instant now) {
        String accessToken = "access-" + realm + "-" + ++issued;
        access.put(accessToken, new Access(realm, now.plus(ACCESS_LIFE)));
        grants.put(refreshToken, new Grant(realm, made, now));
        ObjectNode answer = Json.object();
        answer.put("token_type", "bearer");
        answer.put("expires_in", ACCESS_LIFE.toSeconds());
        answer.put("refresh_token", refreshToken);
        answer.put("x_refresh_token_expires_in", REFRESH_LIFE.toSeconds());
        answer.put(
                "x_refresh_token_hard_expires_in",
                Duration.between(now, opened.plus(REFRESH_LIFE_HARD)).toSeconds());
        answer.put("access_token", accessToken);
        return SandboxAnswer.json(200, Json.text(answer));
    }

    /** Answers {@code POST /v2/oauth2/tokens/revoke} and serves the action {@code revoke}: the connection is dead. */
    void revoke(String realm) {
        grants.values().removeIf(grant -> grant.realm().equals(realm));
        access.values().removeIf(found -> found.realm().equals(realm));
    }

    /** Ends the access tokens of a realm at once, the static one included. */
    void expire(String realm) {
        access.values().removeIf(found -> found.realm().equals(realm));
    }

    /** The realm a refresh or access token belongs to. */
    Optional<String> ownerOf(String token) {
        return Optional.ofNullable(grants.get(token))
                .map(Grant::realm)
                .or(() -> Optional.ofNullable(access.get(token)).map(Access::realm));
    }

    private static SandboxAnswer error(int status, String word) {
        return SandboxAnswer.json(status, "{\"error\":\"" + word + "\"}");
    }
}
