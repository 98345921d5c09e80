package io.tieout.sandbox.entrata.office;

import java.time.LocalDate;
import java.util.List;

/**
 * A statement of charges. It exists only where the client issues invoices, so charges without one are normal.
 *
 * @param id invoice id
 * @param leaseId lease
 * @param number running number of the property
 * @param date invoice date
 * @param due due date
 * @param type {@code Standard} or {@code Correction}
 * @param items invoiced transactions with their service period
 */
public record ArInvoice(
        long id, long leaseId, long number, LocalDate date, LocalDate due, String type, List<Item> items) {

    /** One invoiced transaction. */
    public record Item(long transactionId, LocalDate due, LocalDate from, LocalDate to) {}
}
