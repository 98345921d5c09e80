package io.tieout.plan;

import io.tieout.mapping.ControlAccounts;
import io.tieout.mapping.LineMode;
import io.tieout.money.CurrencyCode;
import io.tieout.money.Side;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** Writes balanced lines as the lines of one journal entry, in detail or summed. */
final class EntryWriter {

    private static final Comparator<Candidate> ENTRY_ORDER =
            Comparator.comparing((Candidate c) -> c.line().accountNumber()).thenComparing(Candidate::canonical);

    private final LineMode mode;
    private final ControlAccounts controls;
    private final CurrencyCode currency;

    /** Lines that share one of these become one entry line; debits and credits never meet. */
    private record SummaryKey(
            String account,
            Optional<String> trackingClass,
            Optional<String> location,
            Optional<String> name,
            Side side) {}

    EntryWriter(LineMode mode, ControlAccounts controls, CurrencyCode currency) {
        this.mode = mode;
        this.controls = controls;
        this.currency = currency;
    }

    /** What tells the entry line of a source line from others: for counting the lines of an entry before it is written. */
    Object lineKey(Candidate line) {
        var posts = postsOf(line);
        if (mode == LineMode.DETAIL || isBank(line, posts)) {
            return line.canonical();
        }
        return new SummaryKey(
                posts.account().id(),
                posts.trackingClass().map(TargetDimension::id),
                posts.location().map(TargetDimension::id),
                posts.name(),
                line.line().side());
    }

    JournalEntry entry(Sheaf sheaf, List<Candidate> lines, String memo) {
        var gathered = new LinkedHashMap<Object, List<Candidate>>();
        lines.stream()
                .sorted(ENTRY_ORDER)
                .forEach(l -> gathered.computeIfAbsent(lineKey(l), k -> new ArrayList<>())
                        .add(l));
        var written = gathered.values().stream().map(same -> line(sheaf, same)).toList();
        return new JournalEntry(sheaf.date(), currency, memo, written);
    }

    private EntryLine line(Sheaf sheaf, List<Candidate> same) {
        var first = same.get(0);
        var posts = postsOf(first);
        return new EntryLine(
                posts.account(),
                first.line().side(),
                Math.abs(Candidate.sum(same)),
                posts.trackingClass(),
                posts.location(),
                posts.name(),
                memo(sheaf, same),
                same.stream().map(c -> c.line().key()).toList());
    }

    private static String memo(Sheaf sheaf, List<Candidate> same) {
        var tag = sheaf.originTag().isEmpty() ? "" : " (" + sheaf.originTag() + ")";
        var text = same.size() == 1 ? ownWords(same.get(0)) : summaryWords(same);
        return (Texts.limit(text, Texts.CHARACTERS_MAX - tag.length()) + tag).strip();
    }

    private static String ownWords(Candidate line) {
        return Texts.oneLine(line.line().reference() + " " + line.line().memo());
    }

    private static String summaryWords(List<Candidate> same) {
        return Texts.oneLine(same.stream()
                .map(c -> c.line().accountNumber())
                .distinct()
                .sorted()
                .collect(Collectors.joining(", ", same.size() + " lines of GL ", "")));
    }

    /** Bank lines stay single, so that each can be met with a line of the bank statement. */
    private boolean isBank(Candidate line, Fate.Posts posts) {
        return posts.account().accountClass() == AccountClass.BANK
                || controls.cash().contains(line.line().accountNumber());
    }

    static Fate.Posts postsOf(Candidate line) {
        return line.posts().orElseThrow(() -> new IllegalStateException("not to be posted: " + line.canonical()));
    }
}
