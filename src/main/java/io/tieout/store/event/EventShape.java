package io.tieout.store.event;

import io.tieout.chain.ChainEvent;
import io.tieout.chain.EventKind;
import io.tieout.chain.Hash;
import io.tieout.chain.PayloadWriter;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

/** What one kind of event says: its members, in the order in which their values are given. */
public final class EventShape {

    /** What a member holds. */
    public enum Type {
        TEXT,
        INTEGER,
        BYTES
    }

    /** A member of the payload; a store in tables has a column of the same name. */
    public record Column(String name, Type type) {}

    private final EventKind kind;
    private final List<Column> columns;
    private final int[] payloadOrder;
    private final List<String> payloadNames;

    private EventShape(EventKind kind, List<Column> columns) {
        this.kind = kind;
        this.columns = columns;
        this.payloadOrder = IntStream.range(0, columns.size())
                .boxed()
                .sorted(Comparator.comparing(i -> columns.get(i).name()))
                .mapToInt(Integer::intValue)
                .toArray();
        this.payloadNames = Arrays.stream(payloadOrder)
                .mapToObj(place -> columns.get(place).name())
                .toList();
    }

    static EventShape of(EventKind kind, Column... columns) {
        return new EventShape(kind, List.of(columns));
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

    public EventKind kind() {
        return kind;
    }

    public List<Column> columns() {
        return columns;
    }

    /** Names of the columns in the order in which the payload holds their values: ascending. */
    public List<String> payloadNames() {
        return payloadNames;
    }

    /** Places of the columns in the order in which the payload holds their values; the caller's own. */
    public int[] payloadOrder() {
        return payloadOrder.clone();
    }

    /**
     * The event of a row's values.
     *
     * @param values in the order of the columns: texts, whole numbers, bytes or hashes
     */
    public ChainEvent event(PayloadWriter writer, Object... values) {
        if (values.length != columns.size()) {
            throw new IllegalArgumentException(kind + " has " + columns.size() + " columns, not " + values.length + ": "
                    + Arrays.toString(values));
        }
        writer.begin();
        for (int place : payloadOrder) {
            var column = columns.get(place);
            try {
                write(writer, column.type(), values[place]);
            } catch (IllegalArgumentException e) {
                throw new IllegalArgumentException(kind + ", " + column.name() + ": " + e.getMessage(), e);
            }
        }
        return ChainEvent.of(kind, writer.finish());
    }

    private static void write(PayloadWriter writer, Type type, Object value) {
        switch (type) {
            case TEXT -> writer.text((String) value);
            case INTEGER -> writer.integer(((Number) value).longValue());
            case BYTES -> writer.bytes(value instanceof Hash ? ((Hash) value).toBytes() : (byte[]) value);
        }
    }
}
