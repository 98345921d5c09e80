package io.tieout.sandbox.entrata.portfolio;

import static io.tieout.sandbox.entrata.portfolio.Scribe.credit;
import static io.tieout.sandbox.entrata.portfolio.Scribe.debit;

import io.tieout.sandbox.entrata.office.ApInvoice;
import io.tieout.sandbox.entrata.office.EntrataOffice;
import io.tieout.sandbox.entrata.office.Vendor;
import io.tieout.sandbox.entrata.portfolio.Scribe.Entry;
import io.tieout.sandbox.entrata.portfolio.Scribe.Leg;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.TreeMap;

/**
 * Books the acts of the payables office: an invoice over one or several properties, a credit memo, a reversal pair, a refund,
 * a payment, a voided check. Expenses reach the cash basis with the payment.
 */
final class VendorDesk {

    private static final long BANK_ACCOUNT = 12001;

    /** One line of a new invoice, in cents. */
    record NewLine(long property, long account, String description, long minor) {}

    private final EntrataOffice office;
    private final Scribe scribe;
    private long nextInvoice = 700_000_001L;
    private long nextLine = 800_000_001L;
    private long nextPayment = 900_000_001L;
    private long nextCheck = 1001;

    VendorDesk(EntrataOffice office, Scribe scribe) {
        this.office = office;
        this.scribe = scribe;
    }

    /** Enters an invoice, or a credit memo when its lines are negative; returns its id. */
    long invoice(Vendor vendor, String number, LocalDate date, List<NewLine> lines) {
        var credit = lines.stream().allMatch(l -> l.minor() < 0);
        var type = credit ? "Credit Memo" : "Standard";
        return enter(OptionalLong.of(vendor.id()), OptionalLong.empty(), number, type, date, lines, vendor.name());
    }

    /** Enters the refund of a resident's deposit. */
    long refund(Tenancy t, LocalDate date, long minor) {
        var line = new NewLine(t.lease.propertyId(), Chart.RECEIVABLES, "Deposit refund", minor);
        return enter(
                OptionalLong.empty(),
                OptionalLong.of(t.lease.id()),
                "REFUND-" + t.lease.id(),
                "Standard",
                date,
                List.of(line),
                "Deposit refund, " + t.lease.customer().fullName());
    }

    private long enter(
            OptionalLong vendor,
            OptionalLong lease,
            String number,
            String type,
            LocalDate date,
            List<NewLine> lines,
            String memo) {
        var id = nextInvoice++;
        var booked = lines.stream()
                .map(l -> new ApInvoice.Line(
                        nextLine++,
                        l.property(),
                        l.account(),
                        l.description(),
                        l.minor(),
                        l.minor(),
                        List.of(),
                        Optional.empty()))
                .toList();
        var invoice = new ApInvoice(
                id,
                number,
                type,
                vendor,
                lease,
                date,
                date.plusDays(30),
                YearMonth.from(date),
                true,
                "Posted",
                OptionalLong.empty(),
                booked,
                List.of());
        office.payables().add(invoice);
        byProperty(booked).forEach((property, own) -> {
            var legs = new ArrayList<Leg>();
            own.forEach(l -> legs.add(new Leg(l.glAccountId(), l.amountMinor())));
            legs.add(credit(Chart.PAYABLES, sum(own)));
            scribe.accrual(Entry.of(property, "AP Charge", date, number, memo), legs.toArray(new Leg[0]));
        });
        return id;
    }

