package io.tieout.plan;

import io.tieout.fact.GlScope;
import java.util.List;

/**
 * The lines of one complete snapshot, as planning sees them.
 *
 * @param snapshotId which snapshot
 * @param lines every line present in it, claimed ones included
 */
public record PropertyMonth(GlScope scope, String snapshotId, List<FactState> lines) {

    public PropertyMonth {
        lines = List.copyOf(lines);
    }
}
