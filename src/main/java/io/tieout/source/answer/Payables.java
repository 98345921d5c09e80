package io.tieout.source.answer;

import io.tieout.fact.ApInvoice;
import io.tieout.fact.ApInvoiceLine;
import io.tieout.fact.ApPayment;
import io.tieout.fact.GlAccountId;
import io.tieout.fact.PropertyId;
import io.tieout.finding.Finding;
import io.tieout.money.CurrencyCode;
import io.tieout.money.Money;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;

/**
 * Reads vendor invoices, credits and customer refunds with their payments.
 *
 * <p>Always with exported ones, so that a half-marked invoice never looks smaller than it is, and with voided payments.
 * Whether {@code customerRefunds=1} adds refunds or selects only them is not public; two reads and their union by id are
 * right either way, and a refund is what only the second one has.
 */
final class Payables {

    private final SourceCalls calls;
    private final CurrencyCode currency;
    private final Consumer<Finding> findings;
    private int unpostedCount;

    Payables(SourceCalls calls, CurrencyCode currency, Consumer<Finding> findings) {
        this.calls = calls;
        this.currency = currency;
        this.findings = findings;
    }

    /** Posted invoices with a post date in the days from first to last, both included, that touch the property. */
    List<ApInvoice> invoices(PropertyId property, LocalDate from, LocalDate to) {
        var headers = new LinkedHashMap<String, SourceRecord>();
        pages(property, from, to, false)
                .forEach(r -> headers.putIfAbsent(r.quiet().id("id"), r));
        var refunds = new LinkedHashMap<String, SourceRecord>();
        pages(property, from, to, true).stream()
                .filter(r -> !headers.containsKey(r.quiet().id("id")))
                .forEach(r -> refunds.putIfAbsent(r.quiet().id("id"), r));
        var invoices = new ArrayList<ApInvoice>();
        invoices.addAll(invoices(property, headers, false));
        invoices.addAll(invoices(property, refunds, true));
        if (unpostedCount > 0) {
            findings.accept(Finding.of(
                    SourceCode.INVOICES_UNPOSTED,
                    "Entrata invoices, property " + property,
                    "posted invoices",
                    unpostedCount + " not yet posted",
                    "Nothing to do: they come with a later pull, once they are posted."));
        }
        return invoices;
    }

    private List<SourceRecord> pages(PropertyId property, LocalDate from, LocalDate to, boolean refunds) {
        var call = SourceCall.of(
                        "vendors", "getInvoices", "r2", "property " + property + (refunds ? ", customer refunds" : ""))
                .about(property.value())
                .with("propertyIds", property.value())
                .with("fromDate", from.format(Receivables.SENT_DATE))
                .with("toDate", to.format(Receivables.SENT_DATE))
                .with("includeVoidedPayments", "1")
                .with("includeExported", "1")
                .with("customerRefunds", refunds ? "1" : "0");
        return new Pages(calls).read(call, "invoices", "invoice", "invoice", r -> Set.of(r.id("id")), findings);
    }

    private List<ApInvoice> invoices(PropertyId property, Map<String, SourceRecord> headers, boolean refunds) {
        var invoices = new ArrayList<ApInvoice>();
        var posted = new LinkedHashMap<String, SourceRecord>();
        headers.forEach((id, record) -> {
            if (record.quiet().flagOr(true, "isPosted")) {
                posted.put(id, record);
            } else {
                unpostedCount++;
            }
        });
        var older = new OlderInvoices(calls, currency, findings).lines(property, needingJoin(posted), refunds);
        posted.values().forEach(record -> invoice(record, older, refunds).ifPresent(invoices::add));
        return invoices;
    }

    /** Live answers of the newer form may name account and property after all; then no second call is made. */
    private static List<String> needingJoin(Map<String, SourceRecord> posted) {
        var ids = new ArrayList<String>();
        posted.forEach((id, record) -> {
            var complete = record.quiet().many("lineItems", "lineItem", "line").stream()
                    .allMatch(l -> l.inner("glAccount").idIfAny("id").isPresent()
                            && l.inner("property").idIfAny("id").isPresent());
            if (!complete) {
                ids.add(id);
            }
        });
        return ids;
    }

