package io.tieout.tie;

import io.tieout.posting.TargetDocument;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** The entries of a month of the target, sorted by whose they are. Our entries are known by their document number. */
final class SortedEntries {

    private final List<TargetDocument> standing = new ArrayList<>();
    private final List<TargetDocument> inFlight = new ArrayList<>();
    private final List<TargetDocument> moved = new ArrayList<>();
    private final List<TargetDocument> foreign = new ArrayList<>();
    private final Map<String, List<TargetDocument>> byNumber = new HashMap<>();

    SortedEntries(TargetMonth month, List<OurEntry> ours, Set<String> otherNumbers) {
        var stands = new HashMap<String, Boolean>();
        ours.forEach(o -> stands.put(o.number(), o.stands()));
        for (var entry : month.entries()) {
            var number = entry.documentNumber();
            byNumber.computeIfAbsent(number, k -> new ArrayList<>()).add(entry);
            if (stands.containsKey(number)) {
                (stands.getOrDefault(number, false) ? standing : inFlight).add(entry);
            } else if (otherNumbers.contains(number)) {
                standing.add(entry);
                moved.add(entry);
            } else {
                foreign.add(entry);
            }
        }
    }

    /** Ours by their number, whatever they say now; those moved here from another month included. */
    List<TargetDocument> standing() {
        return standing;
    }

    /** Entries of postings whose outcome the ledger does not know yet. */
    List<TargetDocument> inFlight() {
        return inFlight;
    }

    /** Ours, but dated in another month than we posted them. */
    List<TargetDocument> moved() {
        return moved;
    }

    List<TargetDocument> foreign() {
        return foreign;
    }

    List<TargetDocument> numbered(String number) {
        return byNumber.getOrDefault(number, List.of());
    }
}
