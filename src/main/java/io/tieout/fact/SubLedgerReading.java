package io.tieout.fact;

import io.tieout.finding.Finding;
import java.time.Instant;
import java.util.List;

/**
 * The receivable and payable records of one property as of one moment. Live figures (balances, amounts due) tie only at
 * the time of reading.
 *
 * @param invoices every posted invoice that touches the property and is of interest (open, or of the months asked for)
 */
public record SubLedgerReading(
        OrganisationId organisation,
        PropertyId property,
        List<LeaseLedger> leases,
        List<ArPayment> payments,
        List<ArInvoice> arInvoices,
        List<ApInvoice> invoices,
        List<ArCode> arCodes,
        Instant readAt,
        List<Finding> findings) {

    public SubLedgerReading {
        leases = List.copyOf(leases);
        payments = List.copyOf(payments);
        arInvoices = List.copyOf(arInvoices);
        invoices = List.copyOf(invoices);
        arCodes = List.copyOf(arCodes);
        findings = List.copyOf(findings);
    }
}
