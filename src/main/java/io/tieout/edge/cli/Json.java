package io.tieout.edge.cli;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.ObjectWriter;
import io.tieout.finding.Finding;
import java.io.IOException;
import java.io.Writer;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** JSON as the commands print it: keys with underscores, amounts as decimal text, dates as ISO text. */
final class Json {

    private static final ObjectWriter WRITER =
            new ObjectMapper().writerWithDefaultPrettyPrinter().without(JsonGenerator.Feature.AUTO_CLOSE_TARGET);

    private Json() {}

    /** Writes as it goes: a plan of a large portfolio is tens of megabytes of text. */
    static void write(Object value, Writer out) {
        try {
            WRITER.writeValue(out, value);
        } catch (IOException e) {
            throw new IllegalStateException("maps of texts and numbers are always writable", e);
        }
    }

    /** An object in the order given: key, value, key, value. */
    static Map<String, Object> object(Object... keysAndValues) {
        var object = new LinkedHashMap<String, Object>();
        for (var i = 0; i < keysAndValues.length; i += 2) {
            object.put((String) keysAndValues[i], keysAndValues[i + 1]);
        }
        return object;
    }

    static List<Object> findings(List<Finding> findings) {
        return findings.stream().map(f -> (Object) finding(f)).toList();
    }

    private static Map<String, Object> finding(Finding finding) {
        var object = object(
                "code",
                finding.code().id(),
                "severity",
                finding.code().severity().name().toLowerCase(Locale.ROOT),
                "title",
                finding.code().title(),
                "place",
                finding.place(),
                "expected",
                finding.expected(),
                "found",
                finding.found(),
                "next",
                finding.next());
        finding.difference().ifPresent(d -> object.put("difference", d.toString()));
        return object;
    }
}
