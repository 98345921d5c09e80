package io.tieout.store.desk;

import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.MapperFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.datatype.jdk8.Jdk8Module;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import io.tieout.flow.port.Archive;
import io.tieout.flow.port.PlanSheet;
import io.tieout.flow.port.TieOutSheet;
import io.tieout.mapping.CompanyKey;
import io.tieout.plan.TargetCompany;
import jakarta.inject.Singleton;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.zip.GZIPInputStream;
import java.util.zip.GZIPOutputStream;

/** Sheets in the desk database, as compressed JSON. One of a shape that is not understood any more counts as lost. */
@Singleton
final class DeskArchive implements Archive {

    /** How long a plan that nobody applied can be shown again. */
    private static final Duration PLAN_KEPT = Duration.ofDays(35);

    /** Only components of records are written: what a record computes from them is no content. */
    private static final ObjectMapper JSON = JsonMapper.builder()
            .addModule(new Jdk8Module())
            .addModule(new JavaTimeModule())
            .disable(MapperFeature.AUTO_DETECT_IS_GETTERS)
            .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .build();

    private final SheetRows rows;

    DeskArchive(SheetRows rows) {
        this.rows = rows;
    }

    @Override
    public void keep(PlanSheet plan) {
        var madeAt = Instant.parse(plan.madeAt());
        put("plan|" + plan.planId(), madeAt, plan);
        rows.prune(Instants.text(madeAt.minus(PLAN_KEPT)));
    }

    @Override
    public Optional<PlanSheet> plan(String planId) {
        return read("plan|" + planId, PlanSheet.class);
    }

    @Override
    public void keep(TieOutSheet tieOut) {
        put("tie-out|" + tieOut.company(), Instant.parse(tieOut.madeAt()), tieOut);
    }

    @Override
    public Optional<TieOutSheet> lastTieOut(String company) {
        return read("tie-out|" + company, TieOutSheet.class);
    }

    @Override
    public void keep(TargetCompany company, Instant readAt) {
        put("company|" + company.key().value(), readAt, new Read(company, readAt));
    }

    @Override
    public Optional<Read> company(CompanyKey key) {
        return read("company|" + key.value(), Read.class);
    }

    private void put(String id, Instant madeAt, Object sheet) {
        var bytes = new ByteArrayOutputStream();
        try (var packed = new GZIPOutputStream(bytes)) {
            JSON.writeValue(packed, sheet);
        } catch (IOException e) {
            throw new UncheckedIOException("records of texts and numbers are always writable", e);
        }
        rows.put(id, Instants.text(madeAt), bytes.toByteArray());
    }

    private <T> Optional<T> read(String id, Class<T> type) {
        return rows.findById(id).flatMap(row -> {
            try (var unpacked = new GZIPInputStream(new ByteArrayInputStream(row.body()))) {
                return Optional.of(JSON.readValue(unpacked, type));
            } catch (IOException e) {
                return Optional.empty();
            }
        });
    }
}
