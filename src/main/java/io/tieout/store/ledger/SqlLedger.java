package io.tieout.store.ledger;

import io.tieout.chain.HeadStatement;
import io.tieout.chain.PayloadWriter;
import io.tieout.chain.Sha256;
import io.tieout.fact.Basis;
import io.tieout.fact.BookId;
import io.tieout.fact.GlScope;
import io.tieout.fact.GlSnapshot;
import io.tieout.fact.OrganisationId;
import io.tieout.fact.PostMonth;
import io.tieout.fact.PropertyId;
import io.tieout.fact.SourceProperty;
import io.tieout.fact.SubLedgerReading;
import io.tieout.finding.Finding;
import io.tieout.finding.Stopped;
import io.tieout.flow.port.Ids;
import io.tieout.flow.port.Ledger;
import io.tieout.flow.port.Progress;
import io.tieout.flow.port.RunClock;
import io.tieout.mapping.CompanyKey;
import io.tieout.plan.Decision;
import io.tieout.plan.FactState;
import io.tieout.plan.Marker;
import io.tieout.plan.PlannedDocument;
import io.tieout.posting.PostingState;
import io.tieout.store.event.EventShapes;
import io.tieout.store.event.LedgerCode;
import io.tieout.store.event.LedgerIdentity;
import io.tieout.store.event.Refusals;
import io.tieout.store.event.RefusedException;
import io.tieout.store.event.SubLedgerCodec;
import io.tieout.store.sql.StoreDatabase;
import io.tieout.store.sql.Vendor;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** The ledger of one installation, on SQLite or PostgreSQL. */
public final class SqlLedger implements Ledger {

    /** A question to the database that may fail. */
    @FunctionalInterface
    private interface Read<T> {
        T from(Connection connection) throws SQLException;
    }

    private final StoreDatabase database;
    private final LedgerWriter writer;
    private final LedgerIdentity identity;
    private final Optional<Witness> witness;
    private final RunClock clock;
    private final Ids ids;

    SqlLedger(StoreDatabase database, LedgerWriter writer, Optional<Witness> witness, RunClock clock, Ids ids) {
        this.clock = clock;
        this.ids = ids;
        this.database = database;
        this.writer = writer;
        this.identity = writer.identity();
        this.witness = witness;
    }

    /**
     * Opens the ledger for writing; makes it at the first time.
     *
     * @throws Stopped when another process uses it, the database does not keep what it confirms, the environment is
     *     another one, the schema is newer, or the witness says otherwise
     */
    public static SqlLedger open(LedgerSettings settings, RunClock clock, Ids ids) {
        return LedgerOpener.open(settings, clock, ids);
    }

    // ---- facts ----

    @Override
    public SnapshotReceipt store(GlSnapshot snapshot) {
        return writer.write(transaction -> new FactWriter(transaction).store(snapshot));
    }

    @Override
    public Optional<SnapshotHeader> latestSnapshot(GlScope scope) {
        return read(connection -> new FactReader(connection).latest(scope, false));
    }

    @Override
    public Optional<SnapshotHeader> latestComplete(GlScope scope) {
        return read(connection -> new FactReader(connection).latest(scope, true));
    }

    @Override
    public List<FactState> lines(SnapshotHeader snapshot, CompanyKey company) {
        return read(connection -> new FactReader(connection).lines(snapshot, company));
    }

    @Override
    public List<AccountLine> accounts(SnapshotHeader snapshot) {
        return read(connection -> new FactReader(connection).accounts(snapshot));
    }

    @Override
    public List<GlScope> knownScopes(OrganisationId organisation, PropertyId property, Basis basis, BookId book) {
        return read(connection -> new FactReader(connection).knownScopes(organisation, property, basis, book));
    }

    @Override
    public void storeProperties(OrganisationId organisation, List<SourceProperty> properties) {
        writer.write(transaction -> new FactWriter(transaction).storeProperties(organisation, properties));
    }

    @Override
    public Optional<PostMonth> openGlMonth(OrganisationId organisation, PropertyId property) {
        return read(connection -> new FactReader(connection).openGlMonth(organisation, property));
    }

    @Override
    public List<StoredOpening> openings(GlScope cutover) {
        return read(connection -> new FactReader(connection).openings(cutover));
    }

    @Override
    public List<StoredOpening> storeOpenings(List<OpeningFact> openings) {
        return writer.write(transaction -> new FactWriter(transaction).storeOpenings(openings));
    }

    @Override
    public void storeSubLedgers(String snapshotId, SubLedgerReading reading) {
        byte[] body = SubLedgerCodec.write(reading);
        writer.write(transaction -> new FactWriter(transaction).storeSubLedger(snapshotId, reading, body));
    }

