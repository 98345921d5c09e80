package io.tieout.sandbox.quickbooks;

import java.util.Arrays;
import java.util.Optional;

/** Account types of QuickBooks Online, in the order of its reports [I]. */
enum AccountKind {
    BANK("Bank", "Asset", "BankAccounts", "Bank Accounts", "CurrentAssets"),
    ACCOUNTS_RECEIVABLE("Accounts Receivable", "Asset", "AR", "Accounts Receivable", "CurrentAssets"),
    OTHER_CURRENT_ASSET("Other Current Asset", "Asset", "OtherCurrentAssets", "Other Current Assets", "CurrentAssets"),
    FIXED_ASSET("Fixed Asset", "Asset", "FixedAssets", "Fixed Assets", ""),
    OTHER_ASSET("Other Asset", "Asset", "OtherAssets", "Other Assets", ""),
    ACCOUNTS_PAYABLE("Accounts Payable", "Liability", "AP", "Accounts Payable", "CurrentLiabilities"),
    CREDIT_CARD("Credit Card", "Liability", "CreditCards", "Credit Cards", "CurrentLiabilities"),
    OTHER_CURRENT_LIABILITY(
            "Other Current Liability",
            "Liability",
            "OtherCurrentLiabilities",
            "Other Current Liabilities",
            "CurrentLiabilities"),
    LONG_TERM_LIABILITY("Long Term Liability", "Liability", "LongTermLiabilities", "Long-Term Liabilities", ""),
    EQUITY("Equity", "Equity", "Equity", "Equity", ""),
    INCOME("Income", "Revenue", "Income", "Income", ""),
    COST_OF_GOODS_SOLD("Cost of Goods Sold", "Expense", "COGS", "Cost of Goods Sold", ""),
    EXPENSE("Expense", "Expense", "Expenses", "Expenses", ""),
    OTHER_INCOME("Other Income", "Revenue", "OtherIncome", "Other Income", ""),
    OTHER_EXPENSE("Other Expense", "Expense", "OtherExpenses", "Other Expenses", "");

    private final String word;
    private final String classification;
    private final String group;
    private final String title;
    private final String outerGroup;

    AccountKind(String word, String classification, String group, String title, String outerGroup) {
        this.word = word;
        this.classification = classification;
        this.group = group;
        this.title = title;
        this.outerGroup = outerGroup;
    }

    /** {@code AccountType} on the wire. */
    String word() {
        return word;
    }

    String classification() {
        return classification;
    }

    /** {@code group} of its section in statements. */
    String group() {
        return group;
    }

    /** Title of its section in statements. */
    String title() {
        return title;
    }

    /** Section around its section in the balance sheet; empty when there is none. */
    String outerGroup() {
        return outerGroup;
    }

    /** Income and expense start again with each fiscal year. */
    boolean profitAndLoss() {
        return classification.equals("Revenue") || classification.equals("Expense");
    }

    /** 1 where a debit raises the balance, -1 where a credit does; reports show natural amounts. */
    int naturalSign() {
        return classification.equals("Asset") || classification.equals("Expense") ? 1 : -1;
    }

    /** Sub-type QuickBooks assumes when only the type is given [K]. */
    String usualSubType() {
        return switch (this) {
            case BANK -> "Checking";
            case ACCOUNTS_RECEIVABLE -> "AccountsReceivable";
            case OTHER_CURRENT_ASSET -> "OtherCurrentAssets";
            case FIXED_ASSET -> "OtherFixedAssets";
            case OTHER_ASSET -> "OtherLongTermAssets";
            case ACCOUNTS_PAYABLE -> "AccountsPayable";
            case CREDIT_CARD -> "CreditCard";
            case OTHER_CURRENT_LIABILITY -> "OtherCurrentLiabilities";
            case LONG_TERM_LIABILITY -> "OtherLongTermLiabilities";
            case EQUITY -> "OpeningBalanceEquity";
            case INCOME -> "ServiceFeeIncome";
            case COST_OF_GOODS_SOLD -> "SuppliesMaterialsCogs";
            case EXPENSE -> "OtherMiscellaneousServiceCost";
            case OTHER_INCOME -> "OtherMiscellaneousIncome";
            case OTHER_EXPENSE -> "OtherMiscellaneousExpense";
        };
    }

    static Optional<AccountKind> of(String word) {
        return Arrays.stream(values()).filter(kind -> kind.word.equals(word)).findFirst();
    }

    static Optional<AccountKind> ofSubType(String subType) {
        return Arrays.stream(values())
                .filter(kind -> kind.usualSubType().equals(subType))
                .findFirst();
    }
}
