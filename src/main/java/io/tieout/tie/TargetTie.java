package io.tieout.tie;

import io.tieout.fact.PostMonth;
import io.tieout.finding.Finding;
import io.tieout.money.CurrencyCode;
import io.tieout.money.Money;
import io.tieout.plan.TargetAccount;
import io.tieout.plan.TargetDimension;
import io.tieout.posting.TargetDocument;
import io.tieout.tie.LineFate.Kind;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * T3: a month of the target is ours and what others entered. In three steps that together lead from the source's lines to
 * the target's own balances: the lines journaled for the month, less what was carried out of it and with what was carried
 * in, are our entries; our entries and those of others are the entries that stand in the target, by account and dimension;
 * the entries that stand there are the movement of its trial balance.
 */
public final class TargetTie {

    private final CurrencyCode currency;
    private final Map<String, TargetAccount> accounts;
    private final Map<String, String> dimensions;
    private final Set<String> mapped;

    /**
     * @param mapped ids of the accounts that the mapping posts to
     */
    public TargetTie(
            CurrencyCode currency, List<TargetAccount> accounts, List<TargetDimension> dimensions, Set<String> mapped) {
        this.currency = currency;
        this.accounts = accounts.stream().collect(Collectors.toMap(TargetAccount::id, a -> a));
        this.dimensions = dimensions.stream().collect(Collectors.toMap(TargetDimension::id, TargetDimension::name));
        this.mapped = mapped;
    }

    /** Rows and findings of one month. */
    public record Result(List<TieRow> rows, List<Finding> findings) {}

    /**
     * All of T3 for one month.
     *
     * @param ours our entries dated in the month
     * @param otherNumbers document numbers of our entries dated in other months
     * @param fates of every line and opening of the company
     */
    public Result t3(TargetMonth month, List<OurEntry> ours, Set<String> otherNumbers, List<LineFate> fates) {
        var sorted = new SortedEntries(month, ours, otherNumbers);
        var rows = new ArrayList<TieRow>(byClaims(month, ours, fates));
        rows.addAll(byDimension(month, ours, sorted));
        rows.addAll(byBalance(month, sorted));
        return new Result(rows, EntryFindings.of(sorted, ours, mapped));
    }

    /** From the lines: journaled for the month - carried out + carried in + openings = our entries. */
    private List<TieRow> byClaims(TargetMonth month, List<OurEntry> ours, List<LineFate> fates) {
        var entries = new HashMap<String, Long>();
        ours.stream()
                .filter(OurEntry::isJournaled)
                .forEach(o -> o.document()
                        .entry()
                        .lines()
                        .forEach(l -> entries.merge(l.account().id(), l.signedMinor(), Math::addExact)));
        var sums = new TreeMap<String, Journaled>();
        entries.keySet().forEach(a -> sums.put(a, new Journaled()));
        fates.stream()
                .filter(f -> f.kind() == Kind.JOURNALED)
                .forEach(f -> f.targetAccountId()
                        .ifPresent(a ->
                                sums.computeIfAbsent(a, k -> new Journaled()).add(f, month.month())));
        return sums.entrySet().stream()
                .filter(e -> !e.getValue().isEmpty() || entries.containsKey(e.getKey()))
                .sorted(Comparator.comparing(e -> label(e.getKey())))
                .map(e -> byClaims(month, e.getKey(), e.getValue(), entries.getOrDefault(e.getKey(), 0L)))
                .toList();
    }

    private TieRow byClaims(TargetMonth month, String account, Journaled sums, long entries) {
        return new TieRow.Columns()
                .put("journaled for the month", sums.month)
                .explain("carried out", sums.carriedOut)
                .explain("carried in", sums.carriedIn)
                .put("openings", sums.openings)
                .put("our entries", entries)
                .row(
                        Identity.T3,
                        month.month() + ", our entries",
                        label(account),
                        entries - (sums.month - sums.carriedOut + sums.carriedIn + sums.openings));
    }

    private List<TieRow> byDimension(TargetMonth month, List<OurEntry> ours, SortedEntries sorted) {
        var planned = new TreeMap<Cell, Long>();
        ours.stream()
                .filter(OurEntry::stands)
                .forEach(o -> o.document()
                        .entry()
                        .lines()
                        .forEach(l -> planned.merge(
                                cell(
                                        l.account().id(),
                                        l.trackingClass().map(TargetDimension::id),
                                        l.location().map(TargetDimension::id)),
                                l.signedMinor(),
                                Math::addExact)));
        var standing = byCell(sorted.standing());
        var inFlight = byCell(sorted.inFlight());
        var foreign = byCell(sorted.foreign());
        var cells = new TreeSet<>(planned.keySet());
        List.of(standing, inFlight, foreign).forEach(m -> cells.addAll(m.keySet()));
        var rows = new ArrayList<TieRow>();
        for (var cell : cells) {
            var target = sum(standing, cell) + sum(inFlight, cell) + sum(foreign, cell);
            var columns = new TieRow.Columns()
                    .put("target", target)
                    .put("ours", planned.getOrDefault(cell, 0L))
                    .explain("in flight", sum(inFlight, cell))
                    .explain("foreign", sum(foreign, cell));
            sorted.foreign()
                    .forEach(e -> e.lines().stream()
                            .filter(l -> cell(l).equals(cell))
                            .forEach(l -> columns.because(words(e, l.signedMinor()))));
            rows.add(columns.row(
                    Identity.T3,
                    month.month() + ", " + cell.dimension(),
                    label(cell.account()),
                    sum(standing, cell) - planned.getOrDefault(cell, 0L)));
        }
        return rows;
    }

