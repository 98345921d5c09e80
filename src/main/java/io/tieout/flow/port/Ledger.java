package io.tieout.flow.port;

import io.tieout.fact.FactKey;
import io.tieout.fact.Fingerprint;
import io.tieout.fact.GlAccountId;
import io.tieout.fact.GlScope;
import io.tieout.fact.GlSnapshot;
import io.tieout.fact.SubLedgerReading;
import io.tieout.mapping.CompanyKey;
import io.tieout.plan.BusinessKey;
import io.tieout.plan.Decision;
import io.tieout.plan.FactReference;
import io.tieout.plan.FactState;
import io.tieout.plan.Marker;
import io.tieout.plan.PlannedDocument;
import io.tieout.posting.OutcomeClass;
import io.tieout.posting.PostingState;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * The audit ledger: facts, claims, postings, attempts, marks, decisions, and the hash chain under all of them.
 *
 * <p>Each writing method is one durable commit with its chain block when it returns. After the first commit that fails,
 * every further write throws {@link io.tieout.finding.Stopped}: nothing is sent any more. No method talks to the network.
 */
public interface Ledger extends AutoCloseable {

    // ---- facts ----

    /** Stores a snapshot; of a complete one also its facts: new ones, new versions, and which were present. */
    SnapshotReceipt store(GlSnapshot snapshot);

    /** Every scope of a property, basis and book that was ever read, oldest month first. */
    List<GlScope> knownScopes(
            io.tieout.fact.OrganisationId organisation,
            io.tieout.fact.PropertyId property,
            io.tieout.fact.Basis basis,
            io.tieout.fact.BookId book);

    /** Keeps what the source says of its properties: names and open post months. */
    void storeProperties(io.tieout.fact.OrganisationId organisation, List<io.tieout.fact.SourceProperty> properties);

    /** The source's open GL post month of a property, as last read. */
    Optional<io.tieout.fact.PostMonth> openGlMonth(
            io.tieout.fact.OrganisationId organisation, io.tieout.fact.PropertyId property);

    /** The newest snapshot of a scope, complete or not. */
    Optional<SnapshotHeader> latestSnapshot(GlScope scope);

    /** The newest complete snapshot of a scope. */
    Optional<SnapshotHeader> latestComplete(GlScope scope);

    /** Lines present in a complete snapshot at their current versions, with the company's claims. */
    List<FactState> lines(SnapshotHeader snapshot, CompanyKey company);

    /** Control totals and line sums of a snapshot by account, unusable snapshots included. */
    List<AccountLine> accounts(SnapshotHeader snapshot);

    /** Makes opening balances known as facts; idempotent for equal amounts, a new version for changed ones. */
    List<StoredOpening> storeOpenings(List<OpeningFact> openings);

    /** Opening balances of a cutover scope at their current versions; one that has become zero is there with zero. */
    List<StoredOpening> openings(GlScope cutover);

    void storeSubLedgers(String snapshotId, SubLedgerReading reading);

    /** The newest sub-ledger reading of a property. */
    Optional<SubLedgerReading> latestSubLedgers(
            io.tieout.fact.OrganisationId organisation, io.tieout.fact.PropertyId property);

    /** Source ids that two bases share in one property, as found so far. */
    Set<String> idsSharedByBases(io.tieout.fact.OrganisationId organisation, io.tieout.fact.PropertyId property);

    // ---- claims and postings ----

    /** Unreversed claims of a company on facts of a scope, opening balances included. */
    List<ClaimRow> claims(CompanyKey company, GlScope scope);

    /** Next free sequence for each key group that the company has used. */
    Map<String, Integer> nextSequences(CompanyKey company);

    /**
     * Commits documents with their claims, keys and stored bytes. Throws {@link ClaimConflict} and writes nothing when a
     * fact is claimed already or a business key is used.
     */
    void recordIntents(List<Intent> intents);

    /** Commits that a call is about to be made with exactly these items. */
    void recordAttempt(Attempt attempt);

    /**
     * Commits what the answer said, item by item, with the state each posting takes. A posting that becomes {@link
     * PostingState#REJECTED} releases its claims in the same commit.
     */
    void recordOutcomes(String attemptId, List<Outcome> outcomes);

    /**
     * Commits that postings' stored documents were compared with the plan, or what searches showed. A posting that becomes
     * {@link PostingState#REJECTED} releases its claims in the same commit.
     */
    void recordVerdicts(List<Verdict> verdicts);

    List<PostingRow> postings(CompanyKey company, Set<PostingState> states);

    /** Postings dated in the days from first to last, both included, in any state. */
    List<PostingRow> postingsDated(CompanyKey company, LocalDate first, LocalDate last);

    Optional<PostingRow> postingByMarker(CompanyKey company, Marker marker);

    Optional<PostingRow> postingByTargetId(CompanyKey company, String targetId);

    /**
     * Postings that were part of a call of unknown outcome at or after an instant, in any state: a late call may still
     * make a second document of them.
     */
    List<PostingRow> doubtedSince(CompanyKey company, Instant since);

    /** The plan of a posting as committed: lines and facts. */
    PlannedDocument document(PostingRow posting);

    /** Stored bytes of a posting's item. */
    byte[] bytes(PostingRow posting);

    List<AttemptRow> attempts(String postingId);

    // ---- marks ----

    /** Confirmed facts of the scope that have no mark yet and may have one now, by source id. */
    List<Markable> markable(GlScope scope);

    void recordMarkIntent(String markBatchId, GlScope scope, List<String> sourceIds);

    /**
     * Commits the outcome per source id of the scope. The batch is the one that was recorded before the call, or a new one
     * when a later reading settles ids of several batches.
     */
    void recordMarkOutcomes(String markBatchId, GlScope scope, Map<String, MarkState> outcomes, String words);

