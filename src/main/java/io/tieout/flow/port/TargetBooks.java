package io.tieout.flow.port;

import io.tieout.plan.Marker;
import io.tieout.plan.PlannedDocument;
import io.tieout.plan.TargetCompany;
import io.tieout.posting.OutcomeClass;
import io.tieout.posting.TargetDocument;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The books of one target company.
 *
 * <p>Reads throw {@link io.tieout.finding.Stopped} when the target cannot be reached or refuses. Writes never throw for
 * what the outside does: their answer is a value, and whatever is not on the closed list is unknown.
 */
public interface TargetBooks extends AutoCloseable {

    /** Identity, settings, chart and dimensions, read now. Throws when the company is not the bound one. */
    TargetCompany company();

    /** The most documents one call may carry: 30 for QuickBooks. */
    int batchDocumentsMax();

    /** The bytes of one document, rendered once, before anything is sent. Pure. */
    byte[] render(PlannedDocument document);

    /** The bytes of one call, from the stored bytes of its items. Pure: same items, same order, same bytes. */
    byte[] assemble(List<Item> items);

    /** Sends stored bytes once, under a key that was made durable before. Never retries. */
    SendAnswer send(String requestKey, byte[] body, List<Item> items);

    /**
     * All journal entries with this marker, live ones only.
     *
     * @return absent when the search did not complete
     */
    Optional<List<TargetDocument>> findByMarker(Marker marker);

    /** All live journal entries dated in the days from first to last, both included, by all pages. */
    List<TargetDocument> journalEntries(LocalDate first, LocalDate last);

    /** All live journal entries the target created since then, by all pages; absent when the search did not complete. */
    Optional<List<TargetDocument>> createdSince(Instant since);

    /**
     * Closing balances by account id in minor units, debit positive: balance sheet accounts since ever, income and
     * expense since the start of the fiscal year. Accrual report unless the feed is a cash feed.
     */
    Map<String, Long> trialBalance(LocalDate asOf, boolean cashBasis);

    /** Every line that moves an account in the days from first to last, from the target's own ledger report. */
    List<LedgerEntry> ledgerEntries(LocalDate first, LocalDate last, boolean cashBasis);

    /** Calls made since the adapter was opened: writes first, then reads. */
    CallCount calls();

    @Override
    void close();

    /**
     * One document of a call.
     *
     * @param itemId short id inside the call, the same on every resend
     */
    record Item(String itemId, Marker marker, byte[] bytes) {}

    /**
     * @param items by item id; an item that the answer did not mention is unknown
     * @param retryAfterSeconds what a throttle asked for; 0 when none
     * @param correlation the target's id of the call, for its support; empty text when none
     * @param httpStatus 0 when there was no answer
     */
    record SendAnswer(Map<String, ItemAnswer> items, long retryAfterSeconds, String correlation, int httpStatus) {}

    /**
     * @param document what the target stored; present when applied
     * @param rejection why it was refused; present when rejected
     * @param words the target's own words, or what went wrong on the wire
     */
    record ItemAnswer(
            OutcomeClass outcome, Optional<TargetDocument> document, Optional<Rejection> rejection, String words) {}

    /** Why a target refuses a document, in our words. */
    enum Rejection {
        CLOSED_PERIOD,
        ACCOUNT_INACTIVE_OR_MISSING,
        DUPLICATE_NUMBER,
        CONTROL_ACCOUNT,
        VALIDATION,
        COMPANY_BLOCKED
    }

    /**
     * One line of the target's ledger report.
     *
     * @param documentId the target's id of the transaction; empty text when the report gives none
     * @param signedMinor debit positive
     */
    record LedgerEntry(
            String accountId,
            LocalDate date,
            String documentType,
            String documentId,
            String documentNumber,
            String memo,
            long signedMinor) {}

    record CallCount(long writes, long reads) {}
}
