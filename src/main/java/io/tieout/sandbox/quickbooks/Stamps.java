package io.tieout.sandbox.quickbooks;

import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;

/** Times as QuickBooks writes them: Pacific time with its offset [C]. */
final class Stamps {
    static final ZoneId PACIFIC = ZoneId.of("America/Los_Angeles");
    private static final DateTimeFormatter SECONDS = DateTimeFormatter.ofPattern("yyyy-MM-dd'T'HH:mm:ssxxx");
    private static final DateTimeFormatter MILLIS = DateTimeFormatter.ofPattern("yyyy-MM-dd'T'HH:mm:ss.SSSxxx");

    private Stamps() {}

    /** For {@code MetaData}: whole seconds. */
    static String seconds(Instant instant) {
        return SECONDS.format(instant.atZone(PACIFIC));
    }

    /** For the {@code time} of an answer. */
    static String millis(Instant instant) {
        return MILLIS.format(instant.atZone(PACIFIC));
    }

    static LocalDate today(Instant now) {
        return now.atZone(PACIFIC).toLocalDate();
    }

    /**
     * A transaction date; what follows the tenth character (XML allows a zone there) is ignored.
     *
     * @throws QuickBooksFault for anything else
     */
    static LocalDate date(String text) {
        try {
            return LocalDate.parse(text.length() > 10 ? text.substring(0, 10) : text);
        } catch (DateTimeParseException e) {
            throw QuickBooksFault.badDate(text);
        }
    }

    /**
     * A time with offset, or a date meaning its first moment in Pacific time.
     *
     * @throws DateTimeParseException for anything else, a blank where a plus sign was not percent-encoded included
     */
    static Instant instant(String text) {
        if (text.length() == 10) {
            return LocalDate.parse(text).atStartOfDay(PACIFIC).toInstant();
        }
        return OffsetDateTime.parse(text).toInstant();
    }
}
