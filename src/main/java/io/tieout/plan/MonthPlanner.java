package io.tieout.plan;

import io.tieout.mapping.Grain;
import io.tieout.mapping.Mapping;
import io.tieout.mapping.PropertyMapping;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** Plans one property and post month. */
final class MonthPlanner {

    private final PlanInput input;
    private final Mapping mapping;
    private final Router router;
    private final Worksheet sheet;
    private final Gate gate;

    MonthPlanner(PlanInput input, Router router, Worksheet sheet, Gate gate) {
        this.input = input;
        this.mapping = input.mapping().mapping();
        this.router = router;
        this.sheet = sheet;
        this.gate = gate;
    }

    void plan(PropertyMonth month) {
        var property = mapping.property(month.scope().property()).orElseThrow();
        if (month.scope().month().isBefore(property.cutover())) {
            return;
        }
        var place = "property " + property.id() + " " + property.name() + ", "
                + month.scope().month();
        var lines = candidates(property, month);
        var whole = WholeHold.of(input, property, lines);
        if (whole.isPresent()) {
            sheet.hold(place, lines, whole.get());
        } else if (Candidate.sum(lines) != 0) {
            sheet.holdUnbalanced(place, lines);
        } else if (lines.stream().anyMatch(MonthPlanner::blocks)) {
            sheet.holdBlocked(place, lines);
        } else {
            postBalanced(property, month, place, lines);
        }
    }

    private List<Candidate> candidates(PropertyMapping property, PropertyMonth month) {
        var lines = new ArrayList<Candidate>();
        for (var state : month.lines()) {
            if (state.claimed()) {
                continue;
            }
            var line = state.line();
            if (line.isZero()) {
                sheet.excludeZero(line, state.version());
            } else {
                var name = month.accountNames().getOrDefault(line.key().account(), "");
                lines.add(Candidate.of(state, router.fate(property, line, name)));
            }
        }
        lines.sort(Comparator.comparing(Candidate::canonical));
        return lines;
    }

    /**
     * Posts what balances without held lines, and goes over the rest again until nothing more comes of it: once a block is
     * taken away, a smaller one may show in what was around it. So a plan made again after posting finds nothing new.
     */
    private void postBalanced(PropertyMapping property, PropertyMonth month, String place, List<Candidate> lines) {
        var rest = lines;
        while (true) {
            var round = new Worksheet(mapping.binding().currency());
            postOnce(property, month, place, rest, round);
            sheet.takePosted(round);
            if (round.documents().isEmpty()) {
                sheet.takeRest(round);
                return;
            }
            var posted = round.postedKeys();
            rest = rest.stream().filter(l -> !posted.contains(l.canonical())).toList();
        }
    }

    private void postOnce(
            PropertyMapping property, PropertyMonth month, String place, List<Candidate> lines, Worksheet round) {
        for (var lot : Grouping.from(mapping.policies().grain(), lines)) {
            var kept = kept(place, lot, round);
            var date = lot.grain() == Grain.MONTH
                    ? month.scope().month().lastDay()
                    : lot.lines().get(0).date();
            var left = new Lot(lot.grain(), lot.group(), kept);
            gate.pass(
                    new Sheaf(property, month.scope().month(), Purpose.JOURNAL, left, date, place, Optional.empty()),
                    round);
        }
    }

    /** The lines of a lot that may be posted; holds and exclusions take the smallest balanced blocks. */
    private static List<Candidate> kept(String place, Lot lot, Worksheet round) {
        if (lot.lines().stream().allMatch(l -> l.posts().isPresent())) {
            return lot.lines();
        }
        var kept = new ArrayList<Candidate>();
        for (var block : Grouping.blocks(lot.lines())) {
            kept.addAll(round.settle(place, block));
        }
        kept.sort(Comparator.comparing(Candidate::canonical));
        return kept;
    }

    private static boolean blocks(Candidate line) {
        return line.waits().filter(w -> w.reason() == HoldReason.BLOCKED).isPresent();
    }
}
