package io.tieout.sandbox.quickbooks;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.tieout.sandbox.quickbooks.Buckets.Bucket;
import io.tieout.sandbox.quickbooks.ReportFrame.Cell;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.function.LongFunction;
import java.util.function.Predicate;

/** Trial balance, profit and loss, balance sheet. */
final class SummaryReports {
    private final Books books;
    private final ReportRequest request;
    private final Balances balances;
    private final List<Bucket> buckets;
    private final Instant now;
    private final int cellsMax;

    SummaryReports(Books books, ReportRequest request, Instant now, int cellsMax) {
        this.books = books;
        this.request = request;
        this.balances = new Balances(books);
        this.buckets = Buckets.of(request, books);
        this.now = now;
        this.cellsMax = cellsMax;
    }

    /**
     * Account, debit, credit; accounts of zero are missing; the last row is the group GrandTotal [R]. Split by class,
     * location or month each bucket has its own pair of columns below a titled one [K].
     */
    String trialBalance() {
        var frame = new ReportFrame("TrialBalance", request, books, now, cellsMax);
        frame.column("", "Account", "account");
        boolean split = buckets.size() > 1;
        for (Bucket bucket : buckets) {
            if (split) {
                ArrayNode inner = frame.column(bucket.title(), "Money", bucket.key())
                        .putObject("Columns")
                        .putArray("Column");
                ReportFrame.column(inner, "Debit", "Money", "debit");
                ReportFrame.column(inner, "Credit", "Money", "credit");
            } else {
                frame.column("Debit", "Money", "debit");
                frame.column("Credit", "Money", "credit");
            }
        }
        List<Map<Long, Long>> sums = buckets.stream()
                .map(bucket -> balances.asOf(bucket.end(), bucket.counted()))
                .toList();
        long[] debits = new long[buckets.size()];
        long[] credits = new long[buckets.size()];
        boolean empty = true;
        for (NameFacts account : balances.accounts()) {
            long[] cents = row(sums, account.id(), 1);
            if (Arrays.stream(cents).anyMatch(one -> one != 0)) {
                empty = false;
                var cells = new ArrayList<>(List.of(name(account)));
                for (int i = 0; i < cents.length; i++) {
                    debits[i] += Math.max(cents[i], 0);
                    credits[i] += Math.max(-cents[i], 0);
                    cells.add(Cell.money(Math.max(cents[i], 0)));
                    cells.add(Cell.money(Math.max(-cents[i], 0)));
                }
                frame.data(frame.rows(), cells);
            }
        }
        var totals = new ArrayList<>(List.of(Cell.of("TOTAL")));
        for (int i = 0; i < debits.length; i++) {
            totals.add(Cell.of(Amounts.text(debits[i])));
            totals.add(Cell.of(Amounts.text(credits[i])));
        }
        frame.total(frame.rows(), totals, "GrandTotal");
        return frame.json(empty);
    }

    String profitAndLoss() {
        var frame = moneyFrame("ProfitAndLoss");
        List<Map<Long, Long>> sums = buckets.stream()
                .map(bucket -> balances.movement(bucket.start(), bucket.end(), bucket.counted()))
                .toList();
        long[] income = section(frame, frame.rows(), AccountKind.INCOME, sums, -1);
        long[] goods = section(frame, frame.rows(), AccountKind.COST_OF_GOODS_SOLD, sums, 1);
        long[] gross = plus(income, goods, -1);
        total(frame, frame.rows(), "Gross Profit", gross, "GrossProfit");
        long[] expenses = section(frame, frame.rows(), AccountKind.EXPENSE, sums, 1);
        long[] operating = plus(gross, expenses, -1);
        total(frame, frame.rows(), "Net Operating Income", operating, "NetOperatingIncome");
        long[] otherIncome = section(frame, frame.rows(), AccountKind.OTHER_INCOME, sums, -1);
        long[] otherExpenses = section(frame, frame.rows(), AccountKind.OTHER_EXPENSE, sums, 1);
        long[] other = plus(otherIncome, otherExpenses, -1);
        total(frame, frame.rows(), "Net Other Income", other, "NetOtherIncome");
        total(frame, frame.rows(), "Net Income", plus(operating, other, 1), "NetIncome");
        return frame.json(sums.stream().allMatch(Map::isEmpty));
    }

