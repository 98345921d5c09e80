package io.tieout.store.ledger;

import io.tieout.chain.ChainEvent;
import io.tieout.chain.EventKind;
import io.tieout.chain.Hash;
import io.tieout.chain.PayloadWriter;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * One kind of append-only row and its event, described once.
 *
 * <p>The event's fields are the row's columns, name for name. Writing makes both from the same values; verifying reads
 * the row and makes the event again, which must be the bytes in the chain. A column that is in the table but not in the
 * shape would be unprotected: a spec compares the two.
 */
final class Shape {

    enum Type {
        TEXT,
        INTEGER,
        BYTES
    }

    record Column(String name, Type type) {}

    /** A table that gets a row for each event, with the places of its values; the event's number comes last. */
    record Part(String table, List<String> columns, String insertSql, int[] places) {}

    private final EventKind kind;
    private final List<Column> columns;
    private final int[] payloadOrder;
    private final List<Part> parts;
    private final String selectSql;

    private Shape(EventKind kind, List<Column> columns, List<Part> parts, String selectSql) {
        this.kind = kind;
        this.columns = columns;
        this.parts = parts;
        this.selectSql = selectSql;
        this.payloadOrder = IntStream.range(0, columns.size())
                .boxed()
                .sorted(Comparator.comparing(i -> columns.get(i).name()))
                .mapToInt(Integer::intValue)
                .toArray();
    }

    /**
     * A shape of one table.
     *
     * @param streamSql the row's stream as an SQL expression, for example {@code 'org/' || org}
     */
    static Shape of(EventKind kind, String table, String streamSql, Column... columns) {
        return filtered(kind, table, streamSql, "", columns);
    }

    /** A shape of those rows of a table that meet a condition; {@code and ...}. */
    static Shape filtered(EventKind kind, String table, String streamSql, String condition, Column... columns) {
        var list = List.of(columns);
        var names = list.stream().map(Column::name).toList();
        return new Shape(
                kind,
                list,
                List.of(part(table, names, names)),
                select(names, table, table + ".seq", streamSql, condition));
    }

    /** A shape of rows in two tables, joined by {@code from}. */
    static Shape joined(
            EventKind kind,
            String from,
            String streamSql,
            String seqSql,
            List<Column> columns,
            String firstTable,
            List<String> firstColumns,
            String secondTable,
            List<String> secondColumns) {
        var names = columns.stream().map(Column::name).toList();
        return new Shape(
                kind,
                columns,
                List.of(part(firstTable, firstColumns, names), part(secondTable, secondColumns, names)),
                select(qualified(names, firstTable, firstColumns, secondTable), from, seqSql, streamSql, ""));
    }

    static Column text(String name) {
        return new Column(name, Type.TEXT);
    }

    static Column integer(String name) {
        return new Column(name, Type.INTEGER);
    }

    static Column bytes(String name) {
        return new Column(name, Type.BYTES);
    }

    EventKind kind() {
        return kind;
    }

    List<Column> columns() {
        return columns;
    }

    List<Part> parts() {
        return parts;
    }

    /** Selects the columns, then seq, for one stream (the one parameter) in order of seq. */
    String selectSql() {
        return selectSql;
    }

    /** The event of a row's values, given in the order of the columns. */
    ChainEvent event(PayloadWriter writer, Object... values) {
        if (values.length != columns.size()) {
            throw new IllegalArgumentException(kind + " has " + columns.size() + " columns, not " + values.length + ": "
                    + Arrays.toString(values));
        }
        for (int place : payloadOrder) {
            var column = columns.get(place);
            Object value = values[place];
            switch (column.type()) {
                case TEXT -> writer.text(column.name(), (String) value);
                case INTEGER -> writer.integer(column.name(), ((Number) value).longValue());
                case BYTES ->
                    writer.bytes(column.name(), value instanceof Hash ? ((Hash) value).toBytes() : (byte[]) value);
            }
        }
        return ChainEvent.of(kind, writer.finish());
    }

    /** The payload that a stored row should have in the chain. */
    byte[] payload(PayloadWriter writer, ResultSet row) throws SQLException {
        for (int place : payloadOrder) {
            var column = columns.get(place);
            switch (column.type()) {
                case TEXT -> writer.text(column.name(), row.getString(place + 1));
                case INTEGER -> writer.integer(column.name(), row.getLong(place + 1));
                case BYTES -> writer.bytes(column.name(), row.getBytes(place + 1));
            }
        }
        return writer.finish();
    }

    private static Part part(String table, List<String> columns, List<String> all) {
        var inserted = new ArrayList<>(columns);
        inserted.add("seq");
        return new Part(
                table,
                columns,
                "insert into " + table + " (" + String.join(", ", inserted) + ") values (" + Sql.marks(inserted.size())
                        + ")",
                columns.stream().mapToInt(all::indexOf).toArray());
    }

    private static List<String> qualified(
            List<String> names, String firstTable, List<String> firstColumns, String secondTable) {
        return names.stream()
                .map(name -> (firstColumns.contains(name) ? firstTable : secondTable) + "." + name)
                .toList();
    }

    private static String select(List<String> columns, String from, String seqSql, String streamSql, String condition) {
        return columns.stream().collect(Collectors.joining(", ", "select ", ", " + seqSql)) + " from " + from
                + " where " + streamSql + " = ? " + condition + " order by " + seqSql;
    }
}
