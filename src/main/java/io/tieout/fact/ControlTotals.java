package io.tieout.fact;

import io.tieout.finding.Count;
import io.tieout.finding.Finding;
import io.tieout.money.CurrencyCode;
import io.tieout.money.Money;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import java.util.function.ToLongFunction;
import java.util.stream.Collectors;

/**
 * Identity T1: whether a reading agrees with the source's own control totals, which is the proof that no line is missing
 * or doubled (accounting rules, section 12).
 *
 * <p>Per account: opening + debits - credits = closing; net change = closing - opening; the lines' debits and credits are
 * those of the totals. Per property: net changes sum to zero. Where the month before is known: its closing is this
 * month's opening. Debits of the totals are {@code debitClosing - debitOpening}, credits {@code creditOpening -
 * creditClosing}, as the source shows credit sides as negative numbers.
 *
 * <p>A line may carry a negative debit or credit. Whether the source counts such a line on the side it is written on or
 * on the opposite side is not known, so both are tried, for the whole month at once: a reading that holds in one way only
 * by accident of one account does not pass.
 */
public final class ControlTotals {

    private static final String AGAIN =
            "Nothing of this month is planned. Pull it again; if it stays, compare with the source's own ledger report.";

    private static final String BOTH_AGAIN =
            "Nothing of this month is planned. Pull both months again: a line may have been entered in the earlier one.";

    private ControlTotals() {}

    /**
     * Every identity that fails, in the order of the accounts.
     *
     * @param previousClosings closing balances of the month before by account; empty when that month is not known
     */
    public static List<Finding> check(GlReading reading, Map<GlAccountId, Long> previousClosings) {
        var currency = reading.lines().findFirst().map(GlLine::currency);
        var findings = new ArrayList<Finding>();
        reading.accounts().forEach(account -> checkTotals(reading, account, currency, findings));
        checkLines(reading, currency, findings);
        checkBalance(reading, currency, findings);
        if (!previousClosings.isEmpty()) {
            checkOpenings(reading, previousClosings, currency, findings);
        }
        return findings;
    }

    private static void checkTotals(
            GlReading reading, AccountBook account, Optional<CurrencyCode> currency, List<Finding> findings) {
        var totals = account.totals();
        var moved = Math.subtractExact(Math.addExact(totals.opening(), totals.debits()), totals.credits());
        if (moved != totals.closing()) {
            findings.add(finding(
                    FactCode.CLOSING_DIFFERS,
                    place(reading, account),
                    "opening %s + debits %s - credits %s = %s"
                            .formatted(
                                    amount(totals.opening(), currency),
                                    amount(totals.debits(), currency),
                                    amount(totals.credits(), currency),
                                    amount(moved, currency)),
                    "closing " + amount(totals.closing(), currency),
                    Math.subtractExact(moved, totals.closing()),
                    currency));
        }
        var change = Math.subtractExact(totals.closing(), totals.opening());
        if (change != totals.netChange()) {
            findings.add(finding(
                    FactCode.NET_CHANGE_DIFFERS,
                    place(reading, account),
                    "closing - opening = " + amount(change, currency),
                    "net change " + amount(totals.netChange(), currency),
                    Math.subtractExact(change, totals.netChange()),
                    currency));
        }
    }

    private static void checkLines(GlReading reading, Optional<CurrencyCode> currency, List<Finding> findings) {
        var asWritten = differences(reading, GlLine::debitMinor, GlLine::creditMinor);
        if (asWritten.isEmpty()) {
            return;
        }
        var normalised = differences(reading, l -> Math.max(l.signedMinor(), 0), l -> Math.max(-l.signedMinor(), 0));
        if (normalised.isEmpty()) {
            findings.add(Finding.of(
                    FactCode.SIDES_NORMALISED,
                    reading.scope().toString(),
                    "totals that count each line on the side it is written on",
                    "totals that hold when a negative debit counts as a credit and a negative credit as a debit",
                    "Nothing to do: lines are posted by debit minus credit, which is the same either way."));
            return;
        }
        var nearer = normalised.size() < asWritten.size() ? normalised : asWritten;
        nearer.forEach(d -> findings.add(finding(
                FactCode.LINES_DIFFER,
                place(reading, d.account),
                d.side + " " + amount(d.total, currency) + " by the account's totals",
                amount(d.lines, currency) + " by its "
                        + Count.of(d.account.lines().size(), "line"),
                Math.subtractExact(d.total, d.lines),
                currency)));
    }

