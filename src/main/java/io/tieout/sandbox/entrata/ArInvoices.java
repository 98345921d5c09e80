package io.tieout.sandbox.entrata;

import static io.tieout.sandbox.entrata.answer.Leaves.date;
import static io.tieout.sandbox.entrata.answer.Leaves.id;
import static io.tieout.sandbox.entrata.answer.Leaves.idText;
import static io.tieout.sandbox.entrata.answer.Leaves.money;
import static io.tieout.sandbox.entrata.answer.Leaves.number;
import static io.tieout.sandbox.entrata.answer.Leaves.text;

import io.tieout.sandbox.entrata.answer.DateForm;
import io.tieout.sandbox.entrata.answer.MoneyForm;
import io.tieout.sandbox.entrata.answer.Obj;
import io.tieout.sandbox.entrata.answer.Pair;
import io.tieout.sandbox.entrata.answer.Shape;
import io.tieout.sandbox.entrata.office.ArCode;
import io.tieout.sandbox.entrata.office.ArInvoice;
import io.tieout.sandbox.entrata.office.ArPayment;
import io.tieout.sandbox.entrata.office.ArTransaction;
import io.tieout.sandbox.entrata.office.Lease;
import java.util.ArrayList;
import java.util.Map;

/**
 * artransactions/getArInvoices r1: statements of one property (entrata-api.md section 5). The date filter is presumably the
 * invoice date. A payment below a transaction shows its whole amount, not the part applied there.
 */
final class ArInvoices {

    /** State names, which this method writes out in the worked example. */
    private static final Map<String, String> STATES =
            Map.of("ID", "Idaho", "WA", "Washington", "CO", "Colorado", "TX", "Texas");

    private ArInvoices() {}

    static Shape answer(Call call) {
        var property = call.property(call.requiredId("propertyId"));
        var params = call.params();
        var leases = params.ids("leaseIds");
        var only = params.id("arInvoiceId");
        var days = new GlWindow.Days(params.date("fromDate"), params.date("toDate"));
        var found = new ArrayList<ArInvoice>();
        for (var invoice : call.office().receivables().invoices()) {
            var lease = lease(call, invoice);
            if (lease.propertyId() == property.id()
                    && leases.map(ids -> ids.contains(lease.id())).orElse(true)
                    && only.orElse(invoice.id()) == invoice.id()
                    && days.contain(invoice.date())) {
                found.add(invoice);
            }
        }
        var list = Pair.array("arInvoice");
        call.pages().of(found).forEach(invoice -> list.add(invoice.id(), invoice(call, invoice)));
        return Obj.of().put("arInvoices", list);
    }

    private static Lease lease(Call call, ArInvoice invoice) {
        return call.office().receivables().lease(invoice.leaseId()).orElseThrow();
    }

    private static Shape invoice(Call call, ArInvoice i) {
        var lease = lease(call, i);
        var address = call.office().property(lease.propertyId()).orElseThrow().address();
        var transactions = Pair.array("arTransaction");
        var subTotal = 0L;
        for (var item : i.items()) {
            var row = call.office().receivables().transaction(item.transactionId());
            if (row.isPresent()) {
                subTotal += row.get().amountMinor();
                transactions.add(row.get().id(), transaction(call, row.get(), item));
            }
        }
        return Obj.of()
                .put("id", id(i.id()))
                .put("propertyId", id(lease.propertyId()))
                .put("unitId", id(lease.unitId()))
                .put("leaseId", id(lease.id()))
                .put("invoiceNumber", number(i.number()))
                .put("invoiceDate", date(i.date(), DateForm.ISO))
                .put("invoiceDueDate", date(i.due(), DateForm.ISO))
                .put("customerId", idText(lease.customer().id()))
                .put("customerName", text(lease.customer().fullName()))
                .put("streetLine1", text(address.street() + " #" + lease.unit()))
                .put("city", text(address.city()))
                .put("state", text(STATES.getOrDefault(address.state(), address.state())))
                .put("postalCode", text(address.postalCode()))
                .put("country", text("US"))
                .put("note", text(""))
                .put("invoiceType", text(i.type()))
                .put("invoiceSubTotal", money(subTotal, MoneyForm.PLAIN))
                .put("totalTaxAmount", number(0))
                .put("arTransactions", transactions);
    }

    private static Shape transaction(Call call, ArTransaction row, ArInvoice.Item item) {
        var payments = Pair.array("arPayment");
        var any = false;
        for (var credit : row.links().creditIds()) {
            var payment = call.office()
                    .receivables()
                    .transaction(credit)
                    .flatMap(t -> t.links().paymentId().isPresent()
                            ? call.office()
                                    .receivables()
                                    .payment(t.links().paymentId().getAsLong())
                            : java.util.Optional.empty());
            if (payment.isPresent()) {
                any = true;
                payments.add(payment.get().id(), payment(payment.get()));
            }
        }
        var code = call.office()
                .receivables()
                .code(row.arCodeId())
                .map(ArCode::name)
                .orElse("");
        return Obj.of()
                .put("id", id(row.id()))
                .put("arCodeId", id(row.arCodeId()))
                .put("arCodeName", text(code))
                .put("baseAmount", money(row.amountMinor(), MoneyForm.NUMBER))
                .put("taxRate", number(0))
                .put("taxAmount", number(0))
                .put("dueDate", date(item.due(), DateForm.ISO))
                .put("fromDate", date(item.from(), DateForm.ISO))
                .put("toDate", date(item.to(), DateForm.ISO))
                .putIf(any, "arPayments", payments);
    }

    private static Shape payment(ArPayment p) {
        return Obj.of()
                .put("arPaymentId", id(p.id()))
                .put("PaymentAmount", money(p.amountMinor(), MoneyForm.NUMBER))
                .put("PaymentDate", date(p.paidOn().toLocalDate(), DateForm.ISO))
                .put("PaymentTypeId", id(p.typeId()))
                .put("PaymentTypeName", text(p.type()))
                .put("PaymentStatusTypeId", id(p.statusId()))
                .put("PaymentStatusTypeName", text(p.status()));
    }
}