    Map<String, MarkState> marks(GlScope scope);

    // ---- people, runs, mappings ----

    void recordDecision(CompanyKey company, List<Decision> decisions);

    List<Decision> decisions(CompanyKey company);

    /** Accepts the differences of an opening that is not posted. */
    void recordOpeningAccepted(
            CompanyKey company, io.tieout.fact.PropertyId property, Map<String, Long> differenceByAccount, String by);

    Map<String, Long> openingAccepted(CompanyKey company, io.tieout.fact.PropertyId property);

    void recordPlan(String planId, CompanyKey company, String contentHash, String inputsHash, String mappingHash);

    void recordMappingPublished(CompanyKey company, String hash, String author, String approver, String reason);

    /** Opens a run; throws {@link io.tieout.finding.Stopped} (busy) while another is in progress for the company. */
    RunHandle openRun(CompanyKey company, LocalDate businessDate, String kind);

    /**
     * Renews the run's lease; throws {@link io.tieout.finding.Stopped} (busy) when it has passed to another process or
     * could not be renewed in time. Called right before each byte that changes anything outside: a process that was paused
     * abandons its send here.
     */
    void demandLease(RunHandle run);

    void closeRun(RunHandle run, String outcome, Map<String, String> figures);

    List<RunRow> runs(int count);

    // ---- proof ----

    /** Recomputes the chains; deep also folds the events and compares with the tables. */
    Verification verify(boolean deep, Progress progress);

    /** Signs the present heads and hands them to the witness. */
    void witnessHeads();

    /** Writes the whole ledger as JSON lines in the documented format. */
    void export(java.io.OutputStream out, Progress progress);

    @Override
    void close();

    // ---- values ----

    record SnapshotHeader(
            String snapshotId, GlScope scope, boolean complete, Instant readAt, int lines, List<String> repeatedIds) {}

    /**
     * @param vanished facts of the scope that earlier complete snapshots had and this one lacks
     */
    record SnapshotReceipt(String snapshotId, int newFacts, int newVersions, int unchanged, List<FactKey> vanished) {}

    /** Control totals by the source and sums over the lines, of one account of one snapshot; all in minor units. */
    record AccountLine(
            GlAccountId account,
            String number,
            String name,
            io.tieout.fact.AccountTotals totals,
            long lineDebits,
            long lineCredits,
            int lines) {}

    record OpeningFact(FactKey key, String accountNumber, String accountName, long signedMinor) {}

    record StoredOpening(OpeningFact fact, int version, Fingerprint fingerprint) {}

    /**
     * @param signedMinor amount of the claimed version, debit positive
     * @param targetAccountId where it was posted
     */
    record ClaimRow(
            FactReference fact,
            String accountNumber,
            String postingId,
            PostingState state,
            LocalDate postingDate,
            String targetAccountId) {}

    /**
     * @param itemSha256 SHA-256 (hex) of {@code itemBytes}
     */
    record Intent(
            String postingId,
            String planId,
            String mappingHash,
            PlannedDocument document,
            byte[] itemBytes,
            String itemSha256) {}

    /**
     * @param requestKey the idempotency key of the call, at most 36 characters for QuickBooks
     * @param bodySha256 SHA-256 (hex) of the whole body
     * @param resendOf the attempt whose items, bytes and keys are sent again
     */
    record Attempt(
            String attemptId,
            CompanyKey company,
            String requestKey,
            List<AttemptItem> items,
            String bodySha256,
            Instant at,
            Optional<String> resendOf) {}

    record AttemptItem(String postingId, String itemId) {}

    record AttemptRow(Attempt attempt, Map<String, OutcomeClass> outcomes) {}

    record Outcome(
            String postingId,
            OutcomeClass outcome,
            PostingState state,
            Optional<String> targetId,
            Optional<String> versionToken,
            String words,
            String correlation) {}

    /**
     * @param evidence what was compared or searched, in words; kept in the chain
     */
    record Verdict(String postingId, PostingState state, Optional<String> targetId, String evidence) {}

    /**
     * @param words what the target or the last search said
     * @param released whether its source lines were given back: another document may post them
     */
    record PostingRow(
            String postingId,
            CompanyKey company,
            BusinessKey key,
            Marker marker,
            PostingState state,
            LocalDate date,
            long totalMinor,
            int lines,
            String planId,
            String mappingHash,
            Optional<String> targetId,
            Instant intentAt,
            String words,
            boolean released) {}

    /**
     * @param facts how many facts carry the id in the scope
     * @param waits whether another basis has the id too and has not confirmed it yet: the mark would hide it there
     * @param markedElsewhere whether the id is marked already, with its line in another basis
     */
    record Markable(String sourceId, int facts, boolean waits, boolean markedElsewhere) {}

    enum MarkState {
        INTENT,
        UNKNOWN,
        MARKED,
        BLOCKED
    }

    record RunHandle(String runId, CompanyKey company, LocalDate businessDate, long epoch) {}

    record RunRow(
            String runId,
            String company,
            LocalDate businessDate,
            String kind,
            Instant startedAt,
            Optional<Instant> endedAt,
            String outcome,
            Map<String, String> figures) {}

    /**
     * @param faults each names the stream and the event; empty when all is well
     */
    record Verification(long streams, long blocks, long events, List<String> faults, List<String> checks) {}

    /** A fact is claimed already, or a business key is used: the plan is out of date. Nothing was written. */
    final class ClaimConflict extends RuntimeException {
        private static final long serialVersionUID = 1L;

        public ClaimConflict(String message) {
            super(message);
        }
    }
}
