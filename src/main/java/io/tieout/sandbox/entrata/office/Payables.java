package io.tieout.sandbox.entrata.office;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/** Vendors, their invoices, bank accounts and AP codes of the organisation, with the export marks of invoice lines. */
public final class Payables {

    private final Map<Long, Vendor> vendors = new TreeMap<>();
    private final Map<Long, ApInvoice> invoices = new TreeMap<>();
    private final Set<Long> lineIds = new HashSet<>();
    private final Set<Long> exportedLineIds = new HashSet<>();
    private final List<BankAccount> bankAccounts = new ArrayList<>();
    private final List<ApCode> codes = new ArrayList<>();

    public void add(Vendor vendor) {
        vendors.put(vendor.id(), vendor);
    }

    /** Adds an invoice, or replaces the one with the same id. */
    public void add(ApInvoice invoice) {
        invoices.put(invoice.id(), invoice);
        invoice.lines().forEach(line -> lineIds.add(line.id()));
    }

    public void add(BankAccount account) {
        bankAccounts.add(account);
    }

    public void add(ApCode code) {
        codes.add(code);
    }

    public Collection<Vendor> vendors() {
        return Collections.unmodifiableCollection(vendors.values());
    }

    public Optional<Vendor> vendor(long id) {
        return Optional.ofNullable(vendors.get(id));
    }

    public Collection<ApInvoice> invoices() {
        return Collections.unmodifiableCollection(invoices.values());
    }

    public Optional<ApInvoice> invoice(long id) {
        return Optional.ofNullable(invoices.get(id));
    }

    public List<BankAccount> bankAccounts() {
        return List.copyOf(bankAccounts);
    }

    public Optional<BankAccount> bankAccount(long id) {
        return bankAccounts.stream().filter(account -> account.id() == id).findFirst();
    }

    public List<ApCode> codes() {
        return List.copyOf(codes);
    }

    public boolean knowsLine(long lineId) {
        return lineIds.contains(lineId);
    }

    public boolean isExported(long lineId) {
        return exportedLineIds.contains(lineId);
    }

    public void mark(long lineId) {
        exportedLineIds.add(lineId);
    }

    public void unmark(long lineId) {
        exportedLineIds.remove(lineId);
    }

    public Set<Long> exportedLineIds() {
        return Collections.unmodifiableSet(exportedLineIds);
    }
}
