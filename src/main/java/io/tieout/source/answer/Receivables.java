package io.tieout.source.answer;

import io.tieout.fact.ArInvoice;
import io.tieout.fact.ArPayment;
import io.tieout.fact.ArTransaction;
import io.tieout.fact.LeaseLedger;
import io.tieout.fact.PropertyId;
import io.tieout.finding.Finding;
import io.tieout.money.CurrencyCode;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Consumer;

/** Reads resident ledgers, payments and invoices to residents. */
final class Receivables {

    static final DateTimeFormatter SENT_DATE = DateTimeFormatter.ofPattern("MM/dd/yyyy");

    /** Applicant, cancelled, future, current, notice, past. Blank would leave out the cancelled, which can still owe. */
    private static final String ALL_LEASE_STATUSES = "1,2,3,4,5,6";

    private final SourceCalls calls;
    private final CurrencyCode currency;
    private final Consumer<Finding> findings;

    Receivables(SourceCalls calls, CurrencyCode currency, Consumer<Finding> findings) {
        this.calls = calls;
        this.currency = currency;
        this.findings = findings;
    }

    /** Full ledgers of every lease, reversals and other-income leases included. The source's default is open items only. */
    List<LeaseLedger> leases(PropertyId property) {
        var call = SourceCall.of("artransactions", "getLeaseArTransactions", "r1", "property " + property)
                .about(property.value())
                .with("propertyId", property.value())
                .with("leaseStatusTypeIds", ALL_LEASE_STATUSES)
                .with("showFullLedger", "1")
                .with("includeOtherIncomeLeases", "1")
                .with("includeReversals", "1")
                .with("residentFriendlyMode", "0");
        var byLease = new LinkedHashMap<String, LeaseLedger>();
        for (var record : new Pages(calls).read(call, "leases", "lease", "lease", Receivables::rowIds, findings)) {
            lease(record, property).forEach(ledger -> byLease.merge(ledger.leaseId(), ledger, this::joined));
        }
        return List.copyOf(byLease.values());
    }

    /** The transactions' ids, as a lease may go over two pages; the lease's own where it has none. */
    private static Set<String> rowIds(SourceRecord lease) {
        var ids = new TreeSet<String>();
        ledgers(lease)
                .forEach(ledger -> ledger.many("transactions", "transaction", "transaction")
                        .forEach(t -> ids.add(t.id("id"))));
        return ids.isEmpty() ? Set.of("lease " + lease.id("leaseId", "id")) : ids;
    }

    /** Beside the customer or directly under the lease: the two places known. */
    private static List<SourceRecord> ledgers(SourceRecord lease) {
        var under = lease.many("ledgers", "ledger", "ledger");
        return under.isEmpty() ? lease.inner("customers").many("ledgers", "ledger", "ledger") : under;
    }

    private List<LeaseLedger> lease(SourceRecord item, PropertyId property) {
        var id = item.id("leaseId", "id");
        var lease = item.named("Entrata resident ledger, property " + property + ", lease " + id);
        lease.idIfAny("propertyId")
                .filter(p -> !p.equals(property.value()))
                .ifPresent(other -> lease.add(SourceCode.OTHER_PROPERTY, "propertyId", property.value(), other));
        var customers = lease.many("customers", "customer", "customer");
        var customerId = customers.isEmpty() ? "" : customers.get(0).id("id");
        var name = customers.isEmpty()
                ? ""
                : (customers.get(0).text("firstName") + " " + customers.get(0).text("lastName")).strip();
        var balance = 0L;
        var balancesRead = true;
        var transactions = new ArrayList<ArTransaction>();
        for (var ledger : ledgers(lease)) {
            balance = Math.addExact(balance, ledger.amount(currency, "balance"));
            balancesRead &= !ledger.faulty();
            for (var transaction : ledger.many("transactions", "transaction", "transaction")) {
                transaction(transaction, lease.place(), id, customerId, transactions);
            }
        }
        return lease.faulty() || !balancesRead
                ? List.of()
                : List.of(new LeaseLedger(id, customerId, name, balance, transactions));
    }

