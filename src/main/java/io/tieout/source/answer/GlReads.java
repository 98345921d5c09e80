package io.tieout.source.answer;

import io.tieout.fact.AccountBook;
import io.tieout.fact.AccountTotals;
import io.tieout.fact.Basis;
import io.tieout.fact.FactKey;
import io.tieout.fact.FactKind;
import io.tieout.fact.GlAccountId;
import io.tieout.fact.GlLine;
import io.tieout.fact.GlReading;
import io.tieout.fact.GlScope;
import io.tieout.fact.Occurrences;
import io.tieout.fact.PostMonth;
import io.tieout.finding.Finding;
import io.tieout.finding.Stopped;
import io.tieout.flow.port.SourceLedger.ReadPart;
import io.tieout.money.CurrencyCode;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * Reads the general ledger: one property, post month, basis and book to a call, with details, and nothing left to the
 * source's defaults, some of which are unknown and some of which pick a month by themselves.
 *
 * <p>A misspelt or ignored filter is not refused by the source, so every answer is held against what was asked: the
 * property, the basis, and the post month of every line.
 */
final class GlReads {

    private final SourceCalls calls;

    GlReads(SourceCalls calls) {
        this.calls = calls;
    }

    GlReading read(GlScope scope, String tree, CurrencyCode currency, ReadPart part) {
        var call = call(scope, tree, false, part);
        var answer = calls.read(call);
        var findings = new ArrayList<Finding>();
        var property = theProperty(call, answer, scope, findings);
        var accounts = property.map(p -> accounts(p, scope, currency)).orElse(List.of());
        var name = property.map(p -> p.text("name")).orElse("");
        if (property.isPresent() && accounts.isEmpty() && part == ReadPart.ALL && findings.isEmpty()) {
            findings.add(noAccounts(scope));
        }
        return new GlReading(scope, name, accounts, List.of(answer.rawHash()), answer.at(), findings);
    }

    /**
     * Source ids of the lines that are not marked as exported. Only a faultless answer counts: an id missing from it is
     * taken as marked. Amounts are not looked at.
     */
    Set<String> unmarked(GlScope scope, String tree) {
        var call = call(scope, tree, true, ReadPart.ALL);
        var findings = new ArrayList<Finding>();
        var ids = new TreeSet<String>();
        theProperty(call, calls.read(call), scope, findings).ifPresent(property -> {
            for (var account : property.many("transactions", "transaction", "account")) {
                for (var line : account.many("glDetails", "glDetail", "line")) {
                    ids.add(line.id("id"));
                    checkMonth(line, line.month("postMonth"), scope);
                }
            }
        });
        if (findings.stream().anyMatch(Finding::isError)) {
            throw new Stopped(findings);
        }
        return ids;
    }

    static SourceCall call(GlScope scope, String tree, boolean unmarkedOnly, ReadPart part) {
        var month = "%02d/%04d"
                .formatted(
                        scope.month().value().getMonthValue(),
                        scope.month().value().getYear());
        var subject = scope + (unmarkedOnly ? ", unmarked only" : "");
        return SourceCall.of("financial", "getGlTransactions", "r1", subject)
                .about(scope.property().value())
                .with("propertyIds", scope.property().value())
                .with("postMonthFrom", month)
                .with("postMonthTo", month)
                .with("isCashBook", scope.basis() == Basis.CASH ? "1" : "0")
                .with("isDetailed", "1")
                .with("glTreeId", tree)
                .with("glBookTypeIds", scope.book().value())
                .with("excludeApTransactions", part == ReadPart.WITHOUT_AP ? "1" : "0")
                .with("excludeArTransactions", part == ReadPart.WITHOUT_AR ? "1" : "0")
                .with("excludeExportedTransactions", unmarkedOnly ? "1" : "0");
    }

    private static Optional<SourceRecord> theProperty(
            SourceCall call, SourceCalls.Answer answer, GlScope scope, List<Finding> findings) {
        Optional<SourceRecord> found = Optional.empty();
        for (var record : Results.records(call, answer, "properties", "property", "property", findings::add)) {
            var id = record.id("id");
            if (id.equals(scope.property().value()) && found.isEmpty()) {
                found = Optional.of(record.named("Entrata GL, " + scope));
            } else if (!record.faulty()) {
                findings.add(
                        Finding.of(
                                SourceCode.OTHER_PROPERTY,
                                call.place(),
                                "property " + scope.property() + ", once",
                                "property " + SourceRecord.clean(id, 40)
                                        + (id.equals(scope.property().value()) ? " again" : ""),
                                "The month is not used. The source seems to ignore a filter; show the kept answer to its support."));
            }
        }
        if (found.isEmpty()) {
            findings.add(Finding.of(
                    SourceCode.PROPERTY_NOT_ANSWERED,
                    call.place(),
                    "property " + scope.property() + " with the totals of its accounts",
                    "an answer without it",
                    "The month is not used: absence is never read as 'no lines'. See whether the API user may still see the"
                            + " property, then pull again."));
        }
        found.ifPresent(property -> checkBasis(property, scope));
        return found;
    }

