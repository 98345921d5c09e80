package io.tieout.sandbox.quickbooks;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Bills and vendor credits: lines on expense accounts against accounts payable; class per line, location in the header
 * [I]. A bill credits payables, a vendor credit debits them.
 */
final class PurchaseRules implements EntityRules {
    private static final String DETAIL = "AccountBasedExpenseLineDetail";

    private final EntityType type;

    PurchaseRules(EntityType type) {
        this.type = type;
    }

    @Override
    public ObjectNode complete(WriteContext context, ObjectNode input, Optional<Stored> before) {
        ObjectNode done = Json.object();
        JsonNode lines = input.path("Line");
        if (!lines.isArray() || lines.isEmpty()) {
            throw QuickBooksFault.missing("Line");
        }
        done.set("VendorRef", context.reference(EntityType.VENDOR, input, "VendorRef"));
        done.set("APAccountRef", payables(context, input));
        context.header(type, input, done, before);
        context.department(input, done);
        if (type == EntityType.BILL) {
            String due = Json.string(input, "DueDate");
            // Without terms the due date is the transaction date [K].
            done.put(
                    "DueDate",
                    due.isEmpty()
                            ? Json.string(done, "TxnDate")
                            : Stamps.date(due).toString());
        }
        ArrayNode completed = done.putArray("Line");
        var ids = new LineIds(lines, before.isPresent(), 1);
        long total = 0;
        for (JsonNode line : lines) {
            ObjectNode one = line(context, line, completed.size() + 1);
            one.put("Id", ids.next(line));
            completed.add(one);
            total += Amounts.cents(one.path("Amount"));
        }
        if (total < 0) {
            throw QuickBooksFault.business(
                    "Transaction total must not be negative; use a vendor credit instead"); // [K]
        }
        done.set("TotalAmt", Amounts.number(total));
        settle(done, total, before);
        return done;
    }

    /** What payments have taken from the total stays taken. */
    private static void settle(ObjectNode done, long total, Optional<Stored> before) {
        long paid = 0;
        if (before.isPresent()) {
            ObjectNode old = Json.stored(before.get().json());
            paid = Amounts.cents(old.path("TotalAmt")) - Amounts.cents(old.path("Balance"));
            if (old.has("LinkedTxn")) {
                done.set("LinkedTxn", old.path("LinkedTxn").deepCopy());
            }
        }
        if (paid > total) {
            throw QuickBooksFault.business("The amount paid exceeds the new total of the transaction"); // [K]
        }
        done.set("Balance", Amounts.number(total - paid));
    }

    private static ObjectNode payables(WriteContext context, JsonNode input) {
        Optional<ObjectNode> given = context.optionalReference(EntityType.ACCOUNT, input, "APAccountRef");
        if (given.isPresent()) {
            NameFacts facts = context.facts(EntityType.ACCOUNT, Json.string(given.get(), "value"));
            if (facts.kind() != AccountKind.ACCOUNTS_PAYABLE) {
                throw QuickBooksFault.business("The AP account must be of type Accounts Payable");
            }
            return given.get();
        }
        NameFacts usual = context.books().store(EntityType.ACCOUNT).all().stream()
                .flatMap(stored -> context.books().account(stored.id()).stream())
                .filter(facts -> facts.kind() == AccountKind.ACCOUNTS_PAYABLE && facts.active())
                .findFirst()
                .orElseThrow(() -> QuickBooksFault.missing("APAccountRef"));
        return Json.object().put("value", String.valueOf(usual.id())).put("name", usual.fullName());
    }

    private static ObjectNode line(WriteContext context, JsonNode line, int lineNumber) {
        String detailType = Json.string(line, "DetailType");
        if (detailType.isEmpty()) {
            throw QuickBooksFault.missing("Line.DetailType");
        }
        if (!detailType.equals(DETAIL)) {
            throw QuickBooksFault.badEnumeration("DetailType", detailType);
        }
        if (Json.string(line, "Amount").isEmpty()) {
            throw QuickBooksFault.missing("Line.Amount");
        }
        ObjectNode done = Json.object();
        done.put("Id", "");
        done.put("LineNum", lineNumber);
        context.description(line, done);
        done.set("Amount", Amounts.number(Amounts.cents(line.path("Amount"))));
        done.put("DetailType", DETAIL);
        JsonNode detail = line.path(DETAIL);
        ObjectNode completed = done.putObject(DETAIL);
        completed.set("AccountRef", context.reference(EntityType.ACCOUNT, detail, "AccountRef"));
        context.klass(detail, completed);
        context.optionalReference(EntityType.CUSTOMER, detail, "CustomerRef")
                .ifPresent(ref -> completed.set("CustomerRef", ref));
        String billable = Json.string(detail, "BillableStatus");
        completed.put("BillableStatus", billable.isEmpty() ? "NotBillable" : billable);
        completed.putObject("TaxCodeRef").put("value", "NON");
        return done;
    }

    @Override
    public List<LedgerLine> post(ObjectNode entity) {
        int sign = type == EntityType.BILL ? 1 : -1;
        long department = EntityRules.id(entity, "DepartmentRef");
        long vendor = EntityRules.id(entity, "VendorRef");
        var posted = new ArrayList<LedgerLine>();
        posted.add(new LedgerLine(
                EntityRules.id(entity, "APAccountRef"),
                -sign * Amounts.cents(entity.path("TotalAmt")),
                0,
                department,
                EntityType.VENDOR,
                vendor,
                Json.string(entity, "PrivateNote")));
        for (JsonNode line : entity.path("Line")) {
            JsonNode detail = line.path(DETAIL);
            posted.add(new LedgerLine(
                    EntityRules.id(detail, "AccountRef"),
                    sign * Amounts.cents(line.path("Amount")),
                    EntityRules.id(detail, "ClassRef"),
                    department,
                    EntityType.VENDOR,
                    vendor,
                    Json.string(line, "Description")));
        }
        return List.copyOf(posted);
    }
}
