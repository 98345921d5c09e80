package io.tieout.plan;

import io.tieout.fact.Fingerprint;
import io.tieout.fact.GlLine;
import java.time.LocalDate;
import java.util.Collection;
import java.util.Optional;

/**
 * One line that is neither claimed nor zero, on its way through a plan.
 *
 * @param canonical the key's canonical text, made once because everything is ordered by it
 * @param date posting date: the post date inside the post month, else the month's nearest day
 */
record Candidate(GlLine line, int version, Fingerprint fingerprint, String canonical, LocalDate date, Fate fate) {

    static Candidate of(FactState state, Fate fate) {
        var line = state.line();
        return new Candidate(
                line,
                state.version(),
                line.fingerprint(),
                line.key().canonical(),
                line.postMonth().clamp(line.postDate()),
                fate);
    }

    static long sum(Collection<Candidate> lines) {
        var sum = 0L;
        for (var line : lines) {
            sum = Math.addExact(sum, line.signedMinor());
        }
        return sum;
    }

    long signedMinor() {
        return line.signedMinor();
    }

    Optional<Fate.Posts> posts() {
        return fate.fold(Optional::of, w -> Optional.empty(), l -> Optional.empty());
    }

    Optional<Fate.Waits> waits() {
        return fate.fold(p -> Optional.empty(), Optional::of, l -> Optional.empty());
    }

    Optional<Fate.Leaves> leaves() {
        return fate.fold(p -> Optional.empty(), w -> Optional.empty(), Optional::of);
    }
}
