package io.tieout.sandbox.quickbooks;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.tieout.sandbox.quickbooks.ReportFrame.Cell;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** General ledger and journal report: one row per line of the books. */
final class DetailReports {
    private static final List<String> LEDGER_COLUMNS = List.of(
            "tx_date", "txn_type", "doc_num", "name", "memo", "split_acc", "subt_nat_amount", "rbal_nat_amount");
    private static final List<String> JOURNAL_COLUMNS =
            List.of("tx_date", "txn_type", "doc_num", "name", "memo", "account_name", "debt_amt", "credit_amt");

    private static final Map<String, String> TITLES = Map.ofEntries(
            Map.entry("tx_date", "Date"),
            Map.entry("txn_type", "Transaction Type"),
            Map.entry("doc_num", "Num"),
            Map.entry("name", "Name"),
            Map.entry("memo", "Memo/Description"),
            Map.entry("split_acc", "Split"),
            Map.entry("subt_nat_amount", "Amount"),
            Map.entry("rbal_nat_amount", "Balance"),
            Map.entry("account_name", "Account"),
            Map.entry("account_num", "Account #"),
            Map.entry("klass_name", "Class"),
            Map.entry("dept_name", "Location"),
            Map.entry("vend_name", "Vendor"),
            Map.entry("cust_name", "Customer"),
            Map.entry("debt_amt", "Debit"),
            Map.entry("credit_amt", "Credit"),
            Map.entry("create_date", "Create Date"),
            Map.entry("last_mod_date", "Last Modified"));

    private final Books books;
    private final ReportRequest request;
    private final Balances balances;
    private final Instant now;
    private final int cellsMax;

    DetailReports(Books books, ReportRequest request, Instant now, int cellsMax) {
        this.books = books;
        this.request = request;
        this.balances = new Balances(books);
        this.now = now;
        this.cellsMax = cellsMax;
    }

    private record Row(Stored transaction, LedgerLine line) {}

    /** One section per account, opened by a Beginning Balance row; amounts in the account's natural sign [R]. */
    String generalLedger() {
        var frame = new ReportFrame("GeneralLedger", request, books, now, cellsMax);
        List<String> columns = columns(frame, LEDGER_COLUMNS);
        Map<Long, Long> opening = balances.before(request.start(), request.counted());
        Map<Long, List<Row>> rows = new HashMap<>();
        for (Stored transaction : balances.transactions(request.start(), request.end())) {
            for (LedgerLine line : transaction.lines()) {
                if (request.shows(line.accountId()) && request.counted().test(line)) {
                    rows.computeIfAbsent(line.accountId(), fresh -> new ArrayList<>())
                            .add(new Row(transaction, line));
                }
            }
        }
        for (NameFacts account : balances.accounts()) {
            long begin = request.shows(account.id()) ? opening.getOrDefault(account.id(), 0L) : 0;
            List<Row> own = rows.getOrDefault(account.id(), List.of());
            if (begin != 0 || !own.isEmpty()) {
                account(frame, columns, account, begin, own);
            }
        }
        return frame.json(frame.rows().isEmpty());
    }

    private void account(ReportFrame frame, List<String> columns, NameFacts account, long begin, List<Row> rows) {
        int sign = account.kind().naturalSign();
        String title = balances.title(account);
        List<Cell> head = new ArrayList<>();
        columns.forEach(column -> head.add(Cell.of("")));
        head.set(0, new Cell(title, String.valueOf(account.id())));
        ObjectNode section = frame.section(frame.rows(), head, "");
        ArrayNode to = ReportFrame.rowsOf(section);
        frame.data(to, balanceRow(columns, "Beginning Balance", sign * begin));
        long balance = begin;
        for (Row row : rows) {
            balance += row.line().cents();
            long running = sign * balance;
            if (!frame.data(to, cells(columns, row, sign, running))) {
                break;
            }
        }
        long moved = rows.stream().mapToLong(row -> row.line().cents()).sum();
        List<Cell> total = new ArrayList<>();
        for (String column : columns) {
            total.add(Cell.of(column.equals("subt_nat_amount") ? Amounts.text(sign * moved) : ""));
        }
        total.set(0, Cell.of("Total for " + title));
        frame.summary(section, total);
    }

    private static List<Cell> balanceRow(List<String> columns, String title, long cents) {
        List<Cell> cells = new ArrayList<>();
        for (String column : columns) {
            cells.add(Cell.of(column.equals("rbal_nat_amount") ? Amounts.text(cents) : ""));
        }
        cells.set(0, Cell.of(title));
        return cells;
    }

