package io.tieout.store.event;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.deser.std.StdDeserializer;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.module.SimpleModule;
import com.fasterxml.jackson.datatype.jdk8.Jdk8Module;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import io.tieout.fact.PostMonth;
import io.tieout.fact.SubLedgerReading;
import io.tieout.finding.Category;
import io.tieout.finding.FindingCode;
import io.tieout.finding.Severity;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.zip.GZIPInputStream;
import java.util.zip.GZIPOutputStream;

/** A sub-ledger reading as compressed JSON; it holds names, so it lies in an erasable row. */
public final class SubLedgerCodec {

    private static final JsonMapper JSON = JsonMapper.builder()
            .addModule(new Jdk8Module())
            .addModule(new JavaTimeModule())
            .addModule(findingCodes())
            .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS)
            .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .addMixIn(PostMonth.class, PostMonthForm.class)
            .build();

    private SubLedgerCodec() {}

    public static byte[] write(SubLedgerReading reading) {
        var bytes = new ByteArrayOutputStream();
        try (var gzip = new GZIPOutputStream(bytes)) {
            JSON.writeValue(gzip, reading);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }

    public static SubLedgerReading read(byte[] bytes) {
        try (var gzip = new GZIPInputStream(new ByteArrayInputStream(bytes))) {
            return JSON.readValue(gzip, SubLedgerReading.class);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Texts by name as JSON with sorted keys. */
    public static String json(java.util.Map<String, String> texts) {
        try {
            return JSON.writeValueAsString(new java.util.TreeMap<>(texts));
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException(e);
        }
    }

    @SuppressWarnings("unchecked")
    public static java.util.Map<String, String> texts(String json) {
        try {
            return JSON.readValue(json, java.util.TreeMap.class);
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Months as one value; without this the many "of", "parse" and "is" methods would be taken for fields. */
    private abstract static class PostMonthForm {
        @com.fasterxml.jackson.annotation.JsonValue
        abstract java.time.YearMonth value();
    }

    private static SimpleModule findingCodes() {
        var module = new SimpleModule();
        module.addSerializer(
                FindingCode.class, new com.fasterxml.jackson.databind.ser.std.StdSerializer<>(FindingCode.class) {
                    private static final long serialVersionUID = 1L;

                    @Override
                    public void serialize(
                            FindingCode code,
                            com.fasterxml.jackson.core.JsonGenerator json,
                            com.fasterxml.jackson.databind.SerializerProvider provider)
                            throws IOException {
                        json.writeString(String.join(
                                "\t",
                                code.id(),
                                code.category().name(),
                                code.severity().name(),
                                code.title()));
                    }
                });
        module.addDeserializer(FindingCode.class, new StdDeserializer<FindingCode>(FindingCode.class) {
            private static final long serialVersionUID = 1L;

            @Override
            public FindingCode deserialize(JsonParser parser, DeserializationContext context) throws IOException {
                var parts = parser.getText().split("\t", 4);
                return new StoredCode(parts[0], Category.valueOf(parts[1]), Severity.valueOf(parts[2]), parts[3]);
            }
        });
        return module;
    }

    /** A code as it was when the finding was made. */
    private record StoredCode(String id, Category category, Severity severity, String title) implements FindingCode {}
}
