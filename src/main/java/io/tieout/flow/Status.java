package io.tieout.flow;

import io.tieout.flow.port.Ledger.SnapshotHeader;
import io.tieout.flow.port.PlanStore.StoredPlan;
import io.tieout.posting.PostingState;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Where a company stands, from the ledger alone: asks nothing outside. */
public final class Status {

    private static final int PLANS_SHOWN = 5;

    private final Tools tools;
    private final Companies companies;

    public Status(Tools tools) {
        this.tools = tools;
        this.companies = new Companies(tools.mappings());
    }

    /**
     * @param mapping version for people
     * @param postings documents by state name
     * @param coverage newest reading of each scope
     */
    public record Of(
            String company,
            String companyKey,
            String mapping,
            Map<String, Integer> postings,
            List<SnapshotHeader> coverage,
            List<StoredPlan> plans) {

        /** Documents that need an answer or a person. */
        public int doubtful() {
            return postings.getOrDefault(PostingState.UNKNOWN.name(), 0)
                    + postings.getOrDefault(PostingState.SENT.name(), 0)
                    + postings.getOrDefault(PostingState.QUARANTINED.name(), 0);
        }
    }

    public Of of(String company) {
        var version = companies.forPlanning(company);
        var binding = version.mapping().binding();
        var postings = new TreeMap<String, Integer>();
        tools.ledger()
                .postings(binding.companyKey(), EnumSet.allOf(PostingState.class))
                .forEach(p -> postings.merge(p.state().name(), 1, Integer::sum));
        var coverage = new ArrayList<SnapshotHeader>();
        for (var property : version.mapping().properties()) {
            tools.ledger()
                    .knownScopes(binding.organisation(), property.id(), property.basis(), property.book())
                    .forEach(s -> tools.ledger().latestSnapshot(s).ifPresent(coverage::add));
        }
        return new Of(
                company,
                binding.companyKey().value(),
                version.label(),
                postings,
                coverage,
                tools.plans().latest(company, PLANS_SHOWN));
    }
}
