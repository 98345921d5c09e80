package io.tieout.store.ledger;

import io.tieout.chain.Hash;
import io.tieout.finding.Finding;
import io.tieout.finding.Stopped;
import io.tieout.flow.port.Ledger.Attempt;
import io.tieout.flow.port.Ledger.Intent;
import io.tieout.flow.port.Ledger.Outcome;
import io.tieout.flow.port.Ledger.Verdict;
import io.tieout.money.Side;
import io.tieout.plan.EntryLine;
import io.tieout.plan.Environment;
import io.tieout.plan.Hashes;
import io.tieout.plan.PlannedDocument;
import io.tieout.plan.TargetDimension;
import io.tieout.posting.PostingState;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Writes the life of documents, inside the writer's transaction. */
final class PostingWriter {

    private static final String UPDATE_CURRENT =
            "update posting_current set state = ?, target_id = ?, version_token = ?, words = ? where posting_id = ?";

    private final LedgerTransaction transaction;
    private final ClaimWriter claims;
    private final Environment environment;

    PostingWriter(LedgerTransaction transaction, Environment environment) {
        this.transaction = transaction;
        this.environment = environment;
        this.claims = new ClaimWriter(transaction);
    }

    void intents(List<Intent> intents) throws SQLException {
        for (var intent : intents) {
            intent(intent);
        }
    }

    private void intent(Intent intent) throws SQLException {
        var document = intent.document();
        demandEnvironment(document);
        if (!Hashes.hex(intent.itemBytes()).equals(intent.itemSha256())) {
            throw new IllegalArgumentException(
                    "bytes of " + document.key() + " do not have the hash " + intent.itemSha256());
        }
        byte[] salt = transaction.salt();
        recordPosting(intent, salt);
        String id = intent.postingId();
        transaction.insert(
                "insert into posting_body (posting_id, item_sha256, salt, bytes) values (?, ?, ?, ?)",
                id,
                intent.itemSha256(),
                salt,
                intent.itemBytes());
        String stream = LedgerIdentity.company(document.key().company().value());
        insertText(id, 0, document.entry().memo(), "");
        int lineNo = 0;
        for (var line : document.entry().lines()) {
            recordLine(stream, id, ++lineNo, line);
            insertText(id, lineNo, line.memo(), line.name().orElse(""));
        }
        claims.post(document.key().company().value(), id, document);
        transaction.insert(
                "insert into posting_current (posting_id, target_company, state, target_id, version_token, words)"
                        + " values (?, ?, ?, '', '', '')",
                id,
                document.key().company().value(),
                PostingState.INTENT.name());
    }

    void attempt(Attempt attempt) throws SQLException {
        String company = attempt.company().value();
        String stream = LedgerIdentity.company(company);
        transaction.record(
                stream,
                Shapes.ATTEMPT,
                attempt.attemptId(),
                company,
                attempt.requestKey(),
                attempt.bodySha256(),
                attempt.resendOf().orElse(""),
                transaction.epoch(),
                Texts.instant(attempt.at()));
        int position = 0;
        for (var item : attempt.items()) {
            transaction.record(
                    stream, Shapes.ATTEMPT_ITEM, attempt.attemptId(), ++position, item.postingId(), item.itemId());
            var current = current(item.postingId());
            change(current, PostingState.SENT, Optional.empty(), Optional.empty(), current.words());
        }
    }

    void outcomes(String attemptId, List<Outcome> outcomes) throws SQLException {
        for (var outcome : outcomes) {
            var current = current(outcome.postingId());
            int earlier = transaction
                    .query(
                            "select count(*) from outcome where attempt_id = ? and posting_id = ?",
                            row -> row.getInt(1),
                            attemptId,
                            outcome.postingId())
                    .get(0);
            transaction.record(
                    LedgerIdentity.company(current.company()),
                    Shapes.OUTCOME,
                    attemptId,
                    outcome.postingId(),
                    earlier + 1,
                    outcome.outcome().name(),
                    outcome.state().name(),
                    outcome.targetId().orElse(""),
                    outcome.versionToken().orElse(""),
                    Texts.capped(outcome.words()),
                    Texts.capped(outcome.correlation()));
            change(current, outcome.state(), outcome.targetId(), outcome.versionToken(), Texts.capped(outcome.words()));
        }
    }

