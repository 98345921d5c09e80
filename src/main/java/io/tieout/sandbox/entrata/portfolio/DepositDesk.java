package io.tieout.sandbox.entrata.portfolio;

import static io.tieout.sandbox.entrata.portfolio.Scribe.credit;
import static io.tieout.sandbox.entrata.portfolio.Scribe.debit;

import io.tieout.sandbox.entrata.office.ArTransaction;
import io.tieout.sandbox.entrata.office.EntrataOffice;
import io.tieout.sandbox.entrata.portfolio.Scribe.Entry;
import io.tieout.sandbox.entrata.portfolio.Tenancy.Applied;
import io.tieout.sandbox.entrata.portfolio.Tenancy.Open;
import java.time.LocalDate;
import java.util.List;

/** Books security deposits: those held before the first month, and their application at move-out. */
final class DepositDesk {

    private static final int DEPOSIT_APPLIED = 3;
    private static final int REFUND = 4;

    private final EntrataOffice office;
    private final Scribe scribe;
    private final ResidentDesk desk;

    DepositDesk(EntrataOffice office, Scribe scribe, ResidentDesk desk) {
        this.office = office;
        this.scribe = scribe;
        this.desk = desk;
    }

    /** At move-out the deposit pays what is open; returns what is to be refunded. */
    long applyDeposit(Tenancy t, LocalDate date) {
        var deposit = t.depositHeld;
        if (deposit == 0) {
            return 0;
        }
        var applied = t.apply(deposit);
        var refund = deposit - Tenancy.sum(applied);
        var row = desk.row(t, DEPOSIT_APPLIED, Chart.DEPOSIT, "Deposit applied at move-out", date, -deposit, -deposit);
        office.receivables().add(row);
        desk.settle(applied, row.id());
        t.depositHeld = 0;
        var property = t.lease.propertyId();
        scribe.accrual(
                Entry.of(
                        property,
                        "AR Charge",
                        date,
                        "Charge - #" + row.id(),
                        "Security deposit applied, " + ResidentDesk.unit(t)),
                debit(Chart.DEPOSITS_HELD, deposit),
                credit(Chart.RECEIVABLES, deposit));
        if (!applied.isEmpty()) {
            scribe.cash(
                    Entry.of(
                            property,
                            "AR Allocation",
                            date,
                            "Allocation - #" + row.id(),
                            "Deposit applied, " + ResidentDesk.unit(t)),
                    ResidentDesk.legs(debit(Chart.DEPOSITS_HELD, deposit - refund), applied, 0));
        }
        if (refund > 0) {
            var paidOut = desk.row(t, REFUND, Chart.REFUND, "Refund to resident", date, refund, refund);
            office.receivables().add(paidOut.withPaid(refund, paidOut.links().paidBy(List.of(row.id()))));
        }
        return refund;
    }

    /** A deposit from before the first month: part of the openings, so the sub-ledger alone is written. */
    void earlierDeposit(Tenancy t, LocalDate date, long minor) {
        var paymentId = desk.nextPaymentId();
        var charge = desk.row(t, ResidentDesk.CHARGE, Chart.DEPOSIT, "Security deposit", date, minor, minor);
        var paid = desk.row(t, ResidentDesk.PAYMENT, Chart.PAYMENT, "ACH payment", date, -minor, -minor);
        office.receivables().add(inDepositLedger(charge, charge.links().paidBy(List.of(paid.id()))));
        office.receivables().add(inDepositLedger(paid, ArTransaction.Links.ofPayment(paymentId)));
        var open = new Open(charge.id(), Chart.DEPOSIT, Chart.DEPOSITS_HELD, 0);
        office.receivables()
                .add(ResidentDesk.payment(
                        t, paymentId, date, minor, ResidentDesk.Means.ACH, List.of(new Applied(open, minor))));
        t.depositHeld = minor;
    }

    private static ArTransaction inDepositLedger(ArTransaction r, ArTransaction.Links links) {
        return new ArTransaction(
                r.id(),
                r.leaseId(),
                Chart.DEPOSIT_LEDGER,
                r.typeId(),
                r.arCodeId(),
                r.description(),
                r.date(),
                r.postMonth(),
                false,
                r.amountMinor(),
                r.paidMinor(),
                links);
    }
}
