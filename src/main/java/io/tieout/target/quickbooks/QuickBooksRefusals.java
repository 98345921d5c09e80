package io.tieout.target.quickbooks;

import io.tieout.flow.port.TargetBooks.Rejection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * The closed table of faults that say something certain about one document.
 *
 * <p>By code <em>and</em> text <em>and</em> type, because codes are not stable: a closed period was seen as 6210 and as
 * 5010, and 6210 was once listed for a duplicate number (reference {@code quickbooks-online.md} 2.4 to 2.8). What is not
 * in the table is unknown, and is looked up before anything is sent again.
 *
 * <p>A duplicate number (6140) and a duplicate request id (600) are unknown on purpose, although they are well known:
 * our numbers are 90-bit markers, so a duplicate means that an earlier try of this very document may stand.
 */
final class QuickBooksRefusals {

    /**
     * What a fault means for the item it was given for.
     *
     * @param certain whether it proves that the item was not stored
     */
    record Meaning(boolean certain, Optional<Rejection> rejection) {}

    private record Row(Set<String> codes, Pattern text, Meaning meaning) {

        boolean matches(QuickBooksFault.Error error) {
            return codes.contains(error.code()) && text.matcher(error.text()).find();
        }
    }

    private static final Meaning UNKNOWN = new Meaning(false, Optional.empty());

    /** Types a fault of the books has; a {@code SystemFault} or {@code SERVICE} says nothing certain about a document. */
    private static final Set<String> TYPES = Set.of("validationfault", "validation");

    /** Found in the text of a known code, these words take the certainty away (seen: 6000 "unexpected error" on a repeat). */
    private static final Pattern UNCERTAIN = words("unexpected|internal error|try again|timed? ?out|unknown error");

    private static final List<Row> TABLE = List.of(
            refused(
                    Rejection.CLOSED_PERIOD,
                    "period (has )?(been )?closed|books? (are |is |have been )?closed|closed (period|books)|closing date",
                    "6200",
                    "6210",
                    "5010"),
            new Row(
                    Set.of("6140", "6210"),
                    words("duplicate"),
                    new Meaning(false, Optional.of(Rejection.DUPLICATE_NUMBER))),
            refused(Rejection.ACCOUNT_INACTIVE_OR_MISSING, "inactive|not found|deleted", "610"),
            refused(Rejection.ACCOUNT_INACTIVE_OR_MISSING, "invalid reference", "2500"),
            refused(Rejection.ACCOUNT_INACTIVE_OR_MISSING, "account", "6430", "6440"),
            refused(
                    Rejection.CONTROL_ACCOUNT,
                    "accounts? (receivable|payable)|(customer|vendor) (name |is )?(required|missing)|must (select|choose) a (customer|vendor)",
                    "6000"),
            refused(Rejection.VALIDATION, "request_?id", "6000"),
            refused(Rejection.VALIDATION, "balance|debit", "6000"),
            refused(Rejection.COMPANY_BLOCKED, "subscription|billing|trial|expired", "6190"),
            refused(Rejection.COMPANY_BLOCKED, "permission|not (allowed|supported|available)|feature", "5020", "5030"),
            // Refused on form, before any book was touched: the text adds nothing to the code.
            refused(
                    Rejection.VALIDATION,
                    "",
                    "2010",
                    "2020",
                    "2030",
                    "2040",
                    "2050",
                    "2060",
                    "2070",
                    "2080",
                    "2090",
                    "2100",
                    "2110",
                    "2120",
                    "2150",
                    "2160",
                    "2170",
                    "2180",
                    "2190",
                    "2200",
                    "2210",
                    "2220",
                    "2230",
                    "2240",
                    "2250",
                    "2260",
                    "2270",
                    "2280",
                    "2290",
                    "2300"),
            refused(
                    Rejection.VALIDATION,
                    "account type|amount|tax|level|customer",
                    "6010",
                    "6070",
                    "6100",
                    "6180",
                    "6250"));

    private QuickBooksRefusals() {}

    /** A fault with several errors is certain only if each of them is; the first one names the reason. */
    static Meaning of(QuickBooksFault fault) {
        if (!TYPES.contains(fault.type().toLowerCase(java.util.Locale.ROOT))) {
            return UNKNOWN;
        }
        List<Meaning> meanings =
                fault.errors().stream().map(QuickBooksRefusals::of).toList();
        return meanings.stream()
                .filter(meaning -> !meaning.certain())
                .findFirst()
                .orElse(meanings.get(0));
    }

    private static Meaning of(QuickBooksFault.Error error) {
        if (UNCERTAIN.matcher(error.text()).find()) {
            return UNKNOWN;
        }
        return TABLE.stream()
                .filter(row -> row.matches(error))
                .map(Row::meaning)
                .findFirst()
                .orElse(UNKNOWN);
    }

    private static Row refused(Rejection rejection, String text, String... codes) {
        return new Row(Set.of(codes), words(text), new Meaning(true, Optional.of(rejection)));
    }

    private static Pattern words(String text) {
        return Pattern.compile(text, Pattern.CASE_INSENSITIVE);
    }
}
