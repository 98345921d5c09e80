package io.tieout.mapping;

import java.util.Optional;
import java.util.function.Function;

/** What a rule says should happen to a line. */
public sealed interface RuleAction {

    <T> T fold(
            Function<ToAccount, T> toAccount,
            Function<Label, T> label,
            Function<Hold, T> hold,
            Function<Exclude, T> exclude);

    /**
     * Post to an account.
     *
     * @param trackingClass overrides the property's class
     * @param location overrides the property's location
     * @param name vendor, customer or other name for the line
     */
    record ToAccount(
            AccountReference account, Optional<String> trackingClass, Optional<String> location, Optional<String> name)
            implements RuleAction {
        @Override
        public <T> T fold(Function<ToAccount, T> a, Function<Label, T> l, Function<Hold, T> h, Function<Exclude, T> e) {
            return a.apply(this);
        }
    }

    /**
     * Say who or where a line belongs to, and leave its account to the other rules: a vendor's name, a tag's class. Never
     * the action of a GL-account rule.
     */
    record Label(Optional<String> trackingClass, Optional<String> location, Optional<String> name)
            implements RuleAction {
        @Override
        public <T> T fold(Function<ToAccount, T> a, Function<Label, T> l, Function<Hold, T> h, Function<Exclude, T> e) {
            return l.apply(this);
        }
    }

    /** Wait for a person. */
    record Hold(String reason) implements RuleAction {
        @Override
        public <T> T fold(Function<ToAccount, T> a, Function<Label, T> l, Function<Hold, T> h, Function<Exclude, T> e) {
            return h.apply(this);
        }
    }

    /** Never post, for a stated reason. */
    record Exclude(String reason) implements RuleAction {
        @Override
        public <T> T fold(Function<ToAccount, T> a, Function<Label, T> l, Function<Hold, T> h, Function<Exclude, T> e) {
            return e.apply(this);
        }
    }
}
