package io.tieout.flow.port;

import io.tieout.mapping.Binding;

/** Opens the outside systems that a mapping names; the caller closes them. */
public interface Connections {

    /** The source connection of a mapping. Throws {@link io.tieout.finding.Stopped} when the configuration lacks it. */
    SourceLedger source(Binding binding);

    /** The target connection of a mapping. Throws {@link io.tieout.finding.Stopped} when the configuration lacks it. */
    TargetBooks target(Binding binding);
}
