package io.tieout.sandbox.quickbooks;

import io.tieout.sandbox.script.SandboxAnswer;
import io.tieout.sandbox.script.SandboxClock;
import io.tieout.sandbox.script.SandboxRequest;
import io.tieout.sandbox.script.SandboxService;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * QuickBooks Online for several companies, with its token endpoint: {@code {base}/v3/company/{realm}/...} and
 * {@code {base}/oauth2/v1/tokens/bearer}.
 *
 * <p>To be served by {@link io.tieout.sandbox.script.SandboxServer} on the same clock.
 */
public final class QuickBooksSandbox implements SandboxService {
    public static final String CLIENT_ID = "sandbox-client";
    public static final String CLIENT_SECRET = "sandbox-secret";

    private final SandboxClock clock;
    private final Map<String, Books> companies = new LinkedHashMap<>();
    private final Map<String, Replays> replays = new HashMap<>();
    private final Map<String, Throttle> throttles = new HashMap<>();
    private final Tokens tokens;
    private QuickBooksSettings settings;

    public QuickBooksSandbox(SandboxClock clock, QuickBooksSettings settings, List<QuickBooksCompany> seeds) {
        this.clock = clock;
        this.settings = settings;
        Instant opened = clock.instant();
        this.tokens = new Tokens(seeds, opened);
        for (QuickBooksCompany seed : seeds) {
            var books = new Books(seed, opened);
            var writes = new Writes(new WriteContext(books, settings, opened, Set.of(), 0, true));
            seed.seeds().forEach(writes::seed);
            companies.put(seed.realm(), books);
            replays.put(seed.realm(), new Replays());
            throttles.put(seed.realm(), new Throttle());
        }
    }

    public QuickBooksSettings settings() {
        return settings;
    }

    public void settings(QuickBooksSettings changed) {
        this.settings = changed;
    }

    Optional<Books> books(String realm) {
        return Optional.ofNullable(companies.get(realm));
    }

    Tokens tokens() {
        return tokens;
    }

    Instant now() {
        return clock.instant();
    }

    @Override
    public String name() {
        return "quickbooks";
    }

    @Override
    public String callOf(SandboxRequest request) {
        Optional<String[]> segments = realmSegments(request);
        if (segments.isPresent()) {
            String[] rest = Arrays.copyOfRange(segments.get(), 1, segments.get().length);
            try {
                return RealmRouter.word(request, rest);
            } catch (QuickBooksFault unknownOperation) {
                return "unknown";
            }
        }
        return switch (request.path()) {
            case "/oauth2/v1/tokens/bearer" -> "token";
            case "/v2/oauth2/tokens/revoke" -> "revoke";
            default -> "unknown";
        };
    }

    /** Realm, resource and what follows; empty for another kind of path. */
    private static Optional<String[]> realmSegments(SandboxRequest request) {
        String[] parts = request.path().split("/");
        boolean company = parts.length >= 5 && parts[1].equals("v3") && parts[2].equals("company");
        return company ? Optional.of(Arrays.copyOfRange(parts, 3, parts.length)) : Optional.empty();
    }

    @Override
    public SandboxAnswer answer(SandboxRequest request) {
        SandboxAnswer answer = realmSegments(request)
                .map(segments -> company(request, segments))
                .orElseGet(() -> elsewhere(request));
        return traced(request, answer);
    }

    /** Every answer carries intuit_tid [R]; a caller's own is kept [S]. Without it Intuit's OAuth client breaks. */
    private static SandboxAnswer traced(SandboxRequest request, SandboxAnswer answer) {
        String own = String.format("1-%08x-%024x", request.number(), request.number() * 0x9E3779B97F4A7C15L);
        return answer.with("intuit_tid", request.header("intuit_tid").orElse(own));
    }

