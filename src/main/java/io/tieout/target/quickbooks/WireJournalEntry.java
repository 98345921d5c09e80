package io.tieout.target.quickbooks;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/**
 * A journal entry in QuickBooks' terms, before it becomes bytes: everything it says is on the wire, and nothing else.
 *
 * @param docNumber the marker, 1 to 21 characters (limit of the SDK's schema, {@code Finance.xsd})
 * @param txnDate posting date; always sent, because QuickBooks would put its own today
 * @param privateNote memo of the entry with the business key, at most 4,000 characters (figure of import tools)
 * @param lines at least two; debits equal credits
 */
record WireJournalEntry(String docNumber, LocalDate txnDate, String privateNote, List<Line> lines) {

    static final int DOC_NUMBER_MAX = 21;
    static final int TEXT_MAX = 4000;

    /** Which side of the entry a line stands on; amounts are always positive. */
    enum PostingType {
        DEBIT,
        CREDIT
    }

    /**
     * One line.
     *
     * @param description memo of the line, at most 4,000 characters; may be empty and is then left out
     * @param amountMinor cents, above zero
     * @param accountId QuickBooks account id, for example {@code 84}
     * @param classId QuickBooks class id of the property, if classes carry it
     * @param departmentId QuickBooks department ("location") id of the property, if locations carry it
     */
    record Line(
            String description,
            long amountMinor,
            PostingType postingType,
            String accountId,
            Optional<String> classId,
            Optional<String> departmentId) {

        Line {
            require(
                    amountMinor > 0,
                    "A line's amount is above zero; found %s cents on account %s",
                    amountMinor,
                    accountId);
            require(!accountId.isBlank(), "A line needs an account id; found none for '%s'", description);
            require(
                    description.length() <= TEXT_MAX,
                    "A line's description holds at most %s characters, found %s",
                    TEXT_MAX,
                    description.length());
        }

        long signedMinor() {
            return postingType == PostingType.DEBIT ? amountMinor : -amountMinor;
        }
    }

    WireJournalEntry {
        lines = List.copyOf(lines);
        require(
                !docNumber.isBlank() && docNumber.length() <= DOC_NUMBER_MAX,
                "A document number has 1 to %s characters, found '%s'",
                DOC_NUMBER_MAX,
                docNumber);
        require(
                privateNote.length() <= TEXT_MAX,
                "The memo of %s holds at most %s characters, found %s",
                docNumber,
                TEXT_MAX,
                privateNote.length());
        require(lines.size() >= 2, "Entry %s needs at least two lines, found %s", docNumber, lines.size());
        long sum = 0;
        for (Line line : lines) {
            sum = Math.addExact(sum, line.signedMinor());
        }
        require(sum == 0, "Entry %s: debits minus credits must be 0, found %s cents", docNumber, sum);
    }

    private static void require(boolean holds, String message, Object... values) {
        if (!holds) {
            throw new IllegalArgumentException(message.formatted(values));
        }
    }
}
