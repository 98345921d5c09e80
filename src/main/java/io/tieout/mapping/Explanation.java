package io.tieout.mapping;

import io.tieout.fact.PostMonth;
import io.tieout.fact.PropertyId;
import io.tieout.mapping.IndexedRuleBook.Line;
import io.tieout.mapping.IndexedRuleBook.RankedRule;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Why lines of one GL account go where they go: the winner, the rules it beat, and those not in effect.
 *
 * @param winner empty when the unmapped policy decides
 * @param losers in order of strength, each with why it lost
 * @param absent rules for the code that do not hold for the month or the transaction type, each with why
 */
public record Explanation(
        PropertyId property,
        String number,
        PostMonth month,
        Route route,
        Optional<Rule> winner,
        List<Other> losers,
        List<Other> absent) {

    public Explanation {
        losers = List.copyOf(losers);
        absent = List.copyOf(absent);
    }

    /** A rule that did not win, and why, in words. */
    public record Other(Rule rule, String why) {}

    /**
     * Explains one account of one property in one month.
     *
     * @param id the source's id of the account, where known; without it rules by id cannot match
     * @param transactionType where known; without it exceptions for a transaction type do not match
     */
    public static Explanation of(
            Mapping mapping,
            PropertyId property,
            Optional<String> id,
            String number,
            Optional<String> transactionType,
            PostMonth month) {
        var book = IndexedRuleBook.of(mapping);
        var line = new Line(property, id, number, transactionType, month);
        var candidates = book.candidates(line);
        var route = candidates.isEmpty()
                ? book.routeUnmapped(line)
                : book.routeOf(candidates.get(0).rule(), line);
        var losers = candidates.stream()
                .skip(1)
                .map(loser -> new Other(loser.rule(), whyBeaten(candidates.get(0), loser)))
                .toList();
        var absent = book.anyMonth(property, id, number).stream()
                .filter(ranked -> !ranked.holdsFor(line))
                .map(ranked -> new Other(ranked.rule(), whyAbsent(ranked, line)))
                .toList();
        return new Explanation(
                property, number, month, route, candidates.stream().findFirst().map(RankedRule::rule), losers, absent);
    }

    /** As shown to a person. */
    public String text() {
        var head = "GL " + number + ", property " + property + ", post month " + month + ": " + words(route);
        var first = winner.map(rule -> "  wins:   " + rule.name() + " (" + rule.place() + ")")
                .orElse("  wins:   the policy 'unmapped', as no rule matches");
        var rest = Stream.concat(
                losers.stream()
                        .map(o ->
                                "  beaten: " + o.rule().name() + " (" + o.rule().place() + "): " + o.why()),
                absent.stream()
                        .map(o ->
                                "  absent: " + o.rule().name() + " (" + o.rule().place() + "): " + o.why()));
        return Stream.concat(Stream.of(head, first), rest)
                .reduce((a, b) -> a + "\n" + b)
                .orElse(head);
    }

    private static String words(Route route) {
        return route.fold(
                to -> "to account " + to.account()
                        + to.trackingClass().map(c -> ", class " + c).orElse("")
                        + to.location().map(l -> ", location " + l).orElse("")
                        + (to.suspense() ? " (suspense)" : ""),
                held -> "held: " + held.reason(),
                excluded -> "excluded: " + excluded.reason());
    }

    private static String whyBeaten(RankedRule winner, RankedRule loser) {
        var w = winner.rule();
        var l = loser.rule();
        if (w.layer() != l.layer()) {
            return "the layer " + w.layer().code() + " stands above the layer "
                    + l.layer().code();
        }
        if (!winner.pattern().equals(loser.pattern())) {
            return winner.pattern().words() + " is more exact than "
                    + loser.pattern().words();
        }
        if (!w.property().equals(l.property())) {
            return "the winner names the property";
        }
        if (!w.transactionType().equals(l.transactionType())) {
            return "the winner names the transaction type";
        }
        if (!w.from().equals(l.from())) {
            return "the winner begins later, with "
                    + w.from().map(PostMonth::toString).orElse("the first month");
        }
        return w.to().equals(l.to())
                ? "both say the same lines; see M018"
                : "the winner ends sooner, with "
                        + w.to().map(PostMonth::toString).orElse("the last month");
    }

    private static String whyAbsent(RankedRule ranked, Line line) {
        var rule = ranked.rule();
        if (!ranked.namesTypeOf(line)) {
            return "it is for the transaction type " + rule.transactionType().orElse("") + " only";
        }
        return rule.from()
                .filter(line.month()::isBefore)
                .map(from -> "it begins with " + from)
                .orElseGet(() ->
                        "it ended with " + rule.to().map(PostMonth::toString).orElse(""));
    }
}
