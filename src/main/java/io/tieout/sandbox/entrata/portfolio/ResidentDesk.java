package io.tieout.sandbox.entrata.portfolio;

import static io.tieout.sandbox.entrata.portfolio.Scribe.credit;
import static io.tieout.sandbox.entrata.portfolio.Scribe.debit;

import io.tieout.sandbox.entrata.office.ArPayment;
import io.tieout.sandbox.entrata.office.ArTransaction;
import io.tieout.sandbox.entrata.office.EntrataOffice;
import io.tieout.sandbox.entrata.office.ReturnedPayment;
import io.tieout.sandbox.entrata.portfolio.Scribe.Entry;
import io.tieout.sandbox.entrata.portfolio.Scribe.Leg;
import io.tieout.sandbox.entrata.portfolio.Tenancy.Applied;
import io.tieout.sandbox.entrata.portfolio.Tenancy.Open;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.TreeMap;

/**
 * Books the acts of residents: a charge, a payment, a return, an allocation. Each act writes the
 * sub-ledger, the accrual ledger and the cash ledger together, so that they tie (accounting.md T5).
 */
final class ResidentDesk {

    static final int CHARGE = 2;
    static final int PAYMENT = 1;

    /** How a payment was made: the type's id and name. */
    record Means(int typeId, String name) {
        static final Means ACH = new Means(5, "ACH");
        static final Means CHECK = new Means(2, "Check");
        static final Means CARD = new Means(7, "Visa");
    }

    /** A payment as booked. */
    record Paid(long paymentId, List<Applied> applied, long minor, LocalDate date) {}

    private final EntrataOffice office;
    private final Scribe scribe;
    private final Receipts receipts;
    private long nextTransaction = 300_000_001L;
    private long nextPayment = 500_000_001L;

    ResidentDesk(EntrataOffice office, Scribe scribe, Receipts receipts) {
        this.office = office;
        this.scribe = scribe;
        this.receipts = receipts;
    }

    static String unit(Tenancy t) {
        return "Unit #" + t.lease.unit();
    }

    ArTransaction row(Tenancy t, int type, long code, String description, LocalDate date, long amount, long paid) {
        return new ArTransaction(
                nextTransaction++,
                t.lease.id(),
                Chart.RESIDENT_LEDGER,
                type,
                code,
                description,
                date,
                YearMonth.from(date),
                false,
                amount,
                paid,
                ArTransaction.Links.NONE);
    }

    long nextPaymentId() {
        return nextPayment++;
    }

    /** A charge raises the receivable; nothing happens on the cash basis. */
    Open charge(Tenancy t, long codeId, LocalDate date, long minor, String what) {
        var code = office.receivables().code(codeId).orElseThrow();
        var row = row(t, CHARGE, codeId, what, date, minor, 0);
        office.receivables().add(row);
        var open = new Open(row.id(), codeId, code.creditAccountId(), minor);
        t.open.add(open);
        scribe.accrual(
                Entry.of(t.lease.propertyId(), "AR Charge", date, "Charge - #" + row.id(), what + ", " + unit(t)),
                debit(Chart.RECEIVABLES, minor),
                credit(code.creditAccountId(), minor));
        return open;
    }

    /** A concession is a negative charge, applied at once to the open charges; non-cash on the cash basis. */
    void concession(Tenancy t, LocalDate date, long minor) {
        var row = row(t, CHARGE, Chart.CONCESSION, "Concession", date, -minor, -minor);
        office.receivables().add(row);
        var applied = t.apply(minor);
        settle(applied, row.id());
        var property = t.lease.propertyId();
        scribe.accrual(
                Entry.of(property, "AR Charge", date, "Charge - #" + row.id(), "Concession, " + unit(t)),
                debit(Chart.CONCESSIONS, minor),
                credit(Chart.RECEIVABLES, minor));
        scribe.cash(
                Entry.of(
                        property, "AR Allocation", date, "Allocation - #" + row.id(), "Concession applied, " + unit(t)),
                legs(debit(Chart.CONCESSIONS, minor), applied, 0));
    }

    /** A payment settles the oldest charges; what is over is prepaid rent. */
    Paid pay(Tenancy t, LocalDate date, long minor, Means means) {
        var paymentId = nextPayment++;
        var applied = t.apply(minor);
        var over = minor - Tenancy.sum(applied);
        var row = row(t, PAYMENT, Chart.PAYMENT, means.name() + " payment", date, -minor, -Tenancy.sum(applied));
        var linked = row.withPaid(row.paidMinor(), ArTransaction.Links.ofPayment(paymentId));
        office.receivables().add(linked);
        settle(applied, row.id());
        office.receivables().add(payment(t, paymentId, date, minor, means, applied));
        if (over > 0) {
            t.ahead.add(new Tenancy.Ahead(row.id(), paymentId, over));
        }
        var entry = Entry.of(t.lease.propertyId(), "AR Payment", date, "Payment Received - #" + paymentId, unit(t));
        scribe.accrual(
                entry,
                debit(Chart.UNDEPOSITED, minor),
                credit(Chart.RECEIVABLES, minor - over),
                credit(Chart.PREPAID, over));
        scribe.cash(entry, legs(debit(Chart.UNDEPOSITED, minor), applied, over));
        receipts.add(t.lease.propertyId(), date, minor);
        return new Paid(paymentId, applied, minor, date);
    }

