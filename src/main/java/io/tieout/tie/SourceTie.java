package io.tieout.tie;

import io.tieout.fact.FactKind;
import io.tieout.fact.GlScope;
import io.tieout.tie.LineFate.Kind;
import io.tieout.tie.SourceAccountMonth.Sides;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** T1 and T2: the source against itself, and against what the ledger did with its lines. */
public final class SourceTie {

    private SourceTie() {}

    /**
     * T1: opening + debits - credits = closing by the lines; opening = closing of the month before; net changes sum to
     * zero for each property.
     */
    public static List<TieRow> t1(List<SourceAccountMonth> accounts) {
        var rows = new ArrayList<TieRow>();
        for (var account : sorted(accounts)) {
            var totals = account.totals();
            rows.add(new TieRow.Columns()
                    .put("opening", totals.opening())
                    .put("debits", account.lineDebits())
                    .put("credits", account.lineCredits())
                    .put("closing", totals.closing())
                    .row(
                            Identity.T1,
                            account.scope().toString(),
                            account.label(),
                            totals.opening() + account.lineNet() - totals.closing()));
            if (account.previousClosing().isPresent()) {
                var previous = account.previousClosing().getAsLong();
                if (previous != totals.opening()) {
                    rows.add(new TieRow.Columns()
                            .put("opening", totals.opening())
                            .put("closing last month", previous)
                            .row(
                                    Identity.T1,
                                    account.scope().toString(),
                                    account.label() + ": opening against last month's closing",
                                    totals.opening() - previous));
                }
            }
        }
        var nets = accounts.stream()
                .collect(Collectors.groupingBy(
                        SourceAccountMonth::scope,
                        TreeMap::new,
                        Collectors.summingLong(a -> a.totals().netChange())));
        nets.forEach((scope, net) -> rows.add(new TieRow.Columns()
                .put("net change of all accounts", net)
                .row(Identity.T1, scope.toString(), "all accounts", net)));
        return rows;
    }

    /**
     * T2: GL net = journaled + held + excluded + in flight, for each account. Where the nets agree and the debits do not,
     * a second row says so: a debit and a credit of one amount that vanished together would not show in the net.
     */
    public static List<TieRow> t2(List<SourceAccountMonth> accounts, List<LineFate> fates) {
        var byAccount = new HashMap<String, List<LineFate>>();
        fates.stream()
                .filter(f -> f.key().kind() == FactKind.GL_LINE)
                .forEach(f -> byAccount
                        .computeIfAbsent(place(f), k -> new ArrayList<>())
                        .add(f));
        var rows = new ArrayList<TieRow>();
        for (var account : sorted(accounts)) {
            var here = byAccount.remove(place(account.scope(), account.account().value()));
            var fatesHere = here == null ? List.<LineFate>of() : here;
            var row = t2(account.scope(), account.label(), account.lineNet(), fatesHere);
            rows.add(row);
            if (row.difference() == 0) {
                sides(account, fatesHere).ifPresent(rows::add);
            }
        }
        // Claims on an account that the reading no longer shows: the lines are gone, the postings are not.
        new TreeMap<>(byAccount).forEach((place, gone) -> {
            var key = gone.get(0).key();
            var scope =
                    new GlScope(key.organisation(), key.property(), gone.get(0).month(), key.basis(), key.book());
            rows.add(t2(scope, gone.get(0).accountNumber() + " (not in the reading)", 0, gone));
        });
        return rows;
    }

    private static TieRow t2(GlScope scope, String account, long glNet, List<LineFate> fates) {
        var sums = sums(fates);
        var columns = new TieRow.Columns()
                .put("gl", glNet)
                .put("journaled", sums.getOrDefault(Kind.JOURNALED, 0L))
                .explain("held", sums.getOrDefault(Kind.HELD, 0L))
                .explain("excluded", sums.getOrDefault(Kind.EXCLUDED, 0L))
                .explain("in flight", sums.getOrDefault(Kind.IN_FLIGHT, 0L));
        fates.stream()
                .filter(f -> (f.kind() == Kind.HELD || f.kind() == Kind.EXCLUDED) && f.signedMinor() != 0)
                .map(f -> (f.kind() == Kind.HELD ? "held " : "excluded ")
                        + f.key().sourceId() + ": " + f.words())
                .distinct()
                .forEach(columns::because);
        var accounted = sums.values().stream().mapToLong(Long::longValue).sum();
        return columns.row(Identity.T2, scope.toString(), account, glNet - accounted);
    }

    private static Optional<TieRow> sides(SourceAccountMonth account, List<LineFate> fates) {
        var accounted = Sides.NONE;
        for (var fate : fates) {
            accounted = accounted.plus(fate.signedMinor());
        }
        var ours = accounted;
        return account.sides()
                .filter(s -> !s.equals(ours))
                .map(s -> new TieRow.Columns()
                        .put("gl debits", s.debits())
                        .put("accounted debits", ours.debits())
                        .put("gl credits", s.credits())
                        .put("accounted credits", ours.credits())
                        .row(
                                Identity.T2,
                                account.scope().toString(),
                                account.label() + ": debits and credits apart",
                                s.debits() - ours.debits()));
    }

    private static Map<Kind, Long> sums(List<LineFate> fates) {
        var sums = new TreeMap<Kind, Long>();
        for (var kind : Kind.values()) {
            sums.put(kind, 0L);
        }
        fates.forEach(f -> sums.merge(f.kind(), f.signedMinor(), Math::addExact));
        return sums;
    }

    private static String place(LineFate fate) {
        var key = fate.key();
        return place(
                new GlScope(key.organisation(), key.property(), fate.month(), key.basis(), key.book()),
                key.account().value());
    }

    private static String place(GlScope scope, String account) {
        return scope.canonical() + "|" + account;
    }

    private static List<SourceAccountMonth> sorted(List<SourceAccountMonth> accounts) {
        return accounts.stream()
                .sorted(Comparator.comparing(SourceAccountMonth::scope).thenComparing(SourceAccountMonth::number))
                .toList();
    }
}
