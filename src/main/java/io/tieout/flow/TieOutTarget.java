package io.tieout.flow;

import io.tieout.fact.Basis;
import io.tieout.fact.PostMonth;
import io.tieout.flow.port.Ledger.PostingRow;
import io.tieout.flow.port.TargetBooks;
import io.tieout.mapping.MappingVersion;
import io.tieout.plan.TargetAccount;
import io.tieout.plan.TargetCompany;
import io.tieout.posting.PostingState;
import io.tieout.posting.TargetDocument;
import io.tieout.tie.OurEntry;
import io.tieout.tie.TargetMonth;
import io.tieout.tie.TargetMonth.OtherLine;
import java.time.LocalDate;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** The target's side of a company's tie-out: its months as read, and what in them is not ours. */
final class TieOutTarget {

    private static final Set<PostingState> STANDING =
            Set.of(PostingState.CONFIRMED, PostingState.MATCHED, PostingState.VERIFIED, PostingState.QUARANTINED);
    private static final Set<PostingState> NOT_REFUSED = EnumSet.complementOf(EnumSet.of(PostingState.REJECTED));

    private final Tools tools;
    private final MappingVersion version;
    private final TargetCompany company;
    private final TargetBooks books;
    private final boolean cash;
    private final Set<String> mapped;
    private final Map<PostMonth, List<PostingRow>> ours;

    /** @param mapped ids of the accounts that the mapping posts to */
    TieOutTarget(Tools tools, MappingVersion version, TargetCompany company, TargetBooks books, Set<String> mapped) {
        this.tools = tools;
        this.version = version;
        this.company = company;
        this.books = books;
        this.cash = version.mapping().properties().stream().anyMatch(p -> p.basis() == Basis.CASH);
        this.mapped = mapped;
        this.ours = ours();
    }

    /** Balances by account id at the end of a day, on the feed's basis. */
    Map<String, Long> balances(LocalDate asOf) {
        return books.trialBalance(asOf, cash);
    }

    /** Our entries dated in the month, in any state but refused. */
    List<OurEntry> ours(PostMonth month) {
        return ours.getOrDefault(month, List.of()).stream()
                .map(p -> new OurEntry(tools.ledger().document(p), p.state()))
                .toList();
    }

    /** Document numbers of our entries dated in other months. */
    Set<String> numbersElsewhere(PostMonth than) {
        return ours.entrySet().stream()
                .filter(e -> !e.getKey().equals(than))
                .flatMap(e -> e.getValue().stream())
                .map(p -> p.marker().value())
                .collect(Collectors.toSet());
    }

    /** What stood on the mapped accounts before the month: not ours. */
    Map<String, Long> foreignBefore(PostMonth month) {
        var prior = new HashMap<String, Long>();
        balances(month.firstDay().minusDays(1)).forEach((account, balance) -> {
            if (mapped.contains(account)) {
                prior.put(account, balance);
            }
        });
        return prior;
    }

    /** @param before balances at the end of the month before; {@code after} at its own end */
    TargetMonth month(PostMonth month, Map<String, Long> before, Map<String, Long> after) {
        var entries = books.journalEntries(month.firstDay(), month.lastDay());
        var fiscalStart =
                month.value().getMonthValue() == version.mapping().binding().fiscalYearStartMonth();
        var opening = fiscalStart ? balanceSheetOnly(before) : before;
        var read = new TargetMonth(month, entries, opening, after, List.of());
        if (explained(read)) {
            return read;
        }
        // Something else than journal entries moved a mapped account: only then the ledger report is worth a call.
        var journals = entries.stream().map(TargetDocument::id).collect(Collectors.toSet());
        var others = books.ledgerEntries(month.firstDay(), month.lastDay(), cash).stream()
                .filter(e -> mapped.contains(e.accountId()) && !journals.contains(e.documentId()))
                .map(e -> new OtherLine(
                        e.accountId(),
                        e.documentType() + " " + e.documentNumber() + " of " + e.date(),
                        e.signedMinor()))
                .toList();
        return new TargetMonth(month, entries, opening, after, others);
    }

    /** What the month moved, by account id. */
    static Map<String, Long> movements(TargetMonth month) {
        var movements = new TreeMap<String, Long>(month.balancesAfter());
        month.balancesBefore().forEach((a, v) -> movements.merge(a, -v, Math::addExact));
        return movements;
    }

    /** What is not known to be ours: entries of others, and of ours those whose outcome is not settled. */
    Map<String, Long> foreign(TargetMonth month) {
        var known = ours.values().stream()
                .flatMap(List::stream)
                .filter(p -> STANDING.contains(p.state()))
                .map(p -> p.marker().value())
                .collect(Collectors.toSet());
        var foreign = new HashMap<String, Long>();
        month.entries().stream()
                .filter(e -> !known.contains(e.documentNumber()))
                .flatMap(e -> e.lines().stream())
                .filter(l -> mapped.contains(l.accountId()))
                .forEach(l -> foreign.merge(l.accountId(), l.signedMinor(), Math::addExact));
        month.others().forEach(o -> foreign.merge(o.accountId(), o.signedMinor(), Math::addExact));
        return foreign;
    }

    private Map<String, Long> balanceSheetOnly(Map<String, Long> balances) {
        var sheet = company.accounts().stream()
                .filter(a -> a.accountClass().isBalanceSheet())
                .map(TargetAccount::id)
                .collect(Collectors.toSet());
        return balances.entrySet().stream()
                .filter(e -> sheet.contains(e.getKey()))
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    private boolean explained(TargetMonth month) {
        var moved = new HashMap<String, Long>(movements(month));
        month.entries()
                .forEach(e -> e.lines().forEach(l -> moved.merge(l.accountId(), -l.signedMinor(), Math::addExact)));
        return mapped.stream().allMatch(a -> moved.getOrDefault(a, 0L) == 0);
    }

    /** Our postings in any state but refused, by the month of their date. */
    private Map<PostMonth, List<PostingRow>> ours() {
        return tools.ledger().postings(company.key(), NOT_REFUSED).stream()
                .collect(Collectors.groupingBy(p -> PostMonth.of(p.date())));
    }
}
