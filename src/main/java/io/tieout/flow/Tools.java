package io.tieout.flow;

import io.tieout.flow.port.Archive;
import io.tieout.flow.port.Connections;
import io.tieout.flow.port.Ids;
import io.tieout.flow.port.Ledger;
import io.tieout.flow.port.MappingStore;
import io.tieout.flow.port.PlanStore;
import io.tieout.flow.port.Progress;
import io.tieout.flow.port.RunClock;
import io.tieout.plan.Environment;
import io.tieout.posting.ResolverStep;

/**
 * What every use case works with.
 *
 * @param settle how long after the last byte of a doubtful call the first look may be taken, and how long between two
 *     looks; never less than five minutes and one minute outside a sandbox
 */
public record Tools(
        Environment environment,
        Connections connections,
        MappingStore mappings,
        Ledger ledger,
        PlanStore plans,
        Archive archive,
        RunClock clock,
        Ids ids,
        Progress progress,
        ResolverStep.Waits settle) {

    /** With an archive that keeps nothing. */
    public Tools(
            Environment environment,
            Connections connections,
            MappingStore mappings,
            Ledger ledger,
            PlanStore plans,
            RunClock clock,
            Ids ids,
            Progress progress,
            ResolverStep.Waits settle) {
        this(environment, connections, mappings, ledger, plans, Archive.NONE, clock, ids, progress, settle);
    }
}