    /** Takes a wrongly keyed invoice back by a second one with the opposite amounts; both are settled. */
    void reverse(long invoiceId, LocalDate date) {
        var wrong = office.payables().invoice(invoiceId).orElseThrow();
        var vendor = office.payables().vendor(wrong.vendorId().orElseThrow()).orElseThrow();
        var lines = wrong.lines().stream()
                .map(l ->
                        new NewLine(l.propertyId(), l.glAccountId(), "Reversal of " + wrong.number(), -l.amountMinor()))
                .toList();
        var backId = invoice(vendor, wrong.number(), date, lines);
        var back = office.payables().invoice(backId).orElseThrow();
        office.payables().add(wrong.with("Reversed", OptionalLong.of(backId), settled(wrong), List.of()));
        // A reversal is a standard invoice with negative amounts, not a credit memo (worked example, 740105).
        office.payables()
                .add(new ApInvoice(
                        backId,
                        back.number(),
                        "Standard",
                        back.vendorId(),
                        back.refundLeaseId(),
                        back.date(),
                        back.due(),
                        back.postMonth(),
                        true,
                        "Reversed",
                        OptionalLong.of(invoiceId),
                        settled(back),
                        List.of()));
    }

    private static List<ApInvoice.Line> settled(ApInvoice invoice) {
        return invoice.lines().stream().map(l -> l.settled(0, l.paymentIds())).toList();
    }

    /** Pays an invoice by check or ACH. */
    void pay(long invoiceId, LocalDate date, boolean byCheck) {
        book(invoiceId, date, byCheck ? "Check" : "ACH", false);
    }

    /** A check is voided two days later and paid again by ACH the day after. */
    void payWithVoid(long invoiceId, LocalDate date) {
        var number = book(invoiceId, date, "Check", true);
        var invoice = office.payables().invoice(invoiceId).orElseThrow();
        var voided = date.plusDays(2);
        ledger(invoice, voided, "Void Check - #" + number, -1);
        book(invoiceId, voided.plusDays(1), "ACH", false);
    }

    private long book(long invoiceId, LocalDate date, String type, boolean willBeVoided) {
        var invoice = office.payables().invoice(invoiceId).orElseThrow();
        var id = nextPayment++;
        var number = nextCheck++;
        var payment = new ApInvoice.Payment(
                id,
                BANK_ACCOUNT,
                type,
                willBeVoided ? "Voided" : "Received",
                date,
                YearMonth.from(date),
                Long.toString(number),
                invoice.amountMinor(),
                willBeVoided);
        var payments = new ArrayList<>(invoice.payments());
        payments.add(payment);
        var lines = invoice.lines().stream()
                .map(l -> {
                    var ids = new ArrayList<>(l.paymentIds());
                    ids.add(id);
                    return l.settled(willBeVoided ? l.dueMinor() : 0, ids);
                })
                .toList();
        office.payables().add(invoice.with(invoice.postStatus(), invoice.reversalInvoiceId(), lines, payments));
        ledger(invoice, date, type + " - #" + number, 1);
        return number;
    }

    private void ledger(ApInvoice invoice, LocalDate date, String reference, int sign) {
        var memo = invoice.vendorId().isPresent()
                ? office.payables()
                        .vendor(invoice.vendorId().getAsLong())
                        .map(Vendor::name)
                        .orElse("")
                : invoice.number();
        byProperty(invoice.lines()).forEach((property, own) -> {
            var total = sign * sum(own);
            var entry = Entry.of(property, "AP Payment", date, reference, memo);
            if (sign < 0) {
                entry = entry.takingBack();
            }
            scribe.accrual(entry, debit(Chart.PAYABLES, total), credit(Chart.BANK, total));
            var legs = new ArrayList<Leg>();
            // A refund draws on the deposits held: on the cash basis the receivable never existed.
            own.forEach(l -> legs.add(
                    new Leg(invoice.isRefund() ? Chart.DEPOSITS_HELD : l.glAccountId(), sign * l.amountMinor())));
            legs.add(credit(Chart.BANK, total));
            scribe.cash(entry, legs);
        });
    }

    private static long sum(List<ApInvoice.Line> lines) {
        return lines.stream().mapToLong(ApInvoice.Line::amountMinor).sum();
    }

    private static Map<Long, List<ApInvoice.Line>> byProperty(List<ApInvoice.Line> lines) {
        var own = new TreeMap<Long, List<ApInvoice.Line>>();
        lines.forEach(
                l -> own.computeIfAbsent(l.propertyId(), p -> new ArrayList<>()).add(l));
        return own;
    }
}
