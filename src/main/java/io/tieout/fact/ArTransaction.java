package io.tieout.fact;

import java.time.LocalDate;
import java.util.Optional;

/**
 * One line of a resident's ledger.
 *
 * @param amountMinor signed: charges positive, payments and credits negative
 * @param balanceDueMinor the open part at the time of reading; never part of a fingerprint
 * @param temporary may disappear again; never posted
 */
public record ArTransaction(
        String id,
        String leaseId,
        String customerId,
        String arCodeId,
        String description,
        PostMonth postMonth,
        LocalDate postDate,
        long amountMinor,
        long balanceDueMinor,
        boolean temporary,
        Optional<String> arPaymentId) {}
