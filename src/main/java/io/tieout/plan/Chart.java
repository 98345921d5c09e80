package io.tieout.plan;

import io.tieout.finding.Count;
import io.tieout.mapping.AccountReference;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Predicate;

/** The target's accounts, classes and locations as the names in a mapping find them. Never guesses between two. */
final class Chart {

    private final TargetCompany company;

    Chart(TargetCompany company) {
        this.company = company;
    }

    /**
     * Either what was named, or why it cannot be used.
     *
     * @param fault empty text where the value is present
     */
    record Found<T>(Optional<T> value, PlanCode code, String fault) {

        static <T> Found<T> of(T value) {
            return new Found<>(Optional.of(value), PlanCode.ACCOUNT_MISSING, "");
        }

        static <T> Found<T> not(PlanCode code, String fault) {
            return new Found<>(Optional.empty(), code, fault);
        }
    }

    /** The one account a mapping means, if journal entries may touch it. */
    Found<TargetAccount> account(AccountReference reference) {
        var matches = meant(company, reference);
        if (matches.isEmpty()) {
            return Found.not(PlanCode.ACCOUNT_MISSING, company.name() + " has no account " + reference);
        }
        if (matches.size() > 1) {
            var labels = matches.stream()
                    .map(a -> a.label() + " (id:" + a.id() + ")")
                    .sorted()
                    .toList();
            return Found.not(
                    PlanCode.ACCOUNT_MISSING,
                    company.name() + " has " + Count.of(matches.size(), "account") + " " + reference + ": "
                            + String.join(", ", labels));
        }
        return usable(matches.get(0));
    }

    /** The class of a name or {@code id:}, if the company tracks classes on lines. */
    Found<TargetDimension> trackingClass(String named) {
        if (!company.classPerLine()) {
            return Found.not(
                    PlanCode.DIMENSION, "class " + named + ", but " + company.name() + " tracks no class on lines");
        }
        return dimension("class", company.classes(), named);
    }

    /** The location of a name or {@code id:}, if the company tracks locations. */
    Found<TargetDimension> location(String named) {
        if (!company.locations()) {
            return Found.not(
                    PlanCode.DIMENSION, "location " + named + ", but " + company.name() + " tracks no locations");
        }
        return dimension("location", company.locationList(), named);
    }

    /** Every account a reference can mean; an archived namesake of an active one does not count. */
    static List<TargetAccount> meant(TargetCompany company, AccountReference reference) {
        return live(matching(company, reference), TargetAccount::active);
    }

    private static List<TargetAccount> matching(TargetCompany company, AccountReference reference) {
        var wanted = reference.value();
        return switch (reference.kind()) {
            case NUMBER -> filter(company.accounts(), a -> a.number().equals(wanted));
            case ID -> filter(company.accounts(), a -> a.id().equals(wanted));
            case NAME -> {
                var exact = filter(company.accounts(), a -> a.name().equals(wanted));
                yield exact.isEmpty() ? filter(company.accounts(), a -> sameWord(a.name(), wanted)) : exact;
            }
        };
    }

    private Found<TargetAccount> usable(TargetAccount account) {
        if (!account.active()) {
            return Found.not(PlanCode.ACCOUNT_CLOSED, "account " + account.label() + " is inactive");
        }
        var kept = switch (account.accountClass()) {
            case RECEIVABLE, PAYABLE, RETAINED_EARNINGS -> true;
            case BANK, ASSET, LIABILITY, EQUITY, INCOME, EXPENSE -> false;
        };
        if (kept || !account.journalAllowed()) {
            return Found.not(
                    PlanCode.ACCOUNT_CLOSED,
                    "account " + account.label() + " is of type " + account.vendorType()
                            + ", which journal entries must not touch");
        }
        return Found.of(account);
    }

    private Found<TargetDimension> dimension(String kind, List<TargetDimension> all, String named) {
        var matches = live(matching(all, named), TargetDimension::active);
        if (matches.isEmpty()) {
            return Found.not(PlanCode.DIMENSION, company.name() + " has no " + kind + " " + named);
        }
        if (matches.size() > 1) {
            return Found.not(
                    PlanCode.DIMENSION, company.name() + " has " + matches.size() + " of " + kind + " " + named);
        }
        if (!matches.get(0).active()) {
            return Found.not(PlanCode.DIMENSION, kind + " " + named + " is inactive");
        }
        return Found.of(matches.get(0));
    }

    private static List<TargetDimension> matching(List<TargetDimension> all, String named) {
        if (named.startsWith("id:")) {
            return filter(all, d -> d.id().equals(named.substring("id:".length())));
        }
        var exact = filter(all, d -> d.name().equals(named));
        return exact.isEmpty() ? filter(all, d -> sameWord(d.name(), named)) : exact;
    }

    /** Active ones where there are any: an archived namesake makes nothing ambiguous. */
    private static <T> List<T> live(List<T> matches, Predicate<T> active) {
        var live = filter(matches, active);
        return live.isEmpty() ? matches : live;
    }

    private static <T> List<T> filter(List<T> all, Predicate<T> wanted) {
        var kept = new ArrayList<T>();
        for (var one : all) {
            if (wanted.test(one)) {
                kept.add(one);
            }
        }
        return kept;
    }

    private static boolean sameWord(String one, String other) {
        return one.toLowerCase(Locale.ROOT).equals(other.toLowerCase(Locale.ROOT));
    }
}
