package io.tieout.chain;

import io.tieout.plan.Environment;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * What is signed: the heads of all streams at one moment.
 *
 * <p>Its text is made for people and for a verifier of another author: lines, single spaces, streams in order of name.
 *
 * <pre>
 *   tieout-heads 1
 *   installation 3f0c...
 *   environment sandbox
 *   time 2026-11-09T02:31:05.123456Z
 *   stream company/demo 41 1203 9b7c...
 *   stream installation 3 17 00af...
 * </pre>
 *
 * @param installationId installation whose ledger it is
 * @param environment sandbox or production
 * @param takenAtMicros microseconds since 1970 UTC
 * @param heads one for each stream, sorted by name
 */
public record HeadStatement(
        String installationId, Environment environment, long takenAtMicros, List<StreamHead> heads) {

    private static final String FIRST_LINE = "tieout-heads 1";

    public HeadStatement {
        heads = heads.stream().sorted(Comparator.comparing(StreamHead::stream)).toList();
        for (int i = 1; i < heads.size(); i++) {
            if (heads.get(i - 1).stream().equals(heads.get(i).stream())) {
                throw new IllegalArgumentException("two heads of " + heads.get(i).stream());
            }
        }
    }

    /** The text that is signed, each line ended by a line feed. */
    public String text() {
        var text = new StringBuilder(FIRST_LINE).append('\n');
        text.append("installation ").append(installationId).append('\n');
        text.append("environment ").append(environment.code()).append('\n');
        text.append("time ").append(microsText(takenAtMicros)).append('\n');
        for (var head : heads) {
            text.append("stream ").append(head.stream()).append(' ').append(head.blockNo());
            text.append(' ')
                    .append(head.events())
                    .append(' ')
                    .append(head.head().hex())
                    .append('\n');
        }
        return text.toString();
    }

    /** Reads {@link #text()} back; anything that would not print the same throws IllegalArgumentException. */
    public static HeadStatement parse(String text) {
        var lines = text.split("\n", -1);
        if (lines.length < 5 || !lines[0].equals(FIRST_LINE)) {
            throw new IllegalArgumentException("not a statement of heads: it begins with '" + lines[0] + "'");
        }
        var heads = new ArrayList<StreamHead>();
        for (int i = 4; i < lines.length - 1; i++) {
            var parts = value(lines[i], "stream").split(" ");
            if (parts.length != 4) {
                throw new IllegalArgumentException("a stream line has name, block, events and head: " + lines[i]);
            }
            heads.add(
                    new StreamHead(parts[0], Long.parseLong(parts[1]), Long.parseLong(parts[2]), Hash.ofHex(parts[3])));
        }
        var statement = new HeadStatement(
                value(lines[1], "installation"),
                Genesis.environment(value(lines[2], "environment")),
                ChronoUnit.MICROS.between(Instant.EPOCH, Instant.parse(value(lines[3], "time"))),
                heads);
        if (!statement.text().equals(text)) {
            throw new IllegalArgumentException("not a statement of heads in its one form:\n" + text);
        }
        return statement;
    }

    /** An instant with exactly six digits of fraction, so that texts sort as time does. */
    public static String microsText(long micros) {
        var second = Instant.ofEpochSecond(Math.floorDiv(micros, 1_000_000L)).toString();
        return second.substring(0, second.length() - 1) + String.format(".%06dZ", Math.floorMod(micros, 1_000_000L));
    }

    private static String value(String line, String name) {
        if (!line.startsWith(name + " ")) {
            throw new IllegalArgumentException("expected a line '" + name + " ...', found '" + line + "'");
        }
        return line.substring(name.length() + 1);
    }
}
