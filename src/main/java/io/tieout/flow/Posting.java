package io.tieout.flow;

import io.tieout.finding.Count;
import io.tieout.finding.Finding;
import io.tieout.flow.port.Ledger.Attempt;
import io.tieout.flow.port.Ledger.AttemptItem;
import io.tieout.flow.port.Ledger.Intent;
import io.tieout.flow.port.Ledger.Outcome;
import io.tieout.flow.port.Ledger.PostingRow;
import io.tieout.flow.port.Ledger.RunHandle;
import io.tieout.flow.port.Ledger.Verdict;
import io.tieout.flow.port.TargetBooks;
import io.tieout.flow.port.TargetBooks.Item;
import io.tieout.flow.port.TargetBooks.ItemAnswer;
import io.tieout.flow.port.TargetBooks.SendAnswer;
import io.tieout.mapping.CompanyKey;
import io.tieout.plan.Decision;
import io.tieout.plan.Hashes;
import io.tieout.plan.Plan;
import io.tieout.plan.PlannedDocument;
import io.tieout.posting.EchoComparison;
import io.tieout.posting.OutcomeClass;
import io.tieout.posting.PostingEvent;
import io.tieout.posting.PostingState;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;

/**
 * Sends documents in batches, each step durable before the next: intent with claims and bytes, attempt, the call itself,
 * outcome, comparison with the plan. Nothing is re-rendered and nothing unclear is sent again.
 */
final class Posting {

    /** How often a call that provably did nothing is sent again within one run. */
    private static final int SENDS_MAX = 3;

    /** A longer wait than this ends the run: its resume time is reported instead of slept through. */
    private static final Duration WAIT_MAX = Duration.ofMinutes(10);

    /** What a throttle without a stated wait costs (QuickBooks: 60 seconds). */
    private static final long THROTTLE_SECONDS = 60;

    private final Tools tools;
    private final TargetBooks target;
    private final CompanyKey company;
    private final RunHandle run;

    Posting(Tools tools, TargetBooks target, CompanyKey company, RunHandle run) {
        this.tools = tools;
        this.target = target;
        this.company = company;
        this.run = run;
    }

    /** Posts a plan's documents; stops early, keeping everything, when a call is not taken or its outcome is unknown. */
    PostReport post(Plan plan, String planId) {
        var report = PostReport.nothing();
        var documents = plan.documents();
        tools.progress().begin("posting to " + plan.company(), documents.size());
        for (var from = 0; from < documents.size(); from += target.batchDocumentsMax()) {
            if (tools.progress().stopRequested()) {
                return report.plus(left(documents.size() - from, stopped(documents.size() - from)));
            }
            var batch = documents.subList(from, Math.min(documents.size(), from + target.batchDocumentsMax()));
            var intents = batch.stream().map(d -> intent(d, plan, planId)).toList();
            tools.ledger().recordIntents(intents);
            var sent = send(Call.fresh(intents.stream().map(Sending::of).toList()));
            report = report.plus(sent);
            tools.progress().at(from + batch.size());
            if (sent.notSent() + sent.unknown() > 0) {
                // An unknown outcome is looked up before anything new goes to the company.
                return report.plus(left(documents.size() - from - batch.size(), null));
            }
        }
        return report;
    }

    /**
     * Sends documents whose intent is durable and that provably do not stand in the target. What was part of a call
     * before goes again under that call's own key and item ids, so that a target which remembers the call can recognise
     * it; what was never sent goes in fresh calls.
     */
    PostReport resume(List<PostingRow> rows) {
        var report = PostReport.nothing();
        for (var call : calls(rows)) {
            var sent = send(call);
            report = report.plus(sent);
            if (sent.notSent() + sent.unknown() > 0) {
                break;
            }
        }
        return report;
    }

