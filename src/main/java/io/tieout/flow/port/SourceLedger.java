package io.tieout.flow.port;

import io.tieout.fact.ArCode;
import io.tieout.fact.GlReading;
import io.tieout.fact.GlScope;
import io.tieout.fact.OrganisationId;
import io.tieout.fact.PostMonth;
import io.tieout.fact.PropertyId;
import io.tieout.fact.SourceAccount;
import io.tieout.fact.SourceProperty;
import io.tieout.fact.SubLedgerReading;
import io.tieout.finding.Finding;
import io.tieout.money.CurrencyCode;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;

/**
 * The source's ledgers: reads and export marks.
 *
 * <p>Every method throws {@link io.tieout.finding.Stopped} with a finding when the source cannot be reached, refuses, or
 * answers what cannot be understood as a whole; faults of single records stand in the findings of what is returned.
 */
public interface SourceLedger extends AutoCloseable {

    /** The organisation the credentials reach; called first, and compared with the binding. */
    OrganisationId organisation();

    /** The calls the credentials may make, by the source's names. */
    Set<String> grantedCalls();

    /** Every property, disabled ones included. */
    List<SourceProperty> properties();

    /** Chart of accounts of one tree. */
    List<SourceAccount> chart(String tree);

    /** Posting books by id and name. */
    List<Book> books();

    List<ArCode> arCodes();

    /** GL accounts of the organisation's bank accounts. */
    Set<io.tieout.fact.GlAccountId> bankAccounts();

    /**
     * One unfiltered, detailed read of a scope. Occurrences are numbered within the reading; the ledger settles them
     * against what it knows.
     */
    GlReading readGl(GlScope scope, String tree, CurrencyCode currency, ReadPart part);

    /** Source ids of the lines of the scope that are not marked as exported. */
    Set<String> unmarkedGlIds(GlScope scope, String tree);

    /** Receivables and payables of one property; {@code from} and {@code to} bound payments and invoices by date. */
    SubLedgerReading readSubLedgers(
            PropertyId property, PostMonth month, LocalDate from, LocalDate to, CurrencyCode currency);

    /** One marking call of at most {@link #MARKS_PER_CALL_MAX} ids. Confirm by {@link #unmarkedGlIds}; an answer proves nothing for single ids. */
    MarkAnswer markGlExported(List<String> sourceIds);

    /** Calls made, and calls left by the source's own account. */
    CallBudget budget();

    /**
     * Findings that no result had room for, since the adapter was opened: properties, accounts and codes left out for a
     * fault, and what could not be proven.
     */
    List<Finding> findings();

    @Override
    void close();

    /** Most ids in one marking call: a few hundred of one property, month and basis (Entrata API contract). */
    int MARKS_PER_CALL_MAX = 300;

    /** Which part of the GL a read covers. */
    enum ReadPart {
        ALL,
        WITHOUT_AP,
        WITHOUT_AR
    }

    record Book(String id, String name) {}

    /** Whether the source said the marking call succeeded, with its own words. */
    record MarkAnswer(boolean accepted, boolean unknown, String message) {}

    /**
     * @param callsMade since the adapter was opened
     * @param callsLeft least number left over all windows that are too long to wait for their end; -1 when the source says
     *     nothing
     */
    record CallBudget(long callsMade, long callsLeft) {}
}
