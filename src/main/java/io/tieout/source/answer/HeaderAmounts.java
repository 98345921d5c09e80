package io.tieout.source.answer;

import io.tieout.fact.ApInvoiceLine;
import io.tieout.money.CurrencyCode;
import io.tieout.money.Money;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Brings an invoice's lines to its amount. Tax, shipping and discount stand in the header of the newer form and on the
 * lines of the older: the older lines decide where they add up, else the rest is spread by the lines' size, largest
 * remainder first (accounting rules, section 5). Vendor tax is part of cost.
 */
final class HeaderAmounts {

    private HeaderAmounts() {}

    /**
     * @param subTotalMinor the header's sum of the lines; their own sum where the header states none
     * @return empty when neither way leads to the amount: then a line is missing or wrong
     */
    static Optional<List<ApInvoiceLine>> spread(
            List<ApInvoiceLine> lines, Map<String, OlderInvoices.Line> older, long subTotalMinor, long amountMinor) {
        var net = lines.stream().mapToLong(ApInvoiceLine::amountMinor).reduce(0, Math::addExact);
        if (net == amountMinor) {
            return Optional.of(lines);
        }
        var gross = lines.stream()
                .flatMap(l -> Stream.ofNullable(older.get(l.id())))
                .map(OlderInvoices.Line::grossMinor)
                .toList();
        if (gross.size() == lines.size()
                && gross.stream().mapToLong(Long::longValue).reduce(0, Math::addExact) == amountMinor) {
            return Optional.of(with(lines, gross));
        }
        return lines.isEmpty() || net != subTotalMinor
                ? Optional.empty()
                : Optional.of(with(lines, bySize(lines, Math.subtractExact(amountMinor, net))));
    }

    private static List<Long> bySize(List<ApInvoiceLine> lines, long rest) {
        var weights = lines.stream().map(l -> Math.abs(l.amountMinor())).toList();
        var even = weights.stream().allMatch(w -> w == 0);
        // The currency does not matter for splitting: minor units go in and come out.
        var parts = Money.of(rest, CurrencyCode.USD)
                .allocate(even ? weights.stream().map(w -> 1L).toList() : weights);
        var amounts = new ArrayList<Long>();
        for (var i = 0; i < lines.size(); i++) {
            amounts.add(Math.addExact(lines.get(i).amountMinor(), parts.get(i).amountMinor()));
        }
        return amounts;
    }

    private static List<ApInvoiceLine> with(List<ApInvoiceLine> lines, List<Long> amounts) {
        var changed = new ArrayList<ApInvoiceLine>();
        for (var i = 0; i < lines.size(); i++) {
            var line = lines.get(i);
            changed.add(new ApInvoiceLine(
                    line.id(),
                    line.description(),
                    amounts.get(i),
                    line.amountDueMinor(),
                    line.account(),
                    line.property()));
        }
        return changed;
    }
}
