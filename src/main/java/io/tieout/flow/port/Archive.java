package io.tieout.flow.port;

import io.tieout.mapping.CompanyKey;
import io.tieout.plan.TargetCompany;
import java.time.Instant;
import java.util.Optional;

/**
 * Keeps what was shown and read, so that it can be shown and used again: plans, the last tie-out of a company, a target
 * company as last read. Nothing in it is evidence; all of it may be lost and is made again.
 */
public interface Archive {

    /** An archive that keeps nothing. */
    Archive NONE = new Archive() {
        @Override
        public void keep(PlanSheet plan) {}

        @Override
        public Optional<PlanSheet> plan(String planId) {
            return Optional.empty();
        }

        @Override
        public void keep(TieOutSheet tieOut) {}

        @Override
        public Optional<TieOutSheet> lastTieOut(String company) {
            return Optional.empty();
        }

        @Override
        public void keep(TargetCompany company, Instant readAt) {}

        @Override
        public Optional<Read> company(CompanyKey key) {
            return Optional.empty();
        }
    };

    /** Plans that were never applied are kept for some weeks. */
    void keep(PlanSheet plan);

    Optional<PlanSheet> plan(String planId);

    /** Replaces the company's earlier one. */
    void keep(TieOutSheet tieOut);

    Optional<TieOutSheet> lastTieOut(String company);

    /** Replaces what was read of the company before. */
    void keep(TargetCompany company, Instant readAt);

    Optional<Read> company(CompanyKey key);

    /** A target company as it was at an instant. */
    record Read(TargetCompany company, Instant at) {}
}
