package io.tieout.tie;

import io.tieout.fact.FactKind;
import io.tieout.fact.PostMonth;
import io.tieout.plan.AccountClass;
import io.tieout.plan.TargetAccount;
import io.tieout.tie.LineFate.Kind;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * T4: the target's closing balance of an account = the source's closing balances that are mapped to it, less what is held,
 * excluded or in flight, plus what others entered and the opening difference that was accepted. Income and expense compare by month, equity as one group.
 *
 * <p>The source's side rests on its own closing balances, not on our sums of its lines, so that a line nobody ever saw
 * shows as a difference.
 */
public final class ClosingTie {

    private static final String EQUITY = "equity accounts as one group";

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
     * @param fates every line and opening up to the end of the month
     * @param balances the target's trial balance at month end, by account id
     * @param movements the target's movement of the month, by account id
     * @param foreign what others entered up to month end, opening differences included, by account id
     * @param foreignInMonth what others entered in the month, by account id
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
        var base = input.closings().stream()
                .filter(c -> c.targetAccountId().isPresent())
                .collect(Collectors.toMap(
                        c -> c.property() + "|" + c.number(),
                        c -> c.targetAccountId().orElseThrow(),
                        (a, b) -> a));
        var sheets = new TreeMap<String, Sheet>();
        for (var closing : input.closings()) {
            closing.targetAccountId().ifPresent(target -> {
                var sheet = sheet(sheets, target);
                sheet.source += byMonth(target) ? closing.netChange() : closing.closing();
            });
        }
        input.fates().forEach(f -> add(f, input.month(), base, sheets));
        var targets = new TreeSet<String>();
        accounts.keySet().stream().filter(a -> sheets.containsKey(group(a))).forEach(targets::add);
        for (var target : targets) {
            var sheet = sheet(sheets, target);
            var monthly = byMonth(target);
            sheet.target += (monthly ? input.movements() : input.balances()).getOrDefault(target, 0L);
            sheet.foreign += (monthly ? input.foreignInMonth() : input.foreign()).getOrDefault(target, 0L);
            sheet.opening += monthly ? 0 : input.openingDifferences().getOrDefault(target, 0L);
        }
        return sheets.entrySet().stream()
                .map(e -> row(input.month(), e.getKey(), e.getValue()))
                .toList();
    }

    private void add(LineFate fate, PostMonth month, Map<String, String> base, Map<String, Sheet> sheets) {
        var mappedTo = Optional.ofNullable(base.get(fate.key().property() + "|" + fate.accountNumber()));
        var opening = fate.key().kind() == FactKind.OPENING;
        if (fate.kind() == Kind.JOURNALED) {
            // A rule of the exception layer, or the opening-equity account, took the line elsewhere than its account.
            var actual = fate.targetAccountId().orElse("");
            if (!mappedTo.equals(fate.targetAccountId())) {
                mappedTo.filter(t -> counts(t, fate, month, opening))
                        .ifPresent(t -> sheet(sheets, t).elsewhere -= fate.signedMinor());
                if (accounts.containsKey(actual) && counts(actual, fate, month, opening)) {
                    sheet(sheets, actual).elsewhere += fate.signedMinor();
                }
            }
            return;
        }
        mappedTo.filter(t -> counts(t, fate, month, opening)).ifPresent(t -> {
            var sheet = sheet(sheets, t);
            switch (fate.kind()) {
                case HELD -> sheet.held += fate.signedMinor();
                case EXCLUDED -> sheet.excluded += fate.signedMinor();
                case IN_FLIGHT -> sheet.inFlight += fate.signedMinor();
                case JOURNALED -> throw new IllegalStateException("handled above");
            }
        });
    }

    /** Income and expense count only what belongs to the month; balance sheet accounts count everything so far. */
    private boolean counts(String target, LineFate fate, PostMonth month, boolean opening) {
        return byMonth(target)
                ? !opening && fate.month().equals(month)
                : !fate.month().isAfter(month);
    }

    private TieRow row(PostMonth month, String target, Sheet sheet) {
        var difference = sheet.target
                - (sheet.source
                        + sheet.elsewhere
                        - sheet.held
                        - sheet.excluded
                        - sheet.inFlight
                        + sheet.foreign
                        + sheet.opening);
        var account = accounts.get(target);
        var label = account == null ? target : account.label();
        return new TieRow.Columns()
                .put("target", sheet.target)
                .put("source", sheet.source)
                .explain("mapped elsewhere", sheet.elsewhere)
                .explain("held", sheet.held)
                .explain("excluded", sheet.excluded)
                .explain("in flight", sheet.inFlight)
                .explain("foreign", sheet.foreign)
                .explain("opening difference", sheet.opening)
                .row(
                        Identity.T4,
                        month + (byMonth(target) ? ", movement of the month" : ", closing"),
                        label,
                        difference);
    }

    private Sheet sheet(Map<String, Sheet> sheets, String target) {
        return sheets.computeIfAbsent(group(target), k -> new Sheet());
    }

    /** Equity accounts are compared together: the target moves earnings between them by itself at year end. */
    private String group(String target) {
        var account = accounts.get(target);
        var equity = account != null
                && (account.accountClass() == AccountClass.EQUITY
                        || account.accountClass() == AccountClass.RETAINED_EARNINGS);
        return equity ? EQUITY : target;
    }

    private boolean byMonth(String target) {
        var account = accounts.get(target);
        return account != null && !account.accountClass().isBalanceSheet();
    }

    /** Sums of one target account, in minor units. */
    private static final class Sheet {
        private long target;
        private long source;
        private long elsewhere;
        private long held;
        private long excluded;
        private long inFlight;
        private long foreign;
        private long opening;
    }
}
