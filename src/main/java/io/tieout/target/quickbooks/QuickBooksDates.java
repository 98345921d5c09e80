package io.tieout.target.quickbooks;

import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Date;
import java.util.List;
import org.joda.time.DateTimeZone;

/**
 * The only place where a date becomes the {@link Date} of Intuit's SDK.
 *
 * <p>The SDK writes dates through Joda 2.1 in Joda's default zone, with zone data of 2012: a local midnight can come out
 * as the day before (seen for Chicago, Auckland and Istanbul). Here a date is midnight UTC, and Joda's default zone is
 * pinned to UTC before the SDK's first use, so the zone of the JVM does not matter. {@link QuickBooksCodec} proves it at
 * start-up and compares the written day of every entry with the plan.
 */
final class QuickBooksDates {

    /** One day in standard and one in daylight-saving time, as the self-check writes them. */
    static final List<LocalDate> SELF_CHECK_DAYS = List.of(LocalDate.of(2024, 1, 15), LocalDate.of(2024, 7, 15));

    private QuickBooksDates() {}

    /** Pins the zone the SDK writes in. Nothing else in this program uses Joda. */
    static void pinZone() {
        DateTimeZone.setDefault(DateTimeZone.UTC);
    }

    static Date toSdk(LocalDate day) {
        return Date.from(day.atStartOfDay(ZoneOffset.UTC).toInstant());
    }
}