    private List<Call> calls(List<PostingRow> rows) {
        var again = new TreeMap<String, List<Sending>>();
        var fresh = new ArrayList<Sending>();
        for (var row : rows) {
            var sending = new Sending(
                    row.postingId(),
                    tools.ledger().document(row),
                    tools.ledger().bytes(row),
                    "");
            var attempts = tools.ledger().attempts(row.postingId());
            if (attempts.isEmpty()) {
                fresh.add(sending);
            } else {
                var last = attempts.get(attempts.size() - 1).attempt();
                again.computeIfAbsent(last.requestKey(), k -> new ArrayList<>())
                        .add(sending.withItemId(last.items().stream()
                                .filter(i -> i.postingId().equals(row.postingId()))
                                .findFirst()
                                .orElseThrow()
                                .itemId()));
            }
        }
        var calls = new ArrayList<Call>();
        again.forEach((key, sendings) -> calls.add(new Call(Optional.of(key), sendings)));
        for (var from = 0; from < fresh.size(); from += target.batchDocumentsMax()) {
            calls.add(Call.fresh(fresh.subList(from, Math.min(fresh.size(), from + target.batchDocumentsMax()))));
        }
        return calls;
    }

    private Intent intent(PlannedDocument document, Plan plan, String planId) {
        var bytes = target.render(document);
        return new Intent(tools.ids().next(), planId, plan.mappingHash(), document, bytes, Hashes.hex(bytes));
    }

    private PostReport send(Call call) {
        var sendings = call.sendings();
        var items = items(sendings);
        var body = target.assemble(items);
        var requestKey = call.requestKey().orElseGet(() -> requestKey(body, items));
        var report = PostReport.nothing();
        Optional<String> earlier = Optional.empty();
        for (var n = 1; ; n++) {
            var attempt = new Attempt(
                    tools.ids().next(),
                    company,
                    requestKey,
                    attemptItems(sendings, items),
                    Hashes.hex(body),
                    tools.clock().now(),
                    earlier);
            tools.ledger().recordAttempt(attempt);
            // A process that was paused until another took over must not send (F64).
            tools.ledger().demandLease(run);
            var answer = target.send(requestKey, body, items);
            var settled = settle(attempt.attemptId(), sendings, items, answer);
            report = report.plus(settled);
            var wait =
                    Duration.ofSeconds(answer.retryAfterSeconds() > 0 ? answer.retryAfterSeconds() : THROTTLE_SECONDS);
            if (settled.notSent() == 0 || settled.notSent() < sendings.size()) {
                return report;
            }
            if (n == SENDS_MAX || answer.httpStatus() != 429 || wait.compareTo(WAIT_MAX) > 0) {
                return answer.httpStatus() == 429 ? resumeLater(report, wait) : report;
            }
            report = PostReport.nothing();
            earlier = Optional.of(attempt.attemptId());
            pause(wait);
        }
    }

    private PostReport settle(String attemptId, List<Sending> sendings, List<Item> items, SendAnswer answer) {
        var outcomes = new ArrayList<Outcome>();
        var verdicts = new ArrayList<Verdict>();
        var decisions = new ArrayList<Decision>();
        var tally = new PostTally();
        for (var i = 0; i < sendings.size(); i++) {
            var sending = sendings.get(i);
            var itemAnswer = answer.items().getOrDefault(items.get(i).itemId(), missing());
            outcomes.add(outcome(sending, itemAnswer, answer.correlation()));
            switch (itemAnswer.outcome()) {
                case APPLIED -> verdicts.add(compare(sending, itemAnswer, tally));
                case REJECTED -> decisions.addAll(refused(sending, itemAnswer, tally));
                case NOT_APPLIED -> tally.notSent(sending, itemAnswer.words());
                case UNKNOWN -> tally.unknown(sending, itemAnswer.words());
            }
        }
        if (!decisions.isEmpty()) {
            // Before the claims are released: at no moment may these lines be planned without a person.
            tools.ledger().recordDecision(company, decisions);
        }
        tools.ledger().recordOutcomes(attemptId, outcomes);
        if (!verdicts.isEmpty()) {
            tools.ledger().recordVerdicts(verdicts);
        }
        return tally.report();
    }

    private static Outcome outcome(Sending sending, ItemAnswer answer, String correlation) {
        var state = PostingState.SENT.require(answer.outcome().event());
        return new Outcome(
                sending.postingId(),
                answer.outcome(),
                state,
                answer.document().map(d -> d.id()),
                answer.document().map(d -> d.versionToken()),
                answer.words(),
                correlation);
    }

