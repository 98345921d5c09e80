package io.tieout.target.quickbooks;

import io.tieout.flow.port.TargetBooks.Item;
import io.tieout.flow.port.TargetBooks.ItemAnswer;
import io.tieout.flow.port.TargetBooks.SendAnswer;
import io.tieout.posting.OutcomeClass;
import io.tieout.posting.OutcomeClass.Call;
import io.tieout.posting.OutcomeClass.ItemKind;
import io.tieout.posting.TargetDocument;
import io.tieout.wire.Json;
import io.tieout.wire.JsonReader;
import io.tieout.wire.UnreadableJsonException;
import io.tieout.wire.WireAnswer;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * What the answer to a batch says about each of its items: the closed list of the safety paper, section 2.3.
 *
 * <p>Applied needs a whole JSON answer with status 200 or 201, the item's own bId, an entity with an id and no fault.
 * Not applied needs proof that nothing was sent, the documented throttle, or the gateway's own refusal in its documented
 * shape. Rejected needs a fault of this item that stands in {@link QuickBooksRefusals}. Everything else is unknown.
 */
final class QuickBooksAnswers {

    private static final Pattern SECONDS = Pattern.compile("[0-9]{1,9}");

    private QuickBooksAnswers() {}

    static SendAnswer ofBatch(WireAnswer answer, List<Item> items) {
        return answer.fold(
                answered -> ofBatch(answered, items),
                notSent -> same(items, Call.NEVER_LEFT, notSent.reason(), 0, "", 0),
                unknown -> same(items, Call.SILENT, unknown.reason(), 0, "", 0));
    }

    /** Nothing was handed to the wire at all, for example because there is no token. */
    static SendAnswer notSent(List<Item> items, String words) {
        return same(items, Call.NEVER_LEFT, words, 0, "", 0);
    }

    private static SendAnswer ofBatch(WireAnswer.Answered answered, List<Item> items) {
        String correlation = answered.header("intuit_tid").orElse("");
        long retryAfter = retryAfterSeconds(answered);
        Optional<Json> json = json(answered);
        Optional<QuickBooksFault> fault = json.flatMap(QuickBooksFault::in);
        if (fault.isPresent() && refusedAtTheDoor(answered.status(), fault.get())) {
            return same(items, Call.TURNED_AWAY, fault.get().words(), retryAfter, correlation, answered.status());
        }
        boolean good = (answered.status() == 200 || answered.status() == 201) && fault.isEmpty();
        if (!good || json.isEmpty() || json.get().field("BatchItemResponse").isEmpty()) {
            String words = fault.map(QuickBooksFault::words)
                    .orElseGet(() -> "HTTP " + answered.status() + ", " + withoutResults(answered));
            return same(items, Call.UNCLEAR, words, retryAfter, correlation, answered.status());
        }
        return new SendAnswer(
                byItem(json.get().at("BatchItemResponse").items(), items), retryAfter, correlation, answered.status());
    }

    /**
     * Seconds a throttle asks for; 0 when it says nothing that can be read. A date is taken against the answer's own date,
     * so that it does not matter whether our clock agrees with theirs.
     */
    static long retryAfterSeconds(WireAnswer.Answered answered) {
        String text = answered.header("retry-after").map(String::strip).orElse("");
        if (SECONDS.matcher(text).matches()) {
            return Long.parseLong(text);
        }
        Optional<Instant> until = httpDate(text);
        Optional<Instant> answeredAt = answered.header("date").flatMap(QuickBooksAnswers::httpDate);
        return until.isPresent() && answeredAt.isPresent()
                ? Math.max(0, Duration.between(answeredAt.get(), until.get()).toSeconds())
                : 0;
    }

