package io.tieout.flow;

import io.tieout.fact.GlLine;
import io.tieout.flow.port.Ledger.AttemptRow;
import io.tieout.flow.port.Ledger.PostingRow;
import io.tieout.plan.PlannedDocument;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Everything behind one posted document.
 *
 * @param lines source lines by {@link io.tieout.fact.FactKey#canonical()}; an opening balance has none
 * @param marks source ids with their mark
 * @param inTarget what the target holds now; absent when it was not asked or has none
 */
public record Explanation(
        PostingRow posting,
        PlannedDocument document,
        Map<String, GlLine> lines,
        Map<String, String> marks,
        List<AttemptRow> attempts,
        Optional<List<String>> inTarget) {}