    private static List<Difference> differences(
            GlReading reading, ToLongFunction<GlLine> debit, ToLongFunction<GlLine> credit) {
        var differences = new ArrayList<Difference>();
        for (var account : reading.accounts()) {
            var debits = sum(account.lines(), debit);
            if (debits != account.totals().debits()) {
                differences.add(
                        new Difference(account, "debits", account.totals().debits(), debits));
            }
            var credits = sum(account.lines(), credit);
            if (credits != account.totals().credits()) {
                differences.add(
                        new Difference(account, "credits", account.totals().credits(), credits));
            }
        }
        return differences;
    }

    private static void checkBalance(GlReading reading, Optional<CurrencyCode> currency, List<Finding> findings) {
        var sum = sum(reading.accounts(), a -> a.totals().netChange());
        if (sum != 0) {
            findings.add(finding(
                    FactCode.MONTH_UNBALANCED,
                    reading.scope().toString(),
                    "net changes of all accounts sum to " + amount(0, currency),
                    "they sum to " + amount(sum, currency),
                    Math.negateExact(sum),
                    currency));
        }
    }

    private static void checkOpenings(
            GlReading reading,
            Map<GlAccountId, Long> previousClosings,
            Optional<CurrencyCode> currency,
            List<Finding> findings) {
        var here = reading.accounts().stream().collect(Collectors.toMap(AccountBook::account, a -> a, (a, b) -> a));
        var all = new TreeSet<GlAccountId>(Comparator.naturalOrder());
        all.addAll(here.keySet());
        all.addAll(previousClosings.keySet());
        for (var id : all) {
            var account = Optional.ofNullable(here.get(id));
            var opening = account.map(a -> a.totals().opening()).orElse(0L);
            var closing = previousClosings.getOrDefault(id, 0L);
            if (!opening.equals(closing)) {
                findings.add(finding(
                        FactCode.OPENING_DIFFERS,
                        account.map(a -> place(reading, a))
                                .orElse(reading.scope() + ", account id " + id + " (not in this month's reading)"),
                        "opening %s, the closing of %s"
                                .formatted(
                                        amount(closing, currency),
                                        reading.scope().month().previous()),
                        "opening " + amount(opening, currency),
                        Math.subtractExact(closing, opening),
                        currency));
            }
        }
    }

    private static <T> long sum(List<T> items, ToLongFunction<T> amount) {
        var sum = 0L;
        for (var item : items) {
            sum = Math.addExact(sum, amount.applyAsLong(item));
        }
        return sum;
    }

    private static Finding finding(
            FactCode code,
            String place,
            String expected,
            String found,
            long difference,
            Optional<CurrencyCode> currency) {
        var finding = Finding.of(code, place, expected, found, code == FactCode.OPENING_DIFFERS ? BOTH_AGAIN : AGAIN);
        return currency.map(c -> finding.withDifference(Money.of(difference, c)))
                .orElse(finding);
    }

    private static String place(GlReading reading, AccountBook account) {
        return reading.scope() + ", account " + account.number() + " (" + account.name() + ")";
    }

    /** A reading without any line names no currency; its amounts are then shown as minor units and said to be so. */
    private static String amount(long minor, Optional<CurrencyCode> currency) {
        return currency.map(c -> Money.of(minor, c).toString()).orElseGet(() -> minor + " minor units");
    }

    private record Difference(AccountBook account, String side, long total, long lines) {}
}
