package io.tieout.sandbox.entrata.office;

/** Running numbers of the organisation; every line seen moves them past itself. */
public final class Numbering {

    private long glLine;
    private long journal;
    private long journalNumber = 1;
    private long header = 1;
    private long receivable = 30_000_000;

    void seen(GlLine line) {
        glLine = Math.max(glLine, line.id());
        journal = Math.max(journal, line.journal());
    }

    /** Sets the next numbers of sendJournalEntries. */
    public void startJournals(long nextJournalNumber, long nextHeader) {
        journalNumber = nextJournalNumber;
        header = nextHeader;
    }

    public long nextGlLine() {
        return ++glLine;
    }

    public long nextJournal() {
        return ++journal;
    }

    public long nextJournalNumber() {
        return journalNumber++;
    }

    public long nextHeader() {
        return header++;
    }

    /** Next id of an AR transaction made by a control action. */
    public long nextReceivable() {
        return ++receivable;
    }
}
