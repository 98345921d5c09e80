package io.tieout.sandbox.quickbooks;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Journal entries: lines with a side, an account, and class, location and name per line [I]. */
final class JournalEntryRules implements EntityRules {
    private static final String DETAIL = "JournalEntryLineDetail";

    @Override
    public ObjectNode complete(WriteContext context, ObjectNode input, Optional<Stored> before) {
        JsonNode lines = input.path("Line");
        if (!lines.isArray() || lines.isEmpty()) {
            throw QuickBooksFault.missing("Line");
        }
        ObjectNode done = Json.object();
        done.put("Adjustment", input.path("Adjustment").asBoolean(false));
        context.header(EntityType.JOURNAL_ENTRY, input, done, before);
        boolean numbers = before.isEmpty()
                && !done.has("DocNumber")
                && context.books().company().autoJournalEntryNumber();
        if (numbers) {
            done.put("DocNumber", context.books().takeJournalNumber());
        }
        ArrayNode completed = done.putArray("Line");
        long debitsLessCredits = 0;
        var ids = new LineIds(lines, before.isPresent(), 0);
        for (JsonNode line : lines) {
            ObjectNode one = line(context, line);
            one.put("Id", ids.next(line));
            completed.add(one);
            debitsLessCredits += signed(one);
        }
        if (lines.size() < 2 || debitsLessCredits != 0) {
            throw QuickBooksFault.unbalanced();
        }
        done.putObject("TxnTaxDetail");
        return done;
    }

    private static ObjectNode line(WriteContext context, JsonNode line) {
        ObjectNode done = Json.object();
        done.put("Id", "");
        context.description(line, done);
        String detailType = Json.string(line, "DetailType");
        if (detailType.isEmpty()) {
            throw QuickBooksFault.missing("Line.DetailType");
        }
        if (!detailType.equals(DETAIL)) {
            throw QuickBooksFault.badEnumeration("DetailType", detailType);
        }
        JsonNode detail = line.path(DETAIL);
        if (!detail.isObject()) {
            throw QuickBooksFault.missing(DETAIL);
        }
        done.set("Amount", Amounts.number(amount(line)));
        done.put("DetailType", DETAIL);
        done.set(DETAIL, detail(context, detail));
        return done;
    }

    private static long amount(JsonNode line) {
        if (Json.string(line, "Amount").isEmpty()) {
            throw QuickBooksFault.missing("Line.Amount");
        }
        long cents = Amounts.cents(line.path("Amount"));
        if (cents <= 0) {
            throw QuickBooksFault.negativeAmount();
        }
        return cents;
    }

    private static ObjectNode detail(WriteContext context, JsonNode detail) {
        String side = Json.string(detail, "PostingType");
        if (side.isEmpty()) {
            throw QuickBooksFault.noPostingType();
        }
        if (!side.equals("Debit") && !side.equals("Credit")) {
            throw QuickBooksFault.badEnumeration("PostingType", side);
        }
        ObjectNode done = Json.object();
        done.put("PostingType", side);
        Optional<ObjectNode> entity = entity(context, detail.path("Entity"));
        entity.ifPresent(named -> done.set("Entity", named));
        ObjectNode account = context.reference(EntityType.ACCOUNT, detail, "AccountRef");
        checkControlAccount(
                context.facts(EntityType.ACCOUNT, Json.string(account, "value")),
                entity.map(named -> Json.string(named, "Type")).orElse(""));
        done.set("AccountRef", account);
        context.klass(detail, done);
        context.department(detail, done);
        return done;
    }

    private static Optional<ObjectNode> entity(WriteContext context, JsonNode entity) {
        if (!entity.isObject()) {
            return Optional.empty();
        }
        String type = Json.string(entity, "Type");
        EntityType list = type.equals("Customer") ? EntityType.CUSTOMER : EntityType.VENDOR;
        if (!type.equals("Customer") && !type.equals("Vendor")) {
            throw QuickBooksFault.badEnumeration("Entity.Type", type);
        }
        ObjectNode done = Json.object();
        done.put("Type", type);
        done.set("EntityRef", context.reference(list, entity, "EntityRef"));
        return Optional.of(done);
    }

    /** Lines on receivables need a customer, lines on payables a vendor; recorded wording [R]. */
    private static void checkControlAccount(NameFacts account, String entityType) {
        if (account.kind() == AccountKind.ACCOUNTS_RECEIVABLE && !entityType.equals("Customer")) {
            throw QuickBooksFault.business(
                    "When you use Accounts Receivable, you must choose a customer in the Name field.");
        }
        if (account.kind() == AccountKind.ACCOUNTS_PAYABLE && !entityType.equals("Vendor")) {
            throw QuickBooksFault.business(
                    "When you use Accounts Payable, you must choose a vendor in the Name field.");
        }
    }

    private static long signed(JsonNode line) {
        long cents = Amounts.cents(line.path("Amount"));
        return line.path(DETAIL).path("PostingType").asText().equals("Debit") ? cents : -cents;
    }

    @Override
    public List<LedgerLine> post(ObjectNode entity) {
        var posted = new ArrayList<LedgerLine>();
        for (JsonNode line : entity.path("Line")) {
            JsonNode detail = line.path(DETAIL);
            boolean customer = Json.string(detail.path("Entity"), "Type").equals("Customer");
            posted.add(new LedgerLine(
                    EntityRules.id(detail, "AccountRef"),
                    signed(line),
                    EntityRules.id(detail, "ClassRef"),
                    EntityRules.id(detail, "DepartmentRef"),
                    customer ? EntityType.CUSTOMER : EntityType.VENDOR,
                    EntityRules.id(detail.path("Entity"), "EntityRef"),
                    Json.string(line, "Description")));
        }
        return List.copyOf(posted);
    }
}