    @Override
    public Optional<SubLedgerReading> latestSubLedgers(OrganisationId organisation, PropertyId property) {
        return read(connection -> new FactReader(connection).latestSubLedger(organisation, property))
                .map(SubLedgerCodec::read);
    }

    @Override
    public Set<String> idsSharedByBases(OrganisationId organisation, PropertyId property) {
        return new HashSet<>(read(connection -> new FactReader(connection).sharedIds(organisation, property)));
    }

    // ---- claims and postings ----

    @Override
    public List<ClaimRow> claims(CompanyKey company, GlScope scope) {
        return read(connection -> new PostingReader(connection).claims(company, scope));
    }

    @Override
    public Map<String, Integer> nextSequences(CompanyKey company) {
        return read(connection -> new PostingReader(connection).nextSequences(company));
    }

    @Override
    public void recordIntents(List<Intent> intents) {
        try {
            writer.write(transaction -> {
                postings(transaction).intents(intents);
                return true;
            });
        } catch (RefusedException e) {
            throw Refusals.conflict(e);
        }
    }

    @Override
    public void recordAttempt(Attempt attempt) {
        writer.write(transaction -> {
            postings(transaction).attempt(attempt);
            return true;
        });
    }

    @Override
    public void recordOutcomes(String attemptId, List<Outcome> outcomes) {
        writer.write(transaction -> {
            postings(transaction).outcomes(attemptId, outcomes);
            return true;
        });
    }

    @Override
    public void recordVerdicts(List<Verdict> verdicts) {
        writer.write(transaction -> {
            postings(transaction).verdicts(verdicts);
            return true;
        });
    }

    @Override
    public List<PostingRow> postings(CompanyKey company, Set<PostingState> states) {
        if (states.isEmpty()) {
            return List.of();
        }
        var values = new ArrayList<Object>();
        values.add(company.value());
        states.forEach(state -> values.add(state.name()));
        return read(connection -> new PostingReader(connection)
                .rows("c.target_company = ? and c.state in (" + Sql.marks(states.size()) + ")", values.toArray()));
    }

    @Override
    public List<PostingRow> postingsDated(CompanyKey company, LocalDate first, LocalDate last) {
        return read(connection -> new PostingReader(connection)
                .rows(
                        "p.target_company = ? and p.document_date between ? and ?",
                        company.value(),
                        first.toString(),
                        last.toString()));
    }

    @Override
    public Optional<PostingRow> postingByMarker(CompanyKey company, Marker marker) {
        return read(connection -> new PostingReader(connection)
                .rows("p.target_company = ? and p.marker = ?", company.value(), marker.value()).stream()
                        .findFirst());
    }

    @Override
    public List<PostingRow> doubtedSince(CompanyKey company, Instant since) {
        return read(connection -> new PostingReader(connection).doubtedSince(company, since));
    }

    @Override
    public Optional<PostingRow> postingByTargetId(CompanyKey company, String targetId) {
        return read(connection -> new PostingReader(connection)
                .rows("c.target_company = ? and c.target_id = ?", company.value(), targetId).stream()
                        .findFirst());
    }

    @Override
    public PlannedDocument document(PostingRow posting) {
        return read(connection -> new PostingReader(connection).document(posting));
    }

    @Override
    public byte[] bytes(PostingRow posting) {
        return read(connection -> new PostingReader(connection).bytes(posting.postingId()));
    }

    @Override
    public List<AttemptRow> attempts(String postingId) {
        return read(connection -> new PostingReader(connection).attempts(postingId));
    }

    // ---- marks ----

    @Override
    public List<Markable> markable(GlScope scope) {
        return read(connection -> new MarkReader(connection).markable(scope));
    }

    @Override
    public void recordMarkIntent(String markBatchId, GlScope scope, List<String> sourceIds) {
        writer.write(transaction -> {
            new MarkWriter(transaction).intent(markBatchId, scope, sourceIds);
            return true;
        });
    }

    @Override
    public void recordMarkOutcomes(String markBatchId, GlScope scope, Map<String, MarkState> outcomes, String words) {
        writer.write(transaction -> {
            new MarkWriter(transaction).outcomes(markBatchId, scope, outcomes, words);
            return true;
        });
    }

    @Override
    public Map<String, MarkState> marks(GlScope scope) {
        return read(connection -> new MarkReader(connection).marks(scope));
    }

    // ---- people, runs, mappings ----

    @Override
    public void recordDecision(CompanyKey company, List<Decision> decisions) {
        writer.write(transaction -> {
            new PeopleWriter(transaction).decisions(company, decisions);
            return true;
        });
    }

