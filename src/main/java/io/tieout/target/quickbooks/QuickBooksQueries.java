package io.tieout.target.quickbooks;

import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;

/**
 * Query texts, written by us: the SDK's query builder shares state between threads and does not escape quotes.
 *
 * <p>Every list is ordered by Id, which only grows, so that pages neither overlap nor skip while others write.
 */
final class QuickBooksQueries {

    /**
     * Rows of one page. QuickBooks allows 1,000; journal entries of a hundred lines would then make answers of 35 MB.
     */
    static final int PAGE_ROWS = 500;

    /** Up to this many characters a query travels in the address, above it in a POST (the SDK's own border). */
    static final int ADDRESS_CHARACTERS_MAX = 200;

    private QuickBooksQueries() {}

    static String journalEntriesByNumber(String docNumber) {
        return "select * from JournalEntry where DocNumber = " + quoted(docNumber);
    }

    /** Dated in the days from first to last, both included. */
    static String journalEntriesDated(LocalDate first, LocalDate last) {
        return "select * from JournalEntry where TxnDate >= " + quoted(first.toString()) + " and TxnDate <= "
                + quoted(last.toString());
    }

    /** Created at or after an instant, taken down to its second. */
    static String journalEntriesCreatedSince(Instant since) {
        return "select * from JournalEntry where MetaData.CreateTime >= "
                + quoted(since.truncatedTo(ChronoUnit.SECONDS).toString());
    }

    /** Inactive ones included: without the condition name lists return active ones only. */
    static String nameList(String entity) {
        return "select * from " + entity + " where Active in (true,false)";
    }

    /** A page of a list; {@code start} counts rows from 1. */
    static String page(String list, int start) {
        return list + " orderby Id startposition " + start + " maxresults " + PAGE_ROWS;
    }

    /** A value in quotes, with backslash and quote escaped by a backslash. */
    static String quoted(String value) {
        return "'" + value.replace("\\", "\\\\").replace("'", "\\'") + "'";
    }
}
