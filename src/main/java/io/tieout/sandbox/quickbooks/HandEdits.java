package io.tieout.sandbox.quickbooks;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.tieout.sandbox.quickbooks.Writes.Operation;
import io.tieout.sandbox.script.SandboxAnswer;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * What a bookkeeper does in the user interface, and switches of the imitation, under {@code /_sandbox/do/}:
 *
 * <pre>
 * edit               {realm, type, id, set: {...}, amounts: {"0": 10.01, "1": 10.01}}   sparse change; amounts by line id
 * delete, duplicate  {realm, type, id}
 * create             {realm, type, entity: {...}}                a document of somebody else
 * deactivate         {realm, type, id}       deactivate-account  {realm, id}
 * reactivate         {realm, type, id}
 * retype-account     {realm, id, accountType}
 * close-books        {realm, date, password: true|false}         open-books  {realm}
 * preferences        {realm, classTracking, departmentTracking, duplicateNumbersRefused}
 * expire-tokens      {realm}                                     revoke      {realm}
 * settings           {idempotency, throttles, retryAfter, searchLagSeconds, silentFilter, inactiveAs610}
 * </pre>
 *
 * Documents changed by hand obey the same rules as through the API, except that a person may override the closing date.
 */
final class HandEdits {
    private final QuickBooksSandbox sandbox;

    HandEdits(QuickBooksSandbox sandbox) {
        this.sandbox = sandbox;
    }

    SandboxAnswer act(String action, byte[] bytes) {
        try {
            ObjectNode body = bytes.length == 0 ? Json.object() : Json.request(bytes);
            return switch (action) {
                case "edit" -> edit(body, type(body), body.path("set"));
                case "delete" -> write(body, type(body), Operation.DELETE, current(body, type(body)));
                case "duplicate" -> duplicate(body);
                case "create" -> write(body, type(body), Operation.CREATE, object(body, "entity"));
                case "deactivate" -> edit(body, type(body), Json.object().put("Active", false));
                case "deactivate-account" ->
                    edit(body, EntityType.ACCOUNT, Json.object().put("Active", false));
                case "reactivate" -> edit(body, type(body), Json.object().put("Active", true));
                case "retype-account" ->
                    edit(
                            body,
                            EntityType.ACCOUNT,
                            Json.object()
                                    .put("AccountType", text(body, "accountType"))
                                    .put("AccountSubType", ""));
                case "close-books" ->
                    done(() -> books(body)
                            .close(
                                    Optional.of(LocalDate.parse(text(body, "date"))),
                                    body.path("password").asBoolean(false)));
                case "open-books" -> done(() -> books(body).close(Optional.empty(), false));
                case "preferences" -> done(() -> preferences(body));
                case "expire-tokens" -> done(() -> sandbox.tokens().expire(text(body, "realm")));
                case "revoke" -> done(() -> sandbox.tokens().revoke(text(body, "realm")));
                case "settings" -> done(() -> sandbox.settings(settings(body)));
                default -> problem(404, "quickbooks knows no action '" + action + "'");
            };
        } catch (QuickBooksFault | IllegalArgumentException | DateTimeException e) {
            return problem(400, String.valueOf(e.getMessage()));
        }
    }

    private SandboxAnswer edit(ObjectNode body, EntityType type, JsonNode set) {
        ObjectNode change = current(body, type);
        change.put("sparse", true);
        set.fields().forEachRemaining(member -> change.set(member.getKey(), member.getValue()));
        if (body.has("amounts")) {
            change.set("Line", lines(body, type));
        }
        return write(body, type, Operation.UPDATE, change);
    }

    private ArrayNode lines(ObjectNode body, EntityType type) {
        ArrayNode lines = (ArrayNode) Json.stored(stored(body, type).json()).path("Line");
        for (JsonNode line : lines) {
            JsonNode amount = body.path("amounts").path(Json.string(line, "Id"));
            if (!amount.isMissingNode()) {
                ((ObjectNode) line).set("Amount", amount);
            }
        }
        return lines;
    }

    /** The copy button: same content and number, a new id. */
    private SandboxAnswer duplicate(ObjectNode body) {
        ObjectNode copy = Json.stored(stored(body, type(body)).json());
        copy.remove(List.of("Id", "SyncToken", "MetaData", "LinkedTxn"));
        return write(body, type(body), Operation.CREATE, copy);
    }

    private SandboxAnswer write(ObjectNode body, EntityType type, Operation operation, ObjectNode entity) {
        var context = new WriteContext(books(body), sandbox.settings(), sandbox.now(), Set.of(), 0, true);
        return SandboxAnswer.json(200, "{" + new Writes(context).write(type, operation, entity) + "}");
    }

    private ObjectNode current(ObjectNode body, EntityType type) {
        Stored stored = stored(body, type);
        return Json.object()
                .put("Id", String.valueOf(stored.id()))
                .put("SyncToken", String.valueOf(stored.syncToken()));
    }

    private Stored stored(ObjectNode body, EntityType type) {
        String id = text(body, "id");
        return (id.matches("\\d{1,18}") ? books(body).store(type).get(Long.parseLong(id)) : Optional.<Stored>empty())
                .orElseThrow(() -> new IllegalArgumentException("no " + type.word() + " with id " + id));
    }

    private Books books(ObjectNode body) {
        String realm = text(body, "realm");
        return sandbox.books(realm).orElseThrow(() -> new IllegalArgumentException("no company with realm " + realm));
    }

    private static EntityType type(ObjectNode body) {
        String word = text(body, "type");
        return EntityType.ofWord(word)
                .orElseThrow(
                        () -> new IllegalArgumentException("unknown type '" + word + "', for example JournalEntry"));
    }

    private static String text(ObjectNode body, String member) {
        String value = Json.string(body, member);
        if (value.isEmpty()) {
            throw new IllegalArgumentException("the body needs \"" + member + "\"");
        }
        return value;
    }

    private static ObjectNode object(ObjectNode body, String member) {
        if (body.path(member) instanceof ObjectNode object) {
            return object;
        }
        throw new IllegalArgumentException("the body needs an object \"" + member + "\"");
    }

    private void preferences(ObjectNode body) {
        Books books = books(body);
        books.preferences(
                body.path("classTracking").asBoolean(books.classTracking()),
                body.path("departmentTracking").asBoolean(books.departmentTracking()),
                body.path("duplicateNumbersRefused").asBoolean(books.duplicateNumbersRefused()));
    }

    private QuickBooksSettings settings(ObjectNode body) {
        QuickBooksSettings now = sandbox.settings();
        String mode = Json.string(body, "idempotency");
        return new QuickBooksSettings(
                mode.isEmpty() ? now.idempotency() : IdempotencyMode.of(mode),
                body.path("throttles").asBoolean(now.throttles()),
                body.path("retryAfter").asBoolean(now.retryAfter()),
                body.path("searchLagSeconds").asInt(now.searchLagSeconds()),
                body.path("silentFilter").asText(now.silentFilter()),
                body.path("inactiveAs610").asBoolean(now.inactiveAs610()),
                body.path("reportCellsMax").asInt(now.reportCellsMax()));
    }

    private static SandboxAnswer done(Runnable work) {
        work.run();
        return SandboxAnswer.json(200, "{}");
    }

    private static SandboxAnswer problem(int status, String sentence) {
        return SandboxAnswer.json(status, Json.text(Json.object().put("error", sentence)));
    }
}
