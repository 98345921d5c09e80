package io.tieout.fact;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/**
 * One vendor invoice, credit or customer refund.
 *
 * @param amountMinor signed: negative is a credit
 * @param amountDueMinor open at the time of reading
 * @param refund whether it was read as a customer refund
 * @param reversalInvoiceId the other half of a reversal pair
 */
public record ApInvoice(
        String id,
        String number,
        String vendorId,
        String vendorName,
        LocalDate date,
        PostMonth postMonth,
        long amountMinor,
        long amountDueMinor,
        boolean posted,
        boolean refund,
        Optional<String> reversalInvoiceId,
        List<ApInvoiceLine> lines,
        List<ApPayment> payments) {

    public ApInvoice {
        lines = List.copyOf(lines);
        payments = List.copyOf(payments);
    }
}
