package io.tieout.plan;

import io.tieout.fact.FactKey;
import io.tieout.fact.GlAccountId;
import io.tieout.fact.GlLine;
import io.tieout.fact.PostMonth;
import io.tieout.mapping.AccountReference;
import io.tieout.mapping.Mapping;
import io.tieout.mapping.PropertyMapping;
import io.tieout.mapping.Route;
import io.tieout.mapping.RuleBook;
import io.tieout.mapping.Subject;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/** Asks people's decisions, then the rules, then the target's chart, what becomes of one line. */
final class Router {

    private final Mapping mapping;
    private final RuleBook rules;
    private final Chart chart;
    private final Map<FactKey, Decision> decisions;
    private final Map<Ask, Fate> answers = new HashMap<>();

    private record Ask(PropertyMapping property, Subject subject, String accountName) {

        String gl() {
            return "GL " + subject.accountNumber() + (accountName.isEmpty() ? "" : " (" + accountName + ")");
        }
    }

    Router(Mapping mapping, RuleBook rules, TargetCompany company, Map<FactKey, Decision> decisions) {
        this.mapping = mapping;
        this.rules = rules;
        this.chart = new Chart(company);
        this.decisions = decisions;
    }

    /** The fate of one line of a post month. */
    Fate fate(PropertyMapping property, GlLine line, String accountName) {
        return decided(line.key()).orElseGet(() -> {
            var subject = subject(property, line.key().account(), line, line.postMonth());
            return answers.computeIfAbsent(new Ask(property, subject, accountName), this::ruled);
        });
    }

    /**
     * The fate of an opening balance. Its rules are those of the cutover month. Income and expense of years before the
     * cutover's go to opening equity, since the target closes its own years.
     */
    Fate openingFate(PropertyMapping property, GlLine line, String accountName) {
        return decided(line.key()).orElseGet(() -> {
            var ask = new Ask(property, subject(property, line.key().account(), line, property.cutover()), accountName);
            var firstOfYear = property.cutover().value().getMonthValue()
                    == mapping.binding().fiscalYearStartMonth();
            return ruled(ask)
                    .fold(
                            p -> firstOfYear && !p.account().accountClass().isBalanceSheet() ? earlierYears(ask, p) : p,
                            Function.<Fate>identity()::apply,
                            Function.<Fate>identity()::apply);
        });
    }

    private static Subject subject(PropertyMapping property, GlAccountId account, GlLine line, PostMonth month) {
        return new Subject(property.id(), account, line.accountNumber(), line.transactionType(), month);
    }

    private Optional<Fate> decided(FactKey key) {
        return Optional.ofNullable(decisions.get(key)).flatMap(d -> switch (d.kind()) {
            case RELEASE -> Optional.<Fate>empty();
            case EXCLUDE -> Optional.<Fate>of(new Fate.Leaves(d.reason(), d.by()));
            case HOLD ->
                Optional.<Fate>of(Fate.Waits.of(
                        d.by().equals(Decision.TARGET) ? HoldReason.REFUSED : HoldReason.PERSON,
                        new Cause(
                                PlanCode.PERSON_HOLD,
                                "held by " + d.by() + ": " + d.reason(),
                                "no hold of a person",
                                "Release the lines when they may be posted.")));
        });
    }

    private Fate ruled(Ask ask) {
        return rules.route(ask.subject())
                .fold(m -> mapped(ask, m), h -> heldByRule(ask, h), e -> new Fate.Leaves(e.reason(), e.rule()));
    }

    private Fate mapped(Ask ask, Route.Mapped route) {
        var account = chart.account(route.account());
        if (account.value().isEmpty()) {
            return waitsForTarget(HoldReason.TARGET_ACCOUNT, ask, account, "rule " + route.rule());
        }
        var trackingClass =
                route.trackingClass().or(ask.property()::trackingClass).map(chart::trackingClass);
        var location = route.location().or(ask.property()::location).map(chart::location);
        for (var dimension : List.of(trackingClass, location)) {
            if (dimension.isPresent() && dimension.get().value().isEmpty()) {
                return waitsForTarget(HoldReason.TARGET_DIMENSION, ask, dimension.get(), "rule " + route.rule());
            }
        }
        return new Fate.Posts(
                account.value().get(),
                trackingClass.flatMap(Chart.Found::value),
                location.flatMap(Chart.Found::value),
                route.name(),
                route.rule(),
                route.suspense() ? Optional.of(suspense(ask, account.value().get())) : Optional.empty());
    }

    private Cause suspense(Ask ask, TargetAccount account) {
        return new Cause(
                PlanCode.SUSPENSE,
                ask.gl() + " has no rule and goes to suspense " + account.label(),
                "a rule for " + ask.gl(),
                "Add a rule for " + ask.subject().accountNumber() + " in " + mapping.file()
                        + " before suspense expires.");
    }

    private Fate heldByRule(Ask ask, Route.Held route) {
        if (!route.unmapped()) {
            var words = ask.gl() + " held by rule " + route.rule().orElse("") + ": " + route.reason();
            return Fate.Waits.of(
                    HoldReason.RULE,
                    new Cause(
                            PlanCode.RULE_HOLD,
                            words,
                            "a rule that names an account",
                            "Change the rule in " + mapping.file() + " when the lines may be posted."));
        }
        var code = route.blocks() ? PlanCode.BLOCKED : PlanCode.UNMAPPED;
        var next = "Add a rule for " + ask.subject().accountNumber() + " in " + mapping.file()
                + ": an account, or hold or exclude with a reason. Publish it, then plan again.";
        return Fate.Waits.of(
                route.blocks() ? HoldReason.BLOCKED : HoldReason.UNMAPPED,
                new Cause(code, ask.gl() + ": " + route.reason(), "a rule for " + ask.gl(), next));
    }

    private Fate earlierYears(Ask ask, Fate.Posts income) {
        var equity = mapping.openingEquity().map(chart::account);
        if (equity.isPresent() && equity.get().value().isPresent()) {
            return new Fate.Posts(
                    equity.get().value().get(),
                    income.trackingClass(),
                    income.location(),
                    income.name(),
                    income.rule() + ", opening equity",
                    income.remark());
        }
        var fault = equity.orElseGet(() -> Chart.Found.not(
                PlanCode.ACCOUNT_MISSING,
                "the mapping names no opening equity account for earlier years' " + "income and expense"));
        return waitsForTarget(HoldReason.TARGET_ACCOUNT, ask, fault, openingEquityName());
    }

    private String openingEquityName() {
        return "opening equity "
                + mapping.openingEquity().map(AccountReference::toString).orElse("(none)");
    }

    private Fate waitsForTarget(HoldReason reason, Ask ask, Chart.Found<?> found, String named) {
        var what = reason == HoldReason.TARGET_ACCOUNT ? "account" : "class or location";
        var next =
                "Correct the " + what + " in the target or in " + mapping.file() + " (" + named + "), then plan again.";
        return Fate.Waits.of(
                reason,
                new Cause(
                        found.code(),
                        ask.gl() + ": " + found.fault(),
                        "one active " + what + " open to journal entries",
                        next));
    }
}
