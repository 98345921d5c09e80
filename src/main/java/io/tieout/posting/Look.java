package io.tieout.posting;

import java.util.List;
import java.util.Optional;

/**
 * What one look into the target showed.
 *
 * @param byMarker documents found by the marker; absent when that search did not complete
 * @param byList documents with the marker among all that were created since the attempt; absent when the list did not
 *     complete
 * @param controlSeen whether a document known to exist was found by a search of the same shape
 */
public record Look(
        Optional<List<TargetDocument>> byMarker, Optional<List<TargetDocument>> byList, boolean controlSeen) {

    /** No look was taken: nothing is known. */
    public static Look none() {
        return new Look(Optional.empty(), Optional.empty(), false);
    }

    boolean complete() {
        return byMarker.isPresent() && byList.isPresent() && controlSeen;
    }

    boolean agrees() {
        return ids(byMarker).equals(ids(byList));
    }

    private static List<String> ids(Optional<List<TargetDocument>> documents) {
        return documents.orElse(List.of()).stream()
                .map(TargetDocument::id)
                .sorted()
                .distinct()
                .toList();
    }
}