    private static Optional<Instant> httpDate(String text) {
        try {
            return Optional.of(Instant.from(DateTimeFormatter.RFC_1123_DATE_TIME.parse(text.strip())));
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }

    /** The body as JSON, if the answer says that it is JSON and it is. */
    static Optional<Json> json(WireAnswer.Answered answered) {
        if (!answered.mediaType().equals("application/json")) {
            return Optional.empty();
        }
        try {
            return Optional.of(JsonReader.read(answered.body()));
        } catch (UnreadableJsonException e) {
            return Optional.empty();
        }
    }

    /** What an answer is that holds neither results nor a fault: cut off, something else than JSON, or other JSON. */
    static String withoutResults(WireAnswer.Answered answered) {
        try {
            JsonReader.read(answered.body());
        } catch (UnreadableJsonException e) {
            return answered.insteadOfJson(e);
        }
        return answered.mediaType().equals("application/json")
                ? "JSON without results"
                : answered.body().length + " bytes of '" + answered.mediaType() + "', expected application/json";
    }

    /** The throttle (3001; status 429, once 403), a bad token (401, 3200) or a foreign one (403, 3100): documented shapes. */
    static boolean refusedAtTheDoor(int status, QuickBooksFault fault) {
        return isThrottle(status, fault)
                || status == 401 && fault.type().equalsIgnoreCase("AUTHENTICATION") && fault.hasCode("3200")
                || status == 403 && fault.type().equalsIgnoreCase("AUTHORIZATION") && fault.hasCode("3100");
    }

    static boolean isThrottle(int status, QuickBooksFault fault) {
        return (status == 429 || status == 403) && fault.hasCode("3001");
    }

    private static Map<String, ItemAnswer> byItem(List<Json> responses, List<Item> items) {
        Map<String, Json> byBId = new HashMap<>();
        Set<String> twice = new java.util.HashSet<>();
        for (Json response : responses) {
            String bId = response.at("bId").scalar().orElse("");
            if (byBId.put(bId, response) != null) {
                twice.add(bId);
            }
        }
        Map<String, ItemAnswer> answers = new LinkedHashMap<>();
        for (Item item : items) {
            Json response = byBId.getOrDefault(item.itemId(), Json.Nothing.NULL);
            answers.put(
                    item.itemId(),
                    twice.contains(item.itemId())
                            ? unclear(ItemKind.NAMED_TWICE, "the answer names the item twice")
                            : ofItem(response));
        }
        return answers;
    }

    private static ItemAnswer ofItem(Json response) {
        if (response == Json.Nothing.NULL) {
            return unclear(ItemKind.MISSING, "the answer does not name the item");
        }
        Optional<QuickBooksFault> fault = QuickBooksFault.in(response);
        if (fault.isPresent()) {
            QuickBooksRefusals.Meaning meaning = QuickBooksRefusals.of(fault.get());
            return new ItemAnswer(
                    OutcomeClass.of(Call.ANSWERED, meaning.certain() ? ItemKind.REFUSED : ItemKind.UNKNOWN_FAULT),
                    Optional.empty(),
                    meaning.rejection(),
                    fault.get().words());
        }
        Json entity = response.at("JournalEntry");
        if (entity == Json.Nothing.NULL || response.field("Fault").isPresent()) {
            return unclear(ItemKind.UNREADABLE, "the answer holds no journal entry for the item");
        }
        if (entity.textAt("status").isPresent()) {
            return unclear(
                    ItemKind.UNREADABLE,
                    "the answer holds an entry with status "
                            + entity.textAt("status").orElse(""));
        }
        try {
            TargetDocument document = QuickBooksEntities.journalEntry(entity);
            return new ItemAnswer(
                    OutcomeClass.of(Call.ANSWERED, ItemKind.STORED),
                    Optional.of(document),
                    Optional.empty(),
                    "stored as entry " + document.id());
        } catch (QuickBooksEntities.Misread e) {
            return unclear(ItemKind.UNREADABLE, "the answer holds an entry that cannot be read: " + e.words());
        }
    }

    private static ItemAnswer unclear(ItemKind item, String words) {
        return new ItemAnswer(OutcomeClass.of(Call.ANSWERED, item), Optional.empty(), Optional.empty(), words);
    }

    private static SendAnswer same(
            List<Item> items, Call call, String words, long retryAfter, String correlation, int status) {
        OutcomeClass outcome = OutcomeClass.of(call, ItemKind.MISSING);
        Map<String, ItemAnswer> answers = new LinkedHashMap<>();
        items.forEach(
                item -> answers.put(item.itemId(), new ItemAnswer(outcome, Optional.empty(), Optional.empty(), words)));
        return new SendAnswer(answers, retryAfter, correlation, status);
    }
}