    private void transaction(
            SourceRecord item, String place, String leaseId, String customerId, List<ArTransaction> transactions) {
        var id = item.id("id");
        var record = item.named(place + ", transaction " + id);
        var code = record.id("arCodeId");
        var month = record.month("postMonth");
        var postDate = record.date("postDate");
        var amount = record.amount(currency, "amount");
        var due = record.amountOr(0, currency, "balanceDue");
        var temporary = record.flagOr(false, "isTemporary");
        var payment = record.idIfAny("arPaymentId");
        if (!record.faulty()) {
            transactions.add(new ArTransaction(
                    id,
                    leaseId,
                    customerId,
                    code,
                    record.text("description"),
                    month,
                    postDate,
                    amount,
                    due,
                    temporary,
                    payment));
        }
    }

    /** A lease that goes over two pages: one ledger. Its balance is the same on both. */
    private LeaseLedger joined(LeaseLedger first, LeaseLedger second) {
        var byId = new LinkedHashMap<String, ArTransaction>();
        first.transactions().forEach(t -> byId.put(t.id(), t));
        second.transactions()
                .forEach(t -> putOnce(byId, t.id(), t, "Entrata resident ledger, lease " + first.leaseId()));
        return new LeaseLedger(
                first.leaseId(),
                first.customerId(),
                first.customerName(),
                first.balanceMinor(),
                List.copyOf(byId.values()));
    }

    private <T> void putOnce(Map<String, T> byId, String id, T record, String place) {
        var there = byId.putIfAbsent(id, record);
        if (there != null && !there.equals(record)) {
            findings.accept(Finding.of(
                    SourceCode.RECORD_TWICE,
                    place + ", id " + id,
                    "one record of that id",
                    "two with different content",
                    "The first is used. Pull again: someone may have changed it while it was read."));
        }
    }

    /** Payments of the whole organisation: the source has no filter by property here. */
    List<ArPayment> payments(LocalDate from, LocalDate to) {
        var call = SourceCall.of("arpayments", "getArPayments", "r1", "payments from " + from + " to " + to)
                .with("fromDate", from.format(SENT_DATE))
                .with("toDate", to.format(SENT_DATE))
                .with("isIncludeAllocations", "1");
        var payments = new LinkedHashMap<String, ArPayment>();
        for (var item : Results.records(call, calls.read(call), "ArPayments", "ArPayment", "payment", findings)) {
            var id = item.id("ArPaymentId");
            var record = item.named("Entrata resident payment " + id);
            var written = record.text("CurrencyCode");
            if (!written.isEmpty() && !written.equals(currency.code())) {
                record.add(SourceCode.OTHER_CURRENCY, "CurrencyCode", currency.code(), SourceRecord.clean(written, 10));
            }
            var allocated = 0L;
            var allocationsRead = true;
            for (var allocation : record.many("ArAllocations", "ArAllocation", "allocation")) {
                allocated = Math.addExact(allocated, allocation.amount(currency, "Amount"));
                allocationsRead &= !allocation.faulty();
            }
            var amount = record.amount(currency, "PaymentAmount");
            var date = record.date("PaymentDate");
            var returned = record.dateIfAny("ReturnedOn");
            var customer = record.id("CustomerId");
            if (!record.faulty() && allocationsRead) {
                var payment = new ArPayment(
                        id,
                        record.text("PropertyName"),
                        customer,
                        amount,
                        allocated,
                        date,
                        record.text("PaymentType"),
                        record.text("PaymentStatus"),
                        returned);
                putOnce(payments, id, payment, "Entrata resident payments");
            }
        }
        return List.copyOf(payments.values());
    }

    List<ArInvoice> invoices(PropertyId property, LocalDate from, LocalDate to) {
        var call = SourceCall.of("artransactions", "getArInvoices", "r1", "property " + property)
                .about(property.value())
                .with("propertyId", property.value())
                .with("fromDate", from.format(SENT_DATE))
                .with("toDate", to.format(SENT_DATE));
        Map<String, ArInvoice> invoices = new LinkedHashMap<>();
        for (var item :
                new Pages(calls).read(call, "arInvoices", "arInvoice", "invoice", r -> Set.of(r.id("id")), findings)) {
            var id = item.id("id");
            var record = item.named("Entrata resident invoice, property " + property + ", invoice " + id);
            var lease = record.id("leaseId");
            var date = record.date("invoiceDate");
            var subTotal = record.amount(currency, "invoiceSubTotal");
            var transactions = record.many("arTransactions", "arTransaction", "transaction");
            if (!record.faulty()) {
                invoices.put(
                        id,
                        new ArInvoice(id, lease, record.text("invoiceNumber"), date, subTotal, transactions.size()));
            }
        }
        return List.copyOf(invoices.values());
    }
}
