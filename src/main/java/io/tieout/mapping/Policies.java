package io.tieout.mapping;

/**
 * What a mapping decides beyond accounts. Defaults are those of the accounting rules, section 15.
 *
 * @param linesMax most lines of one entry; larger ones are split between balanced sub-groups. QuickBooks publishes no
 *     figure, so this is a setting that only a real company can settle
 * @param markBatch most GL detail ids in one marking call
 * @param twoPersonRule whether author and approver of a mapping must differ
 */
public record Policies(
        UnmappedPolicy unmapped,
        LatePolicy late,
        Grain grain,
        LineMode lines,
        int linesMax,
        GuardRails guardRails,
        RepeatedIdPolicy repeatedIds,
        int markBatch,
        ApPayments apPayments,
        boolean twoPersonRule) {

    public static Policies defaults() {
        return new Policies(
                UnmappedPolicy.hold(),
                LatePolicy.HOLD,
                Grain.TYPE,
                LineMode.DETAIL,
                500,
                GuardRails.none(),
                RepeatedIdPolicy.HOLD,
                200,
                ApPayments.ENTRATA,
                true);
    }
}
