package io.tieout.store.ledger;

import io.tieout.chain.Payload;
import io.tieout.store.event.SaltedTexts;
import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Random;

/**
 * A new fact as the ledger stores it (fact, version, text, current state), and the snapshot it was read in. Values are
 * made before anything is timed.
 */
final class BenchRow {

    static final String TEXT = "insert into fact_text (fact_id, version, salt, reference, memo) values (?, ?, ?, ?, ?)";
    static final String CURRENT = "insert into fact_current (fact_id, version, scope_no,"
            + " absent_snapshot_no, absent_again_snapshot_no) values (?, ?, ?, 0, 0)";

    /** The statements of a fact, in the order in which {@link #bind} takes them; the snapshot's comes first. */
    static final List<String> INSERTS = List.of(
            Shapes.SNAPSHOT.parts().get(0).insertSql(),
            Shapes.FACT_SEEN.parts().get(0).insertSql(),
            Shapes.FACT_SEEN.parts().get(1).insertSql(),
            TEXT,
            CURRENT);

    private static final String STREAM = "org/demopm";
    private static final String[] ACCOUNTS = {"210001", "210002", "211005", "400010", "410020", "419000", "520001"};
    private static final String[] TYPES = {"AR Charge", "AR Payment", "AP Charge", "AP Payment", "GJ", "AR Deposit"};
    private static final int DEBIT = 17;
    private static final int CREDIT = 18;
    private static final int TEXT_HASH = 20;
    private static final int SALT = 21;
    private static final int REFERENCE = 22;
    private static final int MEMO = 23;
    private static final int SCOPE = 24;

    private BenchRow() {}

    /** The values of FACT_SEEN in the order of its columns, then salt, reference, memo, scope. */
    static Object[] fact(long factId, long snapshotNo, Random random) {
        long cents = 1 + random.nextInt(400_000);
        boolean debit = random.nextBoolean();
        byte[] fingerprint = new byte[16];
        random.nextBytes(fingerprint);
        byte[] salt = new byte[16];
        random.nextBytes(salt);
        String account = ACCOUNTS[random.nextInt(ACCOUNTS.length)];
        String reference = "Charge #" + (20_210_000 + factId);
        String memo = "Rent for unit " + (100 + random.nextInt(900)) + ", resident " + random.nextInt(100_000);
        return new Object[] {
            factId,
            "demopm",
            "gl",
            property(snapshotNo),
            "accrual",
            "616",
            account,
            // Ids of a source ascend, but a reading does not hold them in that order.
            Long.toString(20_210_000L + (factId & ~63L | factId * 37 & 63)),
            1,
            1,
            snapshotNo,
            fingerprint,
            account.substring(0, 4) + "-0000",
            TYPES[random.nextInt(TYPES.length)],
            month(snapshotNo),
            month(snapshotNo) + "-" + (10 + random.nextInt(19)),
            month(snapshotNo) + "-" + (10 + random.nextInt(19)),
            debit ? cents : 0L,
            debit ? 0L : cents,
            "USD",
            SaltedTexts.hash(salt, List.of(reference, memo)).toBytes(),
            salt,
            reference,
            memo,
            snapshotNo
        };
    }

    /** The values of SNAPSHOT in the order of its columns. */
    static Object[] snapshot(long number, Collection<Object[]> facts) {
        return new Object[] {
            number,
            "SNAPSHOT-" + number,
            "demopm",
            property(number),
            "accrual",
            "616",
            month(number),
            number,
            1,
            "2026-11-02T09:00:00.000000Z",
            "",
            facts.size(),
            facts.stream().mapToLong(row -> (Long) row[DEBIT]).sum(),
            facts.stream().mapToLong(row -> (Long) row[CREDIT]).sum()
        };
    }

    private static String property(long snapshotNo) {
        return Long.toString(510_000 + snapshotNo % 100);
    }

    private static String month(long snapshotNo) {
        long months = snapshotNo / 100;
        return 2020 + months / 12 + "-" + Long.toString(101 + months % 12).substring(1);
    }

    /** The values of an event without the names of its fields: the least that anyone could hash of the row. */
    static byte[] values(byte[] frame) {
        var values = new ByteArrayOutputStream(frame.length);
        for (Object value : Payload.read(frame, 8, frame.length - 8).values()) {
            byte[] bytes = value instanceof byte[]
                    ? (byte[]) value
                    : value instanceof Long
                            ? ByteBuffer.allocate(8).putLong((Long) value).array()
                            : value.toString().getBytes(StandardCharsets.UTF_8);
            values.writeBytes(bytes);
        }
        return values.toByteArray();
    }

    /** The ledger's way: the salt is fresh and the text is hashed, as the product does. */
    static void record(LedgerTransaction transaction, Batches.Batch batch) throws SQLException {
        for (var snapshot : batch.snapshots()) {
            transaction.record(STREAM, Shapes.SNAPSHOT, snapshot);
        }
        for (var row : batch.facts()) {
            byte[] salt = transaction.salt();
            var values = Arrays.copyOf(row, TEXT_HASH + 1);
            values[TEXT_HASH] =
                    SaltedTexts.hash(salt, List.of((String) row[REFERENCE], (String) row[MEMO]));
            transaction.record(STREAM, Shapes.FACT_SEEN, values);
            transaction.insert(TEXT, row[0], 1, salt, row[REFERENCE], row[MEMO]);
            transaction.insert(CURRENT, row[0], 1, row[SCOPE]);
        }
    }

    /** The plain way: the same rows, with salt and hash made before. */
    static void bind(PreparedStatement[] statements, Batches.Batch batch) throws SQLException {
        for (var snapshot : batch.snapshots()) {
            bind(statements[0], Shapes.SNAPSHOT.parts().get(0), snapshot, (Long) snapshot[0]);
        }
        var parts = Shapes.FACT_SEEN.parts();
        for (var row : batch.facts()) {
            bind(statements[1], parts.get(0), row, (Long) row[0]);
            bind(statements[2], parts.get(1), row, (Long) row[0]);
            Sql.bind(statements[3], row[0], 1, row[SALT], row[REFERENCE], row[MEMO]);
            statements[3].addBatch();
            Sql.bind(statements[4], row[0], 1, row[SCOPE]);
            statements[4].addBatch();
        }
    }

    private static void bind(PreparedStatement statement, Shape.Part part, Object[] row, long number)
            throws SQLException {
        int position = 1;
        for (int place : part.places()) {
            Sql.bind(statement, position++, row[place]);
        }
        statement.setLong(position, number);
        statement.addBatch();
    }
}
