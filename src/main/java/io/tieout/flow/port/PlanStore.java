package io.tieout.flow.port;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Plans that were made: enough to make each again and compare. */
public interface PlanStore {

    void save(StoredPlan plan);

    Optional<StoredPlan> find(String planId);

    /** Newest first. */
    List<StoredPlan> latest(String company, int count);

    void setState(String planId, State state);

    enum State {
        PLANNED,
        APPLIED,
        PARTLY_APPLIED,
        REFUSED,
        REJECTED
    }

    /**
     * @param selection the selectors it was made with, so that it can be made again and compared
     * @param bodyJson what applying it does, in lines that can be compared with those of a plan made again
     */
    record StoredPlan(
            String planId,
            String company,
            String contentHash,
            String inputsHash,
            String mappingHash,
            boolean published,
            String selection,
            State state,
            Instant madeAt,
            int documents,
            int held,
            int excluded,
            long totalMinor,
            String bodyJson) {}
}
