package io.tieout.sandbox.entrata;

import io.tieout.sandbox.entrata.office.Basis;
import io.tieout.sandbox.entrata.office.EntrataOffice;
import io.tieout.sandbox.entrata.office.GlLine;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Writes the irregular habits of a tenant into the books before they open: negative sides, ids shared by both bases, header
 * ids (entrata-api.md 10, questions 1, 2 and 6). Amounts and accounts stay, so the books balance as before.
 */
final class LedgerRewrites {

    private LedgerRewrites() {}

    static void apply(EntrataOffice office, LedgerHabits habits) {
        if (habits.negativeSides()) {
            office.rewriteAll(book -> lines -> lines.stream()
                    .map(l -> l.reversal() && l.debitMinor() >= 0 && l.creditMinor() >= 0
                            ? l.with(l.id(), -l.creditMinor(), -l.debitMinor())
                            : l)
                    .toList());
        }
        if (habits.idsSharedByBases()) {
            shareIds(office);
        }
        if (habits.headerIds()) {
            office.rewriteAll(book -> LedgerRewrites::headerIds);
        }
    }

    /** All lines of one entry take the id of its first line. */
    private static List<GlLine> headerIds(List<GlLine> lines) {
        var first = new HashMap<Long, Long>();
        lines.forEach(l -> first.merge(l.journal(), l.id(), Math::min));
        return lines.stream()
                .map(l -> l.with(first.getOrDefault(l.journal(), l.id()), l.debitMinor(), l.creditMinor()))
                .toList();
    }

    /** What makes a cash line the same row as an accrual line: property, book, account, month, reference and amount. */
    private record Twin(
            long property, long book, long account, java.time.YearMonth month, String reference, long signed) {}

    private static void shareIds(EntrataOffice office) {
        Map<Twin, Deque<Long>> accrual = new HashMap<>();
        office.ledgers().forEach((book, ledger) -> {
            if (book.basis() == Basis.ACCRUAL) {
                ledger.lines()
                        .forEach(l -> accrual.computeIfAbsent(
                                        twin(book.propertyId(), book.bookId(), l), t -> new ArrayDeque<>())
                                .add(l.id()));
            }
        });
        office.rewriteAll(book -> lines -> {
            if (book.basis() == Basis.ACCRUAL) {
                return lines;
            }
            var shared = new ArrayList<GlLine>();
            for (var line : lines) {
                var ids = accrual.getOrDefault(twin(book.propertyId(), book.bookId(), line), new ArrayDeque<>());
                var id = ids.isEmpty() ? line.id() : ids.removeFirst();
                shared.add(line.with(id, line.debitMinor(), line.creditMinor()));
            }
            return shared;
        });
    }

    private static Twin twin(long property, long book, GlLine l) {
        return new Twin(property, book, l.accountId(), l.postMonth(), l.reference(), l.signedMinor());
    }
}
