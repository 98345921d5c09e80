package io.tieout.flow;

import io.tieout.fact.GlScope;
import io.tieout.finding.Category;
import io.tieout.finding.Count;
import io.tieout.finding.Finding;
import io.tieout.finding.Stopped;
import io.tieout.flow.port.Ledger.MarkState;
import io.tieout.flow.port.Ledger.Markable;
import io.tieout.flow.port.Ledger.RunHandle;
import io.tieout.flow.port.SourceLedger;
import io.tieout.mapping.MappingVersion;
import io.tieout.mapping.PropertyMapping;
import io.tieout.mapping.RepeatedIdPolicy;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Marks source lines as exported once their documents are confirmed: small batches of one property, month and basis, each
 * confirmed by reading back. The mark is never the work list; the ledger is.
 */
final class WriteBack {

    private final Tools tools;
    private final RunHandle run;

    WriteBack(Tools tools, RunHandle run) {
        this.tools = tools;
        this.run = run;
    }

    /** Throws on a trouble of our own again: only the source's may leave marks for another night. */
    static void demandOutside(Stopped stopped) {
        if (stopped.findings().stream()
                .anyMatch(f ->
                        f.code().category() == Category.INVARIANT || f.code().category() == Category.BUSY)) {
            throw stopped;
        }
    }

    WriteBackReport run(SourceLedger source, MappingVersion version, Selection selection) {
        var report = WriteBackReport.nothing();
        var binding = version.mapping().binding();
        for (var property : version.mapping().properties()) {
            if (!selection.includes(property.id())) {
                continue;
            }
            for (var scope : tools.ledger()
                    .knownScopes(binding.organisation(), property.id(), property.basis(), property.book())) {
                if (selection.includes(scope.month())) {
                    report = report.plus(markScope(source, scope, property, version));
                }
            }
        }
        return report;
    }

    private WriteBackReport markScope(
            SourceLedger source, GlScope scope, PropertyMapping property, MappingVersion version) {
        var report = WriteBackReport.nothing();
        var doubtful = tools.ledger().marks(scope).entrySet().stream()
                .filter(e -> e.getValue() == MarkState.INTENT || e.getValue() == MarkState.UNKNOWN)
                .map(Map.Entry::getKey)
                .sorted()
                .toList();
        var ready = new ArrayList<String>();
        var heldIds = new ArrayList<String>();
        var elsewhere = new LinkedHashMap<String, MarkState>();
        for (var markable : tools.ledger().markable(scope)) {
            if (isHeld(markable, version)) {
                heldIds.add(markable.sourceId());
            } else if (markable.markedElsewhere()) {
                elsewhere.put(markable.sourceId(), MarkState.MARKED);
            } else if (!markable.waits()) {
                ready.add(markable.sourceId());
            }
        }
        if (!elsewhere.isEmpty()) {
            tools.ledger()
                    .recordMarkOutcomes(
                            tools.ids().next(), scope, elsewhere, "marked with the line of the other basis");
        }
        if (!heldIds.isEmpty()) {
            report = report.plus(new WriteBackReport(0, heldIds.size(), 0, 0, List.of(held(scope, heldIds))));
        }
        if (ready.isEmpty() && doubtful.isEmpty()) {
            return report;
        }
        try {
            return report.plus(mark(source, scope, property, version, ready, doubtful));
        } catch (Stopped stopped) {
            demandOutside(stopped);
            return report.plus(new WriteBackReport(0, 0, ready.size() + doubtful.size(), 0, stopped.findings()));
        }
    }

    private WriteBackReport mark(
            SourceLedger source,
            GlScope scope,
            PropertyMapping property,
            MappingVersion version,
            List<String> ready,
            List<String> doubtful) {
        var calls = 0;
        var batches = new LinkedHashMap<String, List<String>>();
        var words = new LinkedHashMap<String, String>();
        var send = new ArrayList<>(ready);
        if (!doubtful.isEmpty()) {
            // Never mark an id twice knowingly: what an earlier call may have marked is read back first.
            var unmarked = source.unmarkedGlIds(scope, property.tree());
            var settled = new LinkedHashMap<String, MarkState>();
            doubtful.stream().filter(id -> !unmarked.contains(id)).forEach(id -> settled.put(id, MarkState.MARKED));
            if (!settled.isEmpty()) {
                tools.ledger().recordMarkOutcomes(tools.ids().next(), scope, settled, "read back as marked");
            }
            doubtful.stream().filter(unmarked::contains).forEach(send::add);
        }
        var size = Math.min(version.mapping().policies().markBatch(), SourceLedger.MARKS_PER_CALL_MAX);
        for (var from = 0; from < send.size(); from += size) {
            var ids = List.copyOf(send.subList(from, Math.min(send.size(), from + size)));
            var batchId = tools.ids().next();
            tools.ledger().recordMarkIntent(batchId, scope, ids);
            tools.ledger().demandLease(run);
            var answer = source.markGlExported(ids);
            calls++;
            batches.put(batchId, ids);
            words.put(batchId, answer.message());
        }
        return confirm(source, scope, property, batches, words, calls, doubtful.size() - (send.size() - ready.size()));
    }

    private WriteBackReport confirm(
            SourceLedger source,
            GlScope scope,
            PropertyMapping property,
            Map<String, List<String>> batches,
            Map<String, String> words,
            int calls,
            int settledBefore) {
        if (batches.isEmpty()) {
            return new WriteBackReport(settledBefore, 0, 0, calls, List.of());
        }
        var unmarked = source.unmarkedGlIds(scope, property.tree());
        var marked = settledBefore;
        var open = new ArrayList<String>();
        for (var batch : batches.entrySet()) {
            var outcomes = new LinkedHashMap<String, MarkState>();
            for (var id : batch.getValue()) {
                outcomes.put(id, unmarked.contains(id) ? MarkState.UNKNOWN : MarkState.MARKED);
            }
            tools.ledger().recordMarkOutcomes(batch.getKey(), scope, outcomes, words.getOrDefault(batch.getKey(), ""));
            marked += (int) outcomes.values().stream()
                    .filter(s -> s == MarkState.MARKED)
                    .count();
            batch.getValue().stream().filter(unmarked::contains).forEach(open::add);
        }
        var findings = open.isEmpty() ? List.<Finding>of() : List.of(unconfirmed(scope, open, words));
        return new WriteBackReport(marked, 0, open.size(), calls, findings);
    }

    private static boolean isHeld(Markable markable, MappingVersion version) {
        return markable.facts() > 1 && version.mapping().policies().repeatedIds() == RepeatedIdPolicy.HOLD;
    }

    private static Finding held(GlScope scope, List<String> ids) {
        return Finding.of(
                FlowCode.MARK_HELD,
                scope.toString(),
                "one line for each source id",
                Count.of(ids.size(), "id stands", "ids stand") + " on several lines, for example " + ids.get(0),
                "If the id is that of a whole entry in your source, set policies.repeated-ids: header in the mapping;"
                        + " they are posted, only their marks wait.");
    }

    private static Finding unconfirmed(GlScope scope, List<String> ids, Map<String, String> words) {
        return Finding.of(
                FlowCode.MARK_UNKNOWN,
                scope.toString(),
                "marked as exported when read back",
                Count.of(ids.size(), "id is", "ids are") + " still unmarked, for example " + ids.get(0)
                        + "; the source said: " + String.join("; ", Set.copyOf(words.values())),
                "Run `tieout write-back` again: only ids that read back as unmarked are sent again.");
    }
}
