package io.tieout.sandbox.entrata.office;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.UnaryOperator;

/**
 * One imitated Entrata organisation: everything its API can show or change.
 *
 * <p>Plain state without locking; the sandbox service and the control actions take this object's monitor.
 */
public final class EntrataOffice {

    /** The organisation behind the host name or path. */
    public record Organisation(String subdomain, long id, String name) {}

    private final Organisation organisation;
    private final GlTree tree;
    private final Map<Long, GlAccount> accounts = new LinkedHashMap<>();
    private final List<GlBook> books = new ArrayList<>();
    private final List<Owner> owners = new ArrayList<>();
    private final Map<Long, OfficeProperty> properties = new LinkedHashMap<>();
    private final Map<Long, PostMonths> postMonths = new LinkedHashMap<>();
    private final Map<BookKey, GlLedger> ledgers = new LinkedHashMap<>();
    private final Set<Long> glIds = new HashSet<>();
    /** Ids marked as exported, with the number of the request that did it; 0 for a person. */
    private final Map<Long, Long> exportedGlIds = new LinkedHashMap<>();

    private final List<AccessKey> keys = new ArrayList<>();
    private final Receivables receivables = new Receivables();
    private final Payables payables = new Payables();
    private final Numbering numbering = new Numbering();

    public EntrataOffice(Organisation organisation, GlTree tree) {
        this.organisation = organisation;
        this.tree = tree;
    }

    public Organisation organisation() {
        return organisation;
    }

    public GlTree tree() {
        return tree;
    }

    public Receivables receivables() {
        return receivables;
    }

    public Payables payables() {
        return payables;
    }

    public Numbering numbering() {
        return numbering;
    }

    public void add(GlAccount account) {
        accounts.put(account.id(), account);
    }

    public void add(GlBook book) {
        books.add(book);
    }

    public void add(Owner owner) {
        owners.add(owner);
    }

    public void add(AccessKey key) {
        keys.add(key);
    }

    public void add(OfficeProperty property, PostMonths open) {
        properties.put(property.id(), property);
        postMonths.put(property.id(), open);
    }

    /** Adds a GL line and learns its id for marking. */
    public void post(BookKey book, GlLine line) {
        ledger(book).add(line);
        learn(line);
    }

    /** Rewrites every ledger line by line; used once, before the office opens. */
    public void rewriteAll(Function<BookKey, UnaryOperator<List<GlLine>>> how) {
        glIds.clear();
        ledgers.forEach((book, ledger) -> {
            for (var month : ledger.months()) {
                ledger.rewrite(month, how.apply(book));
            }
            ledger.lines().forEach(this::learn);
        });
    }

    private void learn(GlLine line) {
        glIds.add(line.id());
        numbering.seen(line);
    }

    public Collection<GlAccount> accounts() {
        return Collections.unmodifiableCollection(accounts.values());
    }

    public Optional<GlAccount> account(long id) {
        return Optional.ofNullable(accounts.get(id));
    }

    public List<GlBook> books() {
        return List.copyOf(books);
    }

    public List<Owner> owners() {
        return List.copyOf(owners);
    }

    public Collection<OfficeProperty> properties() {
        return Collections.unmodifiableCollection(properties.values());
    }

    public Optional<OfficeProperty> property(long id) {
        return Optional.ofNullable(properties.get(id));
    }

    public PostMonths postMonths(long propertyId) {
        return Optional.ofNullable(postMonths.get(propertyId))
                .orElseThrow(() -> new IllegalArgumentException("No property " + propertyId + " in the sandbox"));
    }

    public void setPostMonths(long propertyId, PostMonths open) {
        postMonths(propertyId);
        postMonths.put(propertyId, open);
    }

    /** The ledger of a book, made when first asked for. */
    public GlLedger ledger(BookKey book) {
        return ledgers.computeIfAbsent(book, b -> new GlLedger());
    }

    public Map<BookKey, GlLedger> ledgers() {
        return Collections.unmodifiableMap(ledgers);
    }

    public List<AccessKey> keys() {
        return List.copyOf(keys);
    }

    public boolean knowsGlId(long id) {
        return glIds.contains(id);
    }

    public void forgetGlId(long id) {
        glIds.remove(id);
    }

    public boolean isExported(long glId) {
        return exportedGlIds.containsKey(glId);
    }

    /** Number of the request that marked the id, 0 for a person; empty while it is not marked. */
    public Optional<Long> exportedBy(long glId) {
        return Optional.ofNullable(exportedGlIds.get(glId));
    }

    /** As {@link #mark(long, long)}, by a person. */
    public void mark(long glId) {
        mark(glId, 0);
    }

    /** Marks every line that carries the id, on whichever basis it stands; the first to mark it stays on record. */
    public void mark(long glId, long request) {
        exportedGlIds.putIfAbsent(glId, request);
    }

    public void unmark(long glId) {
        exportedGlIds.remove(glId);
    }

    public Set<Long> exportedGlIds() {
        return Collections.unmodifiableSet(exportedGlIds.keySet());
    }
}
