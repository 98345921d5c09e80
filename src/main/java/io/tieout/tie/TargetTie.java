package io.tieout.tie;

import io.tieout.finding.Finding;
import io.tieout.plan.Marker;
import io.tieout.plan.TargetAccount;
import io.tieout.plan.TargetDimension;
import io.tieout.posting.EchoComparison;
import io.tieout.posting.TargetDocument;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** T3: a month of the target is ours and what others entered, by account and dimension and by the target's own balances. */
public final class TargetTie {

    private final Map<String, TargetAccount> accounts;
    private final Map<String, String> dimensions;
    private final Set<String> mapped;

    /**
     * @param mapped ids of the accounts that the mapping posts to
     */
    public TargetTie(List<TargetAccount> accounts, List<TargetDimension> dimensions, Set<String> mapped) {
        this.accounts = accounts.stream().collect(Collectors.toMap(TargetAccount::id, a -> a));
        this.dimensions = dimensions.stream().collect(Collectors.toMap(TargetDimension::id, TargetDimension::name));
        this.mapped = mapped;
    }

    /** Rows and findings of one month. */
    public record Result(List<TieRow> rows, List<Finding> findings) {}

    public Result t3(TargetMonth month, List<OurEntry> ours) {
        var findings = new ArrayList<Finding>();
        var byNumber = month.entries().stream().collect(Collectors.groupingBy(TargetDocument::documentNumber));
        ours.forEach(o -> compare(o, byNumber, findings));
        var known = ours.stream().map(o -> o.document().marker().value()).collect(Collectors.toSet());
        var foreign = month.entries().stream()
                .filter(e -> !known.contains(e.documentNumber()))
                .toList();
        foreign.forEach(e -> foreign(e, findings));
        var rows = new ArrayList<TieRow>(byDimension(month, ours, known));
        rows.addAll(byBalance(month, known));
        return new Result(rows, findings);
    }

    private List<TieRow> byDimension(TargetMonth month, List<OurEntry> ours, Set<String> known) {
        var planned = new TreeMap<Cell, Long>();
        for (var our : ours) {
            our.document()
                    .entry()
                    .lines()
                    .forEach(l -> planned.merge(
                            cell(
                                    l.account().id(),
                                    l.trackingClass().map(TargetDimension::id),
                                    l.location().map(TargetDimension::id)),
                            l.signedMinor(),
                            Math::addExact));
        }
        var standing = new TreeMap<Cell, Long>();
        var others = new TreeMap<Cell, Long>();
        for (var entry : month.entries()) {
            var sums = known.contains(entry.documentNumber()) ? standing : others;
            entry.lines().stream()
                    .filter(l -> mapped.contains(l.accountId()))
                    .forEach(l -> sums.merge(
                            cell(l.accountId(), l.classId(), l.locationId()), l.signedMinor(), Math::addExact));
        }
        var cells = new TreeMap<Cell, Boolean>();
        planned.keySet().forEach(c -> cells.put(c, true));
        standing.keySet().forEach(c -> cells.put(c, true));
        others.keySet().forEach(c -> cells.put(c, true));
        return cells.keySet().stream()
                .map(c -> new TieRow.Columns()
                        .put("target", standing.getOrDefault(c, 0L) + others.getOrDefault(c, 0L))
                        .put("ours", planned.getOrDefault(c, 0L))
                        .explain("foreign", others.getOrDefault(c, 0L))
                        .row(
                                Identity.T3,
                                month.month() + ", " + c.dimension(),
                                label(c.account()),
                                standing.getOrDefault(c, 0L) - planned.getOrDefault(c, 0L)))
                .toList();
    }

