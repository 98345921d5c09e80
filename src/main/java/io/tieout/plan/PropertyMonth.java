package io.tieout.plan;

import io.tieout.fact.GlAccountId;
import io.tieout.fact.GlScope;
import java.util.List;
import java.util.Map;

/**
 * The lines of one complete snapshot, as planning sees them.
 *
 * @param snapshotId which snapshot
 * @param lines every line present in it, claimed ones included
 * @param accountNames the source's names of its accounts, for messages only; may lack any
 */
public record PropertyMonth(
        GlScope scope, String snapshotId, List<FactState> lines, Map<GlAccountId, String> accountNames) {

    public PropertyMonth {
        lines = List.copyOf(lines);
        accountNames = Map.copyOf(accountNames);
    }

    public PropertyMonth(GlScope scope, String snapshotId, List<FactState> lines) {
        this(scope, snapshotId, lines, Map.of());
    }
}
