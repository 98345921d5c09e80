package io.tieout.tie;

import io.tieout.fact.PostMonth;
import io.tieout.plan.AccountClass;
import io.tieout.plan.TargetAccount;
import io.tieout.tie.LineFate.Kind;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * T4: the target's closing balance of an account = the source's closing balances that are mapped to it, less what is held,
 * excluded, in flight or carried out, plus what others entered and the opening difference that was accepted.
 *
 * <p>Income and expense compare by month. Equity compares as one group with current earnings, since source and target move
 * earnings between income, current earnings and retained earnings each in its own way.
 *
 * <p>The source's side rests on its own closing balances, not on our sums of its lines, so that a line nobody ever saw
 * shows as a difference. Source accounts that no rule names have rows of their own.
 */
public final class ClosingTie {

    private final Map<String, TargetAccount> accounts;

    public ClosingTie(List<TargetAccount> accounts) {
        this.accounts = accounts.stream().collect(Collectors.toMap(TargetAccount::id, a -> a));
    }

    /**
     * A source account's closing with the account it is mapped to.
     *
     * @param targetAccountId absent when no rule names it
     * @param closing closing balance at month end
     * @param netChange net change of the month
     */
    public record MappedClosing(
            String property, String number, Optional<String> targetAccountId, long closing, long netChange) {}

    /**
     * @param closings every account of every property of the company at the end of the month
     * @param fates every line and opening of the company, later months included
     * @param balances the target's trial balance at month end, by account id
     * @param movements the target's movement of the month, by account id
     * @param foreign what others entered up to month end, by account id, and entries of ours that were found there although
     *     their outcome is not settled
     * @param foreignInMonth the same of the month alone
     * @param openingDifferences what a person accepted at cutover, by account id
     */
    public record Input(
            PostMonth month,
            List<MappedClosing> closings,
            List<LineFate> fates,
            Map<String, Long> balances,
            Map<String, Long> movements,
            Map<String, Long> foreign,
            Map<String, Long> foreignInMonth,
            Map<String, Long> openingDifferences) {}

    public List<TieRow> t4(Input input) {
        var sheets = new TreeMap<View, Sheet>();
        var mapped = new TreeSet<String>();
        var homes = new HashMap<String, String>();
        for (var closing : input.closings()) {
            var home = closing.targetAccountId().orElse(unmapped(closing.number()));
            homes.put(closing.property() + "|" + closing.number(), home);
            closing.targetAccountId().ifPresent(mapped::add);
            for (var view : views(home)) {
                sheet(sheets, view).source += view.monthly() ? closing.netChange() : closing.closing();
            }
        }
        for (var fate : input.fates()) {
            var home = homes.getOrDefault(
                    fate.key().property() + "|" + fate.accountNumber(), unmapped(fate.accountNumber()));
            add(fate, home, input.month(), sheets);
            fate.targetAccountId().filter(accounts::containsKey).ifPresent(mapped::add);
        }
        accounts.values().stream()
                .filter(a -> a.accountClass() == AccountClass.RETAINED_EARNINGS)
                .forEach(a -> mapped.add(a.id()));
        mapped.forEach(target -> views(target).stream()
                .filter(sheets::containsKey)
                .forEach(view -> {
                    var sheet = sheet(sheets, view);
                    sheet.target += (view.monthly() ? input.movements() : input.balances()).getOrDefault(target, 0L);
                    sheet.foreign +=
                            (view.monthly() ? input.foreignInMonth() : input.foreign()).getOrDefault(target, 0L);
                    sheet.opening +=
                            view.monthly() ? 0 : input.openingDifferences().getOrDefault(target, 0L);
                }));
        return sheets.entrySet().stream()
                .filter(e -> !e.getValue().isEmpty())
                .map(e -> e.getValue().row(input.month(), e.getKey()))
                .toList();
    }

