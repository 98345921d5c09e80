package io.tieout.sandbox.quickbooks;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.tieout.sandbox.script.SandboxAnswer;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/**
 * Answers changed on their way, for the fault {@code altered}: {@code amount} (one cent more on the first line), {@code
 * id} (another document's id), {@code memo} (the private note gone), {@code missing-item} (the last batch item gone),
 * {@code shuffle} (batch items in reverse), {@code fault-200} (a Fault at HTTP 200 [I]).
 */
final class Alterations {
    private static final long OTHER_ID_OFFSET = 1_000_000;

    private Alterations() {}

    static SandboxAnswer of(SandboxAnswer answer, String how) {
        ObjectNode body = Json.stored(new String(answer.body(), StandardCharsets.UTF_8));
        switch (how) {
            case "amount" ->
                holder(body, "Amount")
                        .ifPresent(line -> line.set("Amount", Amounts.number(Amounts.cents(line.path("Amount")) + 1)));
            case "id" ->
                holder(body, "SyncToken")
                        .ifPresent(entity -> entity.put(
                                "Id", String.valueOf(entity.path("Id").asLong() + OTHER_ID_OFFSET)));
            case "memo" -> holder(body, "PrivateNote").ifPresent(entity -> entity.remove("PrivateNote"));
            case "missing-item" -> items(body).ifPresent(items -> items.remove(items.size() - 1));
            case "shuffle" -> items(body).ifPresent(Alterations::reverse);
            case "fault-200" -> {
                body.removeAll();
                body.set(
                        "Fault",
                        QuickBooksFault.business("An unexpected error occurred").node());
            }
            default ->
                throw new IllegalArgumentException("unknown alteration '" + how
                        + "'; known are amount, id, memo, missing-item, shuffle, fault-200");
        }
        byte[] bytes = Json.text(body).getBytes(StandardCharsets.UTF_8);
        return new SandboxAnswer(answer.status(), answer.headers(), bytes);
    }

    private static Optional<ArrayNode> items(ObjectNode body) {
        return body.path("BatchItemResponse") instanceof ArrayNode items && !items.isEmpty()
                ? Optional.of(items)
                : Optional.empty();
    }

    private static void reverse(ArrayNode items) {
        for (int i = items.size() - 1; i >= 0; i--) {
            items.add(items.remove(i));
        }
    }

    /** First object that has the member, depth first. */
    private static Optional<ObjectNode> holder(JsonNode node, String member) {
        if (node instanceof ObjectNode object && object.has(member)) {
            return Optional.of(object);
        }
        for (JsonNode child : node) {
            Optional<ObjectNode> found = holder(child, member);
            if (found.isPresent()) {
                return found;
            }
        }
        return Optional.empty();
    }
}
