package io.tieout.plan;

import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;

/**
 * What changed between a plan as approved and the same plan made again, by business key. {@code apply} refuses a plan
 * that differs and shows this.
 *
 * @param changes in key order
 */
public record PlanDifference(List<Change> changes) {

    /** What became of one document. */
    public enum Kind {
        /** Was planned and is not any more. */
        GONE,
        /** Was not planned and is now. */
        NEW,
        /** Has the same key and other content. */
        CHANGED
    }

    /**
     * One document that differs.
     *
     * @param words both sides, for people
     */
    public record Change(String key, Kind kind, String words) {}

    public PlanDifference {
        changes = List.copyOf(changes);
    }

    public static PlanDifference between(List<DocumentDigest> before, List<DocumentDigest> after) {
        var old = byKey(before);
        var now = byKey(after);
        var changes = new ArrayList<Change>();
        var keys = new TreeMap<>(old);
        keys.putAll(now);
        for (var key : keys.keySet()) {
            var was = old.get(key);
            var is = now.get(key);
            if (was == null && is != null) {
                changes.add(new Change(key, Kind.NEW, "new: " + is.words()));
            } else if (was != null && is == null) {
                changes.add(new Change(key, Kind.GONE, "no longer planned: " + was.words()));
            } else if (was != null && is != null && !was.hash().equals(is.hash())) {
                changes.add(new Change(key, Kind.CHANGED, "was " + was.words() + "; now " + is.words()));
            }
        }
        return new PlanDifference(changes);
    }

    public boolean isNone() {
        return changes.isEmpty();
    }

    /** One line per changed document. */
    public String text() {
        var text = new StringBuilder();
        changes.forEach(c -> text.append(c.key()).append("  ").append(c.words()).append('\n'));
        return text.toString();
    }

    private static TreeMap<String, DocumentDigest> byKey(List<DocumentDigest> all) {
        var byKey = new TreeMap<String, DocumentDigest>();
        all.forEach(d -> byKey.put(d.key(), d));
        return byKey;
    }
}
