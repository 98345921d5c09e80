package io.tieout.sandbox.quickbooks;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;

/** Sums of the ledger lines by account, in cents, debit positive. */
final class Balances {
    private final Books books;

    Balances(Books books) {
        this.books = books;
    }

    /** Transactions dated within both days, by date and id. */
    List<Stored> transactions(LocalDate first, LocalDate last) {
        var found = new ArrayList<Stored>();
        for (EntityType type : EntityType.values()) {
            if (type.transaction()) {
                found.addAll(books.store(type).between(first, last));
            }
        }
        found.sort(Comparator.comparing(Stored::date).thenComparingLong(Stored::id));
        return found;
    }

    /** Movement within both days. */
    Map<Long, Long> movement(LocalDate first, LocalDate last, Predicate<LedgerLine> counted) {
        var sums = new HashMap<Long, Long>();
        for (EntityType type : EntityType.values()) {
            if (type.transaction()) {
                for (Stored transaction : books.store(type).between(first, last)) {
                    add(sums, transaction, counted);
                }
            }
        }
        return sums;
    }

    private static void add(Map<Long, Long> sums, Stored transaction, Predicate<LedgerLine> counted) {
        for (LedgerLine line : transaction.lines()) {
            if (counted.test(line)) {
                sums.merge(line.accountId(), line.cents(), Long::sum);
            }
        }
    }

    /**
     * Balances at the end of a day: balance sheet accounts since ever, income and expense since the start of the fiscal
     * year of that day; what earlier years earned stands in Retained Earnings [I].
     */
    Map<Long, Long> asOf(LocalDate end, Predicate<LedgerLine> counted) {
        return since(ReportRequest.fiscalYearStart(books, end), end, counted);
    }

    /** Balances at the start of a day, as its fiscal year sees them. */
    Map<Long, Long> before(LocalDate start, Predicate<LedgerLine> counted) {
        return since(ReportRequest.fiscalYearStart(books, start), start.minusDays(1), counted);
    }

    private Map<Long, Long> since(LocalDate yearStart, LocalDate end, Predicate<LedgerLine> counted) {
        Map<Long, Long> sums = new HashMap<>();
        movement(LocalDate.MIN, yearStart.minusDays(1), counted)
                .forEach((account, cents) ->
                        sums.merge(profitAndLoss(account) ? retainedEarnings() : account, cents, Long::sum));
        movement(yearStart, end, counted).forEach((account, cents) -> sums.merge(account, cents, Long::sum));
        return sums;
    }

    private boolean profitAndLoss(long account) {
        return books.account(account).map(facts -> facts.kind().profitAndLoss()).orElse(false);
    }

    private long retainedEarnings() {
        return accounts().stream()
                .filter(NameFacts::retainedEarnings)
                .mapToLong(NameFacts::id)
                .findFirst()
                .orElse(QuickBooksCompany.RETAINED_EARNINGS_ID);
    }

    /** All accounts, inactive ones included, in the order of reports: type, number, name. */
    List<NameFacts> accounts() {
        return books.store(EntityType.ACCOUNT).all().stream()
                .flatMap(stored -> books.account(stored.id()).stream())
                .sorted(Comparator.comparing(NameFacts::kind)
                        .thenComparing(NameFacts::number)
                        .thenComparing(NameFacts::fullName))
                .toList();
    }

    /** Name of an account in reports: with its number where the company uses numbers. */
    String title(NameFacts account) {
        boolean numbered =
                books.company().useAccountNumbers() && !account.number().isEmpty();
        return numbered ? account.number() + " " + account.fullName() : account.fullName();
    }
}
