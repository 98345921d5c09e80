package io.tieout.sandbox.quickbooks;

import java.time.Duration;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * Change data capture: full payloads of what changed since a time, 30 days back, at most 1000 objects over all entities
 * together and no paging; deletions with status, id and time only; one block per entity, empty for none [I].
 */
final class ChangeCapture {
    private static final Duration LOOK_BACK = Duration.ofDays(30);
    private static final int OBJECTS_MAX = 1000;

    private final RealmCall call;
    private int left = OBJECTS_MAX;

    ChangeCapture(RealmCall call) {
        this.call = call;
    }

    private record Change(Instant at, String json) {}

    /** The member {@code "CDCResponse":[...]} of the answer. */
    String run() {
        String entities = call.request().parameter("entities").orElseThrow(() -> QuickBooksFault.missing("entities"));
        Instant since = since();
        List<String> blocks = new ArrayList<>();
        for (String word : entities.split(",")) {
            EntityType type = EntityType.ofWord(word.trim())
                    .orElseThrow(() -> QuickBooksFault.queryInvalid("invalid context declaration: " + word.trim()));
            blocks.add(block(type, since));
        }
        return "\"CDCResponse\":[{\"QueryResponse\":[" + String.join(",", blocks) + "]}]";
    }

    private Instant since() {
        String text =
                call.request().parameter("changedSince").orElseThrow(() -> QuickBooksFault.missing("changedSince"));
        Instant since;
        try {
            since = Stamps.instant(text);
        } catch (DateTimeParseException e) {
            throw QuickBooksFault.badDate(text); // also a plus sign that arrived as a blank
        }
        if (since.isBefore(call.now().minus(LOOK_BACK))) {
            throw QuickBooksFault.badDate(text); // the real wording was not found [K]
        }
        return since;
    }

    private String block(EntityType type, Instant since) {
        var changes = new ArrayList<Change>();
        for (Stored stored : call.books().store(type).all()) {
            if (!stored.updated().isBefore(since)) {
                changes.add(new Change(stored.updated(), Rendering.json(call.books(), stored)));
            }
        }
        for (Books.Deletion deletion : call.books().deletions()) {
            if (deletion.type() == type && !deletion.at().isBefore(since)) {
                changes.add(new Change(deletion.at(), gone(deletion)));
            }
        }
        changes.sort(Comparator.comparing(Change::at));
        List<Change> told = changes.subList(0, Math.min(left, changes.size()));
        left -= told.size();
        if (told.isEmpty()) {
            return "{}";
        }
        String rows = String.join(",", told.stream().map(Change::json).toList());
        return "{\"" + type.word() + "\":[" + rows + "],\"startPosition\":1,\"maxResults\":" + told.size()
                + ",\"totalCount\":" + told.size() + "}";
    }

    private static String gone(Books.Deletion deletion) {
        var json = Json.object().put("domain", "QBO").put("status", "Deleted").put("Id", String.valueOf(deletion.id()));
        json.putObject("MetaData").put("LastUpdatedTime", Stamps.seconds(deletion.at()));
        return Json.text(json);
    }
}
