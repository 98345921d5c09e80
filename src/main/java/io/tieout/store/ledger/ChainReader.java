package io.tieout.store.ledger;

import io.tieout.chain.ChainBlock;
import io.tieout.chain.Genesis;
import io.tieout.store.sql.Vendor;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import org.postgresql.PGStatement;

/** Reads stored blocks in the order of their numbers, in flat memory. */
final class ChainReader {

    /** Blocks fetched from PostgreSQL at once: some hundred kilobytes at a usual size. */
    private static final int FETCH_BLOCKS = 100;

    private static final String BLOCKS =
            "select block_no, first_seq, event_count, epoch, committed_at_micros, body, leaves, head"
                    + " from chain_block where stream = ? order by block_no";

    /** Takes blocks while it says true. */
    @FunctionalInterface
    interface BlockReader {
        boolean read(ChainBlock block) throws SQLException;
    }

    private final Connection connection;
    private final Vendor vendor;

    /** The connection has auto-commit off, so that PostgreSQL sends rows as they are asked for. */
    ChainReader(Connection connection, Vendor vendor) {
        this.connection = connection;
        this.vendor = vendor;
    }

    List<String> streams() throws SQLException {
        return Sql.list(connection, "select distinct stream from chain_block order by stream", row -> row.getString(1));
    }

    /** The genesis of a stream, if the stream exists. The block is not walked. */
    static Optional<Genesis> genesis(Connection connection, String stream) throws SQLException {
        return Sql.first(
                connection,
                "select body, leaves, head, event_count from chain_block where stream = ? and block_no = 0",
                row -> Genesis.of(new ChainBlock(
                        stream, 0, 1, row.getInt(4), 0, 0, row.getBytes(1), row.getBytes(2), row.getBytes(3))),
                stream);
    }

    void read(String stream, BlockReader reader) throws SQLException {
        try (var statement = connection.prepareStatement(BLOCKS)) {
            if (vendor == Vendor.POSTGRESQL) {
                statement.setFetchSize(FETCH_BLOCKS);
                // Minus one: binary values from the first execution on; as text a byte takes two.
                statement.unwrap(PGStatement.class).setPrepareThreshold(-1);
            }
            statement.setString(1, stream);
            try (var row = statement.executeQuery()) {
                boolean more = true;
                while (more && row.next()) {
                    more = reader.read(new ChainBlock(
                            stream,
                            row.getLong(1),
                            row.getLong(2),
                            row.getInt(3),
                            row.getLong(4),
                            row.getLong(5),
                            row.getBytes(6),
                            row.getBytes(7),
                            row.getBytes(8)));
                }
            }
        }
    }
}
