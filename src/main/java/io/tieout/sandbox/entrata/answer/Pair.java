package io.tieout.sandbox.entrata.answer;

import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;

/** A container and its inner list, such as {@code invoices.invoice}; or a bare list without the inner name. */
public final class Pair implements Shape {

    private static final List<EmptyForm> EMPTY =
            List.of(EmptyForm.PAIR, EmptyForm.TEXT, EmptyForm.NULL, EmptyForm.ARRAY, EmptyForm.OBJECT);

    private final String inner;
    private final ListForm documented;
    private final List<String> keys = new ArrayList<>();
    private final List<Shape> items = new ArrayList<>();

    private Pair(String inner, ListForm documented) {
        this.inner = inner;
        this.documented = documented;
    }

    /** A pair whose inner list is documented as an array, even of one. */
    public static Pair array(String inner) {
        return new Pair(inner, ListForm.ARRAY);
    }

    /** A pair whose inner list collapses to an object when it has one item. */
    public static Pair collapsing(String inner) {
        return new Pair(inner, ListForm.COLLAPSED);
    }

    /** A list without an inner name, such as {@code orgs}. */
    public static Pair bare() {
        return new Pair("", ListForm.ARRAY);
    }

    /** A list without an inner name that collapses to an object when it has one item. */
    public static Pair bareCollapsing() {
        return new Pair("", ListForm.COLLAPSED);
    }

    /** Adds an item with the id it would have as a key; an empty key rules the map form out. */
    public Pair add(Object key, Shape item) {
        keys.add(String.valueOf(key));
        items.add(item);
        return this;
    }

    @Override
    public void write(JsonGenerator out, Whim whim) throws IOException {
        if (inner.isEmpty()) {
            items(out, whim);
            return;
        }
        if (items.isEmpty() && writeEmpty(out, whim.emptyForm(EMPTY))) {
            return;
        }
        out.writeStartObject();
        out.writeFieldName(inner);
        items(out, whim);
        out.writeEndObject();
    }

    private static boolean writeEmpty(JsonGenerator out, EmptyForm form) throws IOException {
        if (form == EmptyForm.PAIR) {
            return false;
        }
        Leaves.writeEmpty(out, form);
        return true;
    }

    private void items(JsonGenerator out, Whim whim) throws IOException {
        switch (whim.listForm(documented, items.size(), keysFit())) {
            case MAP -> {
                out.writeStartObject();
                for (int i = 0; i < items.size(); i++) {
                    out.writeFieldName(keys.get(i));
                    items.get(i).write(out, whim);
                }
                out.writeEndObject();
            }
            case COLLAPSED -> {
                if (items.size() == 1) {
                    items.get(0).write(out, whim);
                } else {
                    array(out, whim);
                }
            }
            case ARRAY -> array(out, whim);
        }
    }

    private void array(JsonGenerator out, Whim whim) throws IOException {
        out.writeStartArray();
        for (var item : items) {
            item.write(out, whim);
        }
        out.writeEndArray();
    }

    private boolean keysFit() {
        return !inner.isEmpty()
                && keys.stream().allMatch(key -> key.matches("[0-9]+"))
                && new HashSet<>(keys).size() == keys.size();
    }
}
