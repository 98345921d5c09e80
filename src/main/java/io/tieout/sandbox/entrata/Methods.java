package io.tieout.sandbox.entrata;

import io.tieout.sandbox.entrata.answer.Shape;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** The methods the sandbox knows, each with service, version, frame and handler. */
final class Methods {

    /** Computes the {@code result} of a call. */
    interface Handler {
        Shape answer(Call call);
    }

    /** One version of one method. */
    record Method(String service, String name, String version, Envelope envelope, Handler handler) {
        boolean paged() {
            return Traffic.PAGED.contains(name + " " + version);
        }

        boolean writes() {
            return name.startsWith("mark") || name.startsWith("send");
        }
    }

    private final Map<String, Method> methods = new LinkedHashMap<>();

    Methods() {
        ledger();
        properties();
        receivables();
        payables();
    }

    private void ledger() {
        add("financial", "getGlTransactions", "r1", Envelope.WRAPPED, GlTransactions::answer);
        add("financial", "markGlTransactionsExported", "r1", Envelope.BARE_TEXT_CODE, Marks::glTransactions);
        add("financial", "sendJournalEntries", "r1", Envelope.BARE_TEXT_CODE, Journals::answer);
        add("financial", "getGlTrees", "r1", Envelope.BARE, GlTrees::r1);
        add("financial", "getGlTrees", "r2", Envelope.WRAPPED, GlTrees::r2);
        add("financial", "getFinancialPickList", "r1", Envelope.BARE, PickLists::financialR1);
        add("financial", "getFinancialPickList", "r2", Envelope.BARE, PickLists::financialR2);
    }

    private void properties() {
        add("properties", "getProperties", "r1", Envelope.WRAPPED, Properties::answer);
        add("properties", "getPropertyPickLists", "r1", Envelope.WRAPPED, PickLists::propertyR1);
        add("properties", "getPropertyPickLists", "r2", Envelope.WRAPPED, PickLists::propertyR2);
        add("status", "getStatus", "r1", Envelope.WRAPPED, AppInfo::status);
        add("appinfo", "getAccessibleClients", "r1", Envelope.WRAPPED, AppInfo::clients);
        add("appinfo", "getAccessibleServices", "r1", Envelope.WRAPPED, this::services);
    }

    private void receivables() {
        add("arcodes", "getArCodes", "r1", Envelope.WRAPPED, ArCodes::answer);
        add("arpayments", "getArPayments", "r1", Envelope.WRAPPED_TEXT_CODE, ArPayments::answer);
        add("artransactions", "getArInvoices", "r1", Envelope.WRAPPED, ArInvoices::answer);
        add("artransactions", "getLeaseArTransactions", "r1", Envelope.WRAPPED, LeaseLedgers::answer);
        add("artransactions", "getMitsLeaseArTransactions", "r1", Envelope.RESULT_ONLY, MitsLedgers::answer);
    }

    private void payables() {
        add("financial", "getBankAccounts", "r1", Envelope.BARE, Banks::bankAccounts);
        add("financial", "getApCodes", "r1", Envelope.WRAPPED, Banks::apCodes);
        add("vendors", "getVendors", "r1", Envelope.WRAPPED, Vendors::vendors);
        add("vendors", "getVendorLocations", "r1", Envelope.WRAPPED, Vendors::locations);
        add("vendors", "getVendorPickLists", "r1", Envelope.WRAPPED, PickLists::vendor);
        add("vendors", "getInvoices", "r1", Envelope.WRAPPED_TEXT_CODE, VendorInvoices::r1);
        add("vendors", "getInvoices", "r2", Envelope.WRAPPED_TEXT_CODE, VendorInvoices::r2);
        add("vendors", "markInvoicesExported", "r1", Envelope.BARE, Marks::invoices);
    }

    private Shape services(Call call) {
        return AppInfo.services(call, all());
    }

    private void add(String service, String name, String version, Envelope envelope, Handler handler) {
        methods.put(name + " " + version, new Method(service, name, version, envelope, handler));
    }

    Collection<Method> all() {
        return Collections.unmodifiableCollection(methods.values());
    }

    Optional<Method> find(String name, String version) {
        return Optional.ofNullable(methods.get(name + " " + version));
    }

    /** The version used when a call names none: the oldest, which the documentation calls the default (assumed). */
    Optional<Method> oldest(String name) {
        return all().stream().filter(m -> m.name().equals(name)).findFirst();
    }
}
