package io.tieout.mapping;

import java.util.List;

/**
 * The source's control accounts, by account number: accounts whose detail is kept in a sub-ledger.
 *
 * @param cash bank and clearing accounts; entry lines on them are never merged
 */
public record ControlAccounts(
        List<String> receivables,
        List<String> prepaid,
        List<String> deposits,
        List<String> payables,
        List<String> cash) {

    public ControlAccounts {
        receivables = List.copyOf(receivables);
        prepaid = List.copyOf(prepaid);
        deposits = List.copyOf(deposits);
        payables = List.copyOf(payables);
        cash = List.copyOf(cash);
    }
}
