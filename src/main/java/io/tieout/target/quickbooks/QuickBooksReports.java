package io.tieout.target.quickbooks;

import io.tieout.flow.port.TargetBooks.LedgerEntry;
import io.tieout.money.Side;
import io.tieout.plan.AccountClass;
import io.tieout.target.quickbooks.QuickBooksEntities.Misread;
import io.tieout.wire.Json;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/**
 * QuickBooks' reports, from raw JSON to plain values.
 *
 * <p>Columns are found by key, type or title and never by position, because Intuit rebuilds its reports in 2026. Every
 * value is a string and an empty one means nothing. What does not add up is not understood, rather than believed.
 */
final class QuickBooksReports {

    /** Asked for in a ledger report: debit and credit apart, so that no sign has to be guessed. */
    static final String LEDGER_COLUMNS = "tx_date,txn_type,doc_num,memo,debt_amt,credit_amt,subt_nat_amount";

    /** What stands in the date column of the row that opens an account: it moves nothing. */
    private static final String OPENING = "Beginning Balance";

    /** A report of more than 400,000 cells ends with this sentence where the rest should stand (Intuit). */
    private static final String CUT = "unable to display more data";

    private static final Set<String> ACCOUNT = Set.of("account", "account_name");
    private static final Set<String> DEBIT = Set.of("debit", "debt_amt", "debt_home_amt");
    private static final Set<String> CREDIT = Set.of("credit", "credit_amt", "credit_home_amt");
    private static final Set<String> NATURAL = Set.of("amount", "subt_nat_amount", "subt_nat_home_amount");
    private static final Set<String> DATE = Set.of("date", "tx_date");
    private static final Set<String> TYPE = Set.of("transaction type", "txn_type");
    private static final Set<String> NUMBER = Set.of("num", "doc_num");
    private static final Set<String> MEMO = Set.of("memo", "memo/description");

    private QuickBooksReports() {}

    /** A report of another basis than asked for would tie out wrongly and look right. */
    static void requireBasis(Json report, boolean cashBasis) throws Misread {
        String expected = cashBasis ? "Cash" : "Accrual";
        String found = report.textAt("Header", "ReportBasis").orElse("(none)");
        if (!found.equals(expected)) {
            throw new Misread("report: expected the basis " + expected + ", found " + found);
        }
    }

    /** Balances by account id, debit positive; the debits of the report must equal its credits. */
    static Map<String, Long> trialBalance(Json report) throws Misread {
        List<Set<String>> columns = columns(report);
        int account = find(columns, ACCOUNT).orElse(0);
        int debit = needed(columns, DEBIT, "Debit");
        int credit = needed(columns, CREDIT, "Credit");
        Map<String, Long> balances = new LinkedHashMap<>();
        for (Row row : rows(report)) {
            String id = row.id(account)
                    .orElseThrow(
                            () -> new Misread("trial balance: the row '" + row.text(account) + "' has no account id"));
            balances.merge(id, row.minor(debit) - row.minor(credit), Math::addExact);
        }
        long sum = balances.values().stream().mapToLong(Long::longValue).sum();
        if (sum != 0) {
            throw new Misread("trial balance: debits less credits must be 0, found " + sum + " cents");
        }
        return balances;
    }

    /** Whether QuickBooks left out the rest of the report because it grew too large. */
    static boolean isCut(Json report) {
        return rows(report).stream()
                .anyMatch(row -> row.text(0).toLowerCase(Locale.ROOT).contains(CUT));
    }

    /**
     * Every line of a general ledger report; together they must balance, as every transaction does.
     *
     * @param classOf class of an account by id: gives the sign where the report has no debit and credit columns
     */
    static List<LedgerEntry> generalLedger(Json report, Function<String, Optional<AccountClass>> classOf)
            throws Misread {
        List<Set<String>> columns = columns(report);
        int date = needed(columns, DATE, "Date");
        int type = needed(columns, TYPE, "Transaction Type");
        Optional<Integer> number = find(columns, NUMBER);
        Optional<Integer> memo = find(columns, MEMO);
        List<LedgerEntry> entries = new ArrayList<>();
        for (Row row : rows(report)) {
            if (row.text(date).equalsIgnoreCase(OPENING)) {
                continue;
            }
            String accountId = row.sectionId()
                    .orElseThrow(
                            () -> new Misread("general ledger: a line outside any account, dated " + row.text(date)));
            entries.add(new LedgerEntry(
                    accountId,
                    QuickBooksEntities.day(row.text(date), "general ledger"),
                    row.text(type),
                    row.id(type).orElse(""),
                    number.map(row::text).orElse(""),
                    memo.map(row::text).orElse(""),
                    signed(columns, row, accountId, classOf)));
        }
        long sum = entries.stream().mapToLong(LedgerEntry::signedMinor).sum();
        if (sum != 0) {
            throw new Misread("general ledger: debits less credits must be 0, found " + sum + " cents");
        }
        return entries;
    }

