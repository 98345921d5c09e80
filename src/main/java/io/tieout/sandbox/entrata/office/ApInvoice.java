package io.tieout.sandbox.entrata.office;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * A vendor invoice, credit memo or resident refund.
 *
 * @param id apHeader id
 * @param number the vendor's invoice number
 * @param type {@code Standard} or {@code Credit Memo}
 * @param vendorId vendor; absent on refunds
 * @param refundLeaseId lease whose resident is refunded; absent on vendor invoices
 * @param date invoice and post date
 * @param due due date
 * @param postMonth period
 * @param posted unposted invoices are returned too (entrata-api.md section 7)
 * @param postStatus {@code Posted} or {@code Reversed}
 * @param reversalInvoiceId the other half of a reversal pair
 * @param lines line items
 * @param payments payments that touched it, voided ones included
 */
public record ApInvoice(
        long id,
        String number,
        String type,
        OptionalLong vendorId,
        OptionalLong refundLeaseId,
        LocalDate date,
        LocalDate due,
        YearMonth postMonth,
        boolean posted,
        String postStatus,
        OptionalLong reversalInvoiceId,
        List<Line> lines,
        List<Payment> payments) {

    public long amountMinor() {
        return lines.stream().mapToLong(Line::amountMinor).sum();
    }

    public long dueMinor() {
        return lines.stream().mapToLong(Line::dueMinor).sum();
    }

    public boolean isRefund() {
        return refundLeaseId.isPresent();
    }

    public ApInvoice with(String newStatus, OptionalLong reversal, List<Line> newLines, List<Payment> newPayments) {
        return new ApInvoice(
                id,
                number,
                type,
                vendorId,
                refundLeaseId,
                date,
                due,
                postMonth,
                posted,
                newStatus,
                reversal,
                List.copyOf(newLines),
                List.copyOf(newPayments));
    }

    /**
     * One line item.
     *
     * @param id the id that markInvoicesExported takes
     * @param propertyId shown by r1 only
     * @param glAccountId shown by r1 only
     * @param amountMinor cents; negative on credits
     * @param dueMinor what is still open
     * @param paymentIds payments that touched the line
     * @param building building number, where tagged
     */
    public record Line(
            long id,
            long propertyId,
            long glAccountId,
            String description,
            long amountMinor,
            long dueMinor,
            List<Long> paymentIds,
            Optional<String> building) {

        public Line settled(long newDueMinor, List<Long> newPaymentIds) {
            return new Line(
                    id,
                    propertyId,
                    glAccountId,
                    description,
                    amountMinor,
                    newDueMinor,
                    List.copyOf(newPaymentIds),
                    building);
        }
    }

    /**
     * A payment on the invoice.
     *
     * @param type {@code Check} or {@code ACH}
     * @param status {@code Received} or {@code Voided}
     * @param reversed voided; then shown only with {@code includeVoidedPayments=1}
     */
    public record Payment(
            long id,
            long bankAccountId,
            String type,
            String status,
            LocalDate date,
            YearMonth postMonth,
            String number,
            long amountMinor,
            boolean reversed) {}
}
