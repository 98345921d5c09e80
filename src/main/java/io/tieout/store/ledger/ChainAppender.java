package io.tieout.store.ledger;

import io.tieout.chain.BlockBuilder;
import io.tieout.chain.ChainBlock;
import io.tieout.chain.ChainEvent;
import io.tieout.chain.Genesis;
import io.tieout.chain.Hash;
import io.tieout.chain.StreamTip;
import io.tieout.flow.port.RunClock;
import io.tieout.store.event.LedgerIdentity;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Turns the events of a transaction into blocks and stores them as its last rows.
 *
 * <p>A stream begins with its genesis block in the transaction of its first event.
 */
final class ChainAppender {

    private static final String TIP =
            "select block_no, first_seq, event_count, epoch, head from chain_block where stream = ?"
                    + " order by block_no desc limit 1";

    /** Inserts nothing once the lease has passed on: the fence is checked by the row that makes the commit count. */
    private static final String INSERT =
            "insert into chain_block (stream, block_no, first_seq, event_count, epoch, committed_at_micros, body, leaves,"
                    + " head) select ?, ?, ?, ?, ?, ?, ?, ?, ? from writer_lease where name = 'writer' and epoch = ?";

    private final Connection connection;
    private final LedgerIdentity identity;
    private final long epoch;
    private final RunClock clock;
    private final PreparedStatement insert;
    private final Map<String, BlockBuilder> builders = new HashMap<>();
    private final LinkedHashMap<String, StreamTip> touched = new LinkedHashMap<>();
    private final List<ChainBlock> sealed = new ArrayList<>();

    ChainAppender(Connection connection, LedgerIdentity identity, long epoch, RunClock clock) throws SQLException {
        this.connection = connection;
        this.identity = identity;
        this.epoch = epoch;
        this.clock = clock;
        this.insert = connection.prepareStatement(INSERT);
    }

    long epoch() {
        return epoch;
    }

    long nowMicros() {
        return ChronoUnit.MICROS.between(Instant.EPOCH, clock.now());
    }

    long append(String stream, ChainEvent event) throws SQLException {
        var builder = begin(stream);
        if (!builder.fits(event)) {
            sealed.add(builder.seal(epoch, nowMicros()));
        }
        return builder.add(event);
    }

    BlockBuilder begin(String stream) throws SQLException {
        var builder = builders.get(stream);
        if (builder == null) {
            builder = new BlockBuilder(storedTip(connection, stream));
            builders.put(stream, builder);
        }
        if (!touched.containsKey(stream)) {
            touched.put(stream, builder.tip());
            if (builder.tip().nextBlockNo() == 0) {
                builder.add(new Genesis(identity.environment(), identity.installationId(), stream).toEvent());
                sealed.add(builder.seal(epoch, nowMicros()));
            }
        }
        return builder;
    }

    /**
     * Stores the blocks; the commit follows at once.
     *
     * @throws LeaseLost when another writer has taken the lease
     */
    void store() throws SQLException {
        for (String stream : touched.keySet()) {
            var builder = builders.get(stream);
            if (builder != null && !builder.isEmpty()) {
                sealed.add(builder.seal(epoch, nowMicros()));
            }
        }
        if (sealed.isEmpty()) {
            return;
        }
        for (var block : sealed) {
            bind(block);
            insert.addBatch();
        }
        for (int inserted : insert.executeBatch()) {
            if (inserted != 1) {
                throw new LeaseLost(epoch);
            }
        }
    }

    void committed() {
        touched.clear();
        sealed.clear();
    }

    void rolledBack() throws SQLException {
        insert.clearBatch();
        touched.forEach((stream, tip) -> {
            var builder = builders.get(stream);
            if (builder != null) {
                builder.rewind(tip);
            }
        });
        touched.clear();
        sealed.clear();
    }

    private void bind(ChainBlock block) throws SQLException {
        insert.setString(1, block.stream());
        insert.setLong(2, block.blockNo());
        insert.setLong(3, block.firstSeq());
        insert.setInt(4, block.eventCount());
        insert.setLong(5, block.epoch());
        insert.setLong(6, block.committedAtMicros());
        insert.setBytes(7, block.body());
        insert.setBytes(8, block.leaves());
        insert.setBytes(9, block.head());
        insert.setLong(10, epoch);
    }

    private static StreamTip storedTip(Connection connection, String stream) throws SQLException {
        return Sql.first(
                        connection,
                        TIP,
                        row -> new StreamTip(
                                stream,
                                row.getLong(1) + 1,
                                row.getLong(2) + row.getInt(3),
                                Hash.of(row.getBytes(5)),
                                row.getLong(4)),
                        stream)
                .orElseGet(() -> StreamTip.beforeGenesis(stream));
    }
}