    static ArPayment payment(Tenancy t, long id, LocalDate date, long minor, Means means, List<Applied> applied) {
        var allocations = applied.stream()
                .map(a -> new ArPayment.Allocation(a.charge().transactionId, a.charge().codeId, date, a.minor()))
                .toList();
        var at = date.atTime(9 + (int) (id % 9), (int) (id % 60));
        return new ArPayment(
                id,
                t.lease.id(),
                minor,
                means.typeId(),
                means.name(),
                4,
                "Captured",
                at,
                at,
                date.plusDays(1).atTime(6, 0),
                Optional.empty(),
                allocations);
    }

    /** The bank returns a payment without a prepaid rest: the charges are open again, the money leaves the bank. */
    void nsf(Tenancy t, Paid paid, LocalDate date) {
        var payment = office.receivables().payment(paid.paymentId()).orElseThrow();
        new ReturnedPayment(office).inSubLedger(payment, date, YearMonth.from(date));
        t.reopen(paid.applied());
        var property = t.lease.propertyId();
        var reference = "Payment Reversed - #" + paid.paymentId();
        var entry = Entry.of(property, "AR Payment", date, reference, "NSF, " + unit(t))
                .takingBack();
        scribe.accrual(entry, debit(Chart.RECEIVABLES, paid.minor()), credit(Chart.UNDEPOSITED, paid.minor()));
        var back = new ArrayList<Leg>();
        byAccount(paid.applied()).forEach((account, minor) -> back.add(debit(account, minor)));
        back.add(credit(Chart.UNDEPOSITED, paid.minor()));
        scribe.cash(entry, back);
        scribe.both(
                Entry.of(property, "AR Deposit", date, "Deposit Adjustment - #" + paid.paymentId(), "Returned item")
                        .takingBack(),
                debit(Chart.UNDEPOSITED, paid.minor()),
                credit(Chart.BANK, paid.minor()));
    }

    /** Prepaid rent is released on allocation to charges. */
    void usePrepaid(Tenancy t, LocalDate date) {
        for (var ahead : t.ahead) {
            var applied = t.apply(Math.min(ahead.remaining, t.owed()));
            var used = Tenancy.sum(applied);
            if (used == 0) {
                continue;
            }
            ahead.remaining -= used;
            settle(applied, ahead.transactionId);
            office.receivables().change(ahead.transactionId, r -> r.withPaid(r.paidMinor() - used, r.links()));
            allocate(ahead.paymentId, applied, date);
            var entry = Entry.of(
                    t.lease.propertyId(),
                    "AR Allocation",
                    date,
                    "Allocation - #" + ahead.transactionId,
                    "Prepaid applied, " + unit(t));
            scribe.accrual(entry, debit(Chart.PREPAID, used), credit(Chart.RECEIVABLES, used));
            scribe.cash(entry, legs(debit(Chart.PREPAID, used), applied, 0));
        }
        t.ahead.removeIf(a -> a.remaining == 0);
    }

    private void allocate(long paymentId, List<Applied> applied, LocalDate date) {
        var p = office.receivables().payment(paymentId).orElseThrow();
        var all = new ArrayList<>(p.allocations());
        applied.forEach(
                a -> all.add(new ArPayment.Allocation(a.charge().transactionId, a.charge().codeId, date, a.minor())));
        office.receivables()
                .add(new ArPayment(
                        p.id(),
                        p.leaseId(),
                        p.amountMinor(),
                        p.typeId(),
                        p.type(),
                        p.statusId(),
                        p.status(),
                        p.paidOn(),
                        p.capturedOn(),
                        p.distributeOn(),
                        p.returnedOn(),
                        List.copyOf(all)));
    }

    void settle(List<Applied> applied, long creditId) {
        for (var part : applied) {
            office.receivables().change(part.charge().transactionId, row -> {
                var credits = new ArrayList<>(row.links().creditIds());
                credits.add(creditId);
                return row.withPaid(row.paidMinor() + part.minor(), row.links().paidBy(credits));
            });
        }
    }

    /** Cash legs: the debit, then a credit per account of the settled charges, then what is prepaid. */
    static List<Leg> legs(Leg debit, List<Applied> applied, long prepaid) {
        var legs = new ArrayList<Leg>();
        legs.add(debit);
        byAccount(applied).forEach((account, minor) -> legs.add(credit(account, minor)));
        legs.add(credit(Chart.PREPAID, prepaid));
        var over = legs.stream().mapToLong(Leg::signedMinor).sum();
        // A concession larger than the open charges leaves a credit, which the cash basis shows as prepaid.
        legs.add(credit(Chart.PREPAID, over));
        return legs;
    }

    private static Map<Long, Long> byAccount(List<Applied> applied) {
        var sums = new TreeMap<Long, Long>();
        applied.forEach(a -> sums.merge(a.charge().creditAccount, a.minor(), Long::sum));
        return sums;
    }

    /** Marks the recurring charge behind a row. */
    void scheduled(Open charge, long scheduledChargeId) {
        office.receivables().change(charge.transactionId, r -> {
            var l = r.links();
            return r.withPaid(
                    r.paidMinor(),
                    new ArTransaction.Links(
                            OptionalLong.of(scheduledChargeId),
                            l.creditIds(),
                            l.paymentId(),
                            l.originalId(),
                            l.reversedById()));
        });
    }
}
