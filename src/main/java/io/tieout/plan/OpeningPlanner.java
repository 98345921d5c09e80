package io.tieout.plan;

import io.tieout.fact.GlLine;
import io.tieout.finding.Finding;
import io.tieout.mapping.Grain;
import io.tieout.mapping.Mapping;
import io.tieout.mapping.OpeningMode;
import io.tieout.mapping.PropertyMapping;
import io.tieout.money.Money;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** Plans the opening entry of one property, dated the day before its cutover. */
final class OpeningPlanner {

    /** Stands as transaction type on the lines made of opening balances, so that rules can speak of them. */
    static final String TRANSACTION_TYPE = "Opening";

    private static final String NEXT =
            "Find out what changed before the cutover in the source; undo it there or post it by hand.";

    private final PlanInput input;
    private final Mapping mapping;
    private final Router router;
    private final Worksheet sheet;
    private final Gate gate;

    OpeningPlanner(PlanInput input, Router router, Worksheet sheet, Gate gate) {
        this.input = input;
        this.mapping = input.mapping().mapping();
        this.router = router;
        this.sheet = sheet;
        this.gate = gate;
    }

    void plan(PropertyMapping property, List<OpeningBalance> openings) {
        var lines = openings.stream()
                .filter(o -> o.claimed().isEmpty() && o.signedMinor() != 0)
                .map(o -> candidate(property, o))
                .sorted(Comparator.comparing(Candidate::canonical))
                .toList();
        if (property.opening() != OpeningMode.POST) {
            return;
        }
        var place = "property " + property.id() + " " + property.name() + ", opening at " + property.cutover();
        openings.stream()
                .filter(OpeningBalance::isChanged)
                .forEach(o -> sheet.tally().add(changed(place, o)));
        if (lines.isEmpty()) {
            return;
        }
        var whole = WholeHold.of(input, property, lines);
        if (openings.stream().anyMatch(o -> o.claimed().isPresent())) {
            holdChanged(place, lines);
        } else if (whole.isPresent()) {
            sheet.hold(place, lines, whole.get());
        } else if (Candidate.sum(lines) != 0) {
            sheet.holdUnbalanced(place, lines);
        } else {
            post(property, place, lines);
        }
    }

    /** What was excluded when the opening was posted stays excluded; anything else is new. */
    private void holdChanged(String place, List<Candidate> lines) {
        sheet.settle(place, lines.stream().filter(l -> l.leaves().isPresent()).toList());
        var others = lines.stream().filter(l -> l.leaves().isEmpty()).toList();
        if (!others.isEmpty()) {
            sheet.hold(place, others, added());
        }
    }

    /** No smaller set of an opening is known to balance, so one held account holds it whole. */
    private void post(PropertyMapping property, String place, List<Candidate> lines) {
        var kept = sheet.settle(place, lines);
        if (kept.isEmpty()) {
            lines.stream()
                    .filter(l -> l.leaves().isEmpty())
                    .forEach(l -> sheet.tally().count(held(), place, l.line()));
            return;
        }
        var date = property.cutover().firstDay().minusDays(1);
        var lot = new Lot(Grain.MONTH, "opening:" + date, kept);
        gate.pass(
                new Sheaf(property, property.cutover().previous(), Purpose.OPENING, lot, date, place, Optional.empty()),
                sheet);
    }

    /** An opening balance as a line of the month before cutover, so that it can be held, shown and posted like any. */
    private Candidate candidate(PropertyMapping property, OpeningBalance opening) {
        var month = property.cutover().previous();
        var line = new GlLine(
                opening.key(),
                opening.accountNumber(),
                TRANSACTION_TYPE,
                month,
                month.lastDay(),
                month.lastDay(),
                Math.max(0, opening.signedMinor()),
                Math.max(0, Math.negateExact(opening.signedMinor())),
                mapping.binding().currency(),
                "Opening balance",
                opening.accountName());
        return new Candidate(
                line,
                opening.version(),
                opening.fingerprint(),
                opening.key().canonical(),
                month.lastDay(),
                router.openingFate(property, line, opening.accountName()));
    }

    private static Cause held() {
        return new Cause(
                PlanCode.OPENING_HELD,
                "the opening waits as a whole",
                "an account for every opening balance",
                "See to the accounts named beside this; the property's months post meanwhile.");
    }

    /** What was posted stays posted: the change is named with both amounts and shows in the tie-out. */
    private Finding changed(String place, OpeningBalance opening) {
        var currency = mapping.binding().currency();
        var posted = opening.claimed().map(OpeningBalance.Claimed::signedMinor).orElse(0L);
        return Finding.of(
                        PlanCode.OPENING_CHANGED,
                        place + ", GL " + opening.accountNumber()
                                + (opening.accountName().isEmpty() ? "" : " (" + opening.accountName() + ")"),
                        Money.of(posted, currency) + " " + currency + ", as posted",
                        Money.of(opening.signedMinor(), currency) + " " + currency + " in the newest reading",
                        NEXT)
                .withDifference(Money.of(Math.subtractExact(opening.signedMinor(), posted), currency));
    }

    private static Fate.Waits added() {
        return Fate.Waits.of(
                HoldReason.OPENING_CHANGED,
                new Cause(
                        PlanCode.OPENING_CHANGED,
                        "an opening balance that was not there when the opening was posted",
                        "the opening as posted",
                        NEXT));
    }
}
