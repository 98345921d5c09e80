package io.tieout.sandbox.entrata.portfolio;

import io.tieout.sandbox.entrata.office.Basis;
import io.tieout.sandbox.entrata.office.BookKey;
import io.tieout.sandbox.entrata.office.EntrataOffice;
import io.tieout.sandbox.entrata.office.GlLine;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;

/** Writes balanced entries into the generated ledgers, irregular ones at the rates of the plan. */
final class Scribe {

    private static final long FIRST_ID = 100_000_001L;
    private static final int DAYS_OUTSIDE_MAX = 5;

    /** One leg of an entry; signed, debit positive, in cents. */
    record Leg(long account, long signedMinor) {}

    /** What an entry says about itself. */
    record Entry(
            long property,
            String type,
            LocalDate date,
            YearMonth month,
            String reference,
            String memo,
            boolean reversal) {

        static Entry of(long property, String type, LocalDate date, String reference, String memo) {
            return new Entry(property, type, date, YearMonth.from(date), reference, memo, false);
        }

        Entry takingBack() {
            return new Entry(property, type, date, month, reference, memo, true);
        }
    }

    private final EntrataOffice office;
    private final Irregularities irregularities;
    private final SplittableRandom random;
    private long nextId = FIRST_ID;
    private long nextJournal = 1;
    private int lines;

    Scribe(EntrataOffice office, Irregularities irregularities, SplittableRandom random) {
        this.office = office;
        this.irregularities = irregularities;
        this.random = random;
    }

    int lines() {
        return lines;
    }

    static Leg debit(long account, long minor) {
        return new Leg(account, minor);
    }

    static Leg credit(long account, long minor) {
        return new Leg(account, -minor);
    }

    /** The same legs on both bases; at a rate both carry the same ids. */
    void both(Entry entry, Leg... legs) {
        var ids = accrual(entry, legs);
        var shared = happens(irregularities.sharedIds());
        write(Basis.CASH, entry, List.of(legs), shared ? ids : List.of());
    }

    List<Long> accrual(Entry entry, Leg... legs) {
        return write(Basis.ACCRUAL, entry, List.of(legs), List.of());
    }

    void cash(Entry entry, List<Leg> legs) {
        write(Basis.CASH, entry, legs, List.of());
    }

    private boolean happens(int perThousand) {
        return perThousand > 0 && random.nextInt(1000) < perThousand;
    }

    private List<Long> write(Basis basis, Entry entry, List<Leg> legs, List<Long> givenIds) {
        var sum = legs.stream().mapToLong(Leg::signedMinor).sum();
        if (sum != 0) {
            throw new IllegalStateException("Generated entry " + entry + " is out of balance by " + sum + " cents");
        }
        var manner = manner(entry);
        var wanted = new ArrayList<>(legs);
        wanted.removeIf(leg -> leg.signedMinor() == 0);
        if (happens(irregularities.zeroLines()) && !wanted.isEmpty()) {
            wanted.add(new Leg(wanted.get(0).account(), 0));
        }
        var journal = nextJournal++;
        var book = new BookKey(entry.property(), basis, Chart.BOOK);
        var ids = new ArrayList<Long>();
        for (int i = 0; i < wanted.size(); i++) {
            var id = i < givenIds.size() ? givenIds.get(i) : manner.oneId() && i > 0 ? ids.get(0) : nextId++;
            ids.add(id);
            office.post(book, line(id, journal, entry, wanted.get(i), manner, i));
            lines++;
        }
        return ids;
    }

    /** How one entry is irregular. */
    private record Manner(boolean mixed, boolean spread, boolean oneId, boolean negative, LocalDate date) {}

    private Manner manner(Entry entry) {
        var spread = happens(irregularities.monthOnly());
        var mixed = spread || happens(irregularities.dayOnly());
        var oneId = happens(irregularities.repeatedIds());
        var negative = happens(irregularities.negativeSides());
        var date = happens(irregularities.outsideMonth()) ? outside(entry.month()) : entry.date();
        return new Manner(mixed, spread, oneId, negative, date);
    }

    private LocalDate outside(YearMonth month) {
        var days = 1 + random.nextInt(DAYS_OUTSIDE_MAX);
        return random.nextBoolean()
                ? month.atDay(1).minusDays(days)
                : month.atEndOfMonth().plusDays(days);
    }

    private GlLine line(long id, long journal, Entry entry, Leg leg, Manner manner, int at) {
        var apart = manner.mixed() && at > 0;
        var day = apart && manner.spread() ? entry.month().atDay(1 + random.nextInt(28)) : manner.date();
        var signed = leg.signedMinor();
        // A debit of 5 is written as 5 in the debit column, or as -5 in the credit column.
        var inDebit = signed >= 0 != manner.negative();
        return new GlLine(
                id,
                journal,
                leg.account(),
                apart ? "GJ" : entry.type(),
                entry.date(),
                day,
                entry.month(),
                inDebit ? signed : 0,
                inDebit ? 0 : -signed,
                entry.reversal(),
                apart ? entry.reference() + " (" + (at + 1) + ")" : entry.reference(),
                entry.memo(),
                entry.date());
    }
}
