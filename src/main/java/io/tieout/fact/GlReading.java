package io.tieout.fact;

import io.tieout.finding.Finding;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;

/**
 * One complete answer to one GL read, parsed. What could not be parsed stands in the findings and makes the reading
 * unusable; it is never guessed.
 *
 * @param propertyName as the source writes it
 * @param rawHashes SHA-256 (hex) of the answers it came from
 * @param findings faults of single records and of the window (a line outside the month asked for)
 */
public record GlReading(
        GlScope scope,
        String propertyName,
        List<AccountBook> accounts,
        List<String> rawHashes,
        Instant readAt,
        List<Finding> findings) {

    public GlReading {
        accounts = List.copyOf(accounts);
        rawHashes = List.copyOf(rawHashes);
        findings = List.copyOf(findings);
    }

    public Stream<GlLine> lines() {
        return accounts.stream().flatMap(a -> a.lines().stream());
    }
}
