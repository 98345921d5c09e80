package io.tieout.source.answer;

import io.tieout.flow.port.SourceLedger.CallBudget;
import io.tieout.flow.port.SourceLedger.MarkAnswer;
import io.tieout.wire.Json;
import java.time.Instant;
import java.util.OptionalLong;

/** Whoever answers calls: the source itself over HTTP, or a folder of saved answers. */
public interface SourceCalls extends AutoCloseable {

    /**
     * The result of a reading call. Saves the raw answer before it is looked at.
     *
     * @throws io.tieout.finding.Stopped when there is no answer, or one that is not a result
     */
    Answer read(SourceCall call);

    /** One writing call, sent at most once. */
    MarkAnswer write(SourceCall call);

    CallBudget budget();

    @Override
    void close();

    /**
     * @param result what stood under {@code result}
     * @param rawHash SHA-256 (hex) of the saved answer
     * @param totalCount how many items all pages hold, where the answer says so
     * @param last whether the answering side knows that no page follows
     */
    record Answer(Json result, String rawHash, Instant at, OptionalLong totalCount, boolean last) {}
}
