package io.tieout.flow;

import io.tieout.fact.SourceProperty;
import io.tieout.finding.Count;
import io.tieout.finding.Finding;
import io.tieout.finding.Stopped;
import io.tieout.mapping.MappingVersion;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** Walks everything a night depends on, one check after the other; a failing one does not stop the rest. */
public final class Doctor {

    private final Tools tools;

    public Doctor(Tools tools) {
        this.tools = tools;
    }

    /** One check: its name, how it went in words, and what to do where it failed. */
    public record Check(String name, boolean ok, String words, List<Finding> findings) {}

    public List<Check> run() {
        var checks = new ArrayList<Check>();
        checks.add(check("ledger", () -> {
            var verification = tools.ledger().verify(false, tools.progress());
            return Count.of(verification.events(), "event") + ", "
                    + Count.of(verification.faults().size(), "fault");
        }));
        var companies = tools.mappings().companies();
        if (companies.isEmpty()) {
            checks.add(new Check("mappings", true, "none yet: add one file for each company", List.of()));
        }
        for (var company : companies) {
            var working = tools.mappings().working(company);
            checks.add(new Check(
                    "mapping " + company,
                    !working.hasErrors(),
                    working.value().map(v -> "version " + v.label()).orElse("cannot be read")
                            + (tools.mappings().published(company).isPresent() ? "" : "; nothing published"),
                    working.findings()));
            working.value().ifPresent(v -> {
                checks.add(check("source of " + company, () -> source(v)));
                checks.add(check("target of " + company, () -> target(v)));
            });
        }
        return checks;
    }

    private String source(MappingVersion version) {
        try (var source = tools.connections().source(version.mapping().binding())) {
            var organisation = source.organisation();
            if (!organisation.equals(version.mapping().binding().organisation())) {
                throw new Stopped(Finding.of(
                        FlowCode.WRONG_ORGANISATION,
                        version.mapping().file() + ", binding.organisation",
                        version.mapping().binding().organisation().value(),
                        organisation.value(),
                        "Use the API key of the organisation the mapping is bound to."));
            }
            var there = source.properties().stream().map(SourceProperty::id).collect(Collectors.toSet());
            var missing = version.mapping().properties().stream()
                    .filter(p -> !there.contains(p.id()))
                    .map(p -> Pull.missing(p, there))
                    .toList();
            if (!missing.isEmpty()) {
                throw new Stopped(missing);
            }
            return "organisation " + organisation + ", " + Count.of(there.size(), "property", "properties") + ", "
                    + Count.of(source.grantedCalls().size(), "call") + " granted";
        }
    }

    private String target(MappingVersion version) {
        try (var target = tools.connections().target(version.mapping().binding())) {
            var company = target.company();
            if (!company.key().equals(version.mapping().binding().companyKey())) {
                throw new Stopped(Finding.of(
                        FlowCode.WRONG_COMPANY,
                        version.mapping().file() + ", binding.company-id",
                        version.mapping().binding().companyKey().value(),
                        company.key().value(),
                        "Correct the connection: a mapping is bound to one company for ever."));
            }
            return company.name() + ", " + Count.of(company.accounts().size(), "account") + ", "
                    + Count.of(company.classes().size(), "class", "classes")
                    + ", closed through "
                    + company.closedThrough().map(Object::toString).orElse("never");
        }
    }

    private static Check check(String name, Look look) {
        try {
            return new Check(name, true, look.words(), List.of());
        } catch (Stopped stopped) {
            return new Check(name, false, stopped.findings().get(0).code().title(), stopped.findings());
        }
    }

    /** One look that throws {@link Stopped} when something is wrong. */
    private interface Look {
        String words();
    }
}