    /** The target's own movement against all entries that were read: what no entry explains is a difference. */
    private List<TieRow> byBalance(TargetMonth month, Set<String> known) {
        var entries = new HashMap<String, Long>();
        var foreign = new HashMap<String, Long>();
        for (var entry : month.entries()) {
            var sums = known.contains(entry.documentNumber()) ? entries : foreign;
            entry.lines().forEach(l -> sums.merge(l.accountId(), l.signedMinor(), Math::addExact));
        }
        month.others().forEach(o -> foreign.merge(o.accountId(), o.signedMinor(), Math::addExact));
        return mapped.stream()
                .sorted((a, b) -> label(a).compareTo(label(b)))
                .map(account -> {
                    var movement = month.balancesAfter().getOrDefault(account, 0L)
                            - month.balancesBefore().getOrDefault(account, 0L);
                    var columns = new TieRow.Columns()
                            .put("movement of the trial balance", movement)
                            .put("our entries", entries.getOrDefault(account, 0L))
                            .explain("foreign", foreign.getOrDefault(account, 0L));
                    month.others().stream()
                            .filter(o -> o.accountId().equals(account))
                            .limit(5)
                            .forEach(o -> columns.because(o.words()));
                    return columns.row(
                            Identity.T3,
                            month.month() + ", trial balance",
                            label(account),
                            movement - entries.getOrDefault(account, 0L) - foreign.getOrDefault(account, 0L));
                })
                .toList();
    }

    private static void compare(OurEntry our, Map<String, List<TargetDocument>> byNumber, List<Finding> findings) {
        var document = our.document();
        var place = "document " + document.marker() + " of " + document.entry().date();
        var found = byNumber.getOrDefault(document.marker().value(), List.of());
        var next = "Compare both with `tieout explain " + document.marker() + "`. Nothing is corrected by itself.";
        if (found.isEmpty()) {
            findings.add(Finding.of(TieCode.MISSING_IN_TARGET, place, "one live entry in its month", "none", next)
                    .withDifference(document.entry().total()));
        } else if (found.size() > 1) {
            findings.add(Finding.of(
                    TieCode.TWICE_IN_TARGET,
                    place,
                    "one live entry",
                    found.size() + " entries, ids "
                            + found.stream().map(TargetDocument::id).collect(Collectors.joining(", ")),
                    next));
        } else {
            var differences = EchoComparison.differences(document, found.get(0));
            if (!differences.isEmpty()) {
                findings.add(Finding.of(
                        TieCode.EDITED_IN_TARGET,
                        place + ", target id " + found.get(0).id(),
                        "as posted",
                        String.join("; ", differences),
                        next));
            }
        }
    }

    private void foreign(TargetDocument entry, List<Finding> findings) {
        if (Marker.isMarker(entry.documentNumber())) {
            findings.add(Finding.of(
                    TieCode.UNKNOWN_MARKER,
                    "target entry " + entry.id() + " of " + entry.date(),
                    "a number that the ledger knows",
                    entry.documentNumber(),
                    "It was copied by hand, or posted by a ledger that was put back from an old backup. Look before the"
                            + " next run."));
        } else if (entry.lines().stream().anyMatch(l -> mapped.contains(l.accountId()))) {
            findings.add(Finding.of(
                    TieCode.FOREIGN_ENTRY,
                    "target entry " + entry.id() + " of " + entry.date(),
                    "entries of Tieout only",
                    "number " + (entry.documentNumber().isEmpty() ? "none" : entry.documentNumber()),
                    "It is counted as foreign. Nothing to do when it is meant."));
        }
    }

    private Cell cell(String account, Optional<String> classId, Optional<String> locationId) {
        var words = new ArrayList<String>();
        classId.ifPresent(c -> words.add("class " + dimensions.getOrDefault(c, c)));
        locationId.ifPresent(l -> words.add("location " + dimensions.getOrDefault(l, l)));
        return new Cell(account, words.isEmpty() ? "no class" : String.join(", ", words));
    }

    private String label(String account) {
        var known = accounts.get(account);
        return known == null ? "account " + account : known.label();
    }

    private record Cell(String account, String dimension) implements Comparable<Cell> {
        @Override
        public int compareTo(Cell other) {
            var byAccount = account.compareTo(other.account);
            return byAccount != 0 ? byAccount : dimension.compareTo(other.dimension);
        }
    }
}
