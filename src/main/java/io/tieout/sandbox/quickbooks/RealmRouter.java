package io.tieout.sandbox.quickbooks;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.tieout.sandbox.quickbooks.Replays.First;
import io.tieout.sandbox.quickbooks.Writes.Operation;
import io.tieout.sandbox.script.SandboxAnswer;
import io.tieout.sandbox.script.SandboxRequest;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** Everything below {@code /v3/company/{realm}/}, once a request has passed the gateway. */
final class RealmRouter {
    private final RealmCall call;

    RealmRouter(RealmCall call) {
        this.call = call;
    }

    /**
     * The word fault scripts use: {@code batch}, {@code query}, {@code cdc}, {@code companyinfo}, {@code preferences},
     * {@code report.TrialBalance}, {@code journalentry.create}, {@code .update}, {@code .delete}, {@code .void},
     * {@code .read}.
     */
    static String word(SandboxRequest request, String[] segments) {
        String resource = segments[0];
        if (resource.equals("reports") && segments.length == 2) {
            return "report." + segments[1];
        }
        Optional<EntityType> type = EntityType.ofResource(resource);
        if (type.isEmpty()) {
            return resource;
        }
        String verb = request.method().equals("GET")
                ? "read"
                : operation(request).name().toLowerCase(Locale.ROOT);
        return resource + "." + verb;
    }

    private static Operation operation(SandboxRequest request) {
        String operation = request.parameter("operation").orElse("");
        if (request.parameter("include").orElse("").toLowerCase(Locale.ROOT).contains("void")
                || operation.equalsIgnoreCase("void")) {
            return Operation.VOID; // both forms are in use, by entity [R, K]
        }
        return switch (operation.toLowerCase(Locale.ROOT)) {
            case "" -> Operation.CREATE;
            case "update" -> Operation.UPDATE;
            case "delete" -> Operation.DELETE;
            default -> throw QuickBooksFault.unsupported("Operation " + operation + " is not supported.");
        };
    }

    SandboxAnswer answer(String[] segments) {
        SandboxRequest request = call.request();
        boolean get = request.method().equals("GET");
        return switch (segments[0]) {
            case "batch" -> ok(new BatchCall(call).run(body()));
            case "query" -> ok(call.query(queryText()));
            case "cdc" -> ok(new ChangeCapture(call).run());
            case "companyinfo" -> ok("\"CompanyInfo\":" + Json.text(CompanyPages.companyInfo(call.books())));
            case "preferences" -> ok("\"Preferences\":" + Json.text(CompanyPages.preferences(call.books())));
            case "reports" -> SandboxAnswer.json(200, report(segments.length == 2 ? segments[1] : ""));
            default -> {
                EntityType type = EntityType.ofResource(segments[0])
                        .orElseThrow(
                                () -> QuickBooksFault.unsupported("Operation " + segments[0] + " is not supported."));
                yield get ? ok(read(type, segments.length == 2 ? segments[1] : "")) : write(type);
            }
        };
    }

    /** All answers of the API but reports end with the time. */
    private SandboxAnswer ok(String member) {
        return SandboxAnswer.json(200, whole(member));
    }

    private String whole(String member) {
        return "{" + member + ",\"time\":\"" + Stamps.millis(call.now()) + "\"}";
    }

    private ObjectNode body() {
        String contentType = call.request().header("content-type").orElse("");
        if (!contentType.toLowerCase(Locale.ROOT).startsWith("application/json")) {
            throw QuickBooksFault.unsupported("Operation Content-Type '" + contentType + "' is not supported.");
        }
        return Json.request(call.request().body());
    }

    /** GET carries the text in the URL, POST as {@code application/text} [P: what the SDK sends]. */
    private String queryText() {
        if (call.request().method().equals("GET")) {
            return call.request().parameter("query").orElseThrow(() -> QuickBooksFault.missing("query"));
        }
        String contentType = call.request().header("content-type").orElse("");
        if (!contentType.startsWith("application/text")) {
            throw QuickBooksFault.unsupported("Operation Content-Type '" + contentType + "' is not supported.");
        }
        return new String(call.request().body(), StandardCharsets.UTF_8);
    }

    private String read(EntityType type, String id) {
        if (!id.matches("\\d{1,18}")) {
            throw QuickBooksFault.badId(id);
        }
        // A deleted id gives the same 610 as one that never was [K].
        Stored stored = call.books().store(type).get(Long.parseLong(id)).orElseThrow(QuickBooksFault::notFound);
        return stored.wrapped(Rendering.json(call.books(), stored));
    }

    private SandboxAnswer write(EntityType type) {
        String key = call.requestId();
        Replays.checkLength(key);
        Optional<First> first = call.replay(key);
        if (first.isPresent() && call.settings().idempotency() == IdempotencyMode.ERRORS_ON_REPLAY) {
            throw QuickBooksFault.duplicateRequestId(key);
        }
        if (first.isPresent()) {
            return SandboxAnswer.json(
                    first.get().fault() ? 400 : 200, first.get().text());
        }
        String text;
        boolean refused = false;
        try {
            Operation operation = operation(call.request());
            text = whole(new Writes(call.context(Set.of())).write(type, operation, body()));
        } catch (QuickBooksFault fault) {
            text = whole("\"Fault\":" + Json.text(fault.node()));
            refused = true;
        }
        call.remember(key, refused, text);
        return SandboxAnswer.json(refused ? 400 : 200, text);
    }

    private String report(String name) {
        ReportRequest request = ReportRequest.of(call.request(), call.books(), call.now());
        int cellsMax = call.settings().reportCellsMax();
        return switch (name) {
            case "TrialBalance" -> new SummaryReports(call.books(), request, call.now(), cellsMax).trialBalance();
            case "ProfitAndLoss" -> new SummaryReports(call.books(), request, call.now(), cellsMax).profitAndLoss();
            case "BalanceSheet" -> new SummaryReports(call.books(), request, call.now(), cellsMax).balanceSheet();
            case "GeneralLedger" -> new DetailReports(call.books(), request, call.now(), cellsMax).generalLedger();
            case "JournalReport" -> new DetailReports(call.books(), request, call.now(), cellsMax).journal();
            default -> throw QuickBooksFault.unsupported("Operation report " + name + " is not supported.");
        };
    }
}
