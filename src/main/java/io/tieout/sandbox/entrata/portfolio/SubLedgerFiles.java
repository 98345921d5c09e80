package io.tieout.sandbox.entrata.portfolio;

import static io.tieout.sandbox.entrata.portfolio.DataFile.cents;
import static io.tieout.sandbox.entrata.portfolio.DataFile.date;
import static io.tieout.sandbox.entrata.portfolio.DataFile.id;
import static io.tieout.sandbox.entrata.portfolio.DataFile.ids;
import static io.tieout.sandbox.entrata.portfolio.DataFile.month;
import static io.tieout.sandbox.entrata.portfolio.DataFile.optionalId;
import static io.tieout.sandbox.entrata.portfolio.DataFile.text;

import com.fasterxml.jackson.databind.JsonNode;
import io.tieout.sandbox.entrata.office.ApCode;
import io.tieout.sandbox.entrata.office.ApInvoice;
import io.tieout.sandbox.entrata.office.ArCode;
import io.tieout.sandbox.entrata.office.ArInvoice;
import io.tieout.sandbox.entrata.office.ArPayment;
import io.tieout.sandbox.entrata.office.ArTransaction;
import io.tieout.sandbox.entrata.office.BankAccount;
import io.tieout.sandbox.entrata.office.Lease;
import io.tieout.sandbox.entrata.office.Payables;
import io.tieout.sandbox.entrata.office.Receivables;
import io.tieout.sandbox.entrata.office.Vendor;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** The sub-ledger halves of a portfolio's data files. */
final class SubLedgerFiles {

    private SubLedgerFiles() {}

    static void receivables(Receivables receivables, JsonNode file) {
        file.required("arCodes").forEach(c -> receivables.add(arCode(c)));
        file.required("leases").forEach(l -> receivables.add(lease(l)));
        file.required("transactions").forEach(t -> receivables.add(transaction(t)));
        file.required("payments").forEach(p -> receivables.add(payment(p)));
        file.required("invoices").forEach(i -> receivables.add(arInvoice(i)));
    }

    static void payables(Payables payables, JsonNode file) {
        file.required("vendors").forEach(v -> payables.add(vendor(v)));
        file.required("invoices").forEach(i -> payables.add(apInvoice(i)));
        file.required("apCodes")
                .forEach(c -> payables.add(new ApCode(
                        id(c, "categoryId"),
                        text(c, "category"),
                        id(c, "id"),
                        text(c, "name"),
                        id(c, "account"),
                        (int) id(c, "typeId"),
                        text(c, "type"))));
    }

    static BankAccount bankAccount(JsonNode b) {
        return new BankAccount(
                id(b, "id"),
                text(b, "name"),
                (int) id(b, "typeId"),
                text(b, "type"),
                text(b, "bank"),
                id(b, "nextCheckNumber"),
                list(
                        b.required("properties"),
                        u -> new BankAccount.Use(
                                u.required(0).asLong(),
                                u.required(1).asLong(),
                                u.required(2).asLong())));
    }

    static ArCode arCode(JsonNode c) {
        return new ArCode(
                id(c, "id"),
                (int) id(c, "code"),
                text(c, "name"),
                text(c, "codeType"),
                text(c, "chargeUsage"),
                text(c, "chargeTiming"),
                id(c, "debit"),
                id(c, "credit"));
    }

    private static Lease lease(JsonNode l) {
        return new Lease(
                id(l, "id"),
                id(l, "property"),
                id(l, "unitId"),
                id(l, "unitSpaceId"),
                text(l, "unit"),
                (int) id(l, "status"),
                l.path("otherIncome").asBoolean(false),
                id(l, "interval"),
                new Lease.Customer(id(l, "customer"), text(l, "firstName"), text(l, "lastName"), text(l, "email")));
    }

    private static ArTransaction transaction(JsonNode t) {
        return new ArTransaction(
                id(t, "id"),
                id(t, "lease"),
                (int) id(t, "ledger"),
                (int) id(t, "type"),
                id(t, "code"),
                text(t, "description"),
                date(t, "date"),
                month(t, "postMonth"),
                t.path("temporary").asBoolean(false),
                cents(t, "amount"),
                cents(t, "paid"),
                new ArTransaction.Links(
                        optionalId(t, "scheduledCharge"),
                        ids(t, "credits"),
                        optionalId(t, "payment"),
                        optionalId(t, "original"),
                        optionalId(t, "reversedBy")));
    }

    private static ArPayment payment(JsonNode p) {
        return new ArPayment(
                id(p, "id"),
                id(p, "lease"),
                cents(p, "amount"),
                (int) id(p, "typeId"),
                text(p, "type"),
                (int) id(p, "statusId"),
                text(p, "status"),
                LocalDateTime.parse(text(p, "date")),
                LocalDateTime.parse(text(p, "captured")),
                LocalDateTime.parse(text(p, "distributed")),
                p.has("returned") ? Optional.of(LocalDateTime.parse(text(p, "returned"))) : Optional.empty(),
                list(
                        p.required("allocations"),
                        a -> new ArPayment.Allocation(
                                id(a, "transaction"), id(a, "code"), date(a, "date"), cents(a, "amount"))));
    }

    private static ArInvoice arInvoice(JsonNode i) {
        return new ArInvoice(
                id(i, "id"),
                id(i, "lease"),
                id(i, "number"),
                date(i, "date"),
                date(i, "due"),
                text(i, "type"),
                list(
                        i.required("transactions"),
                        t -> new ArInvoice.Item(id(t, "id"), date(t, "due"), date(t, "from"), date(t, "to"))));
    }

    private static Vendor vendor(JsonNode v) {
        return new Vendor(
                id(v, "id"),
                text(v, "name"),
                text(v, "externalId"),
                id(v, "termId"),
                text(v, "term"),
                id(v, "categoryId"),
                text(v, "category"),
                id(v, "legalEntityId"),
                text(v, "taxId"),
                id(v, "remittanceId"),
                id(v, "contactId"),
                new Vendor.Location(id(v, "locationId"), text(v, "location"), text(v, "code")),
                id(v, "accountId"),
                id(v, "glAccount"),
                list(v.required("properties"), JsonNode::asLong),
                date(v, "modified"));
    }

    private static ApInvoice apInvoice(JsonNode i) {
        var month = month(i, "postMonth");
        return new ApInvoice(
                id(i, "id"),
                text(i, "number"),
                text(i, "type"),
                optionalId(i, "vendor"),
                optionalId(i, "refundLease"),
                date(i, "date"),
                date(i, "due"),
                month,
                i.path("posted").asBoolean(true),
                text(i, "status"),
                optionalId(i, "reversal"),
                list(i.required("lines"), SubLedgerFiles::apLine),
                list(
                        i.required("payments"),
                        p -> new ApInvoice.Payment(
                                id(p, "id"),
                                id(p, "bank"),
                                text(p, "type"),
                                text(p, "status"),
                                date(p, "date"),
                                month,
                                text(p, "number"),
                                cents(p, "amount"),
                                p.required("reversed").asBoolean())));
    }

    private static ApInvoice.Line apLine(JsonNode l) {
        return new ApInvoice.Line(
                id(l, "id"),
                id(l, "property"),
                id(l, "account"),
                text(l, "description"),
                cents(l, "amount"),
                cents(l, "due"),
                ids(l, "payments"),
                l.has("building") ? Optional.of(text(l, "building")) : Optional.empty());
    }

    private static <T> List<T> list(JsonNode array, Function<JsonNode, T> each) {
        var all = new ArrayList<T>();
        array.forEach(node -> all.add(each.apply(node)));
        return List.copyOf(all);
    }
}
