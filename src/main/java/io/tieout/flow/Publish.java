package io.tieout.flow;

import io.tieout.mapping.MappingVersion;

/** Publishes a mapping and keeps who did it in the ledger. */
public final class Publish {

    private final Tools tools;

    public Publish(Tools tools) {
        this.tools = tools;
    }

    /** Throws {@link io.tieout.finding.Stopped} when the file has errors or author and approver are one person. */
    public MappingVersion run(String company, String author, String approver, String reason) {
        var version = tools.mappings().publish(company, author, approver, reason);
        tools.ledger()
                .recordMappingPublished(
                        version.mapping().binding().companyKey(), version.hash(), author, approver, reason);
        tools.ledger().witnessHeads();
        return version;
    }
}
