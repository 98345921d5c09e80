package io.tieout.plan;

import io.tieout.fact.PostMonth;
import io.tieout.mapping.Grain;
import io.tieout.mapping.LatePolicy;
import io.tieout.mapping.Mapping;

/** Lets balanced lines through to documents, or holds or carries them because of the calendar. */
final class Gate {

    private final PlanInput input;
    private final Mapping mapping;
    private final ClosedPeriods closed;
    private final DocumentWriter writer;

    Gate(PlanInput input) {
        this.input = input;
        this.mapping = input.mapping().mapping();
        this.closed = new ClosedPeriods(input);
        this.writer = new DocumentWriter(input);
    }

    void pass(Sheaf sheaf, Worksheet sheet) {
        if (sheaf.lot().lines().isEmpty()) {
            return;
        }
        if (sheaf.purpose() == Purpose.JOURNAL && sheaf.lot().grain() == Grain.MONTH && !sourceMonthOver(sheaf)) {
            holdMonthOpen(sheaf, sheet);
            return;
        }
        if (!closed.isClosed(sheaf.property().id(), sheaf.date())) {
            post(sheaf, sheet);
            return;
        }
        if (mapping.policies().late() == LatePolicy.CARRY) {
            carry(sheaf, sheet);
            return;
        }
        holdClosed(sheaf, sheet);
    }

    private boolean sourceMonthOver(Sheaf sheaf) {
        var open = input.openGlMonths().get(sheaf.property().id());
        return open != null && open.isAfter(sheaf.month());
    }

    private void holdMonthOpen(Sheaf sheaf, Worksheet sheet) {
        var words =
                "balances only over the whole of " + sheaf.month() + ", and the source's open GL month is not later";
        hold(
                sheaf,
                sheet,
                HoldReason.MONTH_OPEN,
                new Cause(
                        PlanCode.MONTH_OPEN,
                        words,
                        "an open GL month after " + sheaf.month(),
                        "Wait until the property's GL month advances; then plan again."));
    }

    private void carry(Sheaf sheaf, Worksheet sheet) {
        var to = closed.firstOpen(sheaf.property().id(), PostMonth.of(sheaf.date()));
        var cause = new Cause(
                PlanCode.CARRIED,
                closed.words(sheaf.property().id(), sheaf.date()) + "; carried to " + to,
                "lines before their month is closed",
                "Nothing: policy 'carry' dates them " + to.firstDay() + ". The tie-out lists them as carried.");
        post(sheaf.carriedTo(to.firstDay(), cause), sheet);
    }

    private void holdClosed(Sheaf sheaf, Worksheet sheet) {
        hold(
                sheaf,
                sheet,
                HoldReason.CLOSED_MONTH,
                new Cause(
                        PlanCode.CLOSED_MONTH,
                        closed.words(sheaf.property().id(), sheaf.date()),
                        "an open month",
                        "Reopen the month in the target, or set the late policy to 'carry' in " + mapping.file()
                                + "."));
    }

    private void post(Sheaf sheaf, Worksheet sheet) {
        if (isBlackout(sheaf)) {
            hold(
                    sheaf,
                    sheet,
                    HoldReason.BLACKOUT,
                    new Cause(
                            PlanCode.BLACKOUT,
                            input.businessDate() + " is a blackout day of the property",
                            "a day that is none",
                            "Nothing: the next run on another day posts them."));
            return;
        }
        writer.write(sheaf, sheet);
    }

    private boolean isBlackout(Sheaf sheaf) {
        return sheaf.property().blackoutDays().contains(input.businessDate().getDayOfMonth());
    }

    private static void hold(Sheaf sheaf, Worksheet sheet, HoldReason reason, Cause cause) {
        sheet.hold(sheaf.place(), sheaf.lot().lines(), Fate.Waits.of(reason, cause));
    }
}
