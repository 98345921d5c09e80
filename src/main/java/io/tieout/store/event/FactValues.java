package io.tieout.store.event;

import io.tieout.fact.AccountBook;
import io.tieout.fact.FactKey;
import io.tieout.fact.FactKind;
import io.tieout.fact.GlLine;
import io.tieout.fact.GlScope;
import io.tieout.fact.GlSnapshot;
import io.tieout.fact.PostMonth;
import io.tieout.fact.SourceProperty;
import io.tieout.fact.SubLedgerReading;
import io.tieout.flow.port.Ledger.OpeningFact;
import io.tieout.money.CurrencyCode;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * Values of the events about what the source said, in the order of their {@link EventShapes}. A hash over texts is
 * given as whatever the store turns into one.
 */
public final class FactValues {

    private FactValues() {}

    public static Object[] snapshot(GlSnapshot snapshot, long snapshotNo, long scopeNo) {
        var scope = snapshot.scope();
        long debits = 0;
        long credits = 0;
        int lines = 0;
        for (var account : snapshot.reading().accounts()) {
            for (var line : account.lines()) {
                debits = Math.addExact(debits, line.debitMinor());
                credits = Math.addExact(credits, line.creditMinor());
                lines++;
            }
        }
        return new Object[] {
            snapshotNo,
            snapshot.snapshotId(),
            scope.organisation().value(),
            scope.property().value(),
            scope.basis().code(),
            scope.book().value(),
            scope.month().toString(),
            scopeNo,
            snapshot.complete() ? 1 : 0,
            Texts.instant(snapshot.reading().readAt()),
            findingCodes(snapshot),
            lines,
            debits,
            credits
        };
    }

    public static Object[] total(long snapshotNo, AccountBook book) {
        var totals = book.totals();
        return new Object[] {
            snapshotNo,
            book.account().value(),
            book.number(),
            book.name(),
            totals.opening(),
            totals.debitOpening(),
            totals.creditOpening(),
            totals.debitClosing(),
            totals.creditClosing(),
            totals.netChange(),
            totals.closing(),
            book.lines().stream().mapToLong(GlLine::debitMinor).sum(),
            book.lines().stream().mapToLong(GlLine::creditMinor).sum(),
            book.lines().size()
        };
    }

    public static Object[] seen(
            long factId, FactKey key, GlLine line, byte[] fingerprint, long snapshotNo, Object textHash) {
        return new Object[] {
            factId,
            key.organisation().value(),
            key.kind().code(),
            key.property().value(),
            key.basis().code(),
            key.book().value(),
            key.account().value(),
            key.sourceId(),
            key.occurrence(),
            1,
            snapshotNo,
            fingerprint,
            line.accountNumber(),
            line.transactionType(),
            line.postMonth().toString(),
            line.postDate().toString(),
            line.transactionDate().toString(),
            line.debitMinor(),
            line.creditMinor(),
            currency(line),
            textHash
        };
    }

    public static Object[] version(
            long factId, int version, GlLine line, byte[] fingerprint, long snapshotNo, Object textHash) {
        return new Object[] {
            factId,
            version,
            snapshotNo,
            fingerprint,
            line.accountNumber(),
            line.transactionType(),
            line.postMonth().toString(),
            line.postDate().toString(),
            line.transactionDate().toString(),
            line.debitMinor(),
            line.creditMinor(),
            currency(line),
            textHash
        };
    }

    public static Object[] subLedger(String snapshotId, SubLedgerReading reading, Object bodyHash) {
        long records = reading.leases().stream()
                        .mapToLong(lease -> 1 + lease.transactions().size())
                        .sum()
                + reading.payments().size()
                + reading.arInvoices().size()
                + reading.invoices().size();
        return new Object[] {
            snapshotId,
            reading.organisation().value(),
            reading.property().value(),
            Texts.instant(reading.readAt()),
            records,
            bodyHash
        };
    }

    /** What is compared to see whether a property changed: name, code, disabled, and three open months. */
    public static List<String> property(SourceProperty property) {
        return List.of(
                property.name(),
                property.lookupCode(),
                property.disabled() ? "1" : "0",
                month(property.arPostMonth()),
                month(property.apPostMonth()),
                month(property.glPostMonth()));
    }

    public static Object[] propertySeen(long propertyNo, String organisation, SourceProperty property, String now) {
        return new Object[] {
            propertyNo,
            organisation,
            property.id().value(),
            property.name(),
            property.lookupCode(),
            property.disabled() ? 1 : 0,
            month(property.arPostMonth()),
            month(property.apPostMonth()),
            month(property.glPostMonth()),
            now
        };
    }

    /** An opening balance as a line: dated the day before the cutover month, which its source id names. */
    public static GlLine opening(OpeningFact opening) {
        var key = opening.key();
        var month = PostMonth.parse(key.sourceId().substring(key.sourceId().indexOf(':') + 1));
        var date = month.firstDay().minusDays(1);
        return new GlLine(
                key,
                opening.accountNumber(),
                "opening",
                month,
                date,
                date,
                Math.max(0, opening.signedMinor()),
                Math.max(0, Math.negateExact(opening.signedMinor())),
                // In no currency of its own: the property's.
                CurrencyCode.USD,
                "",
                "");
    }

    public static Object[] markIntent(String batchId, GlScope scope, String sourceId) {
        return new Object[] {
            batchId,
            sourceId,
            scope.organisation().value(),
            scope.property().value(),
            scope.basis().code(),
            scope.book().value(),
            scope.month().toString()
        };
    }

    public static Object[] markOutcome(
            String batchId, GlScope scope, String sourceId, int outcomeNo, String state, String words) {
        return new Object[] {
            batchId,
            sourceId,
            outcomeNo,
            scope.organisation().value(),
            scope.property().value(),
            scope.basis().code(),
            scope.book().value(),
            scope.month().toString(),
            state,
            Texts.capped(words)
        };
    }

    /** An opening balance is in its property's currency, which its source does not repeat. */
    private static String currency(GlLine line) {
        return line.key().kind() == FactKind.OPENING ? "" : line.currency().code();
    }

    private static String month(Optional<PostMonth> month) {
        return month.map(PostMonth::toString).orElse("");
    }

    private static String findingCodes(GlSnapshot snapshot) {
        return snapshot.findings().stream()
                .map(finding -> finding.code().id())
                .distinct()
                .sorted()
                .collect(Collectors.joining(","));
    }
}
