package io.tieout.mapping;

import io.tieout.finding.Finding;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Checks of a mapping against the target company's chart, classes and locations. */
final class TargetLint {

    /** Names shown where one was not found. */
    private static final int CANDIDATES_MAX = 3;

    private final Mapping mapping;
    private final TargetChart chart;
    private final List<Finding> findings = new ArrayList<>();

    TargetLint(Mapping mapping, TargetChart chart) {
        this.mapping = mapping;
        this.chart = chart;
    }

    List<Finding> findings() {
        company();
        uses().forEach(this::account);
        mapping.properties().forEach(p -> {
            p.trackingClass().ifPresent(name -> trackingClass(name, p.place()));
            p.location().ifPresent(name -> location(name, p.place()));
        });
        ruleDimensions();
        controls();
        return List.copyOf(findings);
    }

    private void company() {
        var binding = mapping.binding();
        if (!chart.company().equals(binding.companyKey())) {
            add(
                    MappingCode.OTHER_COMPANY,
                    mapping.place("binding.company-id"),
                    "the company " + binding.companyKey(),
                    chart.company() + " (" + chart.name() + ")",
                    "correct 'company-id', or connect '" + binding.connection() + "' to the other company");
        }
        if (chart.multiCurrency() || !chart.currency().equals(binding.currency())) {
            add(
                    MappingCode.CURRENCY_DIFFERS,
                    mapping.place("binding.currency"),
                    "a company that keeps " + binding.currency() + " alone",
                    chart.name() + " keeps " + chart.currency() + (chart.multiCurrency() ? " and others" : ""),
                    "bind a company of one currency; nothing is posted to this one");
        }
    }

    /** Every account the mapping names, once, with the first place and the number of uses. */
    private List<Use> uses() {
        Map<AccountReference, Use> uses = new LinkedHashMap<>();
        mapping.rules()
                .forEach(rule -> accountOf(rule.action())
                        .ifPresent(account -> uses.merge(
                                account,
                                new Use(account, rule.place(), 1, rule.subject() == SubjectKind.GL_ACCOUNT),
                                Use::and)));
        mapping.openingEquity()
                .ifPresent(a -> uses.merge(a, new Use(a, mapping.place("opening-equity"), 1, true), Use::and));
        mapping.policies()
                .unmapped()
                .suspenseAccount()
                .ifPresent(a -> uses.merge(a, new Use(a, mapping.place("policies.unmapped"), 1, true), Use::and));
        return List.copyOf(uses.values());
    }

    private static Optional<AccountReference> accountOf(RuleAction action) {
        return action.fold(
                to -> Optional.of(to.account()),
                label -> Optional.empty(),
                hold -> Optional.empty(),
                exclude -> Optional.empty());
    }

    private void account(Use use) {
        var matches = chart.find(use.account);
        if (matches.isEmpty()) {
            missing(use);
        } else if (matches.size() > 1) {
            add(
                    MappingCode.TARGET_ACCOUNT_AMBIGUOUS,
                    use.place,
                    "one account " + use.account,
                    String.join(
                            ", ",
                            matches.stream()
                                    .map(a -> a.label() + " (id:" + a.id() + ")")
                                    .sorted()
                                    .toList()),
                    "write one of these ids instead; " + use.times());
        } else if (!matches.get(0).active()) {
            add(
                    MappingCode.TARGET_ACCOUNT_INACTIVE,
                    use.place,
                    "an active account",
                    matches.get(0).label() + ", which is inactive; " + use.times(),
                    "make it active in " + chart.name() + ", or name another account");
        } else if (use.journaled && !matches.get(0).openToJournals()) {
            add(
                    MappingCode.TARGET_ACCOUNT_CLOSED,
                    use.place,
                    "an account that journal entries may touch",
                    matches.get(0).label() + " of type " + matches.get(0).vendorType() + "; " + use.times(),
                    "name an Other Current Asset for receivables, an Other Current Liability for payables");
        }
    }

    private void missing(Use use) {
        var byName = use.account.kind() == AccountReference.Kind.NAME;
        if (use.account.kind() == AccountReference.Kind.NUMBER
                && chart.accounts().stream().allMatch(a -> a.number().isEmpty())) {
            add(
                    MappingCode.TARGET_ACCOUNT_MISSING,
                    use.place,
                    "an account numbered " + use.account,
                    chart.name() + " keeps no account numbers; " + use.times(),
                    "switch account numbers on in the company, or name accounts by name: or id:");
            return;
        }
        Map<String, String> labels = new LinkedHashMap<>();
        chart.accounts().stream()
                .filter(TargetChart.Account::active)
                .forEach(a -> labels.putIfAbsent(byName ? a.name() : a.number(), a.label()));
        labels.remove("");
        var nearest = DidYouMean.nearest(use.account.value(), labels.keySet(), CANDIDATES_MAX).stream()
                .map(labels::get)
                .toList();
        var meant = DidYouMean.of(use.account.value(), labels.keySet())
                .map(v -> ". Did you mean " + labels.get(v) + "?")
                .orElse("");
        add(
                MappingCode.TARGET_ACCOUNT_MISSING,
                use.place,
                "an account " + use.account + " in " + chart.name(),
                "none; nearest are " + String.join(", ", nearest) + meant,
                "correct the account, or create it in the company; " + use.times());
    }

