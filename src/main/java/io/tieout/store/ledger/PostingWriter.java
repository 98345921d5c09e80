package io.tieout.store.ledger;

import io.tieout.flow.port.Ledger.Attempt;
import io.tieout.flow.port.Ledger.Intent;
import io.tieout.flow.port.Ledger.Outcome;
import io.tieout.flow.port.Ledger.Verdict;
import io.tieout.plan.Environment;
import io.tieout.posting.PostingState;
import io.tieout.store.event.LedgerIdentity;
import io.tieout.store.event.PostingValues;
import io.tieout.store.event.Refusals;
import io.tieout.store.event.SaltedTexts;
import io.tieout.store.event.Texts;
import java.sql.SQLException;
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
        Refusals.demandSound(intent, environment);
        byte[] salt = transaction.salt();
        String stream = LedgerIdentity.company(document.key().company().value());
        transaction.record(
                stream,
                Shapes.POSTING,
                PostingValues.posting(
                        intent,
                        SaltedTexts.bytesHash(salt, intent.itemBytes()),
                        SaltedTexts.hash(salt, SaltedTexts.of(document)),
                        transaction.now()));
        String id = intent.postingId();
        transaction.insert(
                "insert into posting_body (posting_id, item_sha256, salt, bytes) values (?, ?, ?, ?)",
                id,
                intent.itemSha256(),
                salt,
                intent.itemBytes());
        insertText(id, 0, document.entry().memo(), "");
        int lineNo = 0;
        for (var line : document.entry().lines()) {
            transaction.record(stream, Shapes.POSTING_LINE, PostingValues.line(id, ++lineNo, line));
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
        transaction.record(stream, Shapes.ATTEMPT, PostingValues.attempt(attempt, transaction.epoch()));
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
                    PostingValues.outcome(attemptId, outcome, earlier + 1));
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
                    PostingValues.verdict(verdict, earlier + 1));
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
                .orElseThrow(() -> Refusals.noSuchPosting(postingId));
    }

    private void insertText(String postingId, int lineNo, String memo, String name) throws SQLException {
        transaction.insert(
                "insert into posting_text (posting_id, line_no, memo, name) values (?, ?, ?, ?)",
                postingId,
                lineNo,
                memo,
                name);
    }

    private record Current(
            String postingId, String company, PostingState state, String targetId, String versionToken, String words) {}
}
