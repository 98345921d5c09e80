package io.tieout.sandbox.entrata;

import static io.tieout.sandbox.entrata.answer.Leaves.id;
import static io.tieout.sandbox.entrata.answer.Leaves.money;
import static io.tieout.sandbox.entrata.answer.Leaves.text;

import io.tieout.sandbox.entrata.answer.DateForm;
import io.tieout.sandbox.entrata.answer.Leaves;
import io.tieout.sandbox.entrata.answer.MoneyForm;
import io.tieout.sandbox.entrata.answer.Obj;
import io.tieout.sandbox.entrata.answer.Pair;
import io.tieout.sandbox.entrata.answer.Shape;
import io.tieout.sandbox.entrata.office.ArCode;
import io.tieout.sandbox.entrata.office.ArPayment;
import io.tieout.sandbox.entrata.office.Lease;
import io.tieout.sandbox.entrata.office.OfficeProperty;

/**
 * arpayments/getArPayments r1: payments of the whole company, naming the property by its name only, with no lease
 * (entrata-api.md section 5). Which date the filter means is not public; the payment date, inclusive, is assumed.
 */
final class ArPayments {

    private ArPayments() {}

    static Shape answer(Call call) {
        var params = call.params();
        var wanted = params.ids("arPaymentIds");
        var statuses = params.ids("paymentStatusTypeIds");
        var days = new GlWindow.Days(params.date("fromDate"), params.date("toDate"));
        var list = Pair.array("ArPayment");
        for (var payment : call.office().receivables().payments()) {
            var lease = call.office().receivables().lease(payment.leaseId()).orElseThrow();
            var asked = wanted.map(ids -> ids.contains(payment.id())).orElse(true)
                    && statuses.map(ids -> ids.contains((long) payment.statusId()))
                            .orElse(true);
            if (asked
                    && days.contain(payment.paidOn().toLocalDate())
                    && call.key().maySee(lease.propertyId())) {
                list.add(payment.id(), payment(call, payment, lease));
            }
        }
        return Obj.of().put("ArPayments", list);
    }

    private static Shape payment(Call call, ArPayment p, Lease lease) {
        var customer = lease.customer();
        var property = call.office()
                .property(lease.propertyId())
                .map(OfficeProperty::name)
                .orElse("");
        return Obj.of()
                .put("ArPaymentId", id(p.id()))
                .put("PropertyName", text(property))
                .put("CustomerId", id(customer.id()))
                .put("CustomerFirstName", text(customer.firstName()))
                .put("CustomerLastName", text(customer.lastName()))
                // Typed integer in the documentation, but units such as 3A exist.
                .put("UnitNumber", text(lease.unit()))
                .put("EmailAddress", text(customer.email()))
                .put("PaymentAmount", money(p.amountMinor(), MoneyForm.NUMBER))
                .put("PaymentDate", Leaves.dateTime(p.paidOn()))
                .put("PaymentType", text(p.type()))
                .put("PaymentStatus", text(p.status()))
                .put("ExternalId", Leaves.noId())
                .put("CurrencyCode", text("USD"))
                .put("CapturedOn", Leaves.dateTime(p.capturedOn()))
                .put("DistributeOn", Leaves.dateTime(p.distributeOn()))
                .put("ReturnedOn", p.returnedOn().map(Leaves::dateTime).orElse(Leaves.noId()))
                .putIf(call.params().flag("isIncludeAllocations"), "ArAllocations", allocations(call, p));
    }

    private static Shape allocations(Call call, ArPayment payment) {
        var list = Pair.array("ArAllocation");
        for (var a : payment.allocations()) {
            var code = call.office()
                    .receivables()
                    .code(a.arCodeId())
                    .map(ArCode::name)
                    .orElse("");
            list.add(
                    a.transactionId(),
                    Obj.of()
                            .put("ArTransactionId", id(a.transactionId()))
                            .put("ChargeCodeId", id(a.arCodeId()))
                            .put("ChargeCodeName", text(code))
                            .put("AllocationDateTime", Leaves.date(a.date(), DateForm.US))
                            .put("Amount", money(a.amountMinor(), MoneyForm.NUMBER)));
        }
        return list;
    }
}
