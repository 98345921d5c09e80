package io.tieout.finding;

import java.util.List;

/**
 * A value with everything that was found on the way to it, so that one run shows every fault.
 *
 * @param value the part that can be used
 * @param findings in order of discovery
 */
public record Findings<T>(T value, List<Finding> findings) {

    public Findings {
        findings = List.copyOf(findings);
    }

    public static <T> Findings<T> of(T value) {
        return new Findings<>(value, List.of());
    }

    public boolean hasErrors() {
        return findings.stream().anyMatch(Finding::isError);
    }
}
