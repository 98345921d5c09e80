package io.tieout.fact;

import java.util.List;

/**
 * The receivable ledger of one lease.
 *
 * @param balanceMinor the source's own balance at the time of reading, signed; negative is a credit of the resident
 */
public record LeaseLedger(
        String leaseId, String customerId, String customerName, long balanceMinor, List<ArTransaction> transactions) {

    public LeaseLedger {
        transactions = List.copyOf(transactions);
    }
}
