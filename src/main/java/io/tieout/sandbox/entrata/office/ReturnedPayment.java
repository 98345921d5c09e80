package io.tieout.sandbox.entrata.office;

import java.time.LocalDate;
import java.time.LocalTime;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;

/**
 * A payment that the bank returns (NSF): the payment's record changes, the resident owes again, and new GL lines take back the
 * old ones on both bases. Written as in the worked portfolio: {@code Payment Reversed - #id} and a deposit adjustment.
 */
public final class ReturnedPayment {

    private static final LocalTime RETURN_TIME = LocalTime.of(8, 2);

    private final EntrataOffice office;

    public ReturnedPayment(EntrataOffice office) {
        this.office = office;
    }

    /**
     * Returns a payment on a day.
     *
     * @return ids of the new GL lines
     * @throws IllegalArgumentException when there is no such payment, or it is returned already
     */
    public List<Long> give(long paymentId, LocalDate day, YearMonth postMonth) {
        var payment = office.receivables()
                .payment(paymentId)
                .orElseThrow(() -> new IllegalArgumentException("No payment has the id " + paymentId));
        if (payment.returnedOn().isPresent()) {
            throw new IllegalArgumentException("Payment " + paymentId + " is returned already");
        }
        var ids = new ArrayList<Long>();
        for (var book : List.copyOf(office.ledgers().keySet())) {
            ids.addAll(takeBack(book, payment, day, postMonth));
        }
        inSubLedger(payment, day, postMonth);
        return ids;
    }

    private List<Long> takeBack(BookKey book, ArPayment payment, LocalDate day, YearMonth month) {
        var received = office.ledger(book).lines().stream()
                .filter(l -> l.reference().equals("Payment Received - #" + payment.id()))
                .toList();
        if (received.isEmpty()) {
            return List.of();
        }
        var numbering = office.numbering();
        var journal = numbering.nextJournal();
        var added = new ArrayList<GlLine>();
        for (var line : received) {
            added.add(
                    reversed(line, numbering.nextGlLine(), journal, day, month, "Payment Reversed - #" + payment.id()));
        }
        added.addAll(bankSide(book, received.get(0), payment, day, month));
        added.forEach(line -> office.post(book, line));
        return added.stream().map(GlLine::id).toList();
    }

    private static GlLine reversed(GlLine line, long id, long journal, LocalDate day, YearMonth month, String ref) {
        return new GlLine(
                id,
                journal,
                line.accountId(),
                line.transactionType(),
                day,
                day,
                month,
                line.creditMinor(),
                line.debitMinor(),
                true,
                ref,
                "NSF, " + line.memo(),
                day);
    }

    /** The money leaves the bank, through undeposited funds, where the receipt had put it. */
    private List<GlLine> bankSide(BookKey book, GlLine receipt, ArPayment payment, LocalDate day, YearMonth month) {
        var bank = office.payables().bankAccounts().stream()
                .flatMap(b -> b.uses().stream())
                .filter(u -> u.propertyId() == book.propertyId())
                .findFirst()
                .orElseThrow(
                        () -> new IllegalArgumentException("Property " + book.propertyId() + " has no bank account"));
        var numbering = office.numbering();
        var journal = numbering.nextJournal();
        var amount = payment.amountMinor();
        var reference = "Deposit Adjustment - #" + payment.id();
        return List.of(
                adjustment(numbering.nextGlLine(), journal, receipt.accountId(), amount, day, month, reference),
                adjustment(numbering.nextGlLine(), journal, bank.glAccountId(), -amount, day, month, reference));
    }

    private static GlLine adjustment(
            long id, long journal, long account, long signedMinor, LocalDate day, YearMonth month, String reference) {
        var gross = GrossBalance.ofSigned(signedMinor);
        return new GlLine(
                id,
                journal,
                account,
                "AR Deposit",
                day,
                day,
                month,
                gross.debitMinor(),
                gross.creditMinor(),
                true,
                reference,
                "Returned item",
                day);
    }

    /** The sub-ledger's half: the charges are open again, a reversal row stands beside the payment's, the record changes. */
    public void inSubLedger(ArPayment payment, LocalDate day, YearMonth month) {
        var receivables = office.receivables();
        var rows = receivables.ledgerOf(payment.leaseId()).stream()
                .filter(r -> r.links().paymentId().orElse(0) == payment.id() && r.amountMinor() < 0)
                .toList();
        var rowIds = rows.stream().map(ArTransaction::id).toList();
        for (var allocation : payment.allocations()) {
            receivables.change(allocation.transactionId(), row -> {
                var others = row.links().creditIds().stream()
                        .filter(id -> !rowIds.contains(id))
                        .toList();
                return row.withPaid(
                        row.paidMinor() - allocation.amountMinor(), row.links().paidBy(others));
            });
        }
        for (var row : rows) {
            var id = office.numbering().nextReceivable();
            receivables.change(
                    row.id(), r -> r.withPaid(r.amountMinor(), r.links().reversedBy(id)));
            receivables.add(new ArTransaction(
                    id,
                    row.leaseId(),
                    row.ledgerId(),
                    row.typeId(),
                    row.arCodeId(),
                    "Reversal - NSF",
                    day,
                    month,
                    false,
                    -row.amountMinor(),
                    -row.amountMinor(),
                    ArTransaction.Links.ofPayment(payment.id()).reversing(row.id())));
        }
        receivables.add(payment.returned(day.atTime(RETURN_TIME)));
    }
}