    /** The target's own movement against all entries that were read: what no entry explains is a difference. */
    private List<TieRow> byBalance(TargetMonth month, SortedEntries sorted) {
        var ours = byAccount(sorted.standing());
        var inFlight = byAccount(sorted.inFlight());
        var foreign = byAccount(sorted.foreign());
        month.others().forEach(o -> foreign.merge(o.accountId(), o.signedMinor(), Math::addExact));
        return mapped.stream()
                .sorted(Comparator.comparing(this::label).thenComparing(Comparator.naturalOrder()))
                .map(account -> {
                    var movement = month.balancesAfter().getOrDefault(account, 0L)
                            - month.balancesBefore().getOrDefault(account, 0L);
                    var columns = new TieRow.Columns()
                            .put("movement of the trial balance", movement)
                            .put("our entries", ours.getOrDefault(account, 0L))
                            .explain("in flight", inFlight.getOrDefault(account, 0L))
                            .explain("foreign", foreign.getOrDefault(account, 0L));
                    month.others().stream()
                            .filter(o -> o.accountId().equals(account))
                            .forEach(o -> columns.because(o.words() + ": " + money(o.signedMinor())));
                    var explained = ours.getOrDefault(account, 0L)
                            + inFlight.getOrDefault(account, 0L)
                            + foreign.getOrDefault(account, 0L);
                    return columns.row(
                            Identity.T3, month.month() + ", trial balance", label(account), movement - explained);
                })
                .toList();
    }

    private Map<Cell, Long> byCell(List<TargetDocument> entries) {
        var sums = new TreeMap<Cell, Long>();
        entries.forEach(e -> e.lines().stream()
                .filter(l -> mapped.contains(l.accountId()))
                .forEach(l -> sums.merge(cell(l), l.signedMinor(), Math::addExact)));
        return sums;
    }

    private static Map<String, Long> byAccount(List<TargetDocument> entries) {
        var sums = new HashMap<String, Long>();
        entries.forEach(e -> e.lines().forEach(l -> sums.merge(l.accountId(), l.signedMinor(), Math::addExact)));
        return sums;
    }

    private static long sum(Map<Cell, Long> sums, Cell cell) {
        return sums.getOrDefault(cell, 0L);
    }

    private String words(TargetDocument entry, long signedMinor) {
        var number = entry.documentNumber().isEmpty() ? "" : " no. " + entry.documentNumber();
        return "entry " + entry.id() + number + " of " + entry.date() + ": " + money(signedMinor);
    }

    private String money(long signedMinor) {
        return Money.of(signedMinor, currency).toString();
    }

    private Cell cell(TargetDocument.Line line) {
        return cell(line.accountId(), line.classId(), line.locationId());
    }

    private Cell cell(String account, Optional<String> classId, Optional<String> locationId) {
        var words = new ArrayList<String>();
        classId.ifPresent(c -> words.add("class " + dimensions.getOrDefault(c, c)));
        locationId.ifPresent(l -> words.add("location " + dimensions.getOrDefault(l, l)));
        return new Cell(label(account), account, words.isEmpty() ? "no class" : String.join(", ", words));
    }

    private String label(String account) {
        var known = accounts.get(account);
        return known == null ? "account " + account : known.label();
    }

    private record Cell(String label, String account, String dimension) implements Comparable<Cell> {

        private static final Comparator<Cell> ORDER =
                Comparator.comparing(Cell::dimension).thenComparing(Cell::label).thenComparing(Cell::account);

        @Override
        public int compareTo(Cell other) {
            return ORDER.compare(this, other);
        }
    }

    /** Sums of the lines of one target account, seen from one month; in minor units. */
    private static final class Journaled {
        private long month;
        private long carriedOut;
        private long carriedIn;
        private long openings;

        void add(LineFate fate, PostMonth at) {
            var datedHere = fate.postingDate().map(at::contains).orElse(false);
            if (fate.isOpening()) {
                openings += datedHere ? fate.signedMinor() : 0;
                return;
            }
            var ofMonth = fate.month().equals(at);
            month += ofMonth ? fate.signedMinor() : 0;
            carriedOut += ofMonth && !datedHere ? fate.signedMinor() : 0;
            carriedIn += !ofMonth && datedHere ? fate.signedMinor() : 0;
        }

        boolean isEmpty() {
            return month == 0 && carriedOut == 0 && carriedIn == 0 && openings == 0;
        }
    }
}
