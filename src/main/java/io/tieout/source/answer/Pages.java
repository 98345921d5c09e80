package io.tieout.source.answer;

import io.tieout.finding.Finding;
import io.tieout.finding.Stopped;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Function;

/**
 * Reads a paged call to its end.
 *
 * <p>What a page counts, how large it may be and where its links stand is not published, so the end is told by what
 * survives every reading (Entrata API contract, section 2.6): a page without items, a page with the ids of the page before
 * (paging is ignored), or as many items as {@code X-Total-Count} names. A record on two pages means that rows moved while
 * we read: then all is read again.
 */
final class Pages {

    /** Half a million items at the usual 500 to a page; more is a source that never ends. */
    static final int PAGES_MAX = 1_000;

    /** Complete readings before giving up on a list that keeps moving (safety paper, F01). */
    static final int READINGS_MAX = 3;

    private final SourceCalls calls;

    Pages(SourceCalls calls) {
        this.calls = calls;
    }

    /**
     * The records of all pages, in order.
     *
     * @param ids what tells rows apart, as finely as the record allows: an outer record may rightly stand on two pages
     * @param findings taken by the records, which find nothing before they are read in earnest
     */
    List<SourceRecord> read(
            SourceCall call,
            String outer,
            String inner,
            String kind,
            Function<SourceRecord, Set<String>> ids,
            Consumer<Finding> findings) {
        for (var reading = 1; reading <= READINGS_MAX; reading++) {
            var once = new OneReading(call, outer, inner, kind, ids, findings);
            if (once.readAll()) {
                return once.records;
            }
        }
        throw new Stopped(Finding.of(
                SourceCode.PAGES_UNSTABLE,
                call.place(),
                "each record on one page, in one of " + READINGS_MAX + " readings",
                "records that stood on two pages in each of them",
                "Nothing was taken from the pages. Someone is working in the source: pull again when it is quieter."));
    }

    private final class OneReading {

        private final SourceCall call;
        private final String outer;
        private final String inner;
        private final String kind;
        private final Function<SourceRecord, Set<String>> ids;
        private final List<SourceRecord> records = new ArrayList<>();
        private final Consumer<Finding> findings;
        private final Set<String> seen = new HashSet<>();

        OneReading(
                SourceCall call,
                String outer,
                String inner,
                String kind,
                Function<SourceRecord, Set<String>> ids,
                Consumer<Finding> findings) {
            this.call = call;
            this.outer = outer;
            this.inner = inner;
            this.kind = kind;
            this.ids = ids;
            this.findings = findings;
        }

        /** Whether the pages held together. */
        boolean readAll() {
            Set<String> before = Set.of();
            for (var number = 1; number <= PAGES_MAX; number++) {
                var answer = calls.read(call.atPage(number));
                var page = Results.records(call.atPage(number), answer, outer, inner, kind, findings);
                var here = new HashSet<String>();
                page.forEach(record -> here.addAll(ids.apply(record.quiet())));
                if (page.isEmpty() || here.equals(before)) {
                    return true;
                }
                if (!Collections.disjoint(here, seen)) {
                    return false;
                }
                records.addAll(page);
                seen.addAll(here);
                before = here;
                if (answer.last() || records.size() >= answer.totalCount().orElse(Long.MAX_VALUE)) {
                    return true;
                }
            }
            throw new Stopped(
                    Finding.of(
                            SourceCode.PAGES_UNSTABLE,
                            call.place(),
                            "an end within " + PAGES_MAX + " pages",
                            "more",
                            "Nothing was taken from the pages. The source seems to ignore the page number; show it to its support."));
        }
    }
}
