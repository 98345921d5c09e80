package io.tieout.store.ledger;

import io.tieout.chain.Hash;
import io.tieout.fact.FactKey;
import io.tieout.fact.FactKind;
import io.tieout.fact.GlLine;
import io.tieout.fact.GlScope;
import io.tieout.fact.GlSnapshot;
import io.tieout.fact.OrganisationId;
import io.tieout.fact.SourceProperty;
import io.tieout.fact.SubLedgerReading;
import io.tieout.flow.port.Ledger.OpeningFact;
import io.tieout.flow.port.Ledger.SnapshotReceipt;
import io.tieout.flow.port.Ledger.StoredOpening;
import io.tieout.store.event.FactMatcher;
import io.tieout.store.event.FactValues;
import io.tieout.store.event.KnownFact;
import io.tieout.store.event.LedgerIdentity;
import io.tieout.store.event.SaltedTexts;
import io.tieout.store.event.Texts;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** Stores snapshots with their facts, inside the writer's transaction. */
final class FactWriter {

    private static final String INSERT_TEXT =
            "insert into fact_text (fact_id, version, salt, reference, memo) values (?, ?, ?, ?, ?)";
    private static final String INSERT_CURRENT = "insert into fact_current (fact_id, version, scope_no,"
            + " absent_snapshot_no, absent_again_snapshot_no) values (?, ?, ?, 0, 0)";
    private static final String UPDATE_CURRENT = "update fact_current set version = ?, scope_no = ?,"
            + " absent_snapshot_no = ?, absent_again_snapshot_no = ? where fact_id = ?";

    /** Source ids in one look-up: SQLite and PostgreSQL allow far more parameters. */
    private static final int IDS_MAX = 500;

    private final LedgerTransaction transaction;

    FactWriter(LedgerTransaction transaction) {
        this.transaction = transaction;
    }

    SnapshotReceipt store(GlSnapshot snapshot) throws SQLException {
        var scope = snapshot.scope();
        long scopeNo = scopeNo(scope);
        long snapshotNo = transaction.next("snapshot", "snapshot_no");
        recordSnapshot(snapshot, snapshotNo, scopeNo);
        if (!snapshot.complete()) {
            return new SnapshotReceipt(snapshot.snapshotId(), 0, 0, 0, List.of());
        }
        var lines = snapshot.reading().lines().toList();
        var known = known(scope, scopeNo, lines);
        var matches = new FactMatcher(scopeNo).match(lines, known);
        int newFacts = 0;
        int newVersions = 0;
        int unchanged = 0;
        var present = new HashSet<Long>();
        for (var match : matches) {
            match.fact().ifPresent(fact -> present.add(fact.factId()));
            if (match.isUnchanged()) {
                unchanged++;
                if (match.fact().get().isAbsent()) {
                    returned(scope, match.fact().get(), snapshotNo);
                }
            } else if (match.fact().isPresent()) {
                newVersions++;
                newVersion(match.line(), match.fingerprint(), match.fact().get(), snapshotNo, scopeNo);
            } else {
                newFacts++;
                newFact(
                        match.line(),
                        match.line().key().withOccurrence(match.occurrence()),
                        match.fingerprint(),
                        snapshotNo,
                        scopeNo);
            }
        }
        var vanished = new ArrayList<FactKey>();
        for (var fact : known) {
            if (fact.scopeNo() == scopeNo && !present.contains(fact.factId())) {
                vanished.add(fact.key());
                absent(scope, fact, snapshotNo, Texts.instant(snapshot.reading().readAt()));
            }
        }
        return new SnapshotReceipt(snapshot.snapshotId(), newFacts, newVersions, unchanged, vanished);
    }

    /**
     * Stores the opening balances of cutover months, each month's as a whole: a balance that was known and is not among
     * them has become zero.
     */
    List<StoredOpening> storeOpenings(List<OpeningFact> openings) throws SQLException {
        var stored = new ArrayList<StoredOpening>();
        var given = new HashSet<FactKey>();
        for (var opening : openings) {
            stored.add(storeOpening(opening));
            given.add(opening.key());
        }
        for (var fact : knownBesides(given)) {
            storeOpening(new OpeningFact(fact, "", "", 0));
        }
        return stored;
    }

    private List<FactKey> knownBesides(Set<FactKey> given) throws SQLException {
        var missing = new LinkedHashSet<FactKey>();
        var scopes = new HashSet<List<String>>();
        for (var key : given) {
            if (!scopes.add(List.of(
                    key.organisation().value(),
                    key.property().value(),
                    key.basis().code(),
                    key.book().value(),
                    key.sourceId()))) {
                continue;
            }
            transaction
                    .query(
                            "select " + FactRows.KEY + " from fact f where f.org = ? and f.kind = ? and f.property = ?"
                                    + " and f.basis = ? and f.book = ? and f.source_id = ? order by f.fact_id",
                            row -> FactRows.key(row, 1),
                            key.organisation().value(),
                            key.kind().code(),
                            key.property().value(),
                            key.basis().code(),
                            key.book().value(),
                            key.sourceId())
                    .stream()
                    .filter(known -> !given.contains(known))
                    .forEach(missing::add);
        }
        return List.copyOf(missing);
    }