    private void ruleDimensions() {
        var said = new HashSet<String>();
        for (var rule : mapping.rules()) {
            rule.action()
                    .<Optional<String>>fold(
                            to -> to.trackingClass(),
                            label -> label.trackingClass(),
                            h -> Optional.empty(),
                            e -> Optional.empty())
                    .filter(name -> said.add("class " + name))
                    .ifPresent(name -> trackingClass(name, rule.place()));
            rule.action()
                    .<Optional<String>>fold(
                            to -> to.location(),
                            label -> label.location(),
                            h -> Optional.empty(),
                            e -> Optional.empty())
                    .filter(name -> said.add("location " + name))
                    .ifPresent(name -> location(name, rule.place()));
        }
    }

    private void trackingClass(String name, SourcePlace place) {
        dimension("class", name, chart.tracksClasses(), chart.classes(), place);
    }

    private void location(String name, SourcePlace place) {
        dimension("location", name, chart.tracksLocations(), chart.locations(), place);
    }

    private void dimension(
            String kind, String name, boolean tracked, List<TargetChart.Dimension> all, SourcePlace place) {
        if (!tracked) {
            add(
                    MappingCode.TRACKING_OFF,
                    place,
                    "a company that tracks " + kind + " on the lines of an entry",
                    chart.name() + " does not, and the mapping names the " + kind + " " + name,
                    "switch it on in the company's settings (for classes: one to each row)");
            return;
        }
        var matches = TargetChart.find(all, name);
        if (matches.size() != 1 || !matches.get(0).active()) {
            var names = all.stream()
                    .filter(TargetChart.Dimension::active)
                    .map(TargetChart.Dimension::name)
                    .toList();
            var found = matches.isEmpty() ? "none" : matches.size() > 1 ? matches.size() + " of that name" : "inactive";
            add(
                    MappingCode.DIMENSION_UNKNOWN,
                    place,
                    "one active " + kind + " " + name + " in " + chart.name(),
                    found + "; there are " + String.join(", ", DidYouMean.nearest(name, names, CANDIDATES_MAX)) + "."
                            + DidYouMean.sentence(name, names),
                    "correct the name, or create the " + kind + " in the company");
        }
    }

    /** Deposits and prepaid rent are owed to residents; no control account is income or expense. */
    private void controls() {
        var controls = mapping.controls();
        control("receivables", controls.receivables(), TargetChart.Kind.ASSET);
        control("prepaid", controls.prepaid(), TargetChart.Kind.LIABILITY);
        control("deposits", controls.deposits(), TargetChart.Kind.LIABILITY);
        control("payables", controls.payables(), TargetChart.Kind.LIABILITY);
        control("cash", controls.cash(), TargetChart.Kind.ASSET);
    }

    private void control(String control, List<String> numbers, TargetChart.Kind kind) {
        var book = IndexedRuleBook.of(mapping);
        for (var number : numbers) {
            for (var property : mapping.properties()) {
                var line = new IndexedRuleBook.Line(
                        property.id(), Optional.empty(), number, Optional.empty(), property.cutover());
                var wrong = book.candidates(line).stream()
                        .findFirst()
                        .flatMap(r -> accountOf(r.rule().action())
                                .map(chart::find)
                                .filter(found ->
                                        found.size() == 1 && found.get(0).kind() != kind)
                                .map(found -> new Wrong(r.rule(), found.get(0))));
                if (wrong.isPresent()) {
                    add(
                            MappingCode.CONTROL_ACCOUNT_CLASS,
                            wrong.get().rule.place(),
                            "'" + control + "' account " + number + " as an account of kind " + kind.words(),
                            wrong.get().account.label() + ", which is "
                                    + wrong.get().account.kind().words(),
                            "name an account of that kind, or take " + number + " out of 'controls'");
                    break;
                }
            }
        }
    }

    private void add(MappingCode code, SourcePlace place, String expected, String found, String next) {
        findings.add(Finding.of(code, place.toString(), expected, found, next));
    }

    private record Wrong(Rule rule, TargetChart.Account account) {}

    private record Use(AccountReference account, SourcePlace place, int count, boolean journaled) {

        Use and(Use other) {
            return new Use(account, place, count + other.count, journaled || other.journaled);
        }

        String times() {
            return count == 1 ? "named once" : "named " + count + " times, here first";
        }
    }
}