    private void add(LineFate fate, String home, PostMonth month, Map<View, Sheet> sheets) {
        if (fate.kind() != Kind.JOURNALED) {
            for (var view : views(home)) {
                if (view.counts(fate, month)) {
                    sheet(sheets, view).add(fate);
                }
            }
            return;
        }
        // A rule of the exception layer, a changed rule, or the opening-equity account took it elsewhere than its
        // account.
        var actual = fate.targetAccountId().filter(accounts::containsKey).orElse(home);
        for (var view : views(home)) {
            if (view.counts(fate, month)) {
                sheet(sheets, view).elsewhere -= fate.signedMinor();
            }
        }
        for (var view : views(actual)) {
            var sheet = sheet(sheets, view);
            var dated = fate.postingDate().map(PostMonth::of).orElse(fate.month());
            var there = view.monthly() ? dated.equals(month) : !dated.isAfter(month);
            var counts = view.counts(fate, month);
            sheet.elsewhere += counts ? fate.signedMinor() : 0;
            sheet.carriedOut += counts && !there ? fate.signedMinor() : 0;
            sheet.carriedIn += !counts && there ? fate.signedMinor() : 0;
        }
    }

    private static Sheet sheet(Map<View, Sheet> sheets, View view) {
        return sheets.computeIfAbsent(view, v -> new Sheet());
    }

    /** The rows a target account counts in: income and expense in their own and, with all equity, in one group. */
    private List<View> views(String target) {
        var account = accounts.get(target);
        if (account == null) {
            return List.of(new View(2, target, target, false));
        }
        var own = new View(
                0, account.label(), account.id(), !account.accountClass().isBalanceSheet());
        var equity = new View(1, "equity with current earnings, as one group", "", false);
        return switch (account.accountClass()) {
            case BANK, RECEIVABLE, PAYABLE, ASSET, LIABILITY -> List.of(own);
            case EQUITY, RETAINED_EARNINGS -> List.of(equity);
            case INCOME, EXPENSE -> List.of(own, equity);
        };
    }

    private static String unmapped(String number) {
        return "GL " + number + ", which no rule names";
    }

    /**
     * One row.
     *
     * @param rank orders accounts before the equity group before accounts without a rule
     * @param monthly whether it compares the movement of the month, not the closing balance
     */
    private record View(int rank, String label, String id, boolean monthly) implements Comparable<View> {

        private static final Comparator<View> ORDER =
                Comparator.comparing(View::rank).thenComparing(View::label).thenComparing(View::id);

        boolean counts(LineFate fate, PostMonth month) {
            return monthly
                    ? !fate.isOpening() && fate.month().equals(month)
                    : !fate.month().isAfter(month);
        }

        @Override
        public int compareTo(View other) {
            return ORDER.compare(this, other);
        }
    }

    /** Sums of one row, in minor units. */
    private static final class Sheet {
        private long target;
        private long source;
        private long elsewhere;
        private long held;
        private long excluded;
        private long inFlight;
        private long carriedOut;
        private long carriedIn;
        private long foreign;
        private long opening;

        void add(LineFate fate) {
            switch (fate.kind()) {
                case HELD -> held += fate.signedMinor();
                case EXCLUDED -> excluded += fate.signedMinor();
                case IN_FLIGHT -> inFlight += fate.signedMinor();
                case JOURNALED -> throw new IllegalStateException("journaled lines are in the target's balance");
            }
        }

        boolean isEmpty() {
            return (target
                            | source
                            | elsewhere
                            | held
                            | excluded
                            | inFlight
                            | carriedOut
                            | carriedIn
                            | foreign
                            | opening)
                    == 0;
        }

        TieRow row(PostMonth month, View view) {
            var expected = source + elsewhere - held - excluded - inFlight - carriedOut + carriedIn + foreign + opening;
            return new TieRow.Columns()
                    .put("target", target)
                    .put("source", source)
                    .explain("mapped elsewhere", elsewhere)
                    .explain("held", held)
                    .explain("excluded", excluded)
                    .explain("in flight", inFlight)
                    .explain("carried out", carriedOut)
                    .explain("carried in", carriedIn)
                    .explain("foreign", foreign)
                    .explain("opening difference", opening)
                    .row(
                            Identity.T4,
                            month + (view.monthly() ? ", movement of the month" : ", closing"),
                            view.label(),
                            target - expected);
        }
    }
}
