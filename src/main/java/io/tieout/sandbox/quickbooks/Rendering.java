package io.tieout.sandbox.quickbooks;

import com.fasterxml.jackson.databind.node.ObjectNode;

/** Entities as answers show them: the stored JSON, with the running balances of accounts and names filled in. */
final class Rendering {
    private Rendering() {}

    static String json(Books books, Stored stored) {
        return switch (stored.type()) {
            case JOURNAL_ENTRY, BILL, VENDOR_CREDIT, BILL_PAYMENT, KLASS, DEPARTMENT -> stored.json();
            case ACCOUNT -> account(books, stored);
            case VENDOR, CUSTOMER -> {
                ObjectNode json = Json.stored(stored.json());
                // A vendor's balance is what we owe, a customer's what they owe.
                int sign = stored.type() == EntityType.VENDOR ? -1 : 1;
                json.set("Balance", Amounts.number(sign * books.nameBalance(stored.id())));
                yield Json.text(json);
            }
        };
    }

    /** Balance sheet accounts show their balance, debit positive; income and expense show 0 [I, sign K]. */
    private static String account(Books books, Stored stored) {
        ObjectNode json = Json.stored(stored.json());
        boolean balanceSheet = books.account(stored.id())
                .map(facts -> !facts.kind().profitAndLoss())
                .orElse(false);
        long balance = balanceSheet ? books.balance(stored.id()) : 0;
        json.set("CurrentBalance", Amounts.number(balance));
        json.set("CurrentBalanceWithSubAccounts", Amounts.number(balance));
        return Json.text(json);
    }
}
