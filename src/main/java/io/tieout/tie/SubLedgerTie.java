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
        var scope = "property " + reading.property() + ", " + month + ", read " + reading.readAt();
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
        return new TieRow.Columns()
                .put("resident ledgers", residents)
                .put("receivables", receivable)
                .put("prepaid", prepaid)
                .row(Identity.T5, scope, "resident balances = receivables + prepaid", residents - receivable - prepaid);
    }

    private static TieRow payables(
            String scope, SubLedgerReading reading, List<SourceAccountMonth> closings, ControlAccounts controls) {
        var due = reading.invoices().stream()
                .filter(ApInvoice::posted)
                .mapToLong(i -> due(i, reading.property()))
                .sum();
        var payable = closing(closings, controls.payables());
        return new TieRow.Columns()
                .put("open invoices", due)
                .put("payables", payable)
                .row(Identity.T5, scope, "open invoices = - payables", due + payable);
    }

    /** The part of an invoice that is this property's: by its lines where they name a property, else the whole. */
    private static long due(ApInvoice invoice, PropertyId property) {
        var named = invoice.lines().stream().anyMatch(l -> l.property().isPresent());
        return named
                ? invoice.lines().stream()
                        .filter(l -> l.property().map(p -> p.equals(property)).orElse(false))
                        .mapToLong(ApInvoiceLine::amountDueMinor)
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
        var held = reading.leases().stream()
                .flatMap(l -> l.transactions().stream())
                .filter(t -> codes.contains(t.arCodeId())
                        && !t.temporary()
                        && !t.postMonth().isAfter(month))
                .mapToLong(t -> t.amountMinor())
                .sum();
        var liability = closing(closings, controls.deposits());
        return new TieRow.Columns()
                .put("deposits by resident", held)
                .put("deposit liability", liability)
                .row(Identity.T5, scope, "deposits held = - deposit liability", held + liability);
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