    String balanceSheet() {
        var frame = moneyFrame("BalanceSheet");
        List<Map<Long, Long>> sums = buckets.stream()
                .map(bucket -> balances.asOf(bucket.end(), bucket.counted()))
                .toList();
        ObjectNode assets = frame.section(frame.rows(), blank("ASSETS"), "TotalAssets");
        long[] total = half(frame, ReportFrame.rowsOf(assets), "Asset", sums, 1);
        frame.summary(assets, cells("TOTAL ASSETS", total));
        ObjectNode claims = frame.section(frame.rows(), blank("LIABILITIES AND EQUITY"), "TotalLiabilitiesAndEquity");
        ArrayNode inner = ReportFrame.rowsOf(claims);
        ObjectNode liabilities = frame.section(inner, blank("Liabilities"), "Liabilities");
        long[] owed = half(frame, ReportFrame.rowsOf(liabilities), "Liability", sums, -1);
        frame.summary(liabilities, cells("Total Liabilities", owed));
        ObjectNode equity = frame.section(inner, blank("Equity"), "Equity");
        long[] own = rows(frame, ReportFrame.rowsOf(equity), kind -> kind == AccountKind.EQUITY, sums, -1);
        long[] earned = new long[buckets.size()];
        for (NameFacts account : balances.accounts()) {
            earned = account.kind().profitAndLoss() ? plus(earned, row(sums, account.id(), -1), 1) : earned;
        }
        frame.data(ReportFrame.rowsOf(equity), cells("Net Income", earned));
        own = plus(own, earned, 1);
        frame.summary(equity, cells("Total Equity", own));
        frame.summary(claims, cells("TOTAL LIABILITIES AND EQUITY", plus(owed, own, 1)));
        return frame.json(sums.stream().allMatch(Map::isEmpty));
    }

    private ReportFrame moneyFrame(String name) {
        var frame = new ReportFrame(name, request, books, now, cellsMax);
        frame.column("", "Account", "account");
        buckets.forEach(bucket -> frame.column(bucket.title(), "Money", bucket.key()));
        return frame;
    }

    private long[] half(ReportFrame frame, ArrayNode to, String classification, List<Map<Long, Long>> sums, int sign) {
        long[] whole = new long[buckets.size()];
        for (AccountKind kind : AccountKind.values()) {
            if (kind.classification().equals(classification)) {
                whole = plus(whole, section(frame, to, kind, sums, sign), 1);
            }
        }
        return whole;
    }

    private long[] section(ReportFrame frame, ArrayNode to, AccountKind kind, List<Map<Long, Long>> sums, int sign) {
        ObjectNode section = frame.section(to, blank(kind.title()), kind.group());
        long[] sum = rows(frame, ReportFrame.rowsOf(section), one -> one == kind, sums, sign);
        frame.summary(section, cells("Total " + kind.title(), sum));
        return sum;
    }

    private long[] rows(
            ReportFrame frame, ArrayNode to, Predicate<AccountKind> wanted, List<Map<Long, Long>> sums, int sign) {
        long[] sum = new long[buckets.size()];
        for (NameFacts account : balances.accounts()) {
            long[] cents = row(sums, account.id(), sign);
            if (wanted.test(account.kind()) && Arrays.stream(cents).anyMatch(one -> one != 0)) {
                var cells = new ArrayList<>(List.of(name(account)));
                cells.addAll(money(cents, Cell::money));
                frame.data(to, cells);
                sum = plus(sum, cents, 1);
            }
        }
        return sum;
    }

    private void total(ReportFrame frame, ArrayNode to, String title, long[] cents, String group) {
        frame.total(to, cells(title, cents), group);
    }

    private static long[] row(List<Map<Long, Long>> sums, long account, int sign) {
        return sums.stream()
                .mapToLong(sum -> sign * sum.getOrDefault(account, 0L))
                .toArray();
    }

    private static long[] plus(long[] a, long[] b, int sign) {
        long[] sum = a.clone();
        for (int i = 0; i < sum.length; i++) {
            sum[i] += sign * b[i];
        }
        return sum;
    }

    private Cell name(NameFacts account) {
        return new Cell(balances.title(account), String.valueOf(account.id()));
    }

    private List<Cell> blank(String title) {
        var cells = new ArrayList<>(List.of(Cell.of(title)));
        buckets.forEach(bucket -> cells.add(Cell.of("")));
        return cells;
    }

    private static List<Cell> cells(String title, long[] cents) {
        var cells = new ArrayList<>(List.of(Cell.of(title)));
        cells.addAll(money(cents, one -> Cell.of(Amounts.text(one))));
        return cells;
    }

    private static List<Cell> money(long[] cents, LongFunction<Cell> cell) {
        return Arrays.stream(cents).mapToObj(cell).toList();
    }
}
