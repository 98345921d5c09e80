package io.tieout.sandbox.entrata.office;

import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;
import java.util.function.UnaryOperator;

/**
 * The GL lines of one property, basis and book, indexed by post month, with totals that roll forward.
 *
 * <p>Openings are the balances before the first month held here; every month before it shows them unchanged, so the closing
 * of one month is always the opening of the next (accounting.md T1).
 */
public final class GlLedger {

    private static final Comparator<GlLine> BY_DATE_AND_ID =
            Comparator.comparing(GlLine::postDate).thenComparingLong(GlLine::id);

    private final Map<Long, GrossBalance> openings = new TreeMap<>();
    private final NavigableMap<YearMonth, Page> pages = new TreeMap<>();

    /** Sets the balance of an account before the first month; signed, debit positive, in cents. */
    public void open(long accountId, long signedMinor) {
        openings.put(accountId, GrossBalance.ofSigned(signedMinor));
    }

    public void add(GlLine line) {
        pages.computeIfAbsent(line.postMonth(), m -> new Page()).add(line);
    }

    /** Applies a change to each line of a month and drops the lines for which it gives none; returns how many changed. */
    public int rewrite(YearMonth month, UnaryOperator<List<GlLine>> change) {
        var page = pages.get(month);
        if (page == null) {
            return 0;
        }
        var before = List.copyOf(page.lines);
        page.replaceAll(change.apply(before));
        return before.size();
    }

    /** Lines of one post month in the order of post date and id. */
    public List<GlLine> lines(YearMonth month) {
        var page = pages.get(month);
        return page == null ? List.of() : page.sorted();
    }

    /** Every line, month by month. */
    public List<GlLine> lines() {
        var all = new ArrayList<GlLine>();
        pages.keySet().forEach(month -> all.addAll(lines(month)));
        return all;
    }

    public List<YearMonth> months() {
        return List.copyOf(pages.keySet());
    }

    /** Gross balance of every account before the first day of a month; accounts never touched are absent. */
    public Map<Long, GrossBalance> openingsOf(YearMonth month) {
        var rolled = new TreeMap<>(openings);
        for (var page : pages.headMap(month, false).values()) {
            page.sums().forEach((account, sum) -> rolled.merge(account, sum, GrossBalance::plus));
        }
        return rolled;
    }

    private static final class Page {
        private final List<GlLine> lines = new ArrayList<>();
        private Map<Long, GrossBalance> sums = new LinkedHashMap<>();
        private boolean inOrder = true;

        void add(GlLine line) {
            lines.add(line);
            inOrder = false;
            sums.merge(line.accountId(), GrossBalance.ZERO.plus(line), GrossBalance::plus);
        }

        void replaceAll(List<GlLine> changed) {
            lines.clear();
            lines.addAll(changed);
            inOrder = false;
            sums = new LinkedHashMap<>();
            changed.forEach(line -> sums.merge(line.accountId(), GrossBalance.ZERO.plus(line), GrossBalance::plus));
        }

        List<GlLine> sorted() {
            if (!inOrder) {
                lines.sort(BY_DATE_AND_ID);
                inOrder = true;
            }
            return Collections.unmodifiableList(lines);
        }

        Map<Long, GrossBalance> sums() {
            return sums;
        }
    }
}
