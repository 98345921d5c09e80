package io.tieout.sandbox.entrata.portfolio;

import io.tieout.sandbox.entrata.office.ArInvoice;
import io.tieout.sandbox.entrata.office.EntrataOffice;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Writes AR invoices over charges already booked; not every charge gets one. */
final class InvoiceWriter {

    private final EntrataOffice office;
    private final Map<Long, Long> numbers = new HashMap<>();
    private long nextId = 600_000_001L;

    InvoiceWriter(EntrataOffice office) {
        this.office = office;
    }

    void write(Tenancy t, LocalDate date, List<Tenancy.Open> charges) {
        var number = numbers.merge(t.lease.propertyId(), 1L, Long::sum);
        var end = YearMonth.from(date).atEndOfMonth();
        var items = charges.stream()
                .map(c -> new ArInvoice.Item(c.transactionId, date.plusDays(2), date, end))
                .toList();
        office.receivables()
                .add(new ArInvoice(nextId++, t.lease.id(), number, date, date.plusDays(2), "Standard", items));
    }
}
