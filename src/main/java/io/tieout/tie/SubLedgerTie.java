package io.tieout.tie;

import io.tieout.fact.ApInvoice;
import io.tieout.fact.ApInvoiceLine;
import io.tieout.fact.ArCode;
import io.tieout.fact.PostMonth;
import io.tieout.fact.PropertyId;
import io.tieout.fact.SubLedgerReading;
import io.tieout.mapping.ControlAccounts;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * T5: what residents owe = receivables and prepaid; what is owed to vendors = payables; deposits held by resident = the
 * deposit liability. The sub-ledgers are live figures: they tie at the time of reading, against the newest month.
 */
public final class SubLedgerTie {

    private SubLedgerTie() {}

    /**
     * @param closings the source's closing balances of the property in its newest month read
     */
    public static List<TieRow> t5(
            SubLedgerReading reading, PostMonth month, List<SourceAccountMonth> closings, ControlAccounts controls) {
        var scope = "property " + reading.property() + ", " + month + ", live at " + reading.readAt();
        return List.of(
                receivables(scope, reading, closings, controls),
                payables(scope, reading, closings, controls),
                deposits(scope, reading, month, closings, controls));
    }

    private static TieRow receivables(
            String scope, SubLedgerReading reading, List<SourceAccountMonth> closings, ControlAccounts controls) {
        var residents =
                reading.leases().stream().mapToLong(l -> l.balanceMinor()).sum();
        var receivable = closing(closings, controls.receivables());
        var prepaid = closing(closings, controls.prepaid());
        var columns = new TieRow.Columns()
                .put("resident ledgers", residents)
                .put("receivables", receivable)
                .put("prepaid", prepaid);
        var parts = new TreeMap<String, Long>();
        reading.leases().forEach(l -> parts.merge("lease " + l.leaseId(), l.balanceMinor(), Math::addExact));
        return row(
                columns, scope, "resident balances = receivables + prepaid", residents - receivable - prepaid, parts);
    }

    private static TieRow payables(
            String scope, SubLedgerReading reading, List<SourceAccountMonth> closings, ControlAccounts controls) {
        var parts = new TreeMap<String, Long>();
        reading.invoices().stream()
                .filter(ApInvoice::posted)
                .forEach(i -> parts.merge(
                        "invoice " + i.number() + " (" + i.id() + ")", due(i, reading.property()), Math::addExact));
        var due = parts.values().stream().mapToLong(Long::longValue).sum();
        var payable = closing(closings, controls.payables());
        var columns = new TieRow.Columns().put("open invoices", due).put("payables", payable);
        return row(columns, scope, "open invoices = - payables", due + payable, parts);
    }

    /**
     * The part of an invoice that is this property's. Its lines say so where all of them name a property and their open
     * amounts make up the header's; the older form of the read gives lines without open amounts.
     */
    private static long due(ApInvoice invoice, PropertyId property) {
        var lines = invoice.lines();
        var others = lines.stream()
                .filter(l -> l.property().filter(p -> !p.equals(property)).isPresent())
                .toList();
        if (others.isEmpty()) {
            return invoice.amountDueMinor();
        }
        var sum = lines.stream().mapToLong(ApInvoiceLine::amountDueMinor).sum();
        if (sum == invoice.amountDueMinor()) {
            return lines.stream()
                    .filter(l -> !others.contains(l))
                    .mapToLong(ApInvoiceLine::amountDueMinor)
                    .sum();
        }
        // Wholly open: what is due of each line is its amount. Partly paid over several properties: not to be told
        // apart.
        return invoice.amountDueMinor() == invoice.amountMinor()
                ? lines.stream()
                        .filter(l -> !others.contains(l))
                        .mapToLong(ApInvoiceLine::amountMinor)
                        .sum()
                : invoice.amountDueMinor();
    }

    private static TieRow deposits(
            String scope,
            SubLedgerReading reading,
            PostMonth month,
            List<SourceAccountMonth> closings,
            ControlAccounts controls) {
        var codes = depositCodes(reading.arCodes(), closings, controls);
        var parts = new TreeMap<String, Long>();
        reading.leases()
                .forEach(l -> l.transactions().stream()
                        .filter(t -> codes.contains(t.arCodeId())
                                && !t.temporary()
                                && !t.postMonth().isAfter(month))
                        .forEach(t -> parts.merge("lease " + l.leaseId(), t.amountMinor(), Math::addExact)));
        var held = parts.values().stream().mapToLong(Long::longValue).sum();
        var liability = closing(closings, controls.deposits());
        var columns = new TieRow.Columns().put("deposits by resident", held).put("deposit liability", liability);
        return row(columns, scope, "deposits held = - deposit liability", held + liability, parts);
    }

    /** A row that shows its parts, in minor units, when it does not tie. */
    private static TieRow row(
            TieRow.Columns columns, String scope, String what, long difference, TreeMap<String, Long> parts) {
        if (difference != 0) {
            parts.forEach((part, amount) -> {
                if (amount != 0) {
                    columns.put(part, amount);
                }
            });
        }
        return columns.row(Identity.T5, scope, what, difference);
    }

    /** Codes whose default accounts include a deposit account, or whose family says so where accounts are not given. */
    private static Set<String> depositCodes(
            List<ArCode> codes, List<SourceAccountMonth> closings, ControlAccounts controls) {
        var depositAccounts = closings.stream()
                .filter(a -> controls.deposits().contains(a.number()))
                .map(SourceAccountMonth::account)
                .collect(Collectors.toSet());
        return codes.stream()
                .filter(c -> c.creditAccount().map(depositAccounts::contains).orElse(false)
                        || c.debitAccount().map(depositAccounts::contains).orElse(false)
                        || c.codeType().toLowerCase(Locale.ROOT).startsWith("deposit"))
                .map(ArCode::id)
                .collect(Collectors.toSet());
    }

    private static long closing(List<SourceAccountMonth> closings, List<String> numbers) {
        return closings.stream()
                .filter(a -> numbers.contains(a.number()))
                .mapToLong(a -> a.totals().closing())
                .sum();
    }
}
