package io.tieout.sandbox.quickbooks;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.time.format.TextStyle;
import java.util.Locale;

/** CompanyInfo and Preferences: one of each per company, read only here. */
final class CompanyPages {
    private CompanyPages() {}

    static ObjectNode companyInfo(Books books) {
        ObjectNode page = Json.object();
        page.put("CompanyName", books.company().name());
        page.put("LegalName", books.company().name());
        page.put("FiscalYearStartMonth", fiscalMonth(books));
        page.put("Country", "USA"); // three letters since October 2025 [I]
        page.put("SupportedLanguages", "en");
        page.put("DefaultTimeZone", "America/Chicago");
        system(page, books.opened());
        return page;
    }

    static ObjectNode preferences(Books books) {
        ObjectNode page = Json.object();
        ObjectNode accounting = page.putObject("AccountingInfoPrefs");
        accounting.put("UseAccountNumbers", books.company().useAccountNumbers());
        accounting.put("TrackDepartments", books.departmentTracking());
        accounting.put("DepartmentTerminology", "Location");
        accounting.put("ClassTrackingPerTxn", false);
        accounting.put("ClassTrackingPerTxnLine", books.classTracking());
        accounting.put("AutoJournalEntryNumber", books.company().autoJournalEntryNumber());
        accounting.put("FirstMonthOfFiscalYear", fiscalMonth(books));
        accounting.put("TaxYearMonth", "January");
        accounting.put("CustomerTerminology", "Customers");
        books.closedThrough().ifPresent(date -> accounting.put("BookCloseDate", date.toString()));
        ObjectNode currency = page.putObject("CurrencyPrefs");
        currency.put("MultiCurrencyEnabled", books.company().multiCurrency());
        currency.putObject("HomeCurrency").put("value", books.company().homeCurrency());
        page.putObject("ReportPrefs").put("ReportBasis", "Accrual").put("CalcAgingReportFromTxnDate", false);
        page.putObject("TaxPrefs").put("UsingSalesTax", false);
        ObjectNode warning = page.putObject("OtherPrefs").putArray("NameValue").addObject();
        warning.put("Name", "WarnDuplicateJournalNumber").put("Value", String.valueOf(books.duplicateNumbersRefused()));
        system(page, books.opened());
        return page;
    }

    private static String fiscalMonth(Books books) {
        return books.company().fiscalYearStart().getDisplayName(TextStyle.FULL, Locale.ENGLISH);
    }

    private static void system(ObjectNode page, Instant opened) {
        page.put("domain", "QBO").put("sparse", false).put("Id", "1").put("SyncToken", "0");
        page.putObject("MetaData")
                .put("CreateTime", Stamps.seconds(opened))
                .put("LastUpdatedTime", Stamps.seconds(opened));
    }
}
