package io.tieout.posting;

import io.tieout.money.Side;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/**
 * A journal entry as the target holds it, in our words.
 *
 * @param id the target's id
 * @param versionToken the target's token for changes; a moved token with equal content is no change
 * @param documentNumber empty text where it has none
 * @param createdAt by the target's clock
 */
public record TargetDocument(
        String id,
        String versionToken,
        String documentNumber,
        LocalDate date,
        String privateNote,
        List<Line> lines,
        Optional<Instant> createdAt) {

    public TargetDocument {
        lines = List.copyOf(lines);
    }

    /** One line; the amount is never negative. */
    public record Line(
            String accountId,
            Side side,
            long amountMinor,
            Optional<String> classId,
            Optional<String> locationId,
            String memo) {

        public long signedMinor() {
            return side.sign() * amountMinor;
        }
    }
}
