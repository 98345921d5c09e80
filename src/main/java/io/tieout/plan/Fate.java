package io.tieout.plan;

import java.util.Optional;
import java.util.function.Function;

/** What the rules, the target's chart and people's decisions say of one line, before its companions are looked at. */
sealed interface Fate {

    <T> T fold(Function<Posts, T> posts, Function<Waits, T> waits, Function<Leaves, T> leaves);

    /**
     * May be posted.
     *
     * @param remark present where it posts but a person should know why, as with suspense
     */
    record Posts(
            TargetAccount account,
            Optional<TargetDimension> trackingClass,
            Optional<TargetDimension> location,
            Optional<String> name,
            String rule,
            Optional<Cause> remark)
            implements Fate {
        @Override
        public <T> T fold(Function<Posts, T> p, Function<Waits, T> w, Function<Leaves, T> l) {
            return p.apply(this);
        }
    }

    /** Must wait, and its smallest balanced block with it. */
    record Waits(HoldReason reason, Cause cause) implements Fate {

        static Waits of(HoldReason reason, Cause cause) {
            return new Waits(reason, cause);
        }

        @Override
        public <T> T fold(Function<Posts, T> p, Function<Waits, T> w, Function<Leaves, T> l) {
            return w.apply(this);
        }
    }

    /** Is never posted, by a rule or a person. */
    record Leaves(String reason, String by) implements Fate {
        @Override
        public <T> T fold(Function<Posts, T> p, Function<Waits, T> w, Function<Leaves, T> l) {
            return l.apply(this);
        }
    }
}
