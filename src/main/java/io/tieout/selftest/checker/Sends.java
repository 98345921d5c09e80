package io.tieout.selftest.checker;

import io.tieout.selftest.checker.Request.Item;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Requests to the target, held against what the ledger announced. */
final class Sends {

    private final Findings findings;
    private final Ledger ledger;
    /** Requests that made or may have made documents, by arrival: where a document says it comes from. */
    private final Map<Long, Request> creates = new HashMap<>();

    Sends(Findings findings, Ledger ledger) {
        this.findings = findings;
        this.ledger = ledger;
    }

    void accept(Request request) {
        switch (request.act()) {
            case CREATE -> create(request);
            case CHANGE -> change(request);
            case SEARCH_NUMBER -> searchedByNumber(request);
            case SEARCH_CREATED -> searchedByList(request);
            case READ, MARK -> {
                // Neither makes a document.
            }
        }
    }

    @Nullable Request madeBy(long arrival) {
        return creates.get(arrival);
    }

    /** After an old backup: which attempts of the restored ledger have had their request already. */
    void relink() {
        creates.values().stream()
                .sorted((a, b) -> Long.compare(a.arrival(), b.arrival()))
                .forEach(request -> {
                    var attempt = unconsumed(request);
                    if (attempt != null) {
                        attempt.request = request;
                    }
                    for (var item : request.items()) {
                        var posting = ledger.byMarker(request.company(), item.marker());
                        if (posting != null) {
                            posting.sentSha256 = item.sha256();
                        }
                    }
                });
    }

    private void create(Request request) {
        creates.put(request.arrival(), request);
        var company = ledger.companies.get(request.company());
        if (findings.broken(Invariant.I19, company != null)) {
            findings.add(
                    Invariant.I19,
                    request.place(),
                    "a company of the ledger: " + ledger.companies.keySet(),
                    request.company());
            return;
        }
        var attempt = unconsumed(request);
        if (findings.broken(Invariant.I3, attempt != null)) {
            unannounced(request);
        }
        if (attempt != null && company != null) {
            attempt.request = request;
            demandItems(request, attempt);
            if (attempt.epoch < company.newestEpoch) {
                attempt.items.forEach(i -> i.posting().lateOnTheWire = request);
            }
        }
        for (var item : request.items()) {
            item(request, attempt, item);
        }
    }

    private @Nullable Attempt unconsumed(Request request) {
        var company = ledger.companies.get(request.company());
        var attempts = company == null ? null : company.attemptsByKey.get(request.key());
        if (attempts == null) {
            return null;
        }
        for (int i = attempts.size() - 1; i >= 0; i--) {
            var attempt = attempts.get(i);
            if (attempt.request == null && attempt.bodySha256.equals(request.bodySha256())) {
                return attempt;
            }
        }
        return null;
    }

    private void unannounced(Request request) {
        var company = ledger.companies.get(request.company());
        var same = company == null ? null : company.attemptsByKey.get(request.key());
        if (same == null || same.isEmpty()) {
            findings.add(Invariant.I3, request.place(), "an attempt with key " + request.key(), "none");
        } else if (same.stream().noneMatch(a -> a.bodySha256.equals(request.bodySha256()))) {
            findings.broken(Invariant.I4, false);
            findings.add(
                    Invariant.I4,
                    request.place(),
                    "the body announced under key " + request.key() + ", " + same.get(0).bodySha256,
                    request.bodySha256());
        } else {
            findings.add(
                    Invariant.I3,
                    request.place(),
                    "one request for each of " + same.size() + " attempts with key " + request.key(),
                    "one more");
        }
    }

    private void demandItems(Request request, Attempt attempt) {
        boolean same = request.items().size() == attempt.items.size();
        for (int i = 0; same && i < attempt.items.size(); i++) {
            var announced = attempt.items.get(i);
            var sent = request.items().get(i);
            same = announced.itemId().equals(sent.id())
                    && announced.posting().marker.equals(sent.marker());
        }
        if (findings.broken(Invariant.I3, same)) {
            findings.add(
                    Invariant.I3,
                    request.place(),
                    "the items of attempt " + attempt.id + ": "
                            + attempt.items.stream()
                                    .map(i -> i.itemId() + " " + i.posting().marker)
                                    .toList(),
                    request.items().stream()
                            .map(i -> i.id() + " " + i.marker())
                            .toList()
                            .toString());
        }
    }

    private void item(Request request, @Nullable Attempt attempt, Item item) {
        var posting = ledger.byMarker(request.company(), item.marker());
        if (findings.broken(Invariant.I2, posting != null)) {
            findings.add(
                    Invariant.I2, request.place(), "an intent with marker '" + item.marker() + "' before it", "none");
        }
        if (posting == null) {
            return;
        }
        boolean late = posting.lateOnTheWire == request;
        if (findings.broken(Invariant.I20, late || !Edges.isInert(posting.state))) {
            findings.add(
                    Invariant.I20, request.place(), "nothing for " + posting.place(), "a send while " + posting.state);
        } else if (attempt != null && findings.broken(Invariant.I3, late || posting.state.equals(Edges.SENT))) {
            findings.add(
                    Invariant.I3,
                    request.place(),
                    posting.place() + " to be " + Edges.SENT,
                    "a send while " + posting.state);
        }
        var before = posting.itemSha256.isEmpty() ? posting.sentSha256 : posting.itemSha256;
        if (findings.broken(Invariant.I4, before.isEmpty() || before.equals(item.sha256()))) {
            findings.add(
                    Invariant.I4, request.place(), "the bytes of " + posting.place() + ", " + before, item.sha256());
        }
        posting.sentSha256 = posting.sentSha256.isEmpty() ? item.sha256() : posting.sentSha256;
    }

    private void change(Request request) {
        findings.broken(Invariant.I21, false);
        findings.add(
                Invariant.I21,
                request.place(),
                "creates and marks only",
                request.operation() + " of " + request.items());
    }

    private void searchedByNumber(Request request) {
        var company = ledger.companies.get(request.company());
        if (!request.answered() || company == null) {
            return;
        }
        if (request.found() > 0) {
            company.controls++;
        }
        Set<String> markers = new HashSet<>();
        request.items().forEach(i -> markers.add(i.marker()));
        for (var marker : markers) {
            var posting = company.byMarker.get(marker);
            if (posting != null) {
                posting.looks++;
                posting.emptyLooks = request.found() == 0 ? posting.emptyLooks + 1 : 0;
            }
        }
    }

    private void searchedByList(Request request) {
        var company = ledger.companies.get(request.company());
        if (request.answered() && company != null) {
            company.lists++;
        }
    }
}
