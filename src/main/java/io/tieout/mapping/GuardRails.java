package io.tieout.mapping;

import java.util.OptionalLong;

/**
 * Limits inside which {@code sync} may post without a person.
 *
 * @param documentMinorMax greatest sum of debits of one document
 * @param runMinorMax greatest sum of debits of one run
 * @param newUnmappedCodesMax how many codes without a rule may turn up
 */
public record GuardRails(OptionalLong documentMinorMax, OptionalLong runMinorMax, OptionalLong newUnmappedCodesMax) {

    public static GuardRails none() {
        return new GuardRails(OptionalLong.empty(), OptionalLong.empty(), OptionalLong.empty());
    }
}
