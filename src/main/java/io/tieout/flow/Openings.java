package io.tieout.flow;

import io.tieout.fact.GlAccountId;
import io.tieout.fact.PostMonth;
import io.tieout.fact.PropertyId;
import io.tieout.flow.port.TargetBooks;
import io.tieout.mapping.IndexedRuleBook;
import io.tieout.mapping.MappingVersion;
import io.tieout.mapping.OpeningMode;
import io.tieout.mapping.PropertyMapping;
import io.tieout.mapping.Subject;
import io.tieout.plan.TargetAccount;
import io.tieout.plan.TargetCompany;
import io.tieout.posting.PostingState;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/**
 * {@code opening: accept}: the target already holds its opening balances. What they differ from the source's is listed
 * with the plan, approved once by applying that plan, and counted as the opening difference from then on.
 */
final class Openings {

    private static final LocalDate LONG_AGO = LocalDate.of(1900, 1, 1);

    private final Tools tools;
    private final MappingVersion version;
    private final TargetCompany company;

    Openings(Tools tools, MappingVersion version, TargetCompany company) {
        this.tools = tools;
        this.version = version;
        this.company = company;
    }

    /** Whether any property's opening is accepted rather than posted. */
    boolean any() {
        return !accepting().isEmpty();
    }

    /** The property under which the company's acceptance is kept: the first of those that accept. */
    PropertyId keeper() {
        return accepting().get(0).id();
    }

    /**
     * The target's balance on the day before cutover less the mapped opening balances of the source, by account id; zero
     * differences are left out. Empty as long as the cutover month was not read.
     */
    Map<String, Long> differences(TargetBooks target) {
        var accepting = accepting();
        if (accepting.isEmpty() || !read(accepting)) {
            return Map.of();
        }
        var before = cutover(accepting).firstDay().minusDays(1);
        var cash = accepting.get(0).basis() == io.tieout.fact.Basis.CASH;
        var differences = new TreeMap<String, Long>(target.trialBalance(before, cash));
        ours(before).forEach((account, amount) -> differences.merge(account, -amount, Math::addExact));
        var rules = IndexedRuleBook.of(version.mapping());
        for (var property : accepting) {
            var scope = Pull.scope(version.mapping().binding(), property, property.cutover());
            for (var stored : tools.ledger().openings(scope)) {
                var subject = new Subject(
                        property.id(),
                        new GlAccountId(stored.fact().key().account().value()),
                        stored.fact().accountNumber(),
                        "Opening",
                        property.cutover());
                var account = rules.route(subject)
                        .fold(
                                m -> company.account(m.account()).map(TargetAccount::id),
                                h -> Optional.<String>empty(),
                                e -> Optional.<String>empty());
                account.ifPresent(a -> differences.merge(a, -stored.fact().signedMinor(), Math::addExact));
            }
        }
        differences.values().removeIf(v -> v == 0);
        return differences;
    }

    /** The differences a person accepted; empty when none were, or there were none. */
    Map<String, Long> accepted() {
        return any() ? tools.ledger().openingAccepted(company.key(), keeper()) : Map.of();
    }

    void accept(Map<String, Long> differences, String by) {
        tools.ledger().recordOpeningAccepted(company.key(), keeper(), differences, by);
    }

    private List<PropertyMapping> accepting() {
        return version.mapping().properties().stream()
                .filter(p -> p.opening() == OpeningMode.ACCEPT)
                .sorted(Comparator.comparing(PropertyMapping::id))
                .toList();
    }

    private boolean read(List<PropertyMapping> accepting) {
        return accepting.stream()
                .allMatch(p -> tools.ledger()
                        .latestComplete(Pull.scope(version.mapping().binding(), p, p.cutover()))
                        .isPresent());
    }

    private static PostMonth cutover(List<PropertyMapping> accepting) {
        return accepting.stream()
                .map(PropertyMapping::cutover)
                .min(Comparator.naturalOrder())
                .orElseThrow();
    }

    /** What our own entries of other properties moved up to that day. */
    private Map<String, Long> ours(LocalDate until) {
        var sums = new TreeMap<String, Long>();
        tools.ledger().postingsDated(company.key(), LONG_AGO, until).stream()
                .filter(p -> Set.of(PostingState.CONFIRMED, PostingState.MATCHED, PostingState.VERIFIED)
                        .contains(p.state()))
                .flatMap(p -> tools.ledger().document(p).entry().lines().stream())
                .forEach(l -> sums.merge(l.account().id(), l.signedMinor(), Math::addExact));
        return sums;
    }
}
