package io.tieout.sandbox.entrata;

import io.tieout.sandbox.entrata.office.Basis;
import io.tieout.sandbox.entrata.office.GlBook;
import io.tieout.sandbox.entrata.office.GlLine;
import io.tieout.sandbox.entrata.office.OfficeProperty;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * Which lines a call of getGlTransactions counts: every documented filter, with its default (entrata-api.md section 6).
 *
 * @param basis accrual unless {@code isCashBook=1}
 * @param detailed totals only unless {@code isDetailed=1}
 * @param from first post month
 * @param to last post month
 * @param books ids of the books read
 * @param accountFrom lowest account id; whether ids or numbers are meant is not public, ids are assumed
 * @param accountTo highest account id
 * @param postDates bounds of the accounting date
 * @param transactionDates bounds of the day the system recorded the line
 * @param updated bounds of the last change
 * @param withoutAp {@code excludeApTransactions=1}
 * @param withoutAr {@code excludeArTransactions=1}
 * @param hidesExported {@code excludeExportedTransactions=1}; exported lines are returned by default
 */
record GlWindow(
        Basis basis,
        boolean detailed,
        YearMonth from,
        YearMonth to,
        List<Long> books,
        OptionalLong accountFrom,
        OptionalLong accountTo,
        Days postDates,
        Days transactionDates,
        Days updated,
        boolean withoutAp,
        boolean withoutAr,
        boolean hidesExported) {

    /** Longest window in months; a guard of the sandbox against a typo in a year. */
    private static final int MONTHS_MAX = 600;

    /** An inclusive span of days, open where a bound is absent. */
    record Days(Optional<LocalDate> from, Optional<LocalDate> to) {
        boolean contain(LocalDate day) {
            return from.map(f -> !day.isBefore(f)).orElse(true)
                    && to.map(t -> !day.isAfter(t)).orElse(true);
        }
    }

    static GlWindow of(Call call, List<OfficeProperty> properties) {
        var params = call.params();
        // Without postMonthFrom the property's current month counts; with several properties that of an arbitrary one:
        // here the last one named (entrata-api.md 11, trap 4).
        var current = GlTransactions.currentMonth(call, properties.get(properties.size() - 1));
        var from = params.month("postMonthFrom").orElse(current);
        var to = params.month("postMonthTo").orElse(from.isAfter(current) ? from : current);
        if (from.plusMonths(MONTHS_MAX).isBefore(to)) {
            throw RpcFault.badParameter("postMonthFrom", "a month within " + MONTHS_MAX + " of postMonthTo", from + "");
        }
        return new GlWindow(
                params.flag("isCashBook") ? Basis.CASH : Basis.ACCRUAL,
                params.flag("isDetailed"),
                from,
                to,
                books(call),
                params.id("glAccountFrom"),
                params.id("glAccountTo"),
                new Days(params.date("postDateFrom"), params.date("postDateTo")),
                new Days(params.date("transactionDateFrom"), params.date("transactionDateTo")),
                new Days(params.date("lastUpdatedOnFromDate"), params.date("lastUpdatedOnToDate")),
                params.flag("excludeApTransactions"),
                params.flag("excludeArTransactions"),
                params.flag("excludeExportedTransactions"));
    }

    private static List<Long> books(Call call) {
        var all = call.office().books().stream().map(GlBook::id).toList();
        var asked = call.params().ids("glBookTypeIds");
        if (asked.isPresent()) {
            asked.get().stream().filter(id -> !all.contains(id)).findFirst().ifPresent(id -> {
                throw RpcFault.refused("GL book " + id + " was not found.");
            });
            return List.copyOf(asked.get());
        }
        return call.habits().allBooksByDefault() ? all : all.subList(0, 1);
    }

    boolean wants(long accountId) {
        return accountId >= accountFrom.orElse(Long.MIN_VALUE) && accountId <= accountTo.orElse(Long.MAX_VALUE);
    }

    boolean counts(GlLine line) {
        return postDates.contain(line.postDate())
                && transactionDates.contain(line.transactionDate())
                && updated.contain(line.lastUpdated())
                && !(withoutAp && line.transactionType().startsWith("AP "))
                && !(withoutAr && line.transactionType().startsWith("AR "));
    }
}
