package io.tieout.flow.port;

import io.tieout.plan.Reconciliation;
import java.util.List;
import java.util.Map;

/**
 * A plan as it is shown: made once, kept as it is, and shown again for as long as it is kept. Amounts are minor units of
 * the currency, signed debit positive; dates are ISO text.
 *
 * <p>The lists are not copied: of a large plan they are views that make each row when it is read.
 *
 * @param companyId the target's id with its kind, as {@code quickbooks:9341450000000001}
 * @param mappingLabel version for people; says DRAFT where it is one
 * @param workingFileDiffers whether the working mapping file was another than the published version
 * @param madeAt UTC
 * @param selection the selectors as command-line words; empty for all
 * @param propertyNames names by property id, of the properties that have one
 */
public record PlanSheet(
        String planId,
        String company,
        String companyId,
        String companyName,
        String currency,
        String mapping,
        String mappingLabel,
        boolean published,
        boolean workingFileDiffers,
        String contentHash,
        String inputsHash,
        String madeAt,
        String selection,
        Map<String, String> propertyNames,
        List<Document> documents,
        List<Held> held,
        List<Excluded> excluded,
        List<OpeningDifference> openingDifferences,
        List<Reconciliation> reconciliations,
        List<Said> findings) {

    /**
     * A document to be posted.
     *
     * @param number our document number
     * @param group what its lines were gathered by
     * @param totalMinor its debits, equal to its credits
     */
    public record Document(
            String number,
            String businessKey,
            String date,
            String property,
            String month,
            String basis,
            String purpose,
            String group,
            long totalMinor,
            String contentHash,
            List<Line> lines,
            List<Fact> facts) {}

    /** One entry line. */
    public record Line(
            String accountId,
            String accountNumber,
            String accountName,
            long signedMinor,
            String trackingClass,
            String location,
            String memo,
            List<String> sourceIds) {}

    /** A source line that a document claims, and the rule that chose its account. */
    public record Fact(String fact, int version, long signedMinor, String rule) {}

    /**
     * A line that waits.
     *
     * @param reason code of the reason, as {@code unmapped}
     * @param code id of the finding that tells of it, as {@code P001}; empty where another line of its group does
     * @param words the reason in plain words
     * @param cause whether it waits for itself, and not only because it balances with a line that does
     */
    public record Held(
            String fact,
            String sourceId,
            String property,
            String month,
            String basis,
            String date,
            String accountNumber,
            String transactionType,
            String reference,
            long signedMinor,
            String reason,
            String words,
            boolean cause,
            String code,
            String why,
            String next,
            String group) {}

    /**
     * A line that is never posted.
     *
     * @param by the rule or the person
     */
    public record Excluded(
            String fact,
            String sourceId,
            String property,
            String month,
            String basis,
            String date,
            String accountNumber,
            String reference,
            long signedMinor,
            String reason,
            String by) {}

    /**
     * What applying the plan accepts as the opening difference of an account.
     *
     * @param account number and name
     */
    public record OpeningDifference(String accountId, String account, long signedMinor) {}

    /** A finding as it was said. */
    public record Said(
            String code,
            String severity,
            String title,
            String place,
            String expected,
            String found,
            String next,
            String difference) {}

    public long totalMinor() {
        return documents.stream().mapToLong(Document::totalMinor).sum();
    }

    /** Debits of the held lines. */
    public long heldMinor() {
        return held.stream().mapToLong(h -> Math.max(0, h.signedMinor())).sum();
    }
}
