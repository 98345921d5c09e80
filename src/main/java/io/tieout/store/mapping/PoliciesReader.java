package io.tieout.store.mapping;

import io.tieout.mapping.ApPayments;
import io.tieout.mapping.Grain;
import io.tieout.mapping.GuardRails;
import io.tieout.mapping.LatePolicy;
import io.tieout.mapping.LineMode;
import io.tieout.mapping.MappingCode;
import io.tieout.mapping.Policies;
import io.tieout.mapping.RepeatedIdPolicy;
import io.tieout.mapping.UnmappedPolicy;
import io.tieout.money.CurrencyCode;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/** Reads {@code policies}; what is left out has its default (accounting rules, section 15). */
final class PoliciesReader {

    private static final List<String> UNMAPPED_WORDS = List.of("hold", "block", "suspense");

    private final Faults faults;
    private final CurrencyCode currency;

    PoliciesReader(Faults faults, CurrencyCode currency) {
        this.faults = faults;
        this.currency = currency;
    }

    Policies read(Group file) {
        var group = file.group("policies", Keys.POLICIES);
        var defaults = Policies.defaults();
        return new Policies(
                unmapped(group).orElse(defaults.unmapped()),
                group.read("late", v -> v.oneOf(LatePolicy::of, words(LatePolicy.values(), LatePolicy::code)))
                        .orElse(defaults.late()),
                group.read("grain", v -> v.oneOf(Grain::of, words(Grain.values(), Grain::code)))
                        .orElse(defaults.grain()),
                group.read("lines", v -> v.oneOf(LineMode::of, words(LineMode.values(), LineMode::code)))
                        .orElse(defaults.lines()),
                group.read("lines-max", v -> v.asNumber(2, 10_000)).orElse(defaults.linesMax()),
                guardRails(group),
                group.read(
                                "repeated-ids",
                                v -> v.oneOf(
                                        RepeatedIdPolicy::of, words(RepeatedIdPolicy.values(), RepeatedIdPolicy::code)))
                        .orElse(defaults.repeatedIds()),
                group.read("mark-batch", v -> v.asNumber(1, 1_000)).orElse(defaults.markBatch()),
                group.read("ap-payments", v -> v.oneOf(ApPayments::of, words(ApPayments.values(), ApPayments::code)))
                        .orElse(defaults.apPayments()),
                group.read("two-person-rule", Value::asYesOrNo).orElse(defaults.twoPersonRule()));
    }

    private Optional<UnmappedPolicy> unmapped(Group policies) {
        var node = policies.node("unmapped");
        if (node.isPresent() && node.get() instanceof YamlNode.Block) {
            return suspense(policies.group("unmapped", Keys.UNMAPPED));
        }
        return policies.read("unmapped", this::unmappedWord);
    }

    private Optional<UnmappedPolicy> unmappedWord(Value value) {
        return switch (value.text()) {
            case "hold" -> Optional.of(UnmappedPolicy.hold());
            case "block" ->
                Optional.of(new UnmappedPolicy(UnmappedPolicy.Kind.BLOCK, Optional.empty(), Optional.empty()));
            case "suspense" -> {
                faults.add(
                        MappingCode.SUSPENSE_WITHOUT_EXPIRY,
                        value.place(),
                        "a suspense account and its last month",
                        "the word 'suspense' alone",
                        "write 'suspense: \"1999\"' and 'until: 2026-12' on lines of their own below 'unmapped:'");
                yield Optional.empty();
            }
            default ->
                value.refuse(
                        "one of hold, block, or a group with suspense (an account) and until (its last month)",
                        value.adviceFrom(UNMAPPED_WORDS));
        };
    }

    private Optional<UnmappedPolicy> suspense(Group group) {
        var account = group.require("suspense", "the suspense account", Value::asAccount);
        if (!group.has("until")) {
            group.missing(
                    MappingCode.SUSPENSE_WITHOUT_EXPIRY, "until", "the last post month for which suspense may be used");
        }
        var until = group.read("until", Value::asMonth);
        return account.isEmpty() || until.isEmpty()
                ? Optional.empty()
                : Optional.of(new UnmappedPolicy(UnmappedPolicy.Kind.SUSPENSE, account, until));
    }

    private GuardRails guardRails(Group policies) {
        var group = policies.group("guard-rails", Keys.GUARD_RAILS);
        return new GuardRails(
                optional(group.read("document-max", v -> v.asAmount(currency))),
                optional(group.read("run-max", v -> v.asAmount(currency))),
                optional(group.read("new-unmapped-max", v -> v.asNumber(0, 100_000))
                        .map(Integer::longValue)));
    }

    private static OptionalLong optional(Optional<Long> value) {
        return value.map(OptionalLong::of).orElseGet(OptionalLong::empty);
    }

    private static <T> List<String> words(T[] values, java.util.function.Function<T, String> code) {
        return PropertiesReader.codes(values, code);
    }
}
