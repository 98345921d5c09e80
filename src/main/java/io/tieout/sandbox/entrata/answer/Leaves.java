package io.tieout.sandbox.entrata.answer;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.YearMonth;
import java.util.List;

/** The leaves of an answer. Each names its documented form; a {@link Whim} may choose another. */
public final class Leaves {

    private static final List<EmptyForm> EMPTY_TEXT = List.of(
            EmptyForm.TEXT,
            EmptyForm.NULL,
            EmptyForm.ARRAY,
            EmptyForm.OBJECT,
            EmptyForm.ARRAY_OF_TEXT,
            EmptyForm.LEFT_OUT);
    private static final List<EmptyForm> EMPTY_ID = List.of(EmptyForm.TEXT, EmptyForm.NULL);

    private Leaves() {}

    /** An id documented as a JSON number. */
    public static Shape id(long id) {
        return new Id(Long.toString(id), true);
    }

    /** An id documented as text. */
    public static Shape idText(long id) {
        return new Id(Long.toString(id), false);
    }

    /** An id that is absent. */
    public static Shape noId() {
        return (out, whim) -> writeEmpty(out, whim.emptyForm(EMPTY_ID));
    }

    public static Shape text(String text) {
        return new Text(text);
    }

    public static Shape number(long number) {
        return (out, whim) -> out.writeNumber(number);
    }

    public static Shape money(long minor, MoneyForm documented) {
        return (out, whim) -> {
            var form = whim.moneyForm(documented);
            if (form == MoneyForm.NUMBER) {
                out.writeNumber(MoneyForm.decimal(minor));
            } else {
                out.writeString(form.text(minor));
            }
        };
    }

    public static Shape date(LocalDate date, DateForm documented) {
        return (out, whim) -> out.writeString(whim.dateForm(documented).text(date));
    }

    /** A day with time, Mountain time, which has one form only. */
    public static Shape dateTime(LocalDateTime at) {
        return (out, whim) -> out.writeString(DateForm.text(at));
    }

    public static Shape month(YearMonth month, MonthForm documented) {
        return (out, whim) -> out.writeString(whim.monthForm(documented).text(month));
    }

    public static Shape flag(boolean value, FlagForm documented) {
        return (out, whim) -> {
            switch (whim.flagForm(documented)) {
                case BOOLEAN -> out.writeBoolean(value);
                case WORD -> out.writeString(Boolean.toString(value));
                case NUMBER -> out.writeNumber(value ? 1 : 0);
                case DIGIT -> out.writeString(value ? "1" : "0");
                case LETTER -> out.writeString(value ? "t" : "f");
            }
        };
    }

    /** A text member that is an array holding one empty text by documentation: {@code streetLine3} of invoices r1. */
    public static Shape arrayOfEmptyText() {
        return (out, whim) -> writeEmpty(out, EmptyForm.ARRAY_OF_TEXT);
    }

    /** A list of the organisation's settings as its data file has it, with ids and lists free to vary. */
    public static Shape fromData(JsonNode node) {
        if (node.isObject()) {
            return fromObject(node);
        }
        if (node.isTextual()) {
            return text(node.asText());
        }
        if (node.isBoolean()) {
            return flag(node.asBoolean(), FlagForm.BOOLEAN);
        }
        return number(node.asLong());
    }

    private static Shape fromObject(JsonNode node) {
        var names = node.fieldNames();
        var first = names.hasNext() ? names.next() : "";
        if (node.size() == 1 && node.get(first).isArray()) {
            var pair = Pair.array(first);
            node.get(first).forEach(item -> pair.add(keyOf(item), fromData(item)));
            return pair;
        }
        var object = Obj.of();
        node.fields().forEachRemaining(e -> {
            if (e.getKey().equals("@attributes")) {
                e.getValue().fields().forEachRemaining(a -> object.attr(a.getKey(), leaf(a.getKey(), a.getValue())));
            } else {
                object.put(e.getKey(), leaf(e.getKey(), e.getValue()));
            }
        });
        return object;
    }

    private static Shape leaf(String name, JsonNode value) {
        var isId = name.equalsIgnoreCase("id") || name.endsWith("Id");
        return isId && value.isValueNode() ? new Id(value.asText(), value.isNumber()) : fromData(value);
    }

    private static String keyOf(JsonNode item) {
        return item.path("id").asText(item.path("@attributes").path("id").asText(""));
    }

    static void writeEmpty(JsonGenerator out, EmptyForm form) throws IOException {
        switch (form) {
            case TEXT, LEFT_OUT, PAIR -> out.writeString("");
            case NULL -> out.writeNull();
            case ARRAY -> {
                out.writeStartArray();
                out.writeEndArray();
            }
            case OBJECT -> {
                out.writeStartObject();
                out.writeEndObject();
            }
            case ARRAY_OF_TEXT -> {
                out.writeStartArray();
                out.writeString("");
                out.writeEndArray();
            }
        }
    }

    private record Id(String id, boolean documentedAsNumber) implements Shape {
        @Override
        public void write(JsonGenerator out, Whim whim) throws IOException {
            if (whim.idAsNumber(documentedAsNumber) && id.matches("[0-9]{1,18}")) {
                out.writeNumber(Long.parseLong(id));
            } else {
                out.writeString(id);
            }
        }
    }

    private record Text(String text) implements Shape {
        @Override
        public void write(JsonGenerator out, Whim whim) throws IOException {
            if (text.isEmpty()) {
                writeEmpty(out, whim.emptyForm(EMPTY_TEXT));
            } else {
                out.writeString(text);
            }
        }

        // Left out is one of six forms; the parent asks first, so the choice is made here and once more when writing.
        @Override
        public boolean leftOut(Whim whim) {
            return text.isEmpty() && whim.emptyForm(EMPTY_TEXT) == EmptyForm.LEFT_OUT;
        }
    }
}