    private SandboxAnswer company(SandboxRequest request, String[] segments) {
        Instant now = now();
        String authorization = request.header("authorization").orElse("");
        String token = authorization.startsWith("Bearer ") ? authorization.substring("Bearer ".length()) : "";
        Optional<String> realm = tokens.realmOf(token, now);
        if (realm.isEmpty()) {
            return Gateway.unauthorized(now);
        }
        Optional<Books> books = books(segments[0]).filter(found -> realm.get().equals(segments[0]));
        if (books.isEmpty()) {
            return Gateway.forbidden(now);
        }
        Optional<SandboxAnswer> refused = throttled(segments, now);
        if (refused.isPresent()) {
            return refused.get();
        }
        String accept = request.header("accept").orElse("").toLowerCase(Locale.ROOT);
        if (!accept.contains("application/json")) {
            // The real API answers XML here, which no reader of JSON can use; this sandbox says so instead.
            return SandboxAnswer.of(
                    406,
                    "text/plain;charset=utf-8",
                    "QuickBooks answers XML unless asked for JSON: send Accept: application/json");
        }
        books.get().arrived(request.number());
        var replay = replays.computeIfAbsent(segments[0], missing -> new Replays());
        var call = new RealmCall(request, books.get(), replay, settings, token, now);
        try {
            return new RealmRouter(call).answer(Arrays.copyOfRange(segments, 1, segments.length));
        } catch (QuickBooksFault fault) {
            String body = "{\"Fault\":" + Json.text(fault.node()) + ",\"time\":\"" + Stamps.millis(now) + "\"}";
            return SandboxAnswer.json(400, body);
        }
    }

    private Optional<SandboxAnswer> throttled(String[] segments, Instant now) {
        if (!settings.throttles()) {
            return Optional.empty();
        }
        Throttle throttle = throttles.computeIfAbsent(segments[0], missing -> new Throttle());
        long seconds = throttle.secondsToWait(segments[1].equals("batch"), now);
        if (seconds == 0) {
            return Optional.empty();
        }
        SandboxAnswer answer = Gateway.throttled(now);
        return Optional.of(settings.retryAfter() ? answer.with("Retry-After", String.valueOf(seconds)) : answer);
    }

    private SandboxAnswer elsewhere(SandboxRequest request) {
        String authorization = request.header("authorization").orElse("");
        return switch (request.method() + " " + request.path()) {
            case "POST /oauth2/v1/tokens/bearer" -> tokens.bearer(form(request), authorization, now());
            case "POST /v2/oauth2/tokens/revoke" -> {
                String token = Json.string(Json.request(request.body()), "token");
                tokens.ownerOf(token).ifPresent(tokens::revoke);
                yield SandboxAnswer.json(200, "{}");
            }
            default ->
                SandboxAnswer.of(
                        404,
                        "text/plain;charset=utf-8",
                        "no " + request.method() + " " + request.path() + " in QuickBooks: the base URL of a company is"
                                + " http://host:port/v3/company/{realm}/");
        };
    }

    private static Map<String, String> form(SandboxRequest request) {
        var form = new HashMap<String, String>();
        for (String pair : new String(request.body(), StandardCharsets.UTF_8).split("&")) {
            String[] sides = pair.split("=", 2);
            if (sides.length == 2) {
                form.put(sides[0], URLDecoder.decode(sides[1], StandardCharsets.UTF_8));
            }
        }
        return form;
    }

    @Override
    public long changes() {
        return companies.values().stream().mapToLong(Books::changes).sum();
    }

    @Override
    public SandboxAnswer act(String action, byte[] body) {
        return new HandEdits(this).act(action, body);
    }

    @Override
    public SandboxAnswer alter(SandboxRequest request, SandboxAnswer answer, String how) {
        return Alterations.of(answer, how);
    }

    @Override
    public SandboxAnswer unauthorized(SandboxRequest request) {
        return traced(request, Gateway.unauthorized(now()));
    }

    @Override
    public SandboxAnswer throttled(SandboxRequest request) {
        return traced(request, Gateway.throttled(now()));
    }

    @Override
    public SandboxAnswer failed(SandboxRequest request) {
        return traced(request, Gateway.failed(now()));
    }

    @Override
    public String dumpJson() {
        return Dump.of(companies.values(), settings);
    }
}
