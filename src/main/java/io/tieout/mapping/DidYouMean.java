package io.tieout.mapping;

import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Finds the word a person most likely meant. */
public final class DidYouMean {

    private DidYouMean() {}

    /** The nearest known word, when it is near enough to be worth naming: one slip in three letters, three at most. */
    public static Optional<String> of(String written, Collection<String> known) {
        var slipsMax = Math.max(1, Math.min(3, written.length() / 3));
        return known.stream()
                .filter(word -> !word.equals(written))
                .map(word -> new Candidate(word, distance(fold(written), fold(word))))
                .filter(c -> c.slips <= slipsMax)
                .min(Comparator.comparingInt(Candidate::slips).thenComparing(Candidate::word))
                .map(Candidate::word);
    }

    /** As a sentence to follow another, with a leading blank: {@code Did you mean 'basis'?}; empty text when no word is near. */
    public static String sentence(String written, Collection<String> known) {
        return of(written, known).map(word -> " Did you mean '" + word + "'?").orElse("");
    }

    /** The nearest first, at most so many, however far. */
    public static List<String> nearest(String written, Collection<String> known, int wordsMax) {
        return known.stream()
                .map(word -> new Candidate(word, distance(fold(written), fold(word))))
                .sorted(Comparator.comparingInt(Candidate::slips).thenComparing(Candidate::word))
                .limit(wordsMax)
                .map(Candidate::word)
                .toList();
    }

    /** Insertions, deletions, replacements and swaps of neighbours (Damerau-Levenshtein, optimal string alignment). */
    static int distance(String a, String b) {
        var rows = new int[a.length() + 1][b.length() + 1];
        for (var i = 0; i <= a.length(); i++) {
            rows[i][0] = i;
        }
        for (var j = 0; j <= b.length(); j++) {
            rows[0][j] = j;
        }
        for (var i = 1; i <= a.length(); i++) {
            for (var j = 1; j <= b.length(); j++) {
                var change = rows[i - 1][j - 1] + (a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1);
                rows[i][j] = Math.min(change, Math.min(rows[i - 1][j], rows[i][j - 1]) + 1);
                if (i > 1 && j > 1 && a.charAt(i - 1) == b.charAt(j - 2) && a.charAt(i - 2) == b.charAt(j - 1)) {
                    rows[i][j] = Math.min(rows[i][j], rows[i - 2][j - 2] + 1);
                }
            }
        }
        return rows[a.length()][b.length()];
    }

    /** Case and the choice between blank, underscore and hyphen are no slips. Long texts are compared by their start. */
    private static String fold(String word) {
        var start = word.length() > 80 ? word.substring(0, 80) : word;
        return start.toLowerCase(Locale.ROOT).replace('_', '-').replace(' ', '-');
    }

    private record Candidate(String word, int slips) {}
}
