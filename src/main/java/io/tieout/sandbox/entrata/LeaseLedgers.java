package io.tieout.sandbox.entrata;

import static io.tieout.sandbox.entrata.answer.Leaves.date;
import static io.tieout.sandbox.entrata.answer.Leaves.flag;
import static io.tieout.sandbox.entrata.answer.Leaves.id;
import static io.tieout.sandbox.entrata.answer.Leaves.money;
import static io.tieout.sandbox.entrata.answer.Leaves.number;
import static io.tieout.sandbox.entrata.answer.Leaves.text;

import io.tieout.sandbox.entrata.answer.DateForm;
import io.tieout.sandbox.entrata.answer.FlagForm;
import io.tieout.sandbox.entrata.answer.Leaves;
import io.tieout.sandbox.entrata.answer.MoneyForm;
import io.tieout.sandbox.entrata.answer.MonthForm;
import io.tieout.sandbox.entrata.answer.Obj;
import io.tieout.sandbox.entrata.answer.Pair;
import io.tieout.sandbox.entrata.answer.Shape;
import io.tieout.sandbox.entrata.office.ArCode;
import io.tieout.sandbox.entrata.office.ArTransaction;
import io.tieout.sandbox.entrata.office.Lease;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * artransactions/getLeaseArTransactions r1: resident ledgers of one property, paged by lease (entrata-api.md section 5).
 *
 * <p>A ledger's balance is of all its rows, whatever is shown. A ledger with nothing to show and no balance is left out, and so
 * is a lease without ledgers: that is how the worked example stays free of the deposits ledger.
 */
final class LeaseLedgers {

    private static final Map<Integer, String> LEDGERS = Map.of(11, "Resident", 12, "Deposits");

    private LeaseLedgers() {}

    static Shape answer(Call call) {
        var property = call.property(call.requiredId("propertyId"));
        var window = LeaseWindow.of(call.params());
        var shown = new ArrayList<Lease>();
        for (var lease : window.leasesOf(call, property.id())) {
            if (!ledgers(call, lease, window).isEmpty()) {
                shown.add(lease);
            }
        }
        var list = Pair.collapsing("lease");
        call.pages().of(shown).forEach(lease -> list.add(lease.id(), lease(call, lease, window)));
        return Obj.of().put("leases", list);
    }

    private record Ledger(int id, long balanceMinor, List<ArTransaction> rows) {}

    private static Collection<Ledger> ledgers(Call call, Lease lease, LeaseWindow window) {
        var byId = new TreeMap<Integer, Ledger>();
        for (var row : call.office().receivables().ledgerOf(lease.id())) {
            var counted = row.temporary() ? 0 : row.amountMinor();
            var ledger = byId.getOrDefault(row.ledgerId(), new Ledger(row.ledgerId(), 0, new ArrayList<>()));
            if (window.shows(row)) {
                ledger.rows().add(row);
            }
            byId.put(row.ledgerId(), new Ledger(row.ledgerId(), ledger.balanceMinor() + counted, ledger.rows()));
        }
        byId.values()
                .removeIf(l -> l.balanceMinor() == 0 && l.rows().isEmpty()
                        || !window.ledgers()
                                .map(ids -> ids.contains((long) l.id()))
                                .orElse(true));
        return byId.values();
    }

    private static Shape lease(Call call, Lease lease, LeaseWindow window) {
        var customer = lease.customer();
        var ledgers = Pair.collapsing("ledger");
        ledgers(call, lease, window).forEach(l -> ledgers.add(l.id(), ledger(call, lease, l)));
        var under = call.habits().ledgersUnderLease();
        var person = Obj.of()
                .put("id", id(customer.id()))
                .put("firstName", text(customer.firstName()))
                .put("lastName", text(customer.lastName()))
                .put("isActiveBankruptcy", flag(false, FlagForm.BOOLEAN));
        return Obj.of()
                .put("id", id(lease.id()))
                .put("propertyId", id(lease.propertyId()))
                .put("unitSpaceId", id(lease.unitSpaceId()))
                // Beside customer inside customers, as documented; working code elsewhere finds it under lease.
                .put("customers", Obj.of().put("customer", person).putIf(!under, "ledgers", ledgers))
                .putIf(under, "ledgers", ledgers);
    }

    private static Shape ledger(Call call, Lease lease, Ledger ledger) {
        var rows = Pair.array("transaction");
        ledger.rows().forEach(row -> rows.add(row.id(), row(call, lease, row)));
        return Obj.of()
                .put("id", number(ledger.id()))
                .put("name", text(LEDGERS.getOrDefault(ledger.id(), "Other")))
                .put("balance", money(ledger.balanceMinor(), MoneyForm.NUMBER))
                .put("pastDueBalance", money(Math.max(0, ledger.balanceMinor()), MoneyForm.NUMBER))
                .put("writeOff", number(0))
                .put("transactions", rows);
    }

    private static Shape row(Call call, Lease lease, ArTransaction row) {
        var links = row.links();
        var code = call.office()
                .receivables()
                .code(row.arCodeId())
                .map(ArCode::name)
                .orElse("");
        return Obj.of()
                .put("id", id(row.id()))
                .put("transactionTypeId", number(row.typeId()))
                .put("arCodeId", id(row.arCodeId()))
                .put("arCodeName", text(code))
                .put("leaseIntervalId", id(lease.intervalId()))
                .put("description", text(row.description()))
                .put("transactionDate", date(row.date(), DateForm.US))
                .put("postDate", date(row.date(), DateForm.US))
                .put("postMonth", Leaves.month(row.postMonth(), MonthForm.US_DAY))
                .put("isTemporary", flag(row.temporary(), FlagForm.BOOLEAN))
                .put("balanceDue", money(row.balanceDueMinor(), MoneyForm.NUMBER))
                .put("amount", money(row.amountMinor(), MoneyForm.NUMBER))
                .put("amountPaid", money(row.paidMinor(), MoneyForm.NUMBER))
                .putIf(
                        links.scheduledChargeId().isPresent(),
                        "scheduledChargeId",
                        id(links.scheduledChargeId().orElse(0)))
                .putIf(
                        !links.creditIds().isEmpty(),
                        "creditArTransactionIds",
                        text(PickLists.joined(links.creditIds())))
                .putIf(
                        links.paymentId().isPresent(),
                        "arPaymentId",
                        id(links.paymentId().orElse(0)))
                .putIf(
                        links.originalId().isPresent(),
                        "originalArTransactionId",
                        id(links.originalId().orElse(0)))
                .putIf(
                        links.reversedById().isPresent(),
                        "reverseArTransactionId",
                        id(links.reversedById().orElse(0)));
    }
}