    /** Stores what changed in the source's list of properties. */
    boolean storeProperties(OrganisationId organisation, List<SourceProperty> properties) throws SQLException {
        for (var property : properties) {
            var row = FactValues.property(property);
            var latest = transaction.first(
                    "select name, lookup_code, disabled, ar_post_month, ap_post_month, gl_post_month from property_seen"
                            + " where org = ? and property = ? order by property_no desc limit 1",
                    r -> List.of(
                            r.getString(1),
                            r.getString(2),
                            r.getString(3),
                            r.getString(4),
                            r.getString(5),
                            r.getString(6)),
                    organisation.value(),
                    property.id().value());
            if (!latest.equals(Optional.of(row))) {
                transaction.record(
                        LedgerIdentity.org(organisation.value()),
                        Shapes.PROPERTY_SEEN,
                        FactValues.propertySeen(
                                transaction.next("property_seen", "property_no"),
                                organisation.value(),
                                property,
                                transaction.now()));
            }
        }
        return true;
    }

    /** Stores a reading of receivables and payables; its body holds names and lies in an erasable row. */
    boolean storeSubLedger(String snapshotId, SubLedgerReading reading, byte[] body) throws SQLException {
        byte[] salt = transaction.salt();
        transaction.record(
                LedgerIdentity.org(reading.organisation().value()),
                Shapes.SUB_LEDGER,
                FactValues.subLedger(snapshotId, reading, SaltedTexts.bytesHash(salt, body)));
        transaction.insert(
                "insert into sub_ledger_body (snapshot_id, salt, body) values (?, ?, ?)", snapshotId, salt, body);
        return true;
    }

    private StoredOpening storeOpening(OpeningFact opening) throws SQLException {
        var key = opening.key();
        var line = FactValues.opening(opening);
        var hex = line.fingerprint();
        byte[] fingerprint = HexFormat.of().parseHex(hex.hex());
        var known = knownByKey(key);
        if (known.isEmpty()) {
            newFact(line, key, fingerprint, 0, 0);
            return new StoredOpening(opening, 1, hex);
        }
        if (known.get().hasFingerprint(fingerprint)) {
            return new StoredOpening(opening, known.get().version(), hex);
        }
        newVersion(line, fingerprint, known.get(), 0, 0);
        return new StoredOpening(opening, known.get().version() + 1, hex);
    }

    private void recordSnapshot(GlSnapshot snapshot, long snapshotNo, long scopeNo) throws SQLException {
        var scope = snapshot.scope();
        var stream = LedgerIdentity.org(scope.organisation().value());
        transaction.record(stream, Shapes.SNAPSHOT, FactValues.snapshot(snapshot, snapshotNo, scopeNo));
        int position = 0;
        for (String hash : snapshot.reading().rawHashes()) {
            transaction.record(
                    stream,
                    Shapes.SNAPSHOT_ANSWER,
                    snapshotNo,
                    ++position,
                    HexFormat.of().parseHex(hash));
        }
        for (var account : snapshot.reading().accounts()) {
            transaction.record(stream, Shapes.SNAPSHOT_TOTAL, FactValues.total(snapshotNo, account));
        }
        for (String id : snapshot.repeatedIds()) {
            transaction.record(stream, Shapes.SNAPSHOT_REPEATED_ID, snapshotNo, id);
        }
    }

    private long scopeNo(GlScope scope) throws SQLException {
        Optional<Long> known = transaction.first(
                "select scope_no from snapshot where org = ? and property = ? and basis = ? and book = ?"
                        + " and post_month = ? order by snapshot_no limit 1",
                row -> row.getLong(1),
                scope.organisation().value(),
                scope.property().value(),
                scope.basis().code(),
                scope.book().value(),
                scope.month().toString());
        return known.isPresent() ? known.get() : transaction.next("snapshot", "scope_no");
    }

