package io.tieout.sandbox.quickbooks;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.tieout.sandbox.quickbooks.Replays.First;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * The batch endpoint: items one after the other, not atomic; a failed item does not stop the rest; answers carry the bId
 * [I]. Items are create, update, delete, void ({@code optionsData}) and queries.
 */
final class BatchCall {
    private static final int ITEMS_MAX = 30;

    private final RealmCall call;

    BatchCall(RealmCall call) {
        this.call = call;
    }

    /** The member {@code "BatchItemResponse":[...]} of the answer. */
    String run(ObjectNode body) {
        JsonNode items = body.path("BatchItemRequest");
        if (!items.isArray() || items.isEmpty()) {
            throw QuickBooksFault.missing("BatchItemRequest");
        }
        if (items.size() > ITEMS_MAX) {
            throw QuickBooksFault.batchTooBig(ITEMS_MAX);
        }
        List<String> answers = new ArrayList<>();
        for (JsonNode item : items) {
            String bId = Json.string(item, "bId");
            answers.add("{" + answer(item, bId) + ",\"bId\":"
                    + Json.text(Json.object().textNode(bId)) + "}");
        }
        return "\"BatchItemResponse\":[" + String.join(",", answers) + "]";
    }

    private String answer(JsonNode item, String bId) {
        try {
            if (bId.isEmpty()) {
                throw QuickBooksFault.missing("bId");
            }
            if (item.has("Query")) {
                return call.query(Json.string(item, "Query"));
            }
            return write(item, call.requestId().isEmpty() ? "" : call.requestId() + bId);
        } catch (QuickBooksFault fault) {
            return fault(fault);
        }
    }

    private String write(JsonNode item, String key) {
        Replays.checkLength(key);
        Optional<First> first = call.replay(key);
        if (first.isPresent() && call.settings().idempotency() == IdempotencyMode.ERRORS_ON_REPLAY) {
            return fault(QuickBooksFault.business("An unexpected error occurred while processing the request"));
        }
        if (first.isPresent()) {
            return first.get().text();
        }
        String text;
        boolean refused = false;
        try {
            text = execute(item);
        } catch (QuickBooksFault fault) {
            text = fault(fault);
            refused = true;
        }
        call.remember(key, refused, text);
        return text;
    }

    private String execute(JsonNode item) {
        Map.Entry<EntityType, ObjectNode> entity = entity(item);
        Set<String> options =
                new HashSet<>(Set.of(Json.string(item, "optionsData").toLowerCase(Locale.ROOT)));
        Writes.Operation operation = switch (Json.string(item, "operation")) {
            case "create" -> Writes.Operation.CREATE;
            case "update" -> options.contains("void") ? Writes.Operation.VOID : Writes.Operation.UPDATE;
            case "delete" -> Writes.Operation.DELETE;
            case "" -> throw QuickBooksFault.missing("operation");
            default ->
                throw QuickBooksFault.unsupported("Operation " + Json.string(item, "operation") + " is not supported.");
        };
        return new Writes(call.context(options)).write(entity.getKey(), operation, entity.getValue());
    }

    private static Map.Entry<EntityType, ObjectNode> entity(JsonNode item) {
        for (EntityType type : EntityType.values()) {
            if (item.path(type.word()) instanceof ObjectNode node) {
                return Map.entry(type, node);
            }
        }
        throw QuickBooksFault.unsupported(
                "Operation is not supported: no entity this sandbox knows in the batch item.");
    }

    private static String fault(QuickBooksFault fault) {
        return "\"Fault\":" + Json.text(fault.node());
    }
}
