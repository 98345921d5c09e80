package io.tieout.sandbox.quickbooks;

import io.tieout.sandbox.script.SandboxRequest;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/**
 * Parameters of a report.
 *
 * @param basis {@code Accrual} or {@code Cash}; the sandbox keeps one set of lines, so that for journal entries both show
 *     the same, as they do there; bills are not restated to cash
 * @param summarize {@code Total}, {@code Classes}, {@code Departments} or {@code Month}
 * @param columns wanted columns of detail reports; empty for the usual ones
 * @param accounts accounts shown; empty for all
 * @param classes classes counted; empty for all
 * @param departments locations counted; empty for all
 */
record ReportRequest(
        LocalDate start,
        LocalDate end,
        String basis,
        String summarize,
        List<String> columns,
        Set<Long> accounts,
        Set<Long> classes,
        Set<Long> departments) {

    static ReportRequest of(SandboxRequest request, Books books, Instant now) {
        if (request.parameter("date_macro").isPresent()) {
            throw QuickBooksFault.unsupported(
                    "date_macro is not supported by this sandbox: give start_date and end_date");
        }
        LocalDate today = Stamps.today(now);
        LocalDate end = request.parameter("end_date").map(Stamps::date).orElse(today);
        LocalDate start = request.parameter("start_date").map(Stamps::date).orElse(fiscalYearStart(books, end));
        if (start.isAfter(end)) {
            throw QuickBooksFault.badDate(start + " is after " + end);
        }
        return new ReportRequest(
                start,
                end,
                oneOf(request, "accounting_method", "Accrual", Set.of("Accrual", "Cash")),
                oneOf(request, "summarize_column_by", "Total", Set.of("Total", "Classes", "Departments", "Month")),
                list(request, "columns"),
                ids(request, "account"),
                ids(request, "class"),
                ids(request, "department"));
    }

    private static String oneOf(SandboxRequest request, String name, String usual, Set<String> known) {
        String value = request.parameter(name).orElse(usual);
        if (!known.contains(value)) {
            throw QuickBooksFault.badEnumeration(name, value);
        }
        return value;
    }

    private static List<String> list(SandboxRequest request, String name) {
        return Arrays.stream(request.parameter(name).orElse("").split(","))
                .map(String::trim)
                .filter(value -> !value.isEmpty())
                .toList();
    }

    private static Set<Long> ids(SandboxRequest request, String name) {
        List<String> values = list(request, name);
        values.stream().filter(value -> !value.matches("\\d{1,18}")).findFirst().ifPresent(value -> {
            throw QuickBooksFault.badId(value);
        });
        return values.stream().map(Long::valueOf).collect(Collectors.toSet());
    }

    /** Which lines the class and location filters let through. */
    Predicate<LedgerLine> counted() {
        return line -> (classes.isEmpty() || classes.contains(line.classId()))
                && (departments.isEmpty() || departments.contains(line.departmentId()));
    }

    boolean shows(long accountId) {
        return accounts.isEmpty() || accounts.contains(accountId);
    }

    /** First day of the fiscal year a day lies in. */
    static LocalDate fiscalYearStart(Books books, LocalDate day) {
        LocalDate start = LocalDate.of(day.getYear(), books.company().fiscalYearStart(), 1);
        return start.isAfter(day) ? start.minusYears(1) : start;
    }
}
