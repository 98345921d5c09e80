package io.tieout.selftest.checker;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** One target company as the ledger knows it. */
final class Company {

    /** The newest claim of a source line: odd ordinals hold it, even ones gave it back. */
    record Held(long ordinal, Posting posting, long version, long lineNo) {
        boolean active() {
            return ordinal % 2 == 1;
        }
    }

    final String key;
    final Map<String, Posting> postings = new LinkedHashMap<>();
    final Map<String, Posting> byMarker = new HashMap<>();
    /** Postings by business key without its revision. */
    private final Map<String, List<Posting>> byBaseKey = new HashMap<>();

    final Map<Long, Held> claims = new HashMap<>();
    /** Newest decision of a source line: HOLD, RELEASE or EXCLUDE. */
    final Map<Long, String> decisions = new HashMap<>();
    /** Mapping versions that were published. */
    final Set<String> mappings = new HashSet<>();
    /** Mapping version by plan. */
    final Map<String, String> plans = new HashMap<>();

    final Map<String, List<Attempt>> attemptsByKey = new HashMap<>();
    final Set<Posting> doubtful = new LinkedHashSet<>();
    final Map<String, String> openRuns = new LinkedHashMap<>();
    final Set<String> closedRuns = new HashSet<>();
    long runStep;
    long newestEpoch;
    int lists;
    int controls;

    Company(String key) {
        this.key = key;
    }

    List<Attempt> attempts(String requestKey) {
        return attemptsByKey.computeIfAbsent(requestKey, k -> new ArrayList<>(1));
    }

    /** Keeps a posting; false when its marker or its business key with revision was used before. */
    boolean add(Posting posting) {
        postings.put(posting.id, posting);
        var same = byBaseKey.computeIfAbsent(posting.baseKey, k -> new ArrayList<>(1));
        boolean named = same.stream().noneMatch(p -> p.revision == posting.revision);
        same.add(posting);
        return byMarker.putIfAbsent(posting.marker, posting) == null && named;
    }

    /** Postings of one business key, in all its revisions. */
    List<Posting> revisions(Posting posting) {
        return byBaseKey.getOrDefault(posting.baseKey, List.of());
    }

    Looks looks(Posting posting) {
        return new Looks(lists, controls, posting.looks);
    }
}
