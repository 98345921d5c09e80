package io.tieout.plan;

import io.tieout.fact.PostMonth;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;

/**
 * What the documents of a plan would do to the target's trial balance.
 *
 * @param rows by account number, then account id, class, location and month of the documents' dates
 */
public record TrialBalanceEffect(List<Row> rows) {

    /**
     * One account with one dimension in one month.
     *
     * @param debitsMinor sum of debit lines, not negative
     * @param creditsMinor sum of credit lines, not negative
     */
    public record Row(
            TargetAccount account,
            Optional<TargetDimension> trackingClass,
            Optional<TargetDimension> location,
            PostMonth month,
            long debitsMinor,
            long creditsMinor) {

        /** Debit positive. */
        public long netMinor() {
            return Math.subtractExact(debitsMinor, creditsMinor);
        }

        private Row plus(EntryLine line) {
            var signed = line.signedMinor();
            return new Row(
                    account,
                    trackingClass,
                    location,
                    month,
                    Math.addExact(debitsMinor, Math.max(0, signed)),
                    Math.subtractExact(creditsMinor, Math.min(0, signed)));
        }
    }

    public TrialBalanceEffect {
        rows = List.copyOf(rows);
    }

    public static TrialBalanceEffect of(Plan plan) {
        var rows = new TreeMap<String, Row>();
        for (var document : plan.documents()) {
            var month = PostMonth.of(document.entry().date());
            for (var line : document.entry().lines()) {
                rows.merge(key(line, month), empty(line, month).plus(line), (old, one) -> old.plus(line));
            }
        }
        return new TrialBalanceEffect(rows.values().stream()
                .sorted(Comparator.comparing((Row r) -> r.account().number()))
                .toList());
    }

    private static Row empty(EntryLine line, PostMonth month) {
        return new Row(line.account(), line.trackingClass(), line.location(), month, 0, 0);
    }

    private static String key(EntryLine line, PostMonth month) {
        return String.join(
                "\u001f",
                line.account().id(),
                line.trackingClass().map(TargetDimension::id).orElse(""),
                line.location().map(TargetDimension::id).orElse(""),
                month.toString());
    }
}
