package io.tieout.sandbox.quickbooks;

import java.time.LocalDate;
import java.time.YearMonth;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Predicate;

/** What {@code summarize_column_by} splits a summary report into. */
final class Buckets {
    private static final DateTimeFormatter MONTH = DateTimeFormatter.ofPattern("MMM uuuu", Locale.ENGLISH);

    /**
     * One column or pair of columns.
     *
     * @param title as shown
     * @param key id of the class or location, or the first day of the month
     */
    record Bucket(String title, String key, LocalDate start, LocalDate end, Predicate<LedgerLine> counted) {}

    private Buckets() {}

    /** Buckets in order of their columns, the total last; without a split the total alone. */
    static List<Bucket> of(ReportRequest request, Books books) {
        var buckets = new ArrayList<Bucket>();
        switch (request.summarize()) {
            case "Classes" -> named(request, books, EntityType.KLASS, buckets);
            case "Departments" -> named(request, books, EntityType.DEPARTMENT, buckets);
            case "Month" -> months(request, buckets);
            default -> {}
        }
        String title = buckets.isEmpty() ? "Total" : "TOTAL";
        buckets.add(new Bucket(title, "total", request.start(), request.end(), request.counted()));
        return buckets;
    }

    private static void named(ReportRequest request, Books books, EntityType type, List<Bucket> buckets) {
        for (Stored entry : books.store(type).all()) {
            String name = books.name(type, entry.id()).map(NameFacts::fullName).orElse("");
            buckets.add(bucket(request, name, String.valueOf(entry.id()), line -> idOf(type, line) == entry.id()));
        }
        buckets.add(bucket(request, "Not Specified", "0", line -> idOf(type, line) == 0));
    }

    private static Bucket bucket(ReportRequest request, String title, String key, Predicate<LedgerLine> own) {
        return new Bucket(title, key, request.start(), request.end(), own.and(request.counted()));
    }

    private static long idOf(EntityType type, LedgerLine line) {
        return type == EntityType.KLASS ? line.classId() : line.departmentId();
    }

    private static void months(ReportRequest request, List<Bucket> buckets) {
        YearMonth last = YearMonth.from(request.end());
        for (YearMonth month = YearMonth.from(request.start()); !month.isAfter(last); month = month.plusMonths(1)) {
            LocalDate start = month.atDay(1).isBefore(request.start()) ? request.start() : month.atDay(1);
            LocalDate end = month.atEndOfMonth().isAfter(request.end()) ? request.end() : month.atEndOfMonth();
            buckets.add(new Bucket(MONTH.format(month), month.atDay(1).toString(), start, end, request.counted()));
        }
    }
}
