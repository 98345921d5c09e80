package io.tieout.fact;

import java.time.LocalDate;

/** One invoice to a resident. Exists only where the client issues invoices, so it is never the base of the receivables. */
public record ArInvoice(
        String id, String leaseId, String number, LocalDate date, long subTotalMinor, int transactionsCount) {}
