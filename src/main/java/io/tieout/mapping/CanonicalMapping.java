package io.tieout.mapping;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * The canonical text of a mapping, and the version hash over it.
 *
 * <p>One line for each statement, in sorted order, every value quoted. Everything of the model is in it, defaults
 * included, so that a default written out and one left out are the same version. Left out are the file's name and the
 * places in it: order, layout and comments change nothing that is posted.
 */
public final class CanonicalMapping {

    /** Name of the canonical form; another form gives other hashes for the same content. */
    public static final String FORM = "tieout-mapping/1";

    private CanonicalMapping() {}

    public static String text(Mapping mapping) {
        var lines = new ArrayList<String>();
        lines.add(text(mapping.binding()));
        lines.add(text(mapping.policies()));
        lines.add(text(mapping.controls()));
        lines.add(line("opening-equity", optional(mapping.openingEquity())));
        mapping.properties().forEach(p -> lines.add(text(p)));
        mapping.rules().forEach(r -> lines.add(text(r)));
        lines.sort(null);
        return FORM + "\n" + String.join("\n", lines) + "\n";
    }

    /** SHA-256 of the canonical text as UTF-8, in lower-case hexadecimal. */
    public static String hash(Mapping mapping) {
        return sha256(text(mapping).getBytes(StandardCharsets.UTF_8));
    }

    /** A mapping with its version hash. */
    public static MappingVersion version(Mapping mapping, boolean published) {
        return new MappingVersion(mapping, hash(mapping), published);
    }

    /** SHA-256 of bytes in lower-case hexadecimal. */
    public static String sha256(byte[] bytes) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java runtime has SHA-256", e);
        }
    }

    /** The canonical text of one rule; equal texts are equal rules. */
    static String text(Rule rule) {
        return line(
                "rule",
                rule.layer().code(),
                optional(rule.property()),
                rule.subject().code(),
                rule.code(),
                optional(rule.transactionType()),
                optional(rule.from()),
                optional(rule.to()),
                text(rule.action()));
    }

    /** The canonical text of what a rule does. */
    static String text(RuleAction action) {
        return action.fold(
                to -> line(
                        "account",
                        to.account().toString(),
                        optional(to.trackingClass()),
                        optional(to.location()),
                        optional(to.name())),
                label -> line(
                        "label", optional(label.trackingClass()), optional(label.location()), optional(label.name())),
                hold -> line("hold", hold.reason()),
                exclude -> line("exclude", exclude.reason()));
    }

    private static String text(Binding b) {
        return line(
                "binding",
                b.company(),
                b.organisation().value(),
                b.source(),
                b.target().code(),
                b.connection(),
                b.companyId(),
                b.currency().code(),
                String.valueOf(b.fiscalYearStartMonth()));
    }

    private static String text(PropertyMapping p) {
        return line(
                "property",
                p.id().value(),
                p.name(),
                optional(p.trackingClass()),
                optional(p.location()),
                p.basis().code(),
                p.book().value(),
                p.tree(),
                p.flow().code(),
                p.cutover().toString(),
                p.opening().code(),
                sorted(p.blackoutDays()));
    }

    private static String text(Policies p) {
        return line(
                "policies",
                p.unmapped().kind().name(),
                optional(p.unmapped().suspenseAccount()),
                optional(p.unmapped().suspenseUntil()),
                p.late().code(),
                p.grain().code(),
                p.lines().code(),
                String.valueOf(p.linesMax()),
                optional(p.guardRails().documentMinorMax()),
                optional(p.guardRails().runMinorMax()),
                optional(p.guardRails().newUnmappedCodesMax()),
                p.repeatedIds().code(),
                String.valueOf(p.markBatch()),
                p.apPayments().code(),
                String.valueOf(p.twoPersonRule()));
    }

    private static String text(ControlAccounts c) {
        return line(
                "controls",
                sorted(c.receivables()),
                sorted(c.prepaid()),
                sorted(c.deposits()),
                sorted(c.payables()),
                sorted(c.cash()));
    }

    private static String sorted(Collection<?> values) {
        return line("", values.stream().map(String::valueOf).distinct().sorted().toArray(String[]::new));
    }

    private static String optional(Optional<?> value) {
        return value.map(v -> "=" + v).orElse("");
    }

    private static String optional(OptionalLong value) {
        return value.isPresent() ? "=" + value.getAsLong() : "";
    }

    /** Values in quotes, with quote, backslash and line break escaped: no two lists of values give one line. */
    private static String line(String word, String... values) {
        var quoted = List.of(values).stream()
                .map(v -> '"'
                        + v.replace("\\", "\\\\")
                                .replace("\"", "\\\"")
                                .replace("\n", "\\n")
                                .replace("\r", "\\r")
                        + '"')
                .toList();
        return word + " " + String.join(" ", quoted);
    }
}
