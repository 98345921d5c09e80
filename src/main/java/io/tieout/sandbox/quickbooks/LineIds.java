package io.tieout.sandbox.quickbooks;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.HashSet;
import java.util.Set;

/** Ids of lines: assigned on create; kept on update where the line brings one that no other line of it has [R]. */
final class LineIds {
    private final Set<String> kept = new HashSet<>();
    private final Set<String> given = new HashSet<>();
    private final boolean keeps;
    private int next;

    LineIds(JsonNode lines, boolean keeps, int first) {
        this.keeps = keeps;
        this.next = first;
        lines.forEach(line -> kept.add(Json.string(line, "Id")));
    }

    String next(JsonNode line) {
        String own = Json.string(line, "Id");
        if (keeps && !own.isEmpty() && given.add(own)) {
            return own;
        }
        while (keeps && kept.contains(String.valueOf(next))) {
            next++;
        }
        return String.valueOf(next++);
    }
}
