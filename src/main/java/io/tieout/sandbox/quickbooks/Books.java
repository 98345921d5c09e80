package io.tieout.sandbox.quickbooks;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The state of one company: its lists, transactions, deletions and running balances. Knows no wire and no rules beyond
 * keeping its parts consistent.
 */
final class Books {
    private static final long FIRST_TRANSACTION_ID = 101;

    /** A deletion that change data capture still tells of. */
    record Deletion(EntityType type, long id, String docNumber, Instant at) {}

    /**
     * Where a transaction comes from.
     *
     * @param madeBy number of the request that made it; 0 when a person did
     * @param after number of the newest request at that time
     * @param touched whether a person changed or deleted it since
     * @param lockedThrough last closed day at that time; empty for none
     */
    record Origin(EntityType type, long madeBy, long after, boolean touched, String lockedThrough) {
        private Origin touchedNow() {
            return new Origin(type, madeBy, after, true, lockedThrough);
        }
    }

    private final QuickBooksCompany company;
    private final Instant opened;
    private final Map<EntityType, EntityStore> stores = new EnumMap<>(EntityType.class);
    private final Map<EntityType, Map<Long, NameFacts>> names = new EnumMap<>(EntityType.class);
    private final Map<Long, Long> balances = new HashMap<>();
    private final Map<Long, Long> nameBalances = new HashMap<>();
    private final List<Deletion> deletions = new ArrayList<>();
    private final Map<Long, Origin> origins = new LinkedHashMap<>();
    private long newestRequest;
    private Optional<LocalDate> closedThrough;
    private boolean closedWithPassword;
    private boolean classTracking;
    private boolean departmentTracking;
    private boolean duplicateNumbersRefused;
    private long nextTransactionId = FIRST_TRANSACTION_ID;
    private long nextListId;
    private long nextJournalNumber = 1;
    private long changes;

    Books(QuickBooksCompany company, Instant opened) {
        this.company = company;
        this.opened = opened;
        this.closedThrough = company.closedThrough();
        this.closedWithPassword = company.closedWithPassword();
        this.classTracking = company.classTracking();
        this.departmentTracking = company.departmentTracking();
        this.duplicateNumbersRefused = company.duplicateNumbersRefused();
        for (EntityType type : EntityType.values()) {
            stores.put(type, new EntityStore());
            names.put(type, new HashMap<>());
        }
        this.nextListId = company.seeds().stream()
                        .mapToLong(QuickBooksCompany.Seed::id)
                        .max()
                        .orElse(0)
                + 1;
    }

    QuickBooksCompany company() {
        return company;
    }

    /** When the company came to be. */
    Instant opened() {
        return opened;
    }

    EntityStore store(EntityType type) {
        return stores.computeIfAbsent(type, missing -> new EntityStore());
    }

    /** Stores a new or changed entity and moves the balances by the difference. */
    void put(Stored entity) {
        store(entity.type()).get(entity.id()).ifPresent(before -> post(before, -1));
        store(entity.type()).put(entity);
        post(entity, 1);
        if (!entity.type().transaction()) {
            namesOf(entity.type()).put(entity.id(), NameFacts.of(entity));
        }
        changes++;
    }

    void delete(Stored entity, Instant at) {
        store(entity.type()).remove(entity.id());
        post(entity, -1);
        deletions.add(new Deletion(entity.type(), entity.id(), entity.docNumber(), at));
        changes++;
    }

    private void post(Stored entity, int sign) {
        for (LedgerLine line : entity.lines()) {
            balances.merge(line.accountId(), sign * line.cents(), Long::sum);
            boolean owed = account(line.accountId())
                    .filter(facts -> facts.kind() == AccountKind.ACCOUNTS_PAYABLE
                            || facts.kind() == AccountKind.ACCOUNTS_RECEIVABLE)
                    .isPresent();
            if (owed && line.nameId() != 0) {
                nameBalances.merge(line.nameId(), sign * line.cents(), Long::sum);
            }
        }
    }

    private Map<Long, NameFacts> namesOf(EntityType type) {
        return names.computeIfAbsent(type, missing -> new HashMap<>());
    }

    Optional<NameFacts> name(EntityType type, long id) {
        return Optional.ofNullable(namesOf(type).get(id));
    }

    Optional<NameFacts> account(long id) {
        return name(EntityType.ACCOUNT, id);
    }

    /** Balance of an account over all time, debit positive. */
    long balance(long accountId) {
        return balances.getOrDefault(accountId, 0L);
    }

    /** What a vendor or customer owes, debit positive. */
    long nameBalance(long nameId) {
        return nameBalances.getOrDefault(nameId, 0L);
    }

    /** A request of that number is about to be answered. */
    void arrived(long request) {
        newestRequest = Math.max(newestRequest, request);
    }

    /** Notes who made, changed or deleted a transaction: a request by its number, or a person as 0. */
    void noteOrigin(EntityType type, long id, long request) {
        if (!origins.containsKey(id)) {
            var locked = closedThrough.map(LocalDate::toString).orElse("");
            origins.put(id, new Origin(type, request, newestRequest, false, locked));
        } else if (request == 0) {
            origins.computeIfPresent(id, (same, origin) -> origin.touchedNow());
        }
    }

    /** Where each transaction that stands or ever stood comes from, by id. */
    Map<Long, Origin> origins() {
        return origins;
    }

    List<Deletion> deletions() {
        return deletions;
    }

    long takeTransactionId() {
        return nextTransactionId++;
    }

    long takeListId() {
        return nextListId++;
    }

    String takeJournalNumber() {
        return String.valueOf(nextJournalNumber++);
    }

    Optional<LocalDate> closedThrough() {
        return closedThrough;
    }

    boolean closedWithPassword() {
        return closedWithPassword;
    }

    void close(Optional<LocalDate> through, boolean password) {
        this.closedThrough = through;
        this.closedWithPassword = password;
        changes++;
    }

    boolean classTracking() {
        return classTracking;
    }

    boolean departmentTracking() {
        return departmentTracking;
    }

    boolean duplicateNumbersRefused() {
        return duplicateNumbersRefused;
    }

    void preferences(boolean classes, boolean departments, boolean refuseDuplicates) {
        this.classTracking = classes;
        this.departmentTracking = departments;
        this.duplicateNumbersRefused = refuseDuplicates;
        changes++;
    }

    /** How often this state has changed. */
    long changes() {
        return changes;
    }
}
