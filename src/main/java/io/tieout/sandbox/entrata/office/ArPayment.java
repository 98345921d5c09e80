package io.tieout.sandbox.entrata.office;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Optional;

/**
 * A resident payment. A return does not make a second record: status and {@code returnedOn} change on this one
 * (entrata-api.md section 5, getArPayments).
 *
 * @param id payment id
 * @param leaseId lease that paid; not shown by getArPayments
 * @param amountMinor cents, positive
 * @param typeId id of the payment type, shown by getArInvoices only
 * @param type name of the payment type
 * @param statusId id of the status, shown by getArInvoices only
 * @param status name of the status, {@code Captured} or {@code Returned}
 * @param paidOn Mountain time
 * @param capturedOn Mountain time
 * @param distributeOn Mountain time
 * @param returnedOn Mountain time of the return
 * @param allocations what it paid; may sum to less than the amount (prepayment), empty after a return
 */
public record ArPayment(
        long id,
        long leaseId,
        long amountMinor,
        int typeId,
        String type,
        int statusId,
        String status,
        LocalDateTime paidOn,
        LocalDateTime capturedOn,
        LocalDateTime distributeOn,
        Optional<LocalDateTime> returnedOn,
        List<Allocation> allocations) {

    /** The part of a payment that paid one AR transaction. */
    public record Allocation(long transactionId, long arCodeId, LocalDate date, long amountMinor) {}

    public ArPayment returned(LocalDateTime when) {
        return new ArPayment(
                id,
                leaseId,
                amountMinor,
                typeId,
                type,
                6,
                "Returned",
                paidOn,
                capturedOn,
                distributeOn,
                Optional.of(when),
                List.of());
    }
}
