package io.tieout.sandbox.entrata;

import com.fasterxml.jackson.databind.JsonNode;
import io.tieout.sandbox.entrata.answer.Whim;
import io.tieout.sandbox.entrata.office.AccessKey;
import io.tieout.sandbox.entrata.office.EntrataOffice;
import io.tieout.sandbox.script.SandboxAnswer;
import io.tieout.sandbox.script.SandboxRequest;
import io.tieout.sandbox.script.SandboxService;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Base64;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * One Entrata organisation behind HTTP: finds the method, checks the key, counts the call, answers.
 *
 * <p>HTTP 200 does not mean success (entrata-api.md 2.5): on the tenant host every refusal is an error inside 200.
 */
public final class EntrataService implements SandboxService {

    private final EntrataOffice office;
    private final EntrataOddities oddities;
    private final Clock clock;
    private final Methods methods = new Methods();
    private final RateLimits limits;
    private long changes;

    /**
     * @param office state to serve; irregular ids and sides of the oddities are written into it
     * @param oddities how this tenant behaves
     * @param clock sandbox clock, for rate windows and default dates
     */
    public EntrataService(EntrataOffice office, EntrataOddities oddities, Clock clock) {
        this.office = office;
        this.oddities = oddities;
        this.clock = clock;
        this.limits = new RateLimits(oddities.traffic());
        LedgerRewrites.apply(office, oddities.ledger());
    }

    @Override
    public String name() {
        return "entrata";
    }

    @Override
    public String callOf(SandboxRequest request) {
        var name = Wire.parse(request.body())
                .map(body -> body.path("method").path("name").asText(""));
        return name.filter(n -> !n.isBlank()).orElse(request.path());
    }

    /** The office behind the service, for checkers and control actions. */
    public EntrataOffice office() {
        return office;
    }

    @Override
    public SandboxAnswer answer(SandboxRequest request) {
        synchronized (office) {
            var whim = new Whim(oddities.forms(), request.number());
            var address = Address.of(request.path());
            if (address.isEmpty()) {
                return Wire.plain(404, "No such service: " + request.path());
            }
            var body = Wire.parse(request.body());
            try {
                return answer(
                        request, address.get(), body.orElseThrow(() -> RpcFault.badRequest("Invalid JSON.")), whim);
            } catch (RpcFault fault) {
                return Wire.fault(fault, address.get(), body, whim);
            }
        }
    }

    private SandboxAnswer answer(SandboxRequest request, Address address, JsonNode body, Whim whim) {
        if (!request.method().equals("POST")) {
            throw RpcFault.badRequest("Use POST.");
        }
        var ours = office.organisation().subdomain();
        if (!address.organisation().orElse(ours).equals(ours)) {
            throw RpcFault.unauthorised();
        }
        var key = authorised(request).orElseThrow(RpcFault::unauthorised);
        var wanted = body.path("method");
        var name = wanted.path("name").asText("");
        var version = wanted.path("version").asText("");
        var known = methods.oldest(name)
                .filter(m -> m.service().equals(address.service()))
                .orElseThrow(() -> RpcFault.unknownMethod(name, address.service()));
        var method = version.isEmpty() ? Optional.of(known) : methods.find(name, version);
        if (method.isEmpty()) {
            // Seen as HTTP 404 with a text that mentions the provided version (entrata-api.md 2.3).
            return Wire.plain(404, "The provided version " + version + " of " + name + " does not exist.");
        }
        if (!key.mayCall(name)) {
            throw RpcFault.notPermitted();
        }
        var verdict = limits.take(key.key(), name, clock.instant().atZone(RateLimits.MOUNTAIN));
        var answer = verdict.allowed()
                ? result(request, method.get(), key, body, whim)
                : Wire.plain(429, "Rate limit exceeded.");
        return oddities.traffic().limitHeaders() ? Wire.withLimits(answer, verdict) : answer;
    }

