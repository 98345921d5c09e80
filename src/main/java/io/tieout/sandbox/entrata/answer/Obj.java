package io.tieout.sandbox.entrata.answer;

import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.Map;

/** An object with its XML-style attributes and its members, in order. */
public final class Obj implements Shape {

    private final Map<String, Shape> attributes = new LinkedHashMap<>();
    private final Map<String, Shape> members = new LinkedHashMap<>();
    private boolean idMayMove;

    public static Obj of() {
        return new Obj();
    }

    /** A member of {@code @attributes}. */
    public Obj attr(String name, Shape value) {
        attributes.put(name, value);
        return this;
    }

    public Obj put(String name, Shape value) {
        members.put(name, value);
        return this;
    }

    public Obj putIf(boolean condition, String name, Shape value) {
        return condition ? put(name, value) : this;
    }

    /** Allows {@code id} and {@code name} to stand in {@code @attributes}, as live answers have it (entrata-api.md 2.10). */
    public Obj idMayMove() {
        idMayMove = true;
        return this;
    }

    @Override
    public void write(JsonGenerator out, Whim whim) throws IOException {
        out.writeStartObject();
        var moves = idMayMove && attributes.isEmpty() && whim.movesAttributes();
        if (!attributes.isEmpty() || moves) {
            out.writeObjectFieldStart("@attributes");
            for (var attribute : (moves ? members : attributes).entrySet()) {
                if (!moves || isIdOrName(attribute.getKey())) {
                    member(out, attribute.getKey(), attribute.getValue(), whim);
                }
            }
            out.writeEndObject();
        }
        for (var entry : members.entrySet()) {
            if (!moves || !isIdOrName(entry.getKey())) {
                member(out, entry.getKey(), entry.getValue(), whim);
            }
        }
        out.writeEndObject();
    }

    private static boolean isIdOrName(String member) {
        return member.equals("id") || member.equals("name");
    }

    private static void member(JsonGenerator out, String name, Shape value, Whim whim) throws IOException {
        if (!value.leftOut(whim)) {
            out.writeFieldName(name);
            value.write(out, whim);
        }
    }
}