    /** All transactions by date with debit and credit columns; the transaction's id is on its type cell [R]. */
    String journal() {
        var frame = new ReportFrame("JournalReport", request, books, now, cellsMax);
        List<String> columns = columns(frame, JOURNAL_COLUMNS);
        long debits = 0;
        long credits = 0;
        for (Stored transaction : balances.transactions(request.start(), request.end())) {
            for (LedgerLine line : transaction.lines()) {
                if (request.counted().test(line)) {
                    debits += Math.max(line.cents(), 0);
                    credits += Math.max(-line.cents(), 0);
                    frame.data(frame.rows(), cells(columns, new Row(transaction, line), 1, 0));
                }
            }
        }
        boolean empty = frame.rows().isEmpty();
        List<Cell> total = new ArrayList<>();
        for (String column : columns) {
            String text = column.equals("debt_amt") ? Amounts.text(debits) : "";
            total.add(Cell.of(column.equals("credit_amt") ? Amounts.text(credits) : text));
        }
        total.set(0, Cell.of("TOTAL"));
        frame.total(frame.rows(), total, "GrandTotal");
        return frame.json(empty);
    }

    private List<String> columns(ReportFrame frame, List<String> usual) {
        List<String> columns = request.columns().isEmpty() ? usual : request.columns();
        for (String column : columns) {
            String title = Optional.ofNullable(TITLES.get(column))
                    .orElseThrow(() -> QuickBooksFault.badEnumeration("columns", column));
            frame.column(title, column, column);
        }
        return columns;
    }

    private List<Cell> cells(List<String> columns, Row row, int sign, long running) {
        List<Cell> cells = new ArrayList<>(columns.size());
        for (String column : columns) {
            cells.add(cell(column, row, sign, running));
        }
        return cells;
    }

    private Cell cell(String column, Row row, int sign, long running) {
        Stored transaction = row.transaction();
        LedgerLine line = row.line();
        return switch (column) {
            case "tx_date" -> Cell.of(transaction.date().toString());
            case "txn_type" -> new Cell(transaction.type().reportWord(), String.valueOf(transaction.id()));
            case "doc_num" -> Cell.of(transaction.docNumber());
            case "name" -> name(line.nameType(), line.nameId());
            case "memo" -> Cell.of(line.memo());
            case "split_acc" -> split(transaction, line);
            case "subt_nat_amount" -> Cell.of(Amounts.text(sign * line.cents()));
            case "rbal_nat_amount" -> Cell.of(Amounts.text(running));
            case "account_name" ->
                books.account(line.accountId())
                        .map(facts -> new Cell(balances.title(facts), String.valueOf(facts.id())))
                        .orElse(Cell.of(""));
            case "account_num" ->
                Cell.of(books.account(line.accountId()).map(NameFacts::number).orElse(""));
            case "klass_name" -> name(EntityType.KLASS, line.classId());
            case "dept_name" -> name(EntityType.DEPARTMENT, line.departmentId());
            case "vend_name" ->
                line.nameType() == EntityType.VENDOR ? name(EntityType.VENDOR, line.nameId()) : Cell.of("");
            case "cust_name" ->
                line.nameType() == EntityType.CUSTOMER ? name(EntityType.CUSTOMER, line.nameId()) : Cell.of("");
            case "debt_amt" -> Cell.money(Math.max(line.cents(), 0));
            case "credit_amt" -> Cell.money(Math.max(-line.cents(), 0));
            case "create_date" -> Cell.of(Stamps.seconds(transaction.created()));
            case "last_mod_date" -> Cell.of(Stamps.seconds(transaction.updated()));
            default -> throw new IllegalStateException("column " + column + " has a title but no value");
        };
    }

    private Cell name(EntityType type, long id) {
        return books.name(type, id)
                .map(facts -> new Cell(facts.fullName(), String.valueOf(id)))
                .orElse(Cell.of(""));
    }

    /** The other account, where there is exactly one other line. */
    private Cell split(Stored transaction, LedgerLine line) {
        if (transaction.lines().size() != 2) {
            return Cell.of("-Split-");
        }
        LedgerLine other = transaction.lines().get(0).equals(line)
                ? transaction.lines().get(1)
                : transaction.lines().get(0);
        return books.account(other.accountId())
                .map(facts -> new Cell(balances.title(facts), String.valueOf(facts.id())))
                .orElse(Cell.of(""));
    }
}
