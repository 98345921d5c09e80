package io.tieout.store.event;

import io.tieout.chain.EventKind;
import io.tieout.chain.Payload;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;

/**
 * Names of an event's members, in the order in which its payload holds their values.
 *
 * <p>A payload has no names in it: kind and version stand for them. So a list, once released, never changes; other
 * members are a new version of the kind.
 */
public final class EventFields {

    /** Version of every list so far. */
    private static final int VERSION = 1;

    private static final Map<Integer, List<String>> BY_CODE = byCode();

    private EventFields() {}

    /** The names of a kind's members; empty when this program does not know the kind in that version. */
    public static List<String> of(int code, int version) {
        return version == VERSION ? BY_CODE.getOrDefault(code, List.of()) : List.of();
    }

    /** Says which members of two payloads of a kind differ. */
    public static String difference(EventKind kind, Payload expected, Payload found) {
        var names = of(kind.code(), VERSION);
        var text = new StringBuilder();
        for (int i = 0; i < names.size(); i++) {
            String wanted = show(expected, i);
            String met = show(found, i);
            if (!wanted.equals(met)) {
                text.append(text.isEmpty() ? "" : "; ").append(names.get(i)).append(" expected ");
                text.append(wanted).append(", found ").append(met);
            }
        }
        return text.toString();
    }

    private static String show(Payload payload, int place) {
        if (place >= payload.values().size()) {
            return "none";
        }
        Object value = payload.values().get(place);
        return value instanceof byte[] ? HexFormat.of().formatHex((byte[]) value) : String.valueOf(value);
    }

    private static Map<Integer, List<String>> byCode() {
        var names = new HashMap<Integer, List<String>>();
        names.put(EventKind.GENESIS.code(), List.of("environment", "installation", "stream"));
        for (var shape : EventShapes.ALL) {
            names.put(shape.kind().code(), shape.payloadNames());
        }
        return Map.copyOf(names);
    }
}