    /** The facts of the scope, and those of any month that share a source id with a line. */
    private List<KnownFact> known(GlScope scope, long scopeNo, List<GlLine> lines) throws SQLException {
        var known = new ArrayList<KnownFact>(transaction.query(
                FactRows.KNOWN + " where c.scope_no = ? and f.kind = ?",
                FactRows::known,
                scopeNo,
                FactKind.GL_LINE.code()));
        var seen = known.stream().map(KnownFact::factId).collect(Collectors.toCollection(HashSet::new));
        var ids = lines.stream().map(line -> line.key().sourceId()).distinct().toList();
        for (int from = 0; from < ids.size(); from += IDS_MAX) {
            var part = ids.subList(from, Math.min(ids.size(), from + IDS_MAX));
            for (var fact : knownBySourceIds(scope, part)) {
                if (seen.add(fact.factId())) {
                    known.add(fact);
                }
            }
        }
        // Databases give rows in any order; which line continues which fact must not depend on it.
        known.sort(Comparator.comparingLong(KnownFact::factId));
        return known;
    }

    private List<KnownFact> knownBySourceIds(GlScope scope, List<String> ids) throws SQLException {
        var values = new ArrayList<Object>(List.of(
                scope.organisation().value(),
                FactKind.GL_LINE.code(),
                scope.property().value(),
                scope.basis().code(),
                scope.book().value()));
        values.addAll(ids);
        // A full batch of marks serves every look-up but the last with one prepared statement.
        while (values.size() < 5 + IDS_MAX) {
            values.add(ids.get(0));
        }
        return transaction.query(
                FactRows.KNOWN + " where f.org = ? and f.kind = ? and f.property = ? and f.basis = ? and f.book = ?"
                        + " and f.source_id in (" + Sql.marks(IDS_MAX) + ")",
                FactRows::known,
                values.toArray());
    }

    private Optional<KnownFact> knownByKey(FactKey key) throws SQLException {
        return transaction.first(
                FactRows.KNOWN + " where f.org = ? and f.kind = ? and f.property = ? and f.basis = ? and f.book = ?"
                        + " and f.source_id = ? and f.account = ? and f.occurrence = ?",
                FactRows::known,
                FactRows.keyValues(key));
    }

    private void newFact(GlLine line, FactKey key, byte[] fingerprint, long snapshotNo, long scopeNo)
            throws SQLException {
        long factId = transaction.next("fact", "fact_id");
        byte[] salt = transaction.salt();
        transaction.record(
                LedgerIdentity.org(key.organisation().value()),
                Shapes.FACT_SEEN,
                FactValues.seen(factId, key, line, fingerprint, snapshotNo, textHash(salt, line)));
        transaction.insert(INSERT_TEXT, factId, 1, salt, line.reference(), line.memo());
        transaction.insert(INSERT_CURRENT, factId, 1, scopeNo);
    }

    private void newVersion(GlLine line, byte[] fingerprint, KnownFact fact, long snapshotNo, long scopeNo)
            throws SQLException {
        int version = fact.version() + 1;
        byte[] salt = transaction.salt();
        transaction.record(
                LedgerIdentity.org(fact.key().organisation().value()),
                Shapes.FACT_VERSION,
                FactValues.version(fact.factId(), version, line, fingerprint, snapshotNo, textHash(salt, line)));
        transaction.insert(INSERT_TEXT, fact.factId(), version, salt, line.reference(), line.memo());
        transaction.update(UPDATE_CURRENT, version, scopeNo, 0L, 0L, fact.factId());
    }

    private static Hash textHash(byte[] salt, GlLine line) {
        return SaltedTexts.hash(salt, List.of(line.reference(), line.memo()));
    }

    private void absent(GlScope scope, KnownFact fact, long snapshotNo, String readAt) throws SQLException {
        if (fact.absentAgainSnapshotNo() != 0 || (fact.isAbsent() && !isLaterNight(fact, readAt))) {
            return;
        }
        transaction.record(
                LedgerIdentity.org(scope.organisation().value()), Shapes.FACT_ABSENCE, fact.factId(), snapshotNo, 1);
        transaction.update(
                UPDATE_CURRENT,
                fact.version(),
                fact.scopeNo(),
                fact.isAbsent() ? fact.absentSnapshotNo() : snapshotNo,
                fact.isAbsent() ? snapshotNo : 0L,
                fact.factId());
    }

    private boolean isLaterNight(KnownFact fact, String readAt) throws SQLException {
        return transaction
                .first(
                        "select read_at from snapshot where snapshot_no = ?",
                        row -> row.getString(1),
                        fact.absentSnapshotNo())
                .filter(first -> first.substring(0, 10).compareTo(readAt.substring(0, 10)) < 0)
                .isPresent();
    }

    private void returned(GlScope scope, KnownFact fact, long snapshotNo) throws SQLException {
        transaction.record(
                LedgerIdentity.org(scope.organisation().value()), Shapes.FACT_ABSENCE, fact.factId(), snapshotNo, 0);
        transaction.update(UPDATE_CURRENT, fact.version(), fact.scopeNo(), 0L, 0L, fact.factId());
    }
}
