package io.tieout.store.ledger;

import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.Random;

/** A new fact as the ledger stores it: fact, version, text, current state. Values are made before anything is timed. */
final class BenchRow {

    static final String TEXT = "insert into fact_text (fact_id, version, salt, reference, memo) values (?, ?, ?, ?, ?)";
    static final String CURRENT = "insert into fact_current (fact_id, version, scope_no,"
            + " absent_snapshot_no, absent_again_snapshot_no) values (?, ?, ?, 0, 0)";

    private static final String[] ACCOUNTS = {"210001", "210002", "211005", "400010", "410020", "419000", "520001"};
    private static final String[] TYPES = {"AR Charge", "AR Payment", "AP Charge", "AP Payment", "GJ", "AR Deposit"};

    private BenchRow() {}

    /** The values of FACT_SEEN in the order of its columns, then salt, reference, memo, scope. */
    static Object[] of(long factId, Random random) {
        long cents = 1 + random.nextInt(400_000);
        boolean debit = random.nextBoolean();
        byte[] fingerprint = new byte[16];
        random.nextBytes(fingerprint);
        byte[] salt = new byte[16];
        random.nextBytes(salt);
        int month = 1 + (int) (factId / 40_000 % 12);
        String account = ACCOUNTS[random.nextInt(ACCOUNTS.length)];
        return new Object[] {
            factId,
            "demopm",
            "gl",
            "51" + String.format("%04d", factId / 400 % 100),
            "accrual",
            "616",
            account,
            // Ids of a source ascend, but a reading does not hold them in that order.
            Long.toString(20_210_000L + (factId & ~63L | factId * 37 & 63)),
            1,
            1,
            1 + factId / 400,
            fingerprint,
            account.substring(0, 4) + "-0000",
            TYPES[random.nextInt(TYPES.length)],
            String.format("2026-%02d", month),
            String.format("2026-%02d-%02d", month, 1 + random.nextInt(28)),
            String.format("2026-%02d-%02d", month, 1 + random.nextInt(28)),
            debit ? cents : 0L,
            debit ? 0L : cents,
            "USD",
            new byte[32],
            salt,
            "Charge #" + (20_210_000 + factId),
            "Rent for unit " + (100 + random.nextInt(900)) + ", resident " + random.nextInt(100_000),
            1 + factId / 400
        };
    }

    /** The ledger's way: the salt is fresh and the text is hashed, as the product does. */
    static void record(LedgerTransaction transaction, Object[] row) throws SQLException {
        byte[] salt = transaction.salt();
        var values = java.util.Arrays.copyOf(row, 21);
        values[20] = LedgerTransaction.saltedHash(salt, (String) row[22], (String) row[23]);
        transaction.record("org/demopm", Shapes.FACT_SEEN, values);
        transaction.insert(TEXT, row[0], 1, salt, row[22], row[23]);
        transaction.insert(CURRENT, row[0], 1, row[24]);
    }

    /** The plain way: the same rows, made ready before. */
    static void bind(PreparedStatement[] statements, Object[] row) throws SQLException {
        var parts = Shapes.FACT_SEEN.parts();
        for (int i = 0; i < parts.size(); i++) {
            int position = 1;
            for (int place : parts.get(i).places()) {
                Sql.bind(statements[i], position++, row[place]);
            }
            statements[i].setLong(position, (Long) row[0] + 1);
            statements[i].addBatch();
        }
        Sql.bind(statements[2], row[0], 1, row[21], row[22], row[23]);
        statements[2].addBatch();
        Sql.bind(statements[3], row[0], 1, row[24]);
        statements[3].addBatch();
    }
}
