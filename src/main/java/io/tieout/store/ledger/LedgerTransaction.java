package io.tieout.store.ledger;

import io.tieout.chain.ChainEvent;
import io.tieout.chain.PayloadWriter;
import io.tieout.chain.SaltedHash;
import io.tieout.store.event.Texts;
import java.security.SecureRandom;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/**
 * The open transaction of the writer's thread.
 *
 * <p>Inserts are gathered and sent as JDBC batches: tables that others refer to first, the rest in the order of their
 * first row; updates follow the inserts. A query sees everything written before it.
 */
public final class LedgerTransaction {

    /** Rows sent in one batch; bounds memory, not correctness. */
    private static final int BATCH_ROWS_MAX = 1_000;

    /**
     * Tables that rows of others refer to. Their rows go first, whichever was gathered first: a changed line opens the
     * batch of versions before a new line opens that of facts, and the new line's version needs its fact.
     */
    private static final List<String> REFERRED_TO =
            List.of("snapshot", "fact", "fact_version", "posting", "attempt", "attempt_item", "run");

    /** Salts that the random source gives at once: asked for each alone, it costs more than the hash. */
    private static final int SALTS_DRAWN = 64;

    private final Connection connection;
    private final ChainAppender chain;
    private final SecureRandom random = new SecureRandom();
    private final byte[] randomBytes = new byte[SALTS_DRAWN * SaltedHash.SALT_BYTES];
    private final PayloadWriter payload = new PayloadWriter();
    private final Map<String, PreparedStatement> statements = new HashMap<>();
    private final LinkedHashMap<String, PreparedStatement> inserts = new LinkedHashMap<>();
    private final LinkedHashMap<String, PreparedStatement> updates = new LinkedHashMap<>();
    private final Map<String, Long> counters = new HashMap<>();
    private int pending;
    private int randomUsed = randomBytes.length;

    LedgerTransaction(Connection connection, ChainAppender chain) {
        this.connection = connection;
        this.chain = chain;
    }

    /**
     * Writes an append-only row and its event.
     *
     * @param values in the order of the shape's columns
     * @return the event's number in its stream
     */
    long record(String stream, Shape shape, Object... values) throws SQLException {
        long seq = chain.append(stream, shape.event(payload, values));
        for (var part : shape.parts()) {
            var statement = batched(inserts, part.insertSql());
            int position = 1;
            for (int place : part.places()) {
                Sql.bind(statement, position++, values[place]);
            }
            statement.setLong(position, seq);
            add(statement);
        }
        return seq;
    }

    /** Begins a stream with its genesis block, if that was not done yet. */
    void begin(String stream) throws SQLException {
        chain.begin(stream);
    }

    /** Appends an event that has no row of its own. */
    long append(String stream, ChainEvent event) throws SQLException {
        return chain.append(stream, event);
    }

    /** Inserts a row that no event covers: erasable text, or current state. */
    void insert(String sql, Object... values) throws SQLException {
        var statement = batched(inserts, sql);
        Sql.bind(statement, values);
        add(statement);
    }

    /** Changes current state. All changes of one table use one statement text, so that their order is kept. */
    void update(String sql, Object... values) throws SQLException {
        var statement = batched(updates, sql);
        Sql.bind(statement, values);
        add(statement);
    }

    <T> List<T> query(String sql, Sql.RowReader<T> reader, Object... values) throws SQLException {
        flush();
        var statement = prepared(sql);
        Sql.bind(statement, values);
        return Sql.read(statement, reader);
    }

    <T> Optional<T> first(String sql, Sql.RowReader<T> reader, Object... values) throws SQLException {
        return query(sql, reader, values).stream().findFirst();
    }

    /** The next number of a counted column; never used twice, gaps allowed. */
    long next(String table, String column) throws SQLException {
        String key = table + "." + column;
        Long last = counters.get(key);
        if (last == null) {
            last = query("select coalesce(max(" + column + "), 0) from " + table, row -> row.getLong(1))
                    .get(0);
        }
        counters.put(key, last + 1);
        return last + 1;
    }

    /** Fresh salt for an erasable text. */
    byte[] salt() {
        if (randomUsed == randomBytes.length) {
            random.nextBytes(randomBytes);
            randomUsed = 0;
        }
        randomUsed += SaltedHash.SALT_BYTES;
        return Arrays.copyOfRange(randomBytes, randomUsed - SaltedHash.SALT_BYTES, randomUsed);
    }

    /** The writer's fencing epoch. */
    long epoch() {
        return chain.epoch();
    }

    /** The moment of this commit by the writer's clock, as fixed-width text in UTC. */
    String now() {
        return Texts.instant(chain.nowMicros());
    }

    /** Sends what is gathered, so that a refused row shows inside the unit that wrote it. */
    void flush() throws SQLException {
        if (pending == 0) {
            return;
        }
        var order = new ArrayList<>(inserts.keySet());
        order.sort(Comparator.comparingInt(LedgerTransaction::place));
        for (var sql : order) {
            Objects.requireNonNull(inserts.get(sql)).executeBatch();
        }
        for (var statement : updates.values()) {
            statement.executeBatch();
        }
        inserts.clear();
        updates.clear();
        pending = 0;
    }

    private static int place(String insertSql) {
        var place = REFERRED_TO.indexOf(insertSql.split(" ", 4)[2]);
        return place < 0 ? REFERRED_TO.size() : place;
    }

    /** Forgets what was gathered, after a rollback. */
    void forget() throws SQLException {
        for (var statement : inserts.values()) {
            statement.clearBatch();
        }
        for (var statement : updates.values()) {
            statement.clearBatch();
        }
        inserts.clear();
        updates.clear();
        counters.clear();
        pending = 0;
    }

    private PreparedStatement batched(Map<String, PreparedStatement> open, String sql) throws SQLException {
        var statement = open.get(sql);
        if (statement == null) {
            statement = prepared(sql);
            open.put(sql, statement);
        }
        return statement;
    }

    private PreparedStatement prepared(String sql) throws SQLException {
        var statement = statements.get(sql);
        if (statement == null) {
            statement = connection.prepareStatement(sql);
            statements.put(sql, statement);
        }
        return statement;
    }

    private void add(PreparedStatement statement) throws SQLException {
        statement.addBatch();
        if (++pending >= BATCH_ROWS_MAX) {
            flush();
        }
    }
}