    private SandboxAnswer result(
            SandboxRequest request, Methods.Method method, AccessKey key, JsonNode body, Whim whim) {
        var pages = new Pages(
                number(request, "page_no").orElse(1), number(request, "per_page"), oddities.traffic(), method.paged());
        var today = LocalDate.ofInstant(clock.instant(), RateLimits.MOUNTAIN);
        var params = new Params(body.path("method").path("params"));
        var result = method.handler()
                .answer(new Call(office, key, params, oddities.ledger(), pages, today, request.number()));
        if (method.writes()) {
            changes++;
        }
        var answer = Wire.success(method.envelope(), body, result, whim);
        return pages.counted() && method.paged() ? Wire.withPages(answer, request, pages) : answer;
    }

    private Optional<AccessKey> authorised(SandboxRequest request) {
        var presented = request.header("x-api-key");
        if (presented.isPresent()) {
            return office.keys().stream()
                    .filter(k -> k.matchesKey(presented.get()))
                    .findFirst();
        }
        return request.header("authorization")
                .filter(h -> h.regionMatches(true, 0, "Basic ", 0, 6))
                .flatMap(h -> basic(h.substring(6).trim()));
    }

    private Optional<AccessKey> basic(String encoded) {
        String plain;
        try {
            plain = new String(Base64.getDecoder().decode(encoded), StandardCharsets.UTF_8);
        } catch (IllegalArgumentException notBase64) {
            return Optional.empty();
        }
        var colon = plain.indexOf(':');
        if (colon < 0) {
            return Optional.empty();
        }
        var user = plain.substring(0, colon);
        var password = plain.substring(colon + 1);
        return office.keys().stream()
                .filter(k -> k.matchesBasic(user, password))
                .findFirst();
    }

    private static OptionalInt number(SandboxRequest request, String parameter) {
        var text = request.parameter(parameter).orElse("");
        return text.matches("[0-9]{1,9}") ? OptionalInt.of(Integer.parseInt(text)) : OptionalInt.empty();
    }

    @Override
    public long changes() {
        synchronized (office) {
            return changes;
        }
    }

    /** See {@link ControlActions}. */
    @Override
    public SandboxAnswer act(String action, byte[] body) {
        synchronized (office) {
            return new ControlActions(office)
                    .act(action, body, LocalDate.ofInstant(clock.instant(), RateLimits.MOUNTAIN));
        }
    }

    /** The gateway's refusal of a key, whatever the key. */
    @Override
    public SandboxAnswer unauthorized(SandboxRequest request) {
        var address = Address.of(request.path()).orElse(new Address("", Optional.of("")));
        var whim = new Whim(oddities.forms(), request.number());
        return Wire.fault(RpcFault.unauthorised(), address, Wire.parse(request.body()), whim);
    }

    /**
     * Damages an answer on its way: {@code how} is {@code text=>other}, and the first such text of the body becomes the other.
     * An answer without the text stays as it is.
     */
    @Override
    public SandboxAnswer alter(SandboxRequest request, SandboxAnswer answer, String how) {
        var parts = how.split("=>", 2);
        var body = new String(answer.body(), StandardCharsets.UTF_8);
        var at = parts.length == 2 && !parts[0].isEmpty() ? body.indexOf(parts[0]) : -1;
        if (at < 0) {
            return answer;
        }
        var altered = body.substring(0, at) + parts[1] + body.substring(at + parts[0].length());
        return new SandboxAnswer(answer.status(), answer.headers(), altered.getBytes(StandardCharsets.UTF_8));
    }

    @Override
    public SandboxAnswer throttled(SandboxRequest request) {
        return Wire.plain(429, "Rate limit exceeded.");
    }

    @Override
    public SandboxAnswer failed(SandboxRequest request) {
        return Wire.plain(500, "Internal Server Error");
    }

    @Override
    public String dumpJson() {
        synchronized (office) {
            return OfficeDump.json(office);
        }
    }
}