    @Override
    public List<Decision> decisions(CompanyKey company) {
        return read(connection -> new PeopleReader(connection).decisions(company));
    }

    @Override
    public void recordOpeningAccepted(
            CompanyKey company, PropertyId property, Map<String, Long> differenceByAccount, String by) {
        writer.write(transaction -> {
            new PeopleWriter(transaction).openingAccepted(company, property.value(), differenceByAccount, by);
            return true;
        });
    }

    @Override
    public Map<String, Long> openingAccepted(CompanyKey company, PropertyId property) {
        return read(connection -> new PeopleReader(connection).openingAccepted(company, property));
    }

    @Override
    public void recordPlan(
            String planId, CompanyKey company, String contentHash, String inputsHash, String mappingHash) {
        writer.write(transaction -> {
            new PeopleWriter(transaction).plan(planId, company, contentHash, inputsHash, mappingHash);
            return true;
        });
    }

    @Override
    public void recordMappingPublished(CompanyKey company, String hash, String author, String approver, String reason) {
        writer.write(transaction -> {
            new PeopleWriter(transaction).mappingPublished(company, hash, author, approver, reason);
            return true;
        });
    }

    @Override
    public RunHandle openRun(CompanyKey company, LocalDate businessDate, String kind) {
        try {
            return writer.write(
                    transaction -> new RunWriter(transaction).open(ids.next(), company, businessDate, kind));
        } catch (RefusedException e) {
            throw Refusals.nightDone(company, businessDate);
        }
    }

    @Override
    public void demandLease(RunHandle run) {
        writer.demandLease();
    }

    @Override
    public void closeRun(RunHandle run, String outcome, Map<String, String> figures) {
        var json = SubLedgerCodec.json(figures);
        writer.write(transaction -> {
            new RunWriter(transaction).close(run, outcome, json);
            return true;
        });
    }

    @Override
    public List<RunRow> runs(int count) {
        return read(connection -> new PeopleReader(connection).runs(count));
    }

    // ---- proof ----

    @Override
    public Verification verify(boolean deep, Progress progress) {
        return readOnePicture(
                connection -> new Verifier(connection, database.vendor(), identity, witness).verify(deep, progress));
    }

    @Override
    public void witnessHeads() {
        if (witness.isEmpty()) {
            return;
        }
        long now = ChronoUnit.MICROS.between(Instant.EPOCH, clock.now());
        var statement = read(connection -> new HeadStatement(
                identity.installationId(), identity.environment(), now, ChainVerifier.heads(connection)));
        var signed = witness.get().sign(statement);
        try {
            witness.get().append(signed);
        } catch (IOException e) {
            throw new Stopped(Finding.of(
                    LedgerCode.KEY_FILE,
                    "file of signed heads",
                    "room to append",
                    String.valueOf(e.getMessage()),
                    "see to the disk of the key folder, then run verify"));
        }
        var hash = Sha256.of(signed.text().getBytes(StandardCharsets.UTF_8));
        writer.write(transaction -> transaction.append(
                LedgerIdentity.INSTALLATION,
                EventShapes.HEADS_SIGNED.event(
                        new PayloadWriter(), statement.heads().size(), hash)));
    }

    @Override
    public void export(OutputStream out, Progress progress) {
        readOnePicture(connection -> {
            new LedgerExport(connection, database.vendor(), identity).write(out, progress);
            return true;
        });
    }

    @Override
    public void close() {
        writer.close();
        database.close();
    }

    /** For specs and measurements in this package. */
    LedgerWriter writer() {
        return writer;
    }

    /** For specs and measurements in this package. */
    StoreDatabase database() {
        return database;
    }

    private PostingWriter postings(LedgerTransaction transaction) {
        return new PostingWriter(transaction, identity.environment());
    }

    /** For long reads: the ledger as it is now, whatever is written meanwhile. */
    private <T> T readOnePicture(Read<T> question) {
        return read(connection -> {
            if (database.vendor() == Vendor.POSTGRESQL) {
                // On SQLite every read transaction is one picture.
                Sql.execute(connection, "set transaction isolation level repeatable read");
            }
            return question.from(connection);
        });
    }

    private <T> T read(Read<T> question) {
        try (var connection = database.reader()) {
            try {
                return question.from(connection);
            } finally {
                connection.rollback();
            }
        } catch (SQLException e) {
            var stopped = new Stopped(Finding.of(
                    LedgerCode.READ_FAILED,
                    "the ledger's database",
                    "an answer",
                    String.valueOf(e.getMessage()).split("\n")[0],
                    "see to the database, then try again; nothing was changed"));
            stopped.initCause(e);
            throw stopped;
        }
    }
}
