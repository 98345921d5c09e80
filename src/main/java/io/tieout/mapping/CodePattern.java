package io.tieout.mapping;

import java.util.Comparator;
import java.util.Optional;

/**
 * What a rule's code matches: {@code 4010-0000} one number, {@code id:240001} one id of the source, {@code
 * 4000-0000..4999-9999} numbers from the first to the last, both included, {@code 40*} numbers of that shape.
 *
 * @param text as written
 * @param low the number, the id, the first number of the range, or the pattern
 * @param high last number of a range; else equal to {@code low}
 */
public record CodePattern(Kind kind, String text, String low, String high) {

    /** From the most to the least exact. */
    public enum Kind {
        ID,
        NUMBER,
        RANGE,
        WILDCARD
    }

    private static final String ID_PREFIX = "id:";
    private static final String RANGE_MARK = "..";

    /** The more exact of two patterns that match the same number comes first. */
    public static final Comparator<CodePattern> MOST_EXACT_FIRST = Comparator.comparing(CodePattern::kind)
            .thenComparing(CodePattern::byReach)
            .thenComparing(CodePattern::text);

    /** @throws IllegalArgumentException for what {@link #faultOf} finds fault with */
    public static CodePattern of(String code) {
        faultOf(code).ifPresent(fault -> {
            throw new IllegalArgumentException(fault);
        });
        if (code.startsWith(ID_PREFIX)) {
            var id = code.substring(ID_PREFIX.length());
            return new CodePattern(Kind.ID, code, id, id);
        }
        var mark = code.indexOf(RANGE_MARK);
        if (mark >= 0) {
            return new CodePattern(
                    Kind.RANGE, code, code.substring(0, mark), code.substring(mark + RANGE_MARK.length()));
        }
        return new CodePattern(code.indexOf('*') >= 0 ? Kind.WILDCARD : Kind.NUMBER, code, code, code);
    }

    /** What is wrong with a code, in words; empty when it can be read. */
    public static Optional<String> faultOf(String code) {
        if (code.isBlank() || !code.equals(code.strip())) {
            return Optional.of("'" + code + "', empty or with blanks around it");
        }
        if (code.indexOf('"') >= 0) {
            return Optional.of("'" + code + "', with a quote in it: the other quote is missing");
        }
        if (code.startsWith(ID_PREFIX)) {
            return code.substring(ID_PREFIX.length()).isBlank()
                    ? Optional.of("'" + code + "', without the id")
                    : Optional.empty();
        }
        var mark = code.indexOf(RANGE_MARK);
        return mark < 0 ? Optional.empty() : faultOfRange(code, mark);
    }

    private static Optional<String> faultOfRange(String code, int mark) {
        var low = code.substring(0, mark);
        var high = code.substring(mark + RANGE_MARK.length());
        if (low.isBlank() || high.isBlank()) {
            return Optional.of("'" + code + "', a range without its first or last number");
        }
        if (code.indexOf('*') >= 0 || high.contains(RANGE_MARK)) {
            return Optional.of("'" + code + "', a range with a '*' or a second '..'");
        }
        return NaturalOrder.INSTANCE.compare(low, high) > 0
                ? Optional.of("'" + code + "', a range whose first number is above its last")
                : Optional.empty();
    }

    /** @param id absent when only the number is known, as when a person asks about a number */
    public boolean matches(String number, Optional<String> id) {
        return switch (kind) {
            case NUMBER -> low.equals(number);
            case ID -> id.map(low::equals).orElse(false);
            case RANGE ->
                NaturalOrder.INSTANCE.compare(low, number) <= 0 && NaturalOrder.INSTANCE.compare(number, high) <= 0;
            case WILDCARD -> fits(low, number);
        };
    }

    /** The part of a wildcard before its first star; of the others the whole. */
    public String prefix() {
        var star = low.indexOf('*');
        return star < 0 ? low : low.substring(0, star);
    }

    /** In words: {@code the number}, {@code the range}. */
    public String words() {
        return switch (kind) {
            case ID -> "the id " + low;
            case NUMBER -> "the number " + low;
            case RANGE -> "the range " + low + " to " + high;
            case WILDCARD -> "the pattern " + low;
        };
    }

    private static int byReach(CodePattern a, CodePattern b) {
        if (a.kind == Kind.RANGE && b.kind == Kind.RANGE) {
            var byLow = NaturalOrder.INSTANCE.compare(b.low, a.low);
            return byLow != 0 ? byLow : NaturalOrder.INSTANCE.compare(a.high, b.high);
        }
        if (a.kind == Kind.WILDCARD && b.kind == Kind.WILDCARD) {
            var byPrefix = Integer.compare(b.prefix().length(), a.prefix().length());
            return byPrefix != 0 ? byPrefix : Integer.compare(literals(b.low), literals(a.low));
        }
        return 0;
    }

    private static int literals(String pattern) {
        return (int) pattern.chars().filter(c -> c != '*').count();
    }

    /** Greedy with one step back: linear in practice, whatever a file's author wrote. */
    private static boolean fits(String pattern, String number) {
        var p = 0;
        var star = -1;
        var resume = 0;
        for (var n = 0; n < number.length(); ) {
            if (p < pattern.length() && pattern.charAt(p) == '*') {
                star = p++;
                resume = n;
            } else if (p < pattern.length() && pattern.charAt(p) == number.charAt(n)) {
                p++;
                n++;
            } else if (star >= 0) {
                p = star + 1;
                n = ++resume;
            } else {
                return false;
            }
        }
        while (p < pattern.length() && pattern.charAt(p) == '*') {
            p++;
        }
        return p == pattern.length();
    }
}
