package io.tieout.source.answer;

import io.tieout.finding.Finding;
import io.tieout.finding.Stopped;
import io.tieout.source.answer.SourceCalls.Answer;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/** The records at the top of a result. */
final class Results {

    private Results() {}

    /**
     * The records under {@code outer.inner}.
     *
     * @throws Stopped when the result is of another shape: a result without the list asked for is not an empty list
     */
    static List<SourceRecord> records(
            SourceCall call, Answer answer, String outer, String inner, String kind, Consumer<Finding> findings) {
        var result = answer.result();
        var items = Shapes.many(result, outer, inner);
        if (items.isEmpty() || (!Shapes.isEmpty(result) && !result.fields().containsKey(outer))) {
            throw wrongShape(call, outer + " with one or many of " + inner, SourceRecord.shown(result));
        }
        var records = new ArrayList<SourceRecord>();
        for (var item : items.get()) {
            records.add(new SourceRecord(item, call.place() + ", " + kind + " " + (records.size() + 1), findings));
        }
        return records;
    }

    static Stopped wrongShape(SourceCall call, String expected, String found) {
        return new Stopped(
                new Envelope.Fault(SourceCode.WRONG_SHAPE, "a result with " + expected, found).at(call.place()));
    }
}
