package io.tieout.plan;

import io.tieout.fact.FactKey;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/**
 * SHA-256 over all that a plan depends on, whatever the order it was given in.
 *
 * <p>Left out: snapshot ids (the same content read twice is the same input), account names (they stand in messages only)
 * and the business date, of which only the question counts whether it is a blackout day.
 */
final class InputsHash {

    private final MessageDigest digest;

    private InputsHash() {
        try {
            digest = MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java runtime has SHA-256", e);
        }
    }

    static String of(PlanInput input, Map<FactKey, Decision> decisions) {
        var hash = new InputsHash();
        hash.add("mapping", input.environment().code(), input.mapping().hash());
        hash.company(input.company());
        sorted(input.months(), m -> m.scope().canonical()).forEach(hash::month);
        sorted(
                        List.copyOf(input.openings().values()),
                        l -> l.isEmpty() ? "" : l.get(0).key().property().value())
                .forEach(l -> sorted(l, o -> o.key().canonical()).forEach(hash::opening));
        sorted(List.copyOf(decisions.values()), d -> d.key().canonical())
                .forEach(d -> hash.add("decision", d.key().canonical(), d.kind(), d.reason(), d.by()));
        hash.calendar(input);
        return HexFormat.of().formatHex(hash.digest.digest());
    }

    private void company(TargetCompany company) {
        add(
                "company",
                company.key(),
                company.name(),
                company.homeCurrency(),
                company.multiCurrency(),
                company.closedThrough(),
                company.classPerLine(),
                company.locations());
        sorted(company.accounts(), TargetAccount::id)
                .forEach(a -> add(
                        "account",
                        a.id(),
                        a.number(),
                        a.name(),
                        a.accountClass(),
                        a.vendorType(),
                        a.active(),
                        a.journalAllowed()));
        sorted(company.classes(), TargetDimension::id).forEach(d -> add("class", d.id(), d.name(), d.active()));
        sorted(company.locationList(), TargetDimension::id).forEach(d -> add("location", d.id(), d.name(), d.active()));
    }

    private void month(PropertyMonth month) {
        add("month", month.scope().canonical());
        sorted(month.lines(), s -> s.line().key().canonical()).forEach(this::line);
    }

    private void line(FactState state) {
        var line = state.line();
        add(
                line.key().canonical(),
                state.version(),
                state.claimed(),
                line.accountNumber(),
                line.transactionType(),
                line.postMonth(),
                line.postDate(),
                line.debitMinor(),
                line.creditMinor(),
                line.currency(),
                line.reference(),
                line.memo());
    }

    private void opening(OpeningBalance opening) {
        add(
                "opening",
                opening.key().canonical(),
                opening.version(),
                opening.claimed().map(c -> c.version() + " " + c.signedMinor()),
                opening.accountNumber(),
                opening.accountName(),
                opening.signedMinor());
    }

    private void calendar(PlanInput input) {
        sorted(List.copyOf(input.nextSequences().entrySet()), Map.Entry::getKey)
                .forEach(e -> add("sequence", e.getKey(), e.getValue()));
        sorted(List.copyOf(input.openGlMonths().entrySet()), e -> e.getKey().value())
                .forEach(e -> add("open", e.getKey(), e.getValue()));
        sorted(List.copyOf(input.signedOff().entrySet()), e -> e.getKey().value())
                .forEach(e -> e.getValue().stream().sorted().forEach(m -> add("signed off", e.getKey(), m)));
        input.mapping().mapping().properties().stream()
                .filter(p -> p.blackoutDays().contains(input.businessDate().getDayOfMonth()))
                .map(p -> p.id().value())
                .sorted()
                .forEach(p -> add("blackout", p));
    }

    /** Every part ends in a separator that occurs in no text, so that no two inputs read the same. */
    private void add(Object... parts) {
        var text = new StringBuilder();
        for (var part : parts) {
            text.append(part).append('\u001f');
        }
        digest.update(text.append('\u001e').toString().getBytes(StandardCharsets.UTF_8));
    }

    private static <T> List<T> sorted(List<T> all, Function<T, String> by) {
        record Keyed<T>(String key, T value) {}
        return all.stream()
                .map(t -> new Keyed<>(by.apply(t), t))
                .sorted(Comparator.comparing(Keyed::key))
                .map(Keyed::value)
                .toList();
    }
}
