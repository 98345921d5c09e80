package io.tieout.flow.port;

import java.util.List;

/**
 * What a tie-out came to, in short, to be shown again.
 *
 * @param madeAt UTC
 * @param selection the selectors as command-line words; empty for all
 * @param findings how many findings it had
 */
public record TieOutSheet(
        String company, String madeAt, String selection, String currency, List<Line> lines, int findings) {

    /**
     * One identity.
     *
     * @param differenceMinor sum of the differences without their signs
     * @param notApplicable why it says nothing about the company; else empty
     */
    public record Line(
            String identity, int rows, int explained, int differences, long differenceMinor, String notApplicable) {}

    /** Whether every row of every identity agrees. */
    public boolean ties() {
        return lines.stream().allMatch(l -> l.differences() == 0);
    }
}
