package io.tieout.sandbox.entrata.office;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.UnaryOperator;

/** Leases, resident ledgers, payments and AR invoices of the organisation. */
public final class Receivables {

    private final Map<Long, ArCode> codes = new LinkedHashMap<>();
    private final Map<Long, Lease> leases = new TreeMap<>();
    private final Map<Long, List<Long>> leasesByProperty = new TreeMap<>();
    private final Map<Long, Map<Long, ArTransaction>> ledgers = new TreeMap<>();
    private final Map<Long, Long> leaseOfTransaction = new LinkedHashMap<>();
    private final Map<Long, ArPayment> payments = new TreeMap<>();
    private final Map<Long, ArInvoice> invoices = new TreeMap<>();

    public void add(ArCode code) {
        codes.put(code.id(), code);
    }

    public void add(Lease lease) {
        if (leases.put(lease.id(), lease) == null) {
            leasesByProperty
                    .computeIfAbsent(lease.propertyId(), p -> new ArrayList<>())
                    .add(lease.id());
        }
    }

    public void add(ArTransaction transaction) {
        ledgers.computeIfAbsent(transaction.leaseId(), l -> new LinkedHashMap<>())
                .put(transaction.id(), transaction);
        leaseOfTransaction.put(transaction.id(), transaction.leaseId());
    }

    public void add(ArPayment payment) {
        payments.put(payment.id(), payment);
    }

    public void add(ArInvoice invoice) {
        invoices.put(invoice.id(), invoice);
    }

    public Collection<ArCode> codes() {
        return Collections.unmodifiableCollection(codes.values());
    }

    public Optional<ArCode> code(long id) {
        return Optional.ofNullable(codes.get(id));
    }

    public Optional<Lease> lease(long id) {
        return Optional.ofNullable(leases.get(id));
    }

    public List<Lease> leasesOf(long propertyId) {
        return leasesByProperty.getOrDefault(propertyId, List.of()).stream()
                .map(id -> lease(id).orElseThrow())
                .toList();
    }

    public Collection<ArTransaction> ledgerOf(long leaseId) {
        return Collections.unmodifiableCollection(
                ledgers.getOrDefault(leaseId, Map.of()).values());
    }

    public Optional<ArTransaction> transaction(long id) {
        return Optional.ofNullable(leaseOfTransaction.get(id))
                .map(lease -> ledgers.getOrDefault(lease, Map.of()).get(id));
    }

    /** Replaces a row by a changed one with the same id. */
    public void change(long transactionId, UnaryOperator<ArTransaction> how) {
        transaction(transactionId).ifPresent(row -> add(how.apply(row)));
    }

    public Collection<ArPayment> payments() {
        return Collections.unmodifiableCollection(payments.values());
    }

    public Optional<ArPayment> payment(long id) {
        return Optional.ofNullable(payments.get(id));
    }

    public Collection<ArInvoice> invoices() {
        return Collections.unmodifiableCollection(invoices.values());
    }

    /** Sum of a lease's rows, temporary ones left out; positive when the resident owes. */
    public long balanceMinor(long leaseId) {
        return ledgerOf(leaseId).stream()
                .filter(row -> !row.temporary())
                .mapToLong(ArTransaction::amountMinor)
                .sum();
    }
}
