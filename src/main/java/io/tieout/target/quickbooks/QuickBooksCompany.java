package io.tieout.target.quickbooks;

import io.tieout.finding.Finding;
import io.tieout.finding.Stopped;
import io.tieout.money.CurrencyCode;
import io.tieout.plan.AccountClass;
import io.tieout.plan.TargetAccount;
import io.tieout.plan.TargetCompany;
import io.tieout.plan.TargetDimension;
import io.tieout.wire.Json;
import java.time.LocalDate;
import java.time.Month;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** What the company is: identity, settings, chart of accounts, classes and departments ("locations"). */
final class QuickBooksCompany {

    private final QuickBooksAddress address;
    private final QuickBooksReader reader;
    private final Map<String, AccountClass> accountClasses = new HashMap<>();
    private Optional<Month> firstMonthOfFiscalYear = Optional.empty();

    QuickBooksCompany(QuickBooksAddress address, QuickBooksReader reader) {
        this.address = address;
        this.reader = reader;
    }

    /** Everything a plan needs to know of the company, read now. */
    TargetCompany read() {
        Json info = reader.get(address.companyInfo(), "CompanyInfo").at("CompanyInfo");
        Json preferences = preferences();
        Json currency = preferences.at("CurrencyPrefs");
        Json accounting = preferences.at("AccountingInfoPrefs");
        boolean classes = isTrue(accounting, "ClassTrackingPerTxnLine");
        boolean locations = isTrue(accounting, "TrackDepartments");
        List<TargetAccount> accounts = accounts();
        return new TargetCompany(
                QuickBooksBooks.keyOf(address.realmId()),
                reader.understood("CompanyInfo", () -> QuickBooksEntities.required(info, "CompanyName")),
                currency(currency),
                isTrue(currency, "MultiCurrencyEnabled"),
                closedThrough(accounting),
                classes,
                locations,
                accounts,
                classes ? dimensions("Class") : List.of(),
                locations ? dimensions("Department") : List.of());
    }

    /** First day of the fiscal year that holds the day. */
    LocalDate fiscalYearStart(LocalDate day) {
        if (firstMonthOfFiscalYear.isEmpty()) {
            preferences();
        }
        LocalDate start = day.withDayOfMonth(1)
                .withMonth(firstMonthOfFiscalYear.orElse(Month.JANUARY).getValue());
        return start.isAfter(day) ? start.minusYears(1) : start;
    }

    /** The class of an account; the chart is read when it was not before. */
    Optional<AccountClass> accountClass(String accountId) {
        if (accountClasses.isEmpty()) {
            accounts();
        }
        return Optional.ofNullable(accountClasses.get(accountId));
    }

    private List<TargetAccount> accounts() {
        List<TargetAccount> accounts =
                reader.all("Account", QuickBooksQueries.nameList("Account"), QuickBooksEntities::account).stream()
                        .flatMap(Optional::stream)
                        .toList();
        accounts.forEach(account -> accountClasses.put(account.id(), account.accountClass()));
        return accounts;
    }

    private List<TargetDimension> dimensions(String entity) {
        return reader.all(entity, QuickBooksQueries.nameList(entity), QuickBooksEntities::dimension);
    }

    private Json preferences() {
        Json preferences = reader.get(address.preferences(), "Preferences").at("Preferences");
        firstMonthOfFiscalYear = preferences
                .textAt("AccountingInfoPrefs", "FirstMonthOfFiscalYear")
                .flatMap(QuickBooksCompany::month);
        return preferences;
    }

    private CurrencyCode currency(Json currencyPreferences) {
        String code = reader.understood(
                "Preferences", () -> QuickBooksEntities.required(currencyPreferences.at("HomeCurrency"), "value"));
        if (CurrencyCode.isKnown(code) && new CurrencyCode(code).decimals() == QuickBooksEntities.DECIMALS) {
            return new CurrencyCode(code);
        }
        throw new Stopped(Finding.of(
                QuickBooksCode.CURRENCY,
                "QuickBooks company " + address.realmId() + ", Preferences",
                "a home currency with two decimal places, for example USD",
                "'" + code + "'",
                "Bind a company with such a currency."));
    }

    private Optional<LocalDate> closedThrough(Json accounting) {
        Optional<String> date = accounting.textAt("BookCloseDate").filter(text -> !text.isEmpty());
        return reader.understood(
                "Preferences",
                () -> date.isEmpty()
                        ? Optional.<LocalDate>empty()
                        : Optional.of(QuickBooksEntities.day(date.get(), "BookCloseDate")));
    }

    private static Optional<Month> month(String name) {
        return Stream.of(Month.values())
                .filter(month -> month.name().equalsIgnoreCase(name))
                .findFirst();
    }

    private static boolean isTrue(Json json, String field) {
        return json.at(field).truth().orElse(false);
    }
}
