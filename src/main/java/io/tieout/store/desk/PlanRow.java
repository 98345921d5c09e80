package io.tieout.store.desk;

import io.micronaut.data.annotation.Id;
import io.micronaut.data.annotation.MappedEntity;

/** One row of {@code plan}; instants are UTC text of fixed width, money is minor units. */
@MappedEntity("plan")
record PlanRow(
        @Id String planId,
        String company,
        String contentHash,
        String inputsHash,
        String mappingHash,
        int published,
        String selection,
        String state,
        String madeAt,
        int documents,
        int held,
        int excluded,
        long totalMinor,
        String bodyJson) {}