    private Verdict compare(Sending sending, ItemAnswer answer, PostTally tally) {
        var stored = answer.document().orElseThrow();
        var differences = EchoComparison.differences(sending.document(), stored);
        if (differences.isEmpty()) {
            tally.posted(sending.document());
            return new Verdict(
                    sending.postingId(),
                    PostingState.CONFIRMED.require(PostingEvent.ECHO_EQUAL),
                    Optional.of(stored.id()),
                    "answer equals the plan");
        }
        tally.quarantined(sending, stored.id(), differences);
        return new Verdict(
                sending.postingId(),
                PostingState.CONFIRMED.require(PostingEvent.ECHO_DIFFERENT),
                Optional.of(stored.id()),
                "answer differs from the plan: " + String.join("; ", differences));
    }

    /** A refused document's lines wait for a person: planning them again would only be refused again. */
    private List<Decision> refused(Sending sending, ItemAnswer answer, PostTally tally) {
        tally.refused(sending, answer);
        return sending.document().facts().stream()
                .map(f -> new Decision(f.key(), Decision.Kind.HOLD, answer.words(), Decision.TARGET))
                .toList();
    }

    private static ItemAnswer missing() {
        return new ItemAnswer(
                OutcomeClass.UNKNOWN, Optional.empty(), Optional.empty(), "the answer does not mention the document");
    }

    private static List<Item> items(List<Sending> sendings) {
        return sendings.stream()
                .map(s -> new Item(s.itemId(), s.document().marker(), s.bytes()))
                .toList();
    }

    private static List<AttemptItem> attemptItems(List<Sending> sendings, List<Item> items) {
        var list = new ArrayList<AttemptItem>();
        for (var i = 0; i < sendings.size(); i++) {
            list.add(new AttemptItem(sendings.get(i).postingId(), items.get(i).itemId()));
        }
        return list;
    }

    /**
     * The idempotency key of a call: 32 characters over its body and markers, so that equal calls have equal keys and any
     * other call has another. Within QuickBooks' 36 for a batch.
     */
    private static String requestKey(byte[] body, List<Item> items) {
        var text = new StringBuilder(Hashes.hex(body));
        items.forEach(i -> text.append('\n').append(i.itemId()).append(' ').append(i.marker()));
        return Hashes.hex(text.toString()).substring(0, 32);
    }

    private PostReport resumeLater(PostReport report, Duration wait) {
        return new PostReport(
                report.posted(),
                report.postedMinor(),
                report.recovered(),
                report.refused(),
                report.quarantined(),
                report.unknown(),
                report.notSent(),
                report.calls(),
                Optional.of(tools.clock().now().plus(wait)),
                report.findings());
    }

    private static PostReport left(int documents, @org.jspecify.annotations.Nullable Finding finding) {
        return new PostReport(
                0, 0, 0, 0, 0, 0, documents, 0, Optional.empty(), finding == null ? List.of() : List.of(finding));
    }

    private static Finding stopped(int documents) {
        return Finding.of(
                FlowCode.STOPPED_BY_PERSON,
                "posting",
                "every document posted",
                Count.of(documents, "document") + " not begun",
                "Run the command again: what was posted is kept and is not posted twice.");
    }

    private void pause(Duration wait) {
        tools.progress().note("the target asks to wait " + wait.toSeconds() + " s");
        Pauses.sleep(tools.clock(), wait);
    }

    /** One document on its way, with its id inside the call. */
    record Sending(String postingId, PlannedDocument document, byte[] bytes, String itemId) {
        static Sending of(Intent intent) {
            return new Sending(intent.postingId(), intent.document(), intent.itemBytes(), "");
        }

        Sending withItemId(String id) {
            return new Sending(postingId, document, bytes, id);
        }
    }

    /**
     * The documents of one call.
     *
     * @param requestKey the key of the call they were part of before; a fresh call makes its own
     */
    private record Call(Optional<String> requestKey, List<Sending> sendings) {

        /** Item ids count from 01 within the call. */
        static Call fresh(List<Sending> sendings) {
            var numbered = new ArrayList<Sending>();
            for (var sending : sendings) {
                numbered.add(sending.withItemId(String.format("%02d", numbered.size() + 1)));
            }
            return new Call(Optional.empty(), numbered);
        }
    }
}
