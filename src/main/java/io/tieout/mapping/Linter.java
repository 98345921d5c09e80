package io.tieout.mapping;

import io.tieout.finding.Finding;
import java.util.ArrayList;
import java.util.List;

/** The type checker of mappings: finds what would hold, misplace or hide lines before anything is posted. */
public final class Linter {

    private Linter() {}

    /** Every finding: of the content, and of the fit to what is known of the outside. */
    public static List<Finding> lint(Mapping mapping, LintContext context) {
        var findings = new ArrayList<>(content(mapping));
        findings.addAll(fit(mapping, context));
        return List.copyOf(findings);
    }

    /** What can be said of a mapping by itself. */
    public static List<Finding> content(Mapping mapping) {
        var findings = new ArrayList<>(new ContentLint(mapping).findings());
        findings.addAll(new RuleLint(mapping).findings());
        return List.copyOf(findings);
    }

    /** What a mapping misses in the target or the source, as far as they are known. */
    public static List<Finding> fit(Mapping mapping, LintContext context) {
        var findings = new ArrayList<Finding>();
        context.target().ifPresent(chart -> findings.addAll(new TargetLint(mapping, chart).findings()));
        findings.addAll(new SourceLint(mapping, context).findings());
        return List.copyOf(findings);
    }
}
