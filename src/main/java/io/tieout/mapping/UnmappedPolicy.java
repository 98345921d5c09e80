package io.tieout.mapping;

import io.tieout.fact.PostMonth;
import java.util.Optional;

/**
 * What happens to a line whose code no rule names.
 *
 * @param suspenseAccount where {@code suspense} posts it
 * @param suspenseUntil last post month for which suspense may be used; after it the line is held
 */
public record UnmappedPolicy(Kind kind, Optional<AccountReference> suspenseAccount, Optional<PostMonth> suspenseUntil) {

    public enum Kind {
        /** The line waits, with the smallest balanced group it belongs to. */
        HOLD,
        /** The line posts to a suspense account, with an expiry. */
        SUSPENSE,
        /** Nothing of the property and month is posted. */
        BLOCK
    }

    public static UnmappedPolicy hold() {
        return new UnmappedPolicy(Kind.HOLD, Optional.empty(), Optional.empty());
    }
}
