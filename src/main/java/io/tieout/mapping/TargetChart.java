package io.tieout.mapping;

import io.tieout.money.CurrencyCode;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import java.util.function.Predicate;

/**
 * What the linter needs to know of a target company: its accounts, classes and locations.
 *
 * @param company the target and its own company id
 * @param name for messages
 * @param multiCurrency whether it keeps several currencies
 * @param tracksClasses whether a class may stand on an entry line
 * @param tracksLocations whether a location may stand on an entry line
 */
public record TargetChart(
        CompanyKey company,
        String name,
        CurrencyCode currency,
        boolean multiCurrency,
        boolean tracksClasses,
        boolean tracksLocations,
        List<Account> accounts,
        List<Dimension> classes,
        List<Dimension> locations) {

    public TargetChart {
        accounts = List.copyOf(accounts);
        classes = List.copyOf(classes);
        locations = List.copyOf(locations);
    }

    /** What an account is, as far as control accounts care. */
    public enum Kind {
        ASSET,
        LIABILITY,
        EQUITY,
        INCOME,
        EXPENSE;

        public String words() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /**
     * @param number empty text where the company keeps no numbers
     * @param vendorType the target's own word for its type
     * @param openToJournals whether journal entries may touch it: not receivables, payables and retained earnings
     */
    public record Account(
            String id,
            String number,
            String name,
            Kind kind,
            String vendorType,
            boolean active,
            boolean openToJournals) {

        public String label() {
            return number.isEmpty() ? name : number + " " + name;
        }
    }

    /** A class, location or tracking option. */
    public record Dimension(String id, String name, boolean active) {}

    /** The accounts a reference means: active ones where there are any, else inactive ones; several where it is unclear. */
    public List<Account> find(AccountReference reference) {
        var wanted = reference.value();
        return switch (reference.kind()) {
            case NUMBER -> live(keep(accounts, a -> a.number().equals(wanted)), Account::active);
            case ID -> keep(accounts, a -> a.id().equals(wanted));
            case NAME -> live(named(accounts, Account::name, wanted), Account::active);
        };
    }

    /** The classes or locations a name or {@code id:} means, by the same rules. */
    public static List<Dimension> find(List<Dimension> all, String named) {
        var id = named.startsWith("id:") ? named.substring("id:".length()) : "";
        return id.isEmpty()
                ? live(named(all, Dimension::name, named), Dimension::active)
                : keep(all, d -> d.id().equals(id));
    }

    private static <T> List<T> named(List<T> all, Function<T, String> name, String wanted) {
        var exact = keep(all, one -> name.apply(one).equals(wanted));
        return exact.isEmpty() ? keep(all, one -> name.apply(one).equalsIgnoreCase(wanted)) : exact;
    }

    private static <T> List<T> live(List<T> matches, Predicate<T> active) {
        var live = keep(matches, active);
        return live.isEmpty() ? matches : live;
    }

    private static <T> List<T> keep(List<T> all, Predicate<T> wanted) {
        return all.stream().filter(wanted).toList();
    }
}
