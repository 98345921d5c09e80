package io.tieout.fact;

import java.util.Optional;

/**
 * A property as the source describes it.
 *
 * @param lookupCode the client's own code, empty text when it has none
 * @param glPostMonth the open GL post month; absent when the source does not say
 */
public record SourceProperty(
        PropertyId id,
        String name,
        String lookupCode,
        boolean disabled,
        Optional<PostMonth> arPostMonth,
        Optional<PostMonth> apPostMonth,
        Optional<PostMonth> glPostMonth) {}
