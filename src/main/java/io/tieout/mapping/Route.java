package io.tieout.mapping;

import java.util.Optional;
import java.util.function.Function;

/** Where one line goes: the answer of {@link RuleBook}. */
public sealed interface Route {

    <T> T fold(Function<Mapped, T> mapped, Function<Held, T> held, Function<Excluded, T> excluded);

    /**
     * To an account of the target.
     *
     * @param rule name of the rule that won
     * @param suspense whether it goes there only because no rule names its code
     */
    record Mapped(
            AccountReference account,
            Optional<String> trackingClass,
            Optional<String> location,
            Optional<String> name,
            String rule,
            boolean suspense)
            implements Route {
        @Override
        public <T> T fold(Function<Mapped, T> m, Function<Held, T> h, Function<Excluded, T> e) {
            return m.apply(this);
        }
    }

    /**
     * Nowhere yet.
     *
     * @param unmapped whether no rule names the code
     * @param blocks whether the whole property and month must wait with it
     */
    record Held(String reason, Optional<String> rule, boolean unmapped, boolean blocks) implements Route {
        @Override
        public <T> T fold(Function<Mapped, T> m, Function<Held, T> h, Function<Excluded, T> e) {
            return h.apply(this);
        }
    }

    /** Nowhere, by a rule with a reason. */
    record Excluded(String reason, String rule) implements Route {
        @Override
        public <T> T fold(Function<Mapped, T> m, Function<Held, T> h, Function<Excluded, T> e) {
            return e.apply(this);
        }
    }
}