    private static long signed(
            List<Set<String>> columns, Row row, String accountId, Function<String, Optional<AccountClass>> classOf)
            throws Misread {
        Optional<Integer> debit = find(columns, DEBIT);
        Optional<Integer> credit = find(columns, CREDIT);
        if (debit.isPresent() && credit.isPresent()) {
            return row.minor(debit.get()) - row.minor(credit.get());
        }
        AccountClass accountClass = classOf.apply(accountId)
                .orElseThrow(() -> new Misread("general ledger: account " + accountId + " is not in the chart"));
        return naturalSide(accountClass).sign() * row.minor(needed(columns, NATURAL, "Amount"));
    }

    /** The side on which an account of the class grows: a "natural" amount is positive there. */
    private static Side naturalSide(AccountClass accountClass) {
        return switch (accountClass) {
            case BANK, RECEIVABLE, ASSET, EXPENSE -> Side.DEBIT;
            case PAYABLE, LIABILITY, EQUITY, RETAINED_EARNINGS, INCOME -> Side.CREDIT;
        };
    }

    /** One row of data with the account its section stands for. */
    private record Row(List<Json> cells, Optional<String> sectionId) {

        String text(int column) {
            return column < cells.size() ? cells.get(column).textAt("value").orElse("") : "";
        }

        Optional<String> id(int column) {
            return column < cells.size()
                    ? cells.get(column).at("id").scalar().filter(id -> !id.isEmpty())
                    : Optional.empty();
        }

        long minor(int column) throws Misread {
            String text = text(column).strip();
            if (text.isEmpty()) {
                return 0;
            }
            try {
                return QuickBooksEntities.minor(new BigDecimal(text), "report");
            } catch (NumberFormatException e) {
                throw new Misread("report: expected an amount, found '" + text + "'");
            }
        }
    }

    /** Each column's names in lower case: key, type and title. */
    private static List<Set<String>> columns(Json report) throws Misread {
        List<Json> columns = report.at("Columns", "Column").items();
        if (columns.isEmpty()) {
            throw new Misread("report: expected columns, found none");
        }
        return columns.stream().map(QuickBooksReports::names).toList();
    }

    private static Set<String> names(Json column) {
        Set<String> names = new java.util.HashSet<>();
        column.textAt("ColTitle").ifPresent(names::add);
        column.textAt("ColType").ifPresent(names::add);
        for (Json data : column.at("MetaData").items()) {
            if (data.textAt("Name").filter("ColKey"::equals).isPresent()) {
                data.textAt("Value").ifPresent(names::add);
            }
        }
        return Set.copyOf(
                names.stream().map(name -> name.toLowerCase(Locale.ROOT)).toList());
    }

    private static Optional<Integer> find(List<Set<String>> columns, Set<String> wanted) {
        for (int i = 0; i < columns.size(); i++) {
            if (columns.get(i).stream().anyMatch(wanted::contains)) {
                return Optional.of(i);
            }
        }
        return Optional.empty();
    }

    private static int needed(List<Set<String>> columns, Set<String> wanted, String title) throws Misread {
        return find(columns, wanted).orElseThrow(() -> new Misread("report: no column " + title));
    }

    private static List<Row> rows(Json report) {
        List<Row> rows = new ArrayList<>();
        gather(report.at("Rows"), Optional.empty(), rows);
        return rows;
    }

    /** Sections nest, with five levels of sub-accounts; summaries repeat what their rows say and are left out. */
    private static void gather(Json level, Optional<String> sectionId, List<Row> rows) {
        for (Json row : level.at("Row").items()) {
            List<Json> header = row.at("Header", "ColData").items();
            Optional<String> own = header.isEmpty()
                    ? Optional.empty()
                    : header.get(0).at("id").scalar().filter(id -> !id.isEmpty());
            if (!row.at("ColData").items().isEmpty() && row.field("group").isEmpty()) {
                rows.add(new Row(row.at("ColData").items(), sectionId));
            }
            gather(row.at("Rows"), own.or(() -> sectionId), rows);
        }
    }
}
