package io.tieout.sandbox.entrata;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.tieout.sandbox.entrata.office.AccessKey;
import io.tieout.sandbox.entrata.office.Basis;
import io.tieout.sandbox.entrata.office.BookKey;
import io.tieout.sandbox.entrata.office.EntrataOffice;
import io.tieout.sandbox.entrata.office.OfficeControls;
import io.tieout.sandbox.entrata.office.ReturnedPayment;
import io.tieout.sandbox.script.SandboxAnswer;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.LongConsumer;

/**
 * The control actions of the imitated Entrata, asked for by POST {@code /_sandbox/do/{action}}. Amounts are whole cents.
 *
 * <pre>
 * tamper        {"id": 93000001, "byMinor": 1, "basis": "ACCRUAL", "counter": true}   counter: the entry stays balanced
 * late          {"property": 510001, "basis": "ACCRUAL", "book": 616, "postMonth": "2026-10", "postDate": "2026-10-31",
 *                "recorded": "2026-11-03", "type": "GJ", "reference": "JE - #9", "lines": [{"account": 260003, "minor": 500}, ...]}
 * delete        {"id": 93000001, "basis": "ACCRUAL", "entry": true}                   entry: the whole entry goes
 * nsf           {"payment": 70110001, "date": "2026-10-28", "postMonth": "2026-10"}
 * advance-month {"property": 510001, "month": "2026-11"}                              without property: all; without month: by one
 * mark, unmark  {"glDetails": [93000001], "invoiceLines": [7401011]}
 * revoke-key, restore-key {}
 * deny-method   {"method": "getInvoices"}
 * deny-property {"property": 510002}
 * </pre>
 */
final class ControlActions {

    private final EntrataOffice office;
    private final OfficeControls controls;

    ControlActions(EntrataOffice office) {
        this.office = office;
        this.controls = new OfficeControls(office);
    }

    SandboxAnswer act(String action, byte[] body, LocalDate today) {
        var result = JsonNodeFactory.instance.objectNode().put("done", action);
        try {
            var asked = body.length == 0
                    ? JsonNodeFactory.instance.objectNode()
                    : Wire.parse(body).orElseThrow(() -> new IllegalArgumentException("The body is not a JSON object"));
            if (!apply(action, asked, today, result)) {
                return problem(404, "No action " + action);
            }
        } catch (IllegalArgumentException | DateTimeException e) {
            return problem(400, String.valueOf(e.getMessage()));
        }
        return SandboxAnswer.json(200, result.toString());
    }

    private static SandboxAnswer problem(int status, String sentence) {
        return SandboxAnswer.json(
                status,
                JsonNodeFactory.instance.objectNode().put("error", sentence).toString());
    }

    private boolean apply(String action, JsonNode asked, LocalDate today, ObjectNode result) {
        switch (action) {
            case "tamper" -> tamper(asked, today, result);
            case "late" -> late(asked, today, result);
            case "delete" ->
                ids(
                        result,
                        controls.delete(
                                id(asked, "id"),
                                basis(asked),
                                asked.path("entry").asBoolean(false)));
            case "nsf" ->
                ids(
                        result,
                        new ReturnedPayment(office)
                                .give(
                                        id(asked, "payment"),
                                        date(asked, "date", today),
                                        month(asked, "postMonth", today)));
            case "advance-month" -> advance(asked);
            case "mark" -> marks(asked, office::mark, office.payables()::mark);
            case "unmark" -> marks(asked, office::unmark, office.payables()::unmark);
            case "revoke-key" -> office.keys().forEach(AccessKey::revoke);
            case "restore-key" -> office.keys().forEach(AccessKey::restore);
            case "deny-method" -> {
                var method = text(asked, "method");
                office.keys().forEach(k -> k.denyMethod(method));
            }
            case "deny-property" -> {
                var property = id(asked, "property");
                office.keys().forEach(k -> k.denyProperty(property));
            }
            default -> {
                return false;
            }
        }
        return true;
    }

    private void tamper(JsonNode asked, LocalDate today, ObjectNode result) {
        var counter = asked.path("counter").asBoolean(false)
                ? OfficeControls.Counter.SAME_ENTRY
                : OfficeControls.Counter.NONE;
        var changed = controls.tamper(id(asked, "id"), basis(asked), id(asked, "byMinor"), counter, today);
        result.put("signedMinor", changed.line().signedMinor());
    }

    private void late(JsonNode asked, LocalDate today, ObjectNode result) {
        var property = id(asked, "property");
        var month = month(asked, "postMonth", today);
        var book = new BookKey(
                property,
                basis(asked).orElse(Basis.ACCRUAL),
                asked.path("book").asLong(office.books().get(0).id()));
        if (!office.ledgers().containsKey(book)) {
            throw new IllegalArgumentException("No ledger " + book);
        }
        var lines = new ArrayList<OfficeControls.LateLine>();
        asked.path("lines").forEach(l -> lines.add(new OfficeControls.LateLine(id(l, "account"), id(l, "minor"))));
        var added = controls.late(
                book,
                month,
                date(asked, "recorded", today),
                date(asked, "postDate", month.atEndOfMonth()),
                asked.path("type").asText("GJ"),
                asked.path("reference").asText("Late"),
                lines);
        ids(result, added.stream().map(l -> l.id()).toList());
    }

    private void advance(JsonNode asked) {
        Optional<YearMonth> to =
                asked.has("month") ? Optional.of(YearMonth.parse(text(asked, "month"))) : Optional.empty();
        if (asked.has("property")) {
            controls.advance(id(asked, "property"), to);
        } else {
            office.properties().forEach(p -> controls.advance(p.id(), to));
        }
    }

    private static void marks(JsonNode asked, LongConsumer gl, LongConsumer invoiceLine) {
        asked.path("glDetails").forEach(id -> gl.accept(id.asLong()));
        asked.path("invoiceLines").forEach(id -> invoiceLine.accept(id.asLong()));
    }

    private static void ids(ObjectNode result, List<Long> ids) {
        var array = result.putArray("ids");
        ids.forEach(array::add);
    }

    private static long id(JsonNode asked, String member) {
        var value = asked.path(member);
        if (!value.isIntegralNumber()) {
            throw new IllegalArgumentException(member + " is a whole number and is needed");
        }
        return value.asLong();
    }

    private static String text(JsonNode asked, String member) {
        var value = asked.path(member).asText("");
        if (value.isEmpty()) {
            throw new IllegalArgumentException(member + " is needed");
        }
        return value;
    }

    private static Optional<Basis> basis(JsonNode asked) {
        var text = asked.path("basis").asText("");
        return text.isEmpty() ? Optional.empty() : Optional.of(Basis.valueOf(text.toUpperCase(java.util.Locale.ROOT)));
    }

    private static LocalDate date(JsonNode asked, String member, LocalDate otherwise) {
        return asked.has(member) ? LocalDate.parse(text(asked, member)) : otherwise;
    }

    private static YearMonth month(JsonNode asked, String member, LocalDate today) {
        return asked.has(member) ? YearMonth.parse(text(asked, member)) : YearMonth.from(today);
    }
}
