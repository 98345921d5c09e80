package io.tieout.sandbox.quickbooks;

import java.time.LocalDate;
import java.util.List;

/** The two QuickBooks companies of the demo: one takes the accrual books, the other the cash books. */
public final class DemoCompanies {

    public static final String ACCRUAL_REALM = "9341450000000001";
    public static final String CASH_REALM = "9341450000000002";

    private DemoCompanies() {}

    /** Both. */
    public static List<QuickBooksCompany> companies() {
        return List.of(
                company(ACCRUAL_REALM, "Demo Property Management - accrual"),
                company(CASH_REALM, "Demo Property Management - cash"));
    }

    /** The access token of a company; it never expires. */
    public static String token(String realm) {
        return "sandbox-token-" + realm;
    }

    private static QuickBooksCompany company(String realm, String name) {
        return QuickBooksCompany.named(realm, name)
                .staticToken(token(realm))
                // Openings are dated 2026-09-30, so the books are closed no later than the month before.
                .closedThrough(LocalDate.of(2026, 8, 31))
                .account(10, "1010", "Cash - Operating", "Bank")
                .account(11, "1020", "Cash - Security Deposits", "Bank")
                .account(12, "1090", "Undeposited Funds (Entrata)", "Other Current Asset")
                .account(13, "1200", "Accounts Receivable", "Accounts Receivable")
                .account(14, "1210", "Resident receivables (Entrata)", "Other Current Asset")
                .account(20, "2000", "Accounts Payable", "Accounts Payable")
                .account(21, "2015", "Accounts payable (Entrata)", "Other Current Liability")
                .account(22, "2100", "Security Deposits Held", "Other Current Liability")
                .account(23, "2200", "Prepaid Rent", "Other Current Liability")
                .account(24, "2300", "Accrued Expenses", "Other Current Liability")
                .account(30, "3100", "Owner Equity", "Equity")
                .account(31, "3200", "Opening Equity (Entrata)", "Equity")
                .account(32, "3900", "Retained Earnings", "Equity", "RetainedEarnings")
                .account(40, "4010", "Rental Income", "Income")
                .account(41, "4030", "Parking Income", "Income")
                .account(42, "4110", "Late Fees", "Income")
                .account(43, "4120", "NSF Fees", "Income")
                .account(44, "4190", "Damage Income", "Income")
                .account(45, "4900", "Rent Concessions", "Income")
                .account(60, "6110", "Plumbing Repairs", "Expense")
                .account(61, "6210", "Landscaping", "Expense")
                .account(62, "6310", "Water and Sewer", "Expense")
                .account(63, "6410", "Bad Debt", "Expense")
                .klass(1, "Cedar Ridge")
                .klass(2, "Harbor Point")
                .build();
    }
}
