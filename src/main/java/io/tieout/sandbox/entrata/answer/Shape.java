package io.tieout.sandbox.entrata.answer;

import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;

/** A value of an answer that can write itself in one of its forms. */
public interface Shape {

    /** Writes the value; the member name, if any, is written already. */
    void write(JsonGenerator out, Whim whim) throws IOException;

    /** Whether the parent leaves the member out this time. */
    default boolean leftOut(Whim whim) {
        return false;
    }
}
