package io.tieout.sandbox.entrata;

import io.tieout.sandbox.entrata.office.ApInvoice;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Which vendor invoices, lines and payments a call of getInvoices shows (entrata-api.md section 7).
 *
 * <p>Exported lines are hidden unless {@code includeExported=1}: the opposite default of the general ledger (1.5). Voided
 * payments are hidden unless asked for. Refunds come only with {@code customerRefunds=1}.
 */
record InvoiceWindow(
        Optional<Set<Long>> ids,
        Optional<String> number,
        Optional<Set<Long>> vendors,
        Optional<Set<Long>> properties,
        GlWindow.Days posted,
        GlWindow.Days paid,
        Optional<YearMonth> postMonth,
        boolean voidedPayments,
        GlWindow.Days voided,
        boolean exported,
        boolean refunds,
        Optional<Set<Long>> types) {

    static InvoiceWindow of(Call call) {
        var params = call.params();
        params.ids("propertyIds").ifPresent(ids -> ids.forEach(call::property));
        var one = params.ids("vendorId");
        return new InvoiceWindow(
                params.ids("ids"),
                params.text("invoiceNumber"),
                one.isPresent() ? one : params.ids("vendorIds"),
                params.ids("propertyIds"),
                new GlWindow.Days(params.date("fromDate"), params.date("toDate")),
                new GlWindow.Days(params.date("paidInvoiceFromDate"), params.date("paidInvoiceToDate")),
                params.month("postMonth"),
                params.flag("includeVoidedPayments"),
                new GlWindow.Days(params.date("voidedPaymentFromDate"), params.date("voidedPaymentToDate")),
                params.flag("includeExported"),
                params.flag("customerRefunds"),
                params.ids("invoiceTypeIds"));
    }

    /** The wanted invoices, each with the lines and payments that are shown. */
    List<ApInvoice> invoices(Call call) {
        var found = new ArrayList<ApInvoice>();
        for (var invoice : call.office().payables().invoices()) {
            if (asked(invoice) && kind(call, invoice) && visible(call, invoice)) {
                var lines = lines(call, invoice);
                if (!lines.isEmpty()) {
                    found.add(
                            invoice.with(invoice.postStatus(), invoice.reversalInvoiceId(), lines, payments(invoice)));
                }
            }
        }
        return found;
    }

    private boolean asked(ApInvoice i) {
        var vendor = i.vendorId();
        return ids.map(wanted -> wanted.contains(i.id())).orElse(true)
                && number.map(n -> n.equals(i.number())).orElse(true)
                && vendors.map(wanted -> vendor.isPresent() && wanted.contains(vendor.getAsLong()))
                        .orElse(true)
                && posted.contain(i.date())
                && postMonth.map(month -> month.equals(i.postMonth())).orElse(true)
                && wasPaid(i);
    }

    private boolean wasPaid(ApInvoice i) {
        if (paid.from().isEmpty() && paid.to().isEmpty()) {
            return true;
        }
        return i.payments().stream().anyMatch(p -> !p.reversed() && paid.contain(p.date()));
    }

    /** Whether 1 means "also" or "only" refunds is not public (question 15); the worked example shows only refunds. */
    private boolean kind(Call call, ApInvoice i) {
        var wanted = refunds ? i.isRefund() || call.habits().refundsAlso() : !i.isRefund();
        // Ids of sendInvoices: 1 Standard; of the store: 5 Standard, 12 Credit Memo (entrata-api.md section 7).
        return wanted
                && types.map(t -> i.type().equals("Credit Memo") ? t.contains(12L) : t.contains(1L) || t.contains(5L))
                        .orElse(true);
    }

    private boolean visible(Call call, ApInvoice i) {
        return i.lines().stream()
                .anyMatch(l -> call.key().maySee(l.propertyId())
                        && properties.map(p -> p.contains(l.propertyId())).orElse(true));
    }

    private List<ApInvoice.Line> lines(Call call, ApInvoice i) {
        if (exported) {
            return i.lines();
        }
        var payables = call.office().payables();
        var left = i.lines().stream().filter(l -> !payables.isExported(l.id())).toList();
        return switch (call.habits().halfMarked()) {
            case LINES_HIDDEN -> left;
            case INVOICE_HIDDEN -> left.size() == i.lines().size() ? left : List.of();
            case SHOWN -> left.isEmpty() ? left : i.lines();
        };
    }

    private List<ApInvoice.Payment> payments(ApInvoice i) {
        return i.payments().stream()
                .filter(p -> !p.reversed() || voidedPayments && voided.contain(p.date()))
                .toList();
    }
}
