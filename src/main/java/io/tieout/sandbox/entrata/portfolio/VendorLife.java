package io.tieout.sandbox.entrata.portfolio;

import io.tieout.sandbox.entrata.office.EntrataOffice;
import io.tieout.sandbox.entrata.office.OfficeProperty;
import io.tieout.sandbox.entrata.office.Vendor;
import io.tieout.sandbox.entrata.portfolio.VendorDesk.NewLine;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;

/**
 * What the payables office does in a month: invoices come in, some over several properties, some wrong and taken back, some
 * credited; most are paid within weeks, a few by a check that is voided.
 */
final class VendorLife {

    private static final int UNITS_PER_INVOICE = 8;

    /** An invoice that waits for its payment day. */
    private record Due(long invoiceId, LocalDate day, boolean voided) {}

    private final EntrataOffice office;
    private final VendorDesk desk;
    private final SplittableRandom random;
    private List<Due> waiting = new ArrayList<>();
    private long nextNumber = 1;

    VendorLife(EntrataOffice office, VendorDesk desk, SplittableRandom random) {
        this.office = office;
        this.desk = desk;
        this.random = random;
    }

    private boolean percent(int chance) {
        return random.nextInt(100) < chance;
    }

    void refund(Tenancy t, LocalDate date, long minor) {
        var id = desk.refund(t, date, minor);
        waiting.add(new Due(id, date.plusDays(4 + random.nextInt(20)), false));
    }

    void live(List<OfficeProperty> properties, YearMonth month, int unitsPerProperty) {
        var vendors = List.copyOf(office.payables().vendors());
        for (int i = 0; i < properties.size(); i++) {
            var count = 1 + unitsPerProperty / UNITS_PER_INVOICE;
            for (int n = 0; n < count; n++) {
                receive(properties, i, vendors.get(random.nextInt(vendors.size())), month);
            }
        }
        payDue(month);
    }

    private void receive(List<OfficeProperty> properties, int at, Vendor vendor, YearMonth month) {
        var date = month.atDay(1 + random.nextInt(24));
        var number = vendor.location().code() + "-" + nextNumber++;
        var lines = lines(properties, at, vendor);
        var id = desk.invoice(vendor, number, date, lines);
        var fate = random.nextInt(100);
        if (fate < 3) {
            desk.reverse(id, date.plusDays(2));
        } else if (fate < 88) {
            waiting.add(new Due(id, date.plusDays(5 + random.nextInt(25)), percent(3)));
        }
        // The rest stays open.
        if (percent(4)) {
            var first = lines.get(0);
            var back = new NewLine(first.property(), first.account(), "Credit", -Math.max(1, first.minor() / 3));
            desk.invoice(vendor, number + "-CR", date.plusDays(3), List.of(back));
        }
    }

    private List<NewLine> lines(List<OfficeProperty> properties, int at, Vendor vendor) {
        var lines = new ArrayList<NewLine>();
        var shared = percent(10) ? Math.min(properties.size(), 2 + random.nextInt(2)) : 1;
        for (int p = 0; p < shared; p++) {
            var property = properties.get((at + p) % properties.size());
            var count = 1 + random.nextInt(2);
            for (int n = 0; n < count; n++) {
                var minor = 20_00 + random.nextInt(120_000);
                lines.add(new NewLine(property.id(), vendor.glAccountId(), vendor.category() + " work", minor));
            }
        }
        return lines;
    }

    /** Pays what falls due in the month; a void takes three days more, so it is kept within the month. */
    private void payDue(YearMonth month) {
        var later = new ArrayList<Due>();
        for (var due : waiting) {
            if (YearMonth.from(due.day()).isAfter(month)) {
                later.add(due);
            } else if (due.voided() && due.day().getDayOfMonth() <= 24) {
                desk.payWithVoid(due.invoiceId(), due.day());
            } else {
                desk.pay(due.invoiceId(), due.day(), percent(60));
            }
        }
        waiting = later;
    }
}
