package io.tieout.store.ledger;

import io.tieout.chain.ChainFault;
import io.tieout.chain.ChainWalk;
import io.tieout.chain.Hash;
import io.tieout.chain.HeadStatement;
import io.tieout.chain.StreamHead;
import io.tieout.finding.Count;
import io.tieout.flow.port.Progress;
import io.tieout.store.event.LedgerIdentity;
import io.tieout.store.sql.Vendor;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

/** Walks every stream of a ledger and holds it against heads that were witnessed. */
final class ChainVerifier {

    /**
     * What a walk showed.
     *
     * @param heads ends of the streams without fault
     */
    record Result(long blocks, long events, List<StreamHead> heads, List<ChainFault> faults) {

        boolean isSound() {
            return faults.isEmpty();
        }
    }

    private final Connection connection;
    private final ChainReader reader;
    private final LedgerIdentity identity;

    ChainVerifier(Connection connection, Vendor vendor, LedgerIdentity identity) {
        this.connection = connection;
        this.reader = new ChainReader(connection, vendor);
        this.identity = identity;
    }

    Result walk(Progress progress) throws SQLException {
        var heads = new ArrayList<StreamHead>();
        var faults = new ArrayList<ChainFault>();
        var totals = new long[2];
        progress.begin("chain", Sql.number(connection, "select coalesce(sum(event_count), 0) from chain_block"));
        var streams = reader.streams();
        if (!streams.contains(LedgerIdentity.INSTALLATION)) {
            faults.add(new ChainFault(
                    ChainFault.Kind.GENESIS, LedgerIdentity.INSTALLATION, 0, 1, "the stream every ledger has", "none"));
        }
        for (String stream : streams) {
            walkStream(stream, totals, heads, faults, progress);
        }
        return new Result(totals[0], totals[1], heads, faults);
    }

    private void walkStream(
            String stream, long[] totals, List<StreamHead> heads, List<ChainFault> faults, Progress progress)
            throws SQLException {
        var walk = new ChainWalk(stream);
        reader.read(stream, block -> {
            boolean sound = walk.next(block).isEmpty();
            if (sound) {
                totals[0]++;
                totals[1] += block.eventCount();
                progress.at(totals[1]);
            }
            return sound;
        });
        walk.fault().ifPresent(faults::add);
        var tip = walk.tip();
        if (walk.fault().isEmpty()) {
            heads.add(new StreamHead(stream, tip.nextBlockNo() - 1, tip.nextSeq() - 1, tip.head()));
            identityFault(walk, stream).ifPresent(faults::add);
        }
    }

    private java.util.Optional<ChainFault> identityFault(ChainWalk walk, String stream) {
        return walk.genesis()
                .filter(genesis -> genesis.environment() != identity.environment()
                        || !genesis.installationId().equals(identity.installationId()))
                .map(genesis -> new ChainFault(
                        ChainFault.Kind.GENESIS,
                        stream,
                        0,
                        1,
                        identity.installationId() + " " + identity.environment().code(),
                        genesis.installationId() + " " + genesis.environment().code()));
    }

    /** Where the ledger does not hold what a statement says of it. */
    List<ChainFault> against(HeadStatement statement) throws SQLException {
        var faults = new ArrayList<ChainFault>();
        for (var witnessed : statement.heads()) {
            var stored = Sql.first(
                    connection,
                    "select head, first_seq + event_count - 1 from chain_block where stream = ? and block_no = ?",
                    row -> new StreamHead(
                            witnessed.stream(), witnessed.blockNo(), row.getLong(2), Hash.of(row.getBytes(1))),
                    witnessed.stream(),
                    witnessed.blockNo());
            if (!stored.equals(java.util.Optional.of(witnessed))) {
                faults.add(new ChainFault(
                        ChainFault.Kind.WITNESS,
                        witnessed.stream(),
                        witnessed.blockNo(),
                        witnessed.events(),
                        "head " + witnessed.head() + " after " + Count.of(witnessed.events(), "event")
                                + ", as signed at " + HeadStatement.microsText(statement.takenAtMicros()),
                        stored.map(head -> "head " + head.head() + " after " + Count.of(head.events(), "event"))
                                .orElse("no such block")));
            }
        }
        return faults;
    }

    /** The present ends of all streams, from the last blocks alone. */
    static List<StreamHead> heads(Connection connection) throws SQLException {
        return Sql.list(
                connection,
                "select b.stream, b.block_no, b.first_seq + b.event_count - 1, b.head from chain_block b"
                        + " where b.block_no = (select max(c.block_no) from chain_block c where c.stream = b.stream)"
                        + " order by b.stream",
                row -> new StreamHead(row.getString(1), row.getLong(2), row.getLong(3), Hash.of(row.getBytes(4))));
    }
}
