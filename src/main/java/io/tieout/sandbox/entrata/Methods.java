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
    }

    private final Map<String, Method> methods = new LinkedHashMap<>();

    Methods() {
        ledger();
        properties();
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
