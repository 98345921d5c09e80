package io.tieout.source.answer;

import io.tieout.fact.GlAccountId;
import io.tieout.fact.PropertyId;
import io.tieout.finding.Finding;
import io.tieout.money.CurrencyCode;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * The older form of the invoice call, the only documented source of account and property per line. It writes the same
 * invoices otherwise: month first, a currency sign, {@code lineitem} in lower case.
 */
final class OlderInvoices {

    /** Callers send up to a hundred ids to the vendor calls (Entrata API contract, getVendors). */
    static final int IDS_PER_CALL_MAX = 100;

    private final SourceCalls calls;
    private final CurrencyCode currency;
    private final Consumer<Finding> findings;

    OlderInvoices(SourceCalls calls, CurrencyCode currency, Consumer<Finding> findings) {
        this.calls = calls;
        this.currency = currency;
        this.findings = findings;
    }

    /**
     * @param grossMinor amount with tax, shipping and discount of the line
     */
    record Line(Optional<GlAccountId> account, Optional<PropertyId> property, long grossMinor) {}

    /** Lines by id of the invoices asked for. */
    Map<String, Line> lines(PropertyId property, List<String> invoiceIds, boolean refunds) {
        var lines = new HashMap<String, Line>();
        for (var from = 0; from < invoiceIds.size(); from += IDS_PER_CALL_MAX) {
            var ids = invoiceIds.subList(from, Math.min(invoiceIds.size(), from + IDS_PER_CALL_MAX));
            var call = SourceCall.of(
                            "vendors", "getInvoices", "r1", "property " + property + ", " + ids.size() + " invoices")
                    .about(property.value())
                    .with("ids", String.join(",", ids))
                    .with("includeVoidedPayments", "1")
                    .with("includeExported", "1")
                    .with("customerRefunds", refunds ? "1" : "0");
            for (var item : Results.records(call, calls.read(call), "invoices", "invoice", "invoice", findings)) {
                read(item, lines);
            }
        }
        return lines;
    }

    private void read(SourceRecord item, Map<String, Line> lines) {
        var invoice = item.named("Entrata invoice " + item.id("id") + " (r1)");
        var inner = invoice.quiet().many("lineItems", "lineitem", "line").isEmpty() ? "lineItem" : "lineitem";
        for (var lineItem : invoice.many("lineItems", inner, "line")) {
            var id = lineItem.id("id");
            var line = lineItem.named(invoice.place() + ", line " + id);
            var account = line.inner("glAccount").idIfAny("id").map(GlAccountId::new);
            var property = line.inner("property").idIfAny("id").map(PropertyId::new);
            var gross = line.amount(currency, "amount");
            for (var part : List.of("taxAmount", "shippingAmount", "discountAmount")) {
                gross = Math.addExact(gross, line.amountOr(0, currency, part));
            }
            if (!line.faulty()) {
                lines.put(id, new Line(account, property, gross));
            }
        }
    }
}
