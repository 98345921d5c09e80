package io.tieout.store.ledger;

import io.tieout.chain.ChainEvent;
import io.tieout.chain.EventKind;
import io.tieout.chain.PayloadWriter;
import io.tieout.store.event.EventShape;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/**
 * One kind of append-only row and its event, described once.
 *
 * <p>The event's fields are the row's columns, name for name. Writing makes both from the same values; verifying reads
 * the row and makes the event again, which must be the bytes in the chain. A column that is in the table but not in the
 * shape would be unprotected: a spec compares the two.
 */
final class Shape {

    /** A table that gets a row for each event, with the places of its values; the event's number comes last. */
    record Part(String table, List<String> columns, String insertSql, int[] places) {}

    private final EventShape event;
    private final int[] payloadOrder;
    private final List<Part> parts;
    private final String selectSql;

    private Shape(EventShape event, List<Part> parts, String selectSql) {
        this.event = event;
        this.payloadOrder = event.payloadOrder();
        this.parts = parts;
        this.selectSql = selectSql;
    }

    /**
     * A shape of one table.
     *
     * @param streamSql the row's stream as an SQL expression, for example {@code 'org/' || org}
     */
    static Shape of(EventShape event, String table, String streamSql) {
        return filtered(event, table, streamSql, "");
    }

    /** A shape of those rows of a table that meet a condition; {@code and ...}. */
    static Shape filtered(EventShape event, String table, String streamSql, String condition) {
        var names = names(event);
        return new Shape(
                event, List.of(part(table, names, names)), select(names, table, table + ".seq", streamSql, condition));
    }

    /** A shape of rows in two tables, joined by {@code from}. */
    static Shape joined(
            EventShape event,
            String from,
            String streamSql,
            String seqSql,
            String firstTable,
            List<String> firstColumns,
            String secondTable,
            List<String> secondColumns) {
        var names = names(event);
        return new Shape(
                event,
                List.of(part(firstTable, firstColumns, names), part(secondTable, secondColumns, names)),
                select(qualified(names, firstTable, firstColumns, secondTable), from, seqSql, streamSql, ""));
    }

    EventKind kind() {
        return event.kind();
    }

    List<EventShape.Column> columns() {
        return event.columns();
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
        return event.event(writer, values);
    }

    /** The payload that a stored row should have in the chain. */
    byte[] payload(PayloadWriter writer, ResultSet row) throws SQLException {
        writer.begin();
        for (int place : payloadOrder) {
            switch (columns().get(place).type()) {
                case TEXT -> writer.text(row.getString(place + 1));
                case INTEGER -> writer.integer(row.getLong(place + 1));
                case BYTES -> writer.bytes(row.getBytes(place + 1));
            }
        }
        return writer.finish();
    }

    private static List<String> names(EventShape event) {
        return event.columns().stream().map(EventShape.Column::name).toList();
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