    void verdicts(List<Verdict> verdicts) throws SQLException {
        for (var verdict : verdicts) {
            var current = current(verdict.postingId());
            int earlier = transaction
                    .query(
                            "select count(*) from verdict where posting_id = ?",
                            row -> row.getInt(1),
                            verdict.postingId())
                    .get(0);
            transaction.record(
                    LedgerIdentity.company(current.company()),
                    Shapes.VERDICT,
                    verdict.postingId(),
                    earlier + 1,
                    verdict.state().name(),
                    verdict.targetId().orElse(""),
                    Texts.capped(verdict.evidence()));
            change(current, verdict.state(), verdict.targetId(), Optional.empty(), Texts.capped(verdict.evidence()));
        }
    }

    private void change(
            Current current, PostingState to, Optional<String> targetId, Optional<String> token, String words)
            throws SQLException {
        if (!current.state().leadsTo(to)) {
            throw new IllegalStateException(
                    "posting " + current.postingId() + " is " + current.state() + " and cannot become " + to);
        }
        transaction.update(
                UPDATE_CURRENT,
                to.name(),
                targetId.orElse(current.targetId()),
                token.orElse(current.versionToken()),
                words,
                current.postingId());
        if (to == PostingState.REJECTED) {
            claims.release(current.company(), current.postingId());
        }
    }

    private Current current(String postingId) throws SQLException {
        return transaction
                .first(
                        "select target_company, state, target_id, version_token, words from posting_current"
                                + " where posting_id = ?",
                        row -> new Current(
                                postingId,
                                row.getString(1),
                                PostingState.valueOf(row.getString(2)),
                                row.getString(3),
                                row.getString(4),
                                row.getString(5)),
                        postingId)
                .orElseThrow(() -> new IllegalArgumentException("no posting has the id " + postingId));
    }

    private void recordPosting(Intent intent, byte[] salt) throws SQLException {
        var document = intent.document();
        var key = document.key();
        transaction.record(
                LedgerIdentity.company(key.company().value()),
                Shapes.POSTING,
                intent.postingId(),
                key.environment().code(),
                key.organisation().value(),
                key.company().value(),
                key.property().value(),
                key.basis().code(),
                key.book().value(),
                key.month().toString(),
                key.purpose().code(),
                key.group(),
                key.sequence(),
                key.part(),
                key.revision(),
                document.marker().value(),
                intent.planId(),
                intent.mappingHash(),
                document.contentHash(),
                document.entry().date().toString(),
                document.entry().currency().code(),
                document.entry().total().amountMinor(),
                document.entry().lines().size(),
                document.facts().size(),
                bytesHash(salt, intent.itemBytes()),
                textHash(salt, texts(document)),
                transaction.now());
    }

    private void recordLine(String stream, String postingId, int lineNo, EntryLine line) throws SQLException {
        var account = line.account();
        transaction.record(
                stream,
                Shapes.POSTING_LINE,
                postingId,
                lineNo,
                account.id(),
                account.number(),
                account.name(),
                account.accountClass().name(),
                account.vendorType(),
                line.side() == Side.DEBIT ? "D" : "C",
                line.amountMinor(),
                line.trackingClass().map(TargetDimension::id).orElse(""),
                line.trackingClass().map(TargetDimension::name).orElse(""),
                line.location().map(TargetDimension::id).orElse(""),
                line.location().map(TargetDimension::name).orElse(""));
    }

    private void insertText(String postingId, int lineNo, String memo, String name) throws SQLException {
        transaction.insert(
                "insert into posting_text (posting_id, line_no, memo, name) values (?, ?, ?, ?)",
                postingId,
                lineNo,
                memo,
                name);
    }

    /** Salted: the bytes hold memos, and an unsalted hash would let a guess be confirmed after they are erased. */
    static Hash bytesHash(byte[] salt, byte[] bytes) {
        return LedgerTransaction.saltedHash(salt, new String(bytes, java.nio.charset.StandardCharsets.ISO_8859_1));
    }

    static Hash textHash(byte[] salt, List<String> texts) {
        return LedgerTransaction.saltedHash(salt, texts.toArray(String[]::new));
    }

    private static List<String> texts(PlannedDocument document) {
        var texts = new ArrayList<String>();
        texts.add(document.entry().memo());
        texts.add("");
        for (var line : document.entry().lines()) {
            texts.add(line.memo());
            texts.add(line.name().orElse(""));
        }
        return texts;
    }

    private void demandEnvironment(PlannedDocument document) {
        if (document.key().environment() != environment) {
            throw new Stopped(Finding.of(
                    LedgerCode.OTHER_ENVIRONMENT,
                    "document " + document.key(),
                    environment.code(),
                    document.key().environment().code(),
                    "use the data folder of that environment"));
        }
    }

    private record Current(
            String postingId, String company, PostingState state, String targetId, String versionToken, String words) {}
}
