package io.tieout.store.mapping;

import io.tieout.finding.Finding;
import io.tieout.mapping.MappingCode;
import io.tieout.mapping.SourcePlace;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** Gathers every fault of one file; the only mutable part of reading it. */
final class Faults {

    private final String file;
    /** In order of discovery, each once: a default is read again for every property. */
    private final Set<Finding> findings = new LinkedHashSet<>();

    private boolean cutOff;
    private int soundLinesEnd = Integer.MAX_VALUE;

    Faults(String file) {
        this.file = file;
    }

    String file() {
        return file;
    }

    void add(MappingCode code, SourcePlace place, String expected, String found, String next) {
        if (place.line() >= soundLinesEnd) {
            return;
        }
        findings.add(Finding.of(code, place.toString(), expected, found, next));
    }

    SourcePlace place(int line, int column) {
        return new SourcePlace(file, line, column);
    }

    /** The file could not be read to its end: what is missing from here on is not reported as missing. */
    void markCutOff() {
        cutOff = true;
    }

    /** From this line on nobody knows what the text was to be: what seems wrong there is a consequence. */
    void ignoreFrom(int line) {
        soundLinesEnd = Math.min(soundLinesEnd, line);
    }

    boolean isCutOff() {
        return cutOff;
    }

    boolean hasErrors() {
        return findings.stream().anyMatch(Finding::isError);
    }

    List<Finding> findings() {
        return List.copyOf(findings);
    }
}
