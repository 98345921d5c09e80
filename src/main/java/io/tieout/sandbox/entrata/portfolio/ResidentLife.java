package io.tieout.sandbox.entrata.portfolio;

import io.tieout.sandbox.entrata.office.OfficeProperty;
import io.tieout.sandbox.entrata.portfolio.ResidentDesk.Means;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;

/**
 * What residents do in a month: rent falls due, most pay in time, some ahead, late or with a check that bounces; a few move out
 * and new ones move in.
 */
final class ResidentLife {

    private static final int OCCUPIED_PERCENT = 95;
    private static final int MOVES_OUT_PERCENT = 3;
    private static final int PARKING_MINOR = 75_00;
    private static final int LATE_FEE_MINOR = 75_00;
    private static final int NSF_FEE_MINOR = 35_00;
    private static final int CONCESSION_MINOR = 300_00;

    private final Cast cast;
    private final ResidentDesk desk;
    private final DepositDesk deposits;
    private final VendorLife payables;
    private final SplittableRandom random;
    private final InvoiceWriter invoices;
    private final Map<Long, List<Home>> homes = new HashMap<>();
    private long nextScheduled = 4_000_001;

    /** A unit and who lives there; nobody for a while after a move-out. */
    private static final class Home {
        private final int unit;
        private List<Tenancy> tenant = List.of();

        private Home(int unit) {
            this.unit = unit;
        }
    }

    ResidentLife(Cast cast, ResidentDesk desk, DepositDesk deposits, VendorLife payables, SplittableRandom random) {
        this.cast = cast;
        this.desk = desk;
        this.deposits = deposits;
        this.payables = payables;
        this.random = random;
        this.invoices = new InvoiceWriter(cast.office());
    }

    private boolean percent(int chance) {
        return random.nextInt(100) < chance;
    }

    /** Fills a property before its first month; returns the deposits its residents had paid by then, in cents. */
    long settle(OfficeProperty property, int units, YearMonth firstMonth) {
        var own = new ArrayList<Home>();
        var deposits = 0L;
        for (int unit = 0; unit < units; unit++) {
            var home = new Home(unit);
            if (percent(OCCUPIED_PERCENT)) {
                var t = cast.tenancy(property, unit);
                var date = firstMonth.minusMonths(1 + random.nextInt(18)).atDay(1 + random.nextInt(28));
                this.deposits.earlierDeposit(t, date, 500_00);
                deposits += t.depositHeld;
                home.tenant = List.of(t);
            }
            own.add(home);
        }
        homes.put(property.id(), own);
        return deposits;
    }

    void live(OfficeProperty property, YearMonth month) {
        for (var home : homes.getOrDefault(property.id(), List.of())) {
            if (home.tenant.isEmpty()) {
                if (percent(30)) {
                    home.tenant = List.of(moveIn(property, home.unit, month));
                }
                continue;
            }
            var t = home.tenant.get(0);
            if (percent(MOVES_OUT_PERCENT)) {
                moveOut(t, month);
                home.tenant = List.of();
            } else {
                stay(t, month);
            }
        }
    }

    private void stay(Tenancy t, YearMonth month) {
        var first = month.atDay(1);
        var charges = new ArrayList<Tenancy.Open>();
        charges.add(desk.charge(t, Chart.RENT, first, t.rent, "Rent"));
        desk.scheduled(charges.get(0), nextScheduled++);
        if (t.parks) {
            charges.add(desk.charge(t, Chart.PARKING, first, PARKING_MINOR, "Parking"));
        }
        if (percent(70)) {
            invoices.write(t, first, charges);
        }
        if (percent(1)) {
            desk.concession(t, first, Math.min(CONCESSION_MINOR, t.rent));
        }
        desk.usePrepaid(t, first);
        if (t.owed() > 0) {
            payRent(t, month);
        }
    }

    private void payRent(Tenancy t, YearMonth month) {
        var mood = random.nextInt(100);
        var day = month.atDay(1 + random.nextInt(5));
        if (mood < 84) {
            desk.pay(t, day, t.owed(), means());
        } else if (mood < 89) {
            // Ahead of time: what is over stays prepaid.
            desk.pay(t, day, t.owed() + 25_00 + random.nextInt(200) * 5_00L, means());
        } else if (mood < 92) {
            bounce(t, day);
        } else if (mood < 96) {
            // In two parts, the second after the late fee.
            desk.pay(t, day, Math.max(1, t.owed() / 2), means());
            desk.charge(t, Chart.LATE_FEE, month.atDay(6), LATE_FEE_MINOR, "Late fee");
            desk.pay(t, month.atDay(12 + random.nextInt(10)), t.owed(), Means.CARD);
        }
        // The rest pay nothing this month and owe two rents next month.
    }

    private void bounce(Tenancy t, LocalDate day) {
        var paid = desk.pay(t, day, t.owed(), Means.CHECK);
        var returned = day.plusDays(6);
        desk.nsf(t, paid, returned);
        desk.charge(t, Chart.NSF_FEE, returned, NSF_FEE_MINOR, "NSF fee");
        if (percent(70)) {
            desk.pay(t, returned.plusDays(5), t.owed(), Means.CARD);
        }
    }

    private Means means() {
        var choice = random.nextInt(10);
        return choice < 6 ? Means.ACH : choice < 8 ? Means.CHECK : Means.CARD;
    }

    private Tenancy moveIn(OfficeProperty property, int unit, YearMonth month) {
        var t = cast.tenancy(property, unit);
        var date = month.atDay(1 + random.nextInt(25));
        var days = month.lengthOfMonth() - date.getDayOfMonth() + 1;
        var charges = new ArrayList<Tenancy.Open>();
        charges.add(desk.charge(t, Chart.RENT, date, prorated(t.rent, days, month), "Prorated rent"));
        if (percent(25)) {
            desk.concession(t, date, Math.min(CONCESSION_MINOR, t.owed()));
        }
        charges.add(desk.charge(t, Chart.DEPOSIT, date, 500_00, "Security deposit"));
        invoices.write(t, date, charges);
        desk.pay(t, date, t.owed(), Means.ACH);
        t.depositHeld = 500_00;
        return t;
    }

    private void moveOut(Tenancy t, YearMonth month) {
        var date = month.atDay(2 + random.nextInt(20));
        desk.charge(t, Chart.RENT, month.atDay(1), prorated(t.rent, date.getDayOfMonth(), month), "Prorated rent");
        desk.usePrepaid(t, month.atDay(1));
        if (percent(80) && t.owed() > 0) {
            desk.pay(t, month.atDay(1 + random.nextInt(3)), t.owed(), means());
        }
        if (percent(40)) {
            desk.charge(t, Chart.DAMAGES, date, 50_00 + random.nextInt(60) * 10_00L, "Damages");
        }
        var refund = deposits.applyDeposit(t, date);
        if (refund > 0) {
            payables.refund(t, date, refund);
        }
        cast.moveOut(t);
    }

    /** Rent for some days of a month, rounded half up to the cent. */
    private static long prorated(long rent, int days, YearMonth month) {
        return (2 * rent * days + month.lengthOfMonth()) / (2L * month.lengthOfMonth());
    }
}
