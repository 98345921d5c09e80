package io.tieout.sandbox.quickbooks;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;

/** All entities of one type, found quickly by id, by number, by date and by name. */
final class EntityStore {
    private final TreeMap<Long, Stored> byId = new TreeMap<>();
    private final Map<String, TreeSet<Long>> byDocNumber = new HashMap<>();
    private final Map<String, TreeSet<Long>> byName = new HashMap<>();
    private final TreeMap<LocalDate, TreeSet<Long>> byDate = new TreeMap<>();

    void put(Stored entity) {
        remove(entity.id());
        byId.put(entity.id(), entity);
        index(byDocNumber, entity.docNumber(), entity.id());
        index(byName, entity.name(), entity.id());
        byDate.computeIfAbsent(entity.date(), fresh -> new TreeSet<>()).add(entity.id());
    }

    private static void index(Map<String, TreeSet<Long>> index, String key, long id) {
        if (!key.isEmpty()) {
            index.computeIfAbsent(key, fresh -> new TreeSet<>()).add(id);
        }
    }

    Optional<Stored> remove(long id) {
        Optional<Stored> gone = Optional.ofNullable(byId.remove(id));
        gone.ifPresent(entity -> {
            unindex(byDocNumber, entity.docNumber(), id);
            unindex(byName, entity.name(), id);
            unindex(byDate, entity.date(), id);
        });
        return gone;
    }

    private static <K> void unindex(Map<K, TreeSet<Long>> index, K key, long id) {
        TreeSet<Long> ids = index.getOrDefault(key, new TreeSet<>());
        ids.remove(id);
        if (ids.isEmpty()) {
            index.remove(key);
        }
    }

    Optional<Stored> get(long id) {
        return Optional.ofNullable(byId.get(id));
    }

    /** All entities in order of their ids. */
    Collection<Stored> all() {
        return byId.values();
    }

    List<Stored> withDocNumber(String docNumber) {
        return of(byDocNumber.getOrDefault(docNumber, new TreeSet<>()));
    }

    List<Stored> withName(String name) {
        return of(byName.getOrDefault(name, new TreeSet<>()));
    }

    /** Entities dated within both days. */
    List<Stored> between(LocalDate first, LocalDate last) {
        var found = new ArrayList<Stored>();
        if (!first.isAfter(last)) {
            byDate.subMap(first, true, last, true).values().forEach(ids -> found.addAll(of(ids)));
        }
        return found;
    }

    private List<Stored> of(Collection<Long> ids) {
        var found = new ArrayList<Stored>(ids.size());
        ids.forEach(id -> get(id).ifPresent(found::add));
        return found;
    }
}
