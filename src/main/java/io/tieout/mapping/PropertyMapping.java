package io.tieout.mapping;

import io.tieout.fact.Basis;
import io.tieout.fact.BookId;
import io.tieout.fact.PostMonth;
import io.tieout.fact.PropertyId;
import java.util.List;
import java.util.Optional;

/**
 * How one property shows in the target company.
 *
 * @param trackingClass QuickBooks class or Xero tracking option, by name or {@code id:}
 * @param location QuickBooks location (department), by name or {@code id:}
 * @param tree GL tree whose numbers the rules speak
 * @param cutover first post month that Tieout posts
 * @param blackoutDays days of the month (1 to 31) on which nothing is posted for the property
 */
public record PropertyMapping(
        PropertyId id,
        String name,
        Optional<String> trackingClass,
        Optional<String> location,
        Basis basis,
        BookId book,
        String tree,
        FlowMode flow,
        PostMonth cutover,
        OpeningMode opening,
        List<Integer> blackoutDays,
        SourcePlace place) {

    public PropertyMapping {
        blackoutDays = List.copyOf(blackoutDays);
    }
}
