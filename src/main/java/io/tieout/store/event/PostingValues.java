package io.tieout.store.event;

import io.tieout.fact.FactKey;
import io.tieout.flow.port.Ledger.Attempt;
import io.tieout.flow.port.Ledger.Intent;
import io.tieout.flow.port.Ledger.Outcome;
import io.tieout.flow.port.Ledger.Verdict;
import io.tieout.money.Side;
import io.tieout.plan.EntryLine;
import io.tieout.plan.FactReference;
import io.tieout.plan.PlannedDocument;
import io.tieout.plan.TargetDimension;
import java.util.HashMap;
import java.util.Map;

/**
 * Values of the events about documents, in the order of their {@link EventShapes}. A hash over texts or bytes is given
 * as whatever the store turns into one.
 */
public final class PostingValues {

    private PostingValues() {}

    public static Object[] posting(Intent intent, Object bytesHash, Object textHash, String now) {
        var document = intent.document();
        var key = document.key();
        return new Object[] {
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
            bytesHash,
            textHash,
            now
        };
    }

    public static Object[] line(String postingId, int lineNo, EntryLine line) {
        var account = line.account();
        return new Object[] {
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
            line.location().map(TargetDimension::name).orElse("")
        };
    }

    /** A claim that posts a fact; {@code lineNo} is 0 and the account empty for a fact that stands on no line. */
    public static Object[] claim(
            long factId, int ordinal, FactReference fact, String postingId, int lineNo, PlannedDocument document) {
        String account = lineNo == 0
                ? ""
                : document.entry().lines().get(lineNo - 1).account().id();
        return new Object[] {
            document.key().company().value(),
            factId,
            ordinal,
            fact.version(),
            postingId,
            lineNo,
            "POST",
            fact.rule(),
            account
        };
    }

    /** The line of a document that carries each fact, from 1. Throws for a fact that stands on two. */
    public static Map<FactKey, Integer> linesByFact(PlannedDocument document) {
        var lines = new HashMap<FactKey, Integer>();
        int lineNo = 0;
        for (var line : document.entry().lines()) {
            lineNo++;
            for (var fact : line.facts()) {
                Integer earlier = lines.put(fact, lineNo);
                if (earlier != null && earlier != lineNo) {
                    throw new IllegalArgumentException("line " + fact + " stands on lines " + earlier + " and " + lineNo
                            + " of " + document.key());
                }
            }
        }
        return lines;
    }

    public static Object[] attempt(Attempt attempt, long epoch) {
        return new Object[] {
            attempt.attemptId(),
            attempt.company().value(),
            attempt.requestKey(),
            attempt.bodySha256(),
            attempt.resendOf().orElse(""),
            epoch,
            Texts.instant(attempt.at())
        };
    }

    public static Object[] outcome(String attemptId, Outcome outcome, int outcomeNo) {
        return new Object[] {
            attemptId,
            outcome.postingId(),
            outcomeNo,
            outcome.outcome().name(),
            outcome.state().name(),
            outcome.targetId().orElse(""),
            outcome.versionToken().orElse(""),
            Texts.capped(outcome.words()),
            Texts.capped(outcome.correlation())
        };
    }

    public static Object[] verdict(Verdict verdict, int verdictNo) {
        return new Object[] {
            verdict.postingId(),
            verdictNo,
            verdict.state().name(),
            verdict.targetId().orElse(""),
            Texts.capped(verdict.evidence())
        };
    }
}
