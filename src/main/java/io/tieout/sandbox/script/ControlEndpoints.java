package io.tieout.sandbox.script;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Map;

/**
 * What whoever holds the strings may ask under {@code /_sandbox/}. These requests are neither logged nor numbered, and
 * no fault touches them.
 *
 * <pre>
 * GET  /_sandbox/state            the service's dump
 * GET  /_sandbox/log              requests in order; ?from=12 and ?bodies=false narrow it
 * GET  /_sandbox/fault            faults waiting and fired
 * POST /_sandbox/fault            adds faults, one call:nth:fault[:argument] per line
 * POST /_sandbox/clear-faults     forgets the waiting faults
 * GET  /_sandbox/clock            time of the sandbox
 * POST /_sandbox/clock            moves it forward by an ISO 8601 duration such as PT1H or P1D
 * POST /_sandbox/reset-log        empties the log
 * POST /_sandbox/do/{action}      something done by hand in the vendor's screens, JSON body
 * </pre>
 */
final class ControlEndpoints {
    static final String PREFIX = "/_sandbox/";
    private static final ObjectMapper JSON = new ObjectMapper();

    private final SandboxService service;
    private final FaultScript script;
    private final RequestLog log;
    private final SandboxClock clock;
    private final Object lock;

    ControlEndpoints(SandboxService service, FaultScript script, RequestLog log, SandboxClock clock, Object lock) {
        this.service = service;
        this.script = script;
        this.log = log;
        this.clock = clock;
        this.lock = lock;
    }

    SandboxAnswer handle(WireRequest request) {
        String what = request.path().substring(PREFIX.length());
        try {
            return request.method().equals("GET") ? read(what, request) : change(what, request);
        } catch (IllegalArgumentException | DateTimeParseException e) {
            return problem(400, String.valueOf(e.getMessage()));
        }
    }

    private SandboxAnswer read(String what, WireRequest request) {
        return switch (what) {
            case "state" -> {
                synchronized (lock) {
                    yield SandboxAnswer.json(200, service.dumpJson());
                }
            }
            case "log" -> log(request);
            case "fault" -> faults();
            case "clock" -> now();
            default -> problem(404, "no GET " + PREFIX + what);
        };
    }

    private SandboxAnswer change(String what, WireRequest request) {
        String text = new String(request.body(), StandardCharsets.UTF_8).trim();
        if (what.startsWith("do/")) {
            synchronized (lock) {
                return service.act(what.substring("do/".length()), request.body());
            }
        }
        return switch (what) {
            case "fault" -> {
                List<Fault> faults = text.lines()
                        .filter(line -> !line.isBlank())
                        .map(Fault::parse)
                        .toList();
                faults.forEach(script::add);
                yield faults();
            }
            case "clear-faults" -> {
                script.clear();
                yield faults();
            }
            case "clock" -> {
                clock.advance(Duration.parse(text));
                yield now();
            }
            case "reset-log" -> {
                log.reset();
                yield SandboxAnswer.json(200, "{}");
            }
            default -> problem(404, "no " + request.method() + " " + PREFIX + what);
        };
    }

    private SandboxAnswer log(WireRequest request) {
        String from = request.query().getOrDefault("from", List.of("1")).get(0);
        boolean bodies =
                !request.query().getOrDefault("bodies", List.of("true")).contains("false");
        if (!from.matches("\\d{1,18}")) {
            throw new IllegalArgumentException("from is the number of a request, not '" + from + "'");
        }
        byte[] json = log.json(Long.parseLong(from), bodies);
        return new SandboxAnswer(200, Map.of("Content-Type", "application/json;charset=utf-8"), json);
    }

    private SandboxAnswer now() {
        ObjectNode answer = JSON.createObjectNode();
        answer.put("now", clock.instant().toString());
        return SandboxAnswer.json(200, answer.toString());
    }

    private SandboxAnswer faults() {
        ObjectNode answer = JSON.createObjectNode();
        ArrayNode pending = answer.putArray("pending");
        script.pending().forEach(fault -> pending.add(fault.text()));
        ArrayNode fired = answer.putArray("fired");
        script.fired().forEach(fault -> fired.add(fault.text()));
        return SandboxAnswer.json(200, answer.toString());
    }

    private static SandboxAnswer problem(int status, String sentence) {
        ObjectNode answer = JSON.createObjectNode();
        answer.put("error", sentence);
        return SandboxAnswer.json(status, answer.toString());
    }
}
