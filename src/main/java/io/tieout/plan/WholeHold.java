package io.tieout.plan;

import io.tieout.mapping.FlowMode;
import io.tieout.mapping.PropertyMapping;
import java.util.List;
import java.util.Optional;

/** Reasons that hold a property's month or opening as a whole, before any line is looked at. */
final class WholeHold {

    private WholeHold() {}

    static Optional<Fate.Waits> of(PlanInput input, PropertyMapping property, List<Candidate> lines) {
        return flowMode(input, property).or(() -> currency(input, lines));
    }

    private static Optional<Fate.Waits> flowMode(PlanInput input, PropertyMapping property) {
        if (property.flow() == FlowMode.GL) {
            return Optional.empty();
        }
        return Optional.of(Fate.Waits.of(
                HoldReason.FLOW_MODE,
                new Cause(
                        PlanCode.FLOW_MODE,
                        "flow mode " + property.flow().code(),
                        "flow mode gl",
                        "Set 'flow: gl' for the property in "
                                + input.mapping().mapping().file() + "; this release plans no other.")));
    }

    private static Optional<Fate.Waits> currency(PlanInput input, List<Candidate> lines) {
        var bound = input.mapping().mapping().binding().currency();
        var company = input.company();
        if (company.multiCurrency()) {
            return currency(company.name() + " keeps several currencies", "a company with one currency, " + bound);
        }
        if (!company.homeCurrency().equals(bound)) {
            return currency(company.name() + " keeps its books in " + company.homeCurrency(), "books in " + bound);
        }
        return lines.stream()
                .map(c -> c.line().currency())
                .filter(c -> !c.equals(bound))
                .sorted((a, b) -> a.code().compareTo(b.code()))
                .findFirst()
                .flatMap(c -> currency("lines in " + c, "lines in " + bound + " only"));
    }

    private static Optional<Fate.Waits> currency(String found, String expected) {
        return Optional.of(Fate.Waits.of(
                HoldReason.CURRENCY,
                new Cause(
                        PlanCode.CURRENCY,
                        found,
                        expected,
                        "Bind a company that keeps one currency, the property's; several currencies are refused.")));
    }
}
