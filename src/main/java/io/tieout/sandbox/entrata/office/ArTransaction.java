package io.tieout.sandbox.entrata.office;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.OptionalLong;

/**
 * One row of a resident ledger.
 *
 * @param id AR transaction id, unique in the organisation
 * @param leaseId lease
 * @param ledgerId ledger from the financial pick list, 11 Resident or 12 Deposits
 * @param typeId transaction type; its names are not public (entrata-api.md 10, question 19)
 * @param arCodeId charge code
 * @param description text of the row
 * @param date transaction and post date
 * @param postMonth period
 * @param temporary a row that may disappear
 * @param amountMinor cents; payments and credits negative
 * @param paidMinor the part allocated, with the sign of the amount
 * @param links what the row is linked with
 */
public record ArTransaction(
        long id,
        long leaseId,
        int ledgerId,
        int typeId,
        long arCodeId,
        String description,
        LocalDate date,
        YearMonth postMonth,
        boolean temporary,
        long amountMinor,
        long paidMinor,
        Links links) {

    public long balanceDueMinor() {
        return amountMinor - paidMinor;
    }

    public ArTransaction withPaid(long newPaidMinor, Links newLinks) {
        return new ArTransaction(
                id,
                leaseId,
                ledgerId,
                typeId,
                arCodeId,
                description,
                date,
                postMonth,
                temporary,
                amountMinor,
                newPaidMinor,
                newLinks);
    }

    /**
     * Links of a row; each absent where it does not apply.
     *
     * @param scheduledChargeId the recurring charge that made the row
     * @param creditIds rows that paid this one
     * @param paymentId payment that made the row
     * @param originalId row that this one reverses
     * @param reversedById row that reverses this one
     */
    public record Links(
            OptionalLong scheduledChargeId,
            List<Long> creditIds,
            OptionalLong paymentId,
            OptionalLong originalId,
            OptionalLong reversedById) {

        public static final Links NONE = new Links(
                OptionalLong.empty(), List.of(), OptionalLong.empty(), OptionalLong.empty(), OptionalLong.empty());

        public static Links ofPayment(long paymentId) {
            return new Links(
                    OptionalLong.empty(),
                    List.of(),
                    OptionalLong.of(paymentId),
                    OptionalLong.empty(),
                    OptionalLong.empty());
        }

        public Links paidBy(List<Long> credits) {
            return new Links(scheduledChargeId, List.copyOf(credits), paymentId, originalId, reversedById);
        }

        public Links reversing(long transactionId) {
            return new Links(scheduledChargeId, creditIds, paymentId, OptionalLong.of(transactionId), reversedById);
        }

        public Links reversedBy(long transactionId) {
            return new Links(scheduledChargeId, creditIds, paymentId, originalId, OptionalLong.of(transactionId));
        }

        public boolean partOfReversal() {
            return originalId.isPresent() || reversedById.isPresent();
        }
    }
}