    private Optional<ApInvoice> invoice(SourceRecord item, Map<String, OlderInvoices.Line> older, boolean refund) {
        var id = item.id("id");
        var record = item.named("Entrata invoice " + id);
        var vendor = record.inner("vendor");
        var vendorId = vendor.id("id");
        var date = record.date("postDate", "date");
        var month = record.month("postMonth");
        var amount = record.amount(currency, "amount");
        var due = record.amount(currency, "amountDue");
        var postedFlag = record.flag("isPosted");
        var reversal = record.idIfAny("reversalInvoiceId").filter(other -> !other.equals("0"));
        var subTotal = checkedSubTotal(record, amount);
        var lines = lines(record, older, subTotal, amount);
        var payments = payments(record);
        if (record.faulty()) {
            return Optional.empty();
        }
        return Optional.of(new ApInvoice(
                id,
                record.text("invoiceNumber"),
                vendorId,
                vendor.text("name"),
                date,
                month,
                amount,
                due,
                postedFlag,
                refund,
                reversal,
                lines,
                payments));
    }

    /** Sub-total, tax, shipping and discount must make the amount; a discount is negative already. */
    private long checkedSubTotal(SourceRecord record, long amount) {
        var subTotal = record.amountOr(amount, currency, "subTotal");
        if (record.quiet().text("subTotal").isEmpty()) {
            return subTotal;
        }
        var sum = subTotal;
        for (var name : List.of("taxAmount", "shippingAmount", "discountAmount")) {
            sum = Math.addExact(sum, record.amountOr(0, currency, name));
        }
        if (sum != amount && !record.faulty()) {
            record.add(
                    SourceCode.INVOICE_SUM_DIFFERS,
                    "amount",
                    "sub-total, tax, shipping and discount: " + shown(sum),
                    shown(amount));
        }
        return subTotal;
    }

    private List<ApInvoiceLine> lines(
            SourceRecord invoice, Map<String, OlderInvoices.Line> older, long subTotal, long amount) {
        var lines = new ArrayList<ApInvoiceLine>();
        for (var item : invoice.many("lineItems", "lineItem", "line")) {
            var id = item.id("id");
            var record = item.named(invoice.place() + ", line " + id);
            var joined = Optional.ofNullable(older.get(id));
            var account = record.inner("glAccount").idIfAny("id").map(GlAccountId::new);
            var property = record.inner("property").idIfAny("id").map(PropertyId::new);
            var lineAmount = record.amount(currency, "amount");
            var lineDue = record.amountOr(0, currency, "amountDue");
            if (record.faulty()) {
                invoice.add(SourceCode.BAD_MEMBER, "line " + id, "a line without faults", "the faults named above");
                continue;
            }
            lines.add(new ApInvoiceLine(
                    id,
                    record.text("description"),
                    lineAmount,
                    lineDue,
                    account.or(() -> joined.flatMap(OlderInvoices.Line::account)),
                    property.or(() -> joined.flatMap(OlderInvoices.Line::property))));
        }
        if (invoice.faulty()) {
            return lines;
        }
        lines.stream()
                .filter(l -> l.account().isEmpty() || l.property().isEmpty())
                .forEach(l -> unplaced(invoice, l));
        var whole = HeaderAmounts.spread(lines, older, subTotal, amount);
        if (whole.isEmpty()) {
            var sum = lines.stream().mapToLong(ApInvoiceLine::amountMinor).reduce(0, Math::addExact);
            invoice.add(SourceCode.INVOICE_SUM_DIFFERS, "lineItems", "lines that make " + shown(amount), shown(sum));
        }
        return whole.orElse(lines);
    }

    /** The invoice stays, for the sums; a line without account cannot become a line of a bill. */
    private void unplaced(SourceRecord invoice, ApInvoiceLine line) {
        findings.accept(Finding.of(
                SourceCode.INVOICE_UNPLACED,
                invoice.place() + ", line " + line.id(),
                "a GL account and a property, in either form of the call",
                (line.account().isEmpty() ? "no account" : "an account") + ", "
                        + (line.property().isEmpty() ? "no property" : "a property"),
                "The invoice is counted in the tie-out and cannot be posted as a bill. Ask the source's support for"
                        + " getInvoices r1 with this invoice's id."));
    }

    private String shown(long minor) {
        return Money.of(minor, currency) + " " + currency;
    }

    private List<ApPayment> payments(SourceRecord invoice) {
        var payments = new ArrayList<ApPayment>();
        for (var item : invoice.many("invoicePayments", "invoicePayment", "payment")) {
            var id = item.id("paymentId");
            var record = item.named(invoice.place() + ", payment " + id);
            var date = record.date("postDate", "paymentDate");
            var amount = record.amount(currency, "paymentAmount");
            var month = record.month("postMonth");
            var reversed = record.flagOr(false, "isReversed");
            if (record.faulty()) {
                invoice.add(
                        SourceCode.BAD_MEMBER, "payment " + id, "a payment without faults", "the faults named above");
                continue;
            }
            payments.add(new ApPayment(
                    id, record.text("paymentNumber"), record.text("paymentType"), date, amount, month, reversed));
        }
        return payments;
    }
}
