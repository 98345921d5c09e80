package io.tieout.sandbox.entrata;

import static io.tieout.sandbox.entrata.answer.Leaves.date;
import static io.tieout.sandbox.entrata.answer.Leaves.id;
import static io.tieout.sandbox.entrata.answer.Leaves.idText;
import static io.tieout.sandbox.entrata.answer.Leaves.money;
import static io.tieout.sandbox.entrata.answer.Leaves.text;

import io.tieout.sandbox.entrata.answer.DateForm;
import io.tieout.sandbox.entrata.answer.MoneyForm;
import io.tieout.sandbox.entrata.answer.Obj;
import io.tieout.sandbox.entrata.answer.Pair;
import io.tieout.sandbox.entrata.answer.Shape;
import io.tieout.sandbox.entrata.office.ArCode;
import io.tieout.sandbox.entrata.office.ArPayment;
import io.tieout.sandbox.entrata.office.ArTransaction;
import io.tieout.sandbox.entrata.office.Lease;
import io.tieout.sandbox.entrata.office.OfficeProperty;

/**
 * artransactions/getMitsLeaseArTransactions r1: the flat form of one lease, which the documentation's classes agree with
 * (entrata-api.md section 5). Without {@code leaseId} the first lease with rows is shown: the form for several is not known.
 */
final class MitsLedgers {

    private MitsLedgers() {}

    static Shape answer(Call call) {
        var property = call.property(call.requiredId("propertyId"));
        var window = LeaseWindow.of(call.params());
        var leases = window.leasesOf(call, property.id());
        var transactions = Obj.of().put("Property", property(property));
        if (!leases.isEmpty()) {
            lease(call, leases.get(0), window, transactions);
        }
        return Obj.of().put("ResidentTransactions", transactions);
    }

    private static Shape property(OfficeProperty p) {
        return Obj.of()
                .put("PropertyID", Obj.of().put("Identification", identification("Property ID", p.id())))
                .put("MarketingName", text(p.name()));
    }

    private static Obj identification(String type, long id) {
        return Obj.of().attr("IDType", text(type)).put("IDValue", id(id));
    }

    private static void lease(Call call, Lease lease, LeaseWindow window, Obj into) {
        var name = Obj.of()
                .put("FirstName", text(lease.customer().firstName()))
                .put("LastName", text(lease.customer().lastName()));
        var customer = Obj.of()
                .put(
                        "Identification",
                        identification("Customer ID", lease.customer().id()))
                .put("Name", name);
        var rows = Pair.bare();
        var paymentsOnly = call.params().flag("includePaymentsOnly");
        for (var payments : new boolean[] {false, true}) {
            for (var row : call.office().receivables().ledgerOf(lease.id())) {
                var isPayment = row.links().paymentId().isPresent() && row.amountMinor() < 0;
                if (window.shows(row) && isPayment == payments && (payments || !paymentsOnly)) {
                    rows.add(row.id(), isPayment ? payment(call, row) : charge(call, row));
                }
            }
        }
        into.put(
                        "RT_Customer",
                        Obj.of()
                                .put("Identification", identification("Lease ID", lease.id()))
                                .put("Customers", Obj.of().put("Customer", customer)))
                .put(
                        "Unit",
                        Obj.of()
                                .put("Identification", identification("Unit ID", lease.unitId()))
                                .put("MarketingName", text(lease.unit())))
                .put("RTServiceTransactions", Obj.of().put("Transactions", rows));
    }

    private static Shape charge(Call call, ArTransaction row) {
        var code = call.office()
                .receivables()
                .code(row.arCodeId())
                .map(ArCode::name)
                .orElse("");
        var original = row.links().originalId();
        var detail = Obj.of()
                .put("Description", text(row.description()))
                .put("TransactionDate", date(row.date(), DateForm.US))
                .putIf(
                        row.links().scheduledChargeId().isPresent() || original.isEmpty(),
                        "ServiceToDate",
                        date(row.postMonth().atEndOfMonth(), DateForm.US))
                .put("TransactionID", id(row.id()))
                .put("ChargeCode", text(code))
                .put("SupplementalID", Obj.of().put("Identification", identification("Ar Code ID", row.arCodeId())))
                .put("BalanceDue", money(row.balanceDueMinor(), MoneyForm.PLAIN))
                .put("Amount", money(row.amountMinor(), MoneyForm.PLAIN))
                .putIf(original.isPresent(), "ReversalTranID", idText(original.orElse(0)));
        return Obj.of().put("Charge", Obj.of().put("Detail", detail));
    }

    private static Shape payment(Call call, ArTransaction row) {
        var type = call.office()
                .receivables()
                .payment(row.links().paymentId().orElse(0))
                .map(ArPayment::type)
                .orElse("");
        var detail = Obj.of()
                .put("Description", text(row.description()))
                .put("TransactionID", id(row.id()))
                .put("AmountPaid", money(-row.amountMinor(), MoneyForm.PLAIN))
                .put("BalanceDue", money(row.balanceDueMinor(), MoneyForm.PLAIN));
        return Obj.of().put("Payment", Obj.of().attr("PaymentType", text(type)).put("Detail", detail));
    }
}