    private static void checkBasis(SourceRecord property, GlScope scope) {
        var cash = property.flag("isCashBook");
        if (!property.faulty() && cash != (scope.basis() == Basis.CASH)) {
            property.add(
                    SourceCode.OTHER_BASIS,
                    "isCashBook",
                    scope.basis().code(),
                    (cash ? Basis.CASH : Basis.ACCRUAL).code());
        }
    }

    private static List<AccountBook> accounts(SourceRecord property, GlScope scope, CurrencyCode currency) {
        var accounts = new ArrayList<AccountBook>();
        var seen = new HashSet<String>();
        for (var record : property.many("transactions", "transaction", "account")) {
            var id = record.id("accountId");
            if (id.isEmpty()) {
                continue;
            }
            var number = record.text("accountNumber");
            var account = record.named(property.place() + ", account " + (number.isEmpty() ? "id " + id : number));
            if (!seen.add(id)) {
                account.add(SourceCode.ACCOUNT_TWICE, "accountId", "account id " + id + " once", "again");
            }
            var totals = totals(account.inner("glTotal"), currency);
            var lines = lines(account, new Place(scope, new GlAccountId(id), number, currency));
            if (!account.faulty()) {
                accounts.add(new AccountBook(
                        new GlAccountId(id), number, account.text("accountName"), totals, Occurrences.number(lines)));
            }
        }
        return accounts;
    }

    private static AccountTotals totals(SourceRecord total, CurrencyCode currency) {
        return new AccountTotals(
                total.amount(currency, "openingBalance"),
                total.amount(currency, "debitOpeningBalance"),
                total.amount(currency, "creditOpeningBalance"),
                total.amount(currency, "debitClosingBalance"),
                total.amount(currency, "creditClosingBalance"),
                total.amount(currency, "netChange"),
                total.amount(currency, "closingBalance"));
    }

    private static List<GlLine> lines(SourceRecord account, Place place) {
        var lines = new ArrayList<GlLine>();
        for (var record : account.many("glDetails", "glDetail", "line")) {
            var id = record.id("id");
            line(record.named(account.place() + ", line " + id), id, place).ifPresent(lines::add);
        }
        return lines;
    }

    private static Optional<GlLine> line(SourceRecord record, String id, Place place) {
        var type = record.requiredText("transactionType");
        var month = record.month("postMonth");
        var postDate = record.date("postDate");
        var transactionDate = record.date("transactionDate");
        var debit = record.amount(place.currency, "debit");
        var credit = record.amount(place.currency, "credit");
        checkMonth(record, month, place.scope);
        if (record.faulty()) {
            return Optional.empty();
        }
        return Optional.of(new GlLine(
                place.key(id),
                place.accountNumber,
                type,
                month,
                postDate,
                transactionDate,
                debit,
                credit,
                place.currency,
                record.text("reference"),
                record.text("memo")));
    }

    /** An account-less answer looks like a property that was emptied, and would in two nights be read as "all lines gone". */
    private static Finding noAccounts(GlScope scope) {
        return Finding.of(
                SourceCode.NO_ACCOUNTS,
                "Entrata GL, " + scope,
                "totals of at least one account",
                "none",
                "The month is not used. See in the source whether the property has a ledger in this month and book, and"
                        + " whether the API user may see it; else take the property out of the mapping until it has.");
    }

    private static void checkMonth(SourceRecord record, PostMonth month, GlScope scope) {
        if (!record.faulty() && !month.equals(scope.month())) {
            record.add(SourceCode.OUTSIDE_MONTH, "postMonth", scope.month().toString(), month.toString());
        }
    }

    /** Where the lines of one account stand. */
    private record Place(GlScope scope, GlAccountId account, String accountNumber, CurrencyCode currency) {

        FactKey key(String sourceId) {
            return new FactKey(
                    scope.organisation(),
                    FactKind.GL_LINE,
                    scope.property(),
                    scope.basis(),
                    scope.book(),
                    account,
                    sourceId,
                    1);
        }
    }
}
