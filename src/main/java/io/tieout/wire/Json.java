package io.tieout.wire;

import java.math.BigDecimal;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A JSON value as it stood on the wire: numbers are exact decimals, fields keep their order, nothing is guessed.
 *
 * <p>The looking-up methods never throw: a missing field and a field of another shape are both empty, so an adapter
 * writes one line per value and one finding per absence.
 */
public sealed interface Json {

    /** An object; a name given twice is refused on reading. */
    record Fields(Map<String, Json> byName) implements Json {
        public Fields {
            byName = Collections.unmodifiableMap(new LinkedHashMap<>(byName));
        }
    }

    /** An array. */
    record Items(List<Json> inOrder) implements Json {
        public Items {
            inOrder = List.copyOf(inOrder);
        }
    }

    /** A string. */
    record Text(String value) implements Json {}

    /**
     * A number with its scale as written: {@code 1.50} keeps two places.
     *
     * @param scientific whether it was written with an exponent, which no honest amount of money is
     */
    record Numeral(BigDecimal value, boolean scientific) implements Json {}

    /** True or false. */
    record Truth(boolean value) implements Json {}

    /** The word {@code null}, and the answer of {@link Json#at} for what is not there. */
    enum Nothing implements Json {
        NULL
    }

    /** A field of an object, absent if this is no object or the field is missing or null. */
    default Optional<Json> field(String name) {
        if (this instanceof Fields fields) {
            return Optional.ofNullable(fields.byName.get(name)).filter(value -> value != Nothing.NULL);
        }
        return Optional.empty();
    }

    /** The value down a path of field names, {@link Nothing#NULL} where the path breaks off. */
    default Json at(String... path) {
        Json here = this;
        for (String name : path) {
            here = here.field(name).orElse(Nothing.NULL);
        }
        return here;
    }

    /** The items of an array; nothing for any other value. */
    default List<Json> items() {
        return this instanceof Items items ? items.inOrder : List.of();
    }

    /** The fields of an object in order; nothing for any other value. */
    default Map<String, Json> fields() {
        return this instanceof Fields fields ? fields.byName : Map.of();
    }

    /** The value of a string, and only of a string. */
    default Optional<String> text() {
        return this instanceof Text text ? Optional.of(text.value) : Optional.empty();
    }

    /** The value of a number, and only of a number: a string of digits is text here. */
    default Optional<BigDecimal> number() {
        return this instanceof Numeral numeral ? Optional.of(numeral.value) : Optional.empty();
    }

    /** The value of a boolean, and only of a boolean. */
    default Optional<Boolean> truth() {
        return this instanceof Truth truth ? Optional.of(truth.value) : Optional.empty();
    }

    /** A string, number or boolean as text: for vendors that write one id now with and now without quotes. */
    default Optional<String> scalar() {
        if (this instanceof Text text) {
            return Optional.of(text.value);
        }
        if (this instanceof Numeral numeral) {
            return Optional.of(numeral.value.toPlainString());
        }
        return truth().map(String::valueOf);
    }

    /** Text of a field; short for {@code at(path).text()}. */
    default Optional<String> textAt(String... path) {
        return at(path).text();
    }
}
