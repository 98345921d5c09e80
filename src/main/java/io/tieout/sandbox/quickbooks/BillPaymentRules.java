package io.tieout.sandbox.quickbooks;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Optional;

/**
 * Bill payments: bank or card against payables, linked to bills; vendor credits are applied by linking them too [I].
 * Money leaves for the bills linked less the credits linked.
 */
final class BillPaymentRules implements EntityRules {

    @Override
    public ObjectNode complete(WriteContext context, ObjectNode input, Optional<Stored> before) {
        ObjectNode done = Json.object();
        done.set("VendorRef", context.reference(EntityType.VENDOR, input, "VendorRef"));
        if (Json.string(input, "TotalAmt").isEmpty()) {
            throw QuickBooksFault.missing("TotalAmt");
        }
        long total = Amounts.cents(input.path("TotalAmt"));
        if (total < 0) {
            throw QuickBooksFault.negativeAmount();
        }
        payment(context, input, done);
        context.header(EntityType.BILL_PAYMENT, input, done, before);
        context.department(input, done);
        done.set("TotalAmt", Amounts.number(total));
        ArrayNode lines = done.putArray("Line");
        long applied = 0;
        for (JsonNode line : input.path("Line")) {
            applied += line(context, line, lines, Json.reference(done, "VendorRef"));
        }
        if (applied > total) {
            throw QuickBooksFault.business("The amounts applied exceed the total of the payment"); // [K]
        }
        return done;
    }

    private static void payment(WriteContext context, JsonNode input, ObjectNode done) {
        String payType = Json.string(input, "PayType");
        done.put("PayType", payType);
        switch (payType) {
            case "Check" -> account(context, input, done, "CheckPayment", "BankAccountRef", AccountKind.BANK);
            case "CreditCard" ->
                account(context, input, done, "CreditCardPayment", "CCAccountRef", AccountKind.CREDIT_CARD);
            case "" -> throw QuickBooksFault.missing("PayType");
            default -> throw QuickBooksFault.badEnumeration("PayType", payType);
        }
        NameFacts payables = context.books().store(EntityType.ACCOUNT).all().stream()
                .flatMap(stored -> context.books().account(stored.id()).stream())
                .filter(facts -> facts.kind() == AccountKind.ACCOUNTS_PAYABLE && facts.active())
                .findFirst()
                .orElseThrow(() -> QuickBooksFault.missing("APAccountRef"));
        Optional<ObjectNode> given = context.optionalReference(EntityType.ACCOUNT, input, "APAccountRef");
        done.set(
                "APAccountRef",
                given.orElse(Json.object()
                        .put("value", String.valueOf(payables.id()))
                        .put("name", payables.fullName())));
    }

    private static void account(
            WriteContext context, JsonNode input, ObjectNode done, String member, String reference, AccountKind kind) {
        ObjectNode account = context.reference(EntityType.ACCOUNT, input.path(member), reference);
        if (context.facts(EntityType.ACCOUNT, Json.string(account, "value")).kind() != kind) {
            throw QuickBooksFault.business("The account paid from must be of type " + kind.word());
        }
        done.putObject(member).set(reference, account);
    }

    /** Adds one line; returns what it takes from the payment, negative for a credit. */
    private static long line(WriteContext context, JsonNode line, ArrayNode lines, String vendor) {
        long cents = Amounts.cents(line.path("Amount"));
        if (cents <= 0) {
            throw QuickBooksFault.negativeAmount();
        }
        JsonNode linked = line.path("LinkedTxn").path(0);
        String type = Json.string(linked, "TxnType");
        EntityType target = switch (type) {
            case "Bill" -> EntityType.BILL;
            case "VendorCredit" -> EntityType.VENDOR_CREDIT;
            case "" -> throw QuickBooksFault.missing("LinkedTxn");
            default -> throw QuickBooksFault.badEnumeration("LinkedTxn.TxnType", type);
        };
        String id = Json.string(linked, "TxnId");
        Stored document = (id.matches("\\d{1,18}")
                        ? context.books().store(target).get(Long.parseLong(id))
                        : Optional.<Stored>empty())
                .orElseThrow(() -> QuickBooksFault.badReference(target.kind(), id));
        ObjectNode json = Json.stored(document.json());
        if (!Json.reference(json, "VendorRef").equals(vendor)) {
            throw QuickBooksFault.business("The linked transaction belongs to another vendor");
        }
        if (cents > Amounts.cents(json.path("Balance"))) {
            throw QuickBooksFault.business(
                    "The amount applied exceeds the open balance of the linked transaction"); // [K]
        }
        ObjectNode done = lines.addObject();
        done.set("Amount", Amounts.number(cents));
        done.putArray("LinkedTxn").addObject().put("TxnId", id).put("TxnType", type);
        return target == EntityType.BILL ? cents : -cents;
    }

    @Override
    public List<LedgerLine> post(ObjectNode entity) {
        long cents = Amounts.cents(entity.path("TotalAmt"));
        long department = EntityRules.id(entity, "DepartmentRef");
        long vendor = EntityRules.id(entity, "VendorRef");
        String memo = Json.string(entity, "PrivateNote");
        long paidFrom = entity.has("CheckPayment")
                ? EntityRules.id(entity.path("CheckPayment"), "BankAccountRef")
                : EntityRules.id(entity.path("CreditCardPayment"), "CCAccountRef");
        return List.of(
                new LedgerLine(paidFrom, -cents, 0, department, EntityType.VENDOR, vendor, memo),
                new LedgerLine(
                        EntityRules.id(entity, "APAccountRef"), cents, 0, department, EntityType.VENDOR, vendor, memo));
    }
}
