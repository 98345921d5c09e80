package io.tieout.sandbox.entrata;

import static io.tieout.sandbox.entrata.answer.Leaves.idText;
import static io.tieout.sandbox.entrata.answer.Leaves.money;
import static io.tieout.sandbox.entrata.answer.Leaves.text;

import io.tieout.sandbox.entrata.answer.DateForm;
import io.tieout.sandbox.entrata.answer.FlagForm;
import io.tieout.sandbox.entrata.answer.Leaves;
import io.tieout.sandbox.entrata.answer.MoneyForm;
import io.tieout.sandbox.entrata.answer.MonthForm;
import io.tieout.sandbox.entrata.answer.Obj;
import io.tieout.sandbox.entrata.answer.Pair;
import io.tieout.sandbox.entrata.answer.Shape;
import io.tieout.sandbox.entrata.office.Basis;
import io.tieout.sandbox.entrata.office.BookKey;
import io.tieout.sandbox.entrata.office.GlAccount;
import io.tieout.sandbox.entrata.office.GlLine;
import io.tieout.sandbox.entrata.office.GrossBalance;
import io.tieout.sandbox.entrata.office.OfficeProperty;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * financial/getGlTransactions r1: a ledger report, grouped by property and account (entrata-api.md section 6).
 *
 * <p>Totals are of the window and of the lines that pass the filters; the opening is of the first day of the window.
 */
final class GlTransactions {

    private GlTransactions() {}

    static Shape answer(Call call) {
        if (!call.params().has("propertyIds")) {
            throw RpcFault.missing("propertyIds");
        }
        var tree = call.params().id("glTreeId");
        if (tree.isPresent() && tree.getAsLong() != call.office().tree().id()) {
            throw RpcFault.refused("GL tree " + tree.getAsLong() + " was not found.");
        }
        var properties = call.properties("propertyIds");
        var window = GlWindow.of(call, properties);
        // One property is one object, several are an array (documented sample and worked example).
        var list = Pair.collapsing("property");
        properties.forEach(p -> list.add(p.id(), property(call, p, window)));
        return Obj.of().put("properties", list);
    }

    private static Shape property(Call call, OfficeProperty property, GlWindow window) {
        var transactions = Pair.array("transaction");
        accounts(call, property, window)
                .forEach((account, activity) -> transactions.add(account.id(), account(account, activity, window)));
        return Obj.of()
                .attr("id", idText(property.id()))
                .attr("name", text(property.name()))
                .attr("lookupCode", text(property.lookupCode()))
                .attr("businessUnitCode", text(property.businessUnitCode()))
                .put("isCashBook", Leaves.flag(window.basis() == Basis.CASH, FlagForm.WORD))
                .put("transactions", transactions);
    }

    /** What one account shows: its opening, the lines that count and whether each is shown. */
    private static final class Activity {
        private GrossBalance opening = GrossBalance.ZERO;
        private final List<GlLine> counted = new ArrayList<>();
        private final List<Boolean> shown = new ArrayList<>();
    }

    /** Accounts with a balance or with lines; accounts never used are not listed (worked example). */
    private static Map<GlAccount, Activity> accounts(Call call, OfficeProperty property, GlWindow window) {
        var byId = new TreeMap<Long, Activity>();
        for (var bookId : window.books()) {
            var book = new BookKey(property.id(), window.basis(), bookId);
            if (call.office().ledgers().containsKey(book)) {
                collect(call, book, window, byId);
            }
        }
        var accounts = new TreeMap<GlAccount, Activity>(Comparator.comparingLong(GlAccount::id));
        byId.forEach((id, activity) -> {
            if (window.wants(id) && (!activity.opening.isZero() || !activity.counted.isEmpty())) {
                accounts.put(accountOf(call, id), activity);
            }
        });
        return accounts;
    }

    private static GlAccount accountOf(Call call, long id) {
        return call.office().account(id).orElseGet(() -> new GlAccount(id, 0, "", "", "", false));
    }

    private static void collect(Call call, BookKey book, GlWindow window, Map<Long, Activity> byId) {
        var ledger = call.office().ledger(book);
        ledger.openingsOf(window.from()).forEach((account, balance) -> {
            var activity = byId.computeIfAbsent(account, a -> new Activity());
            activity.opening = activity.opening.plus(balance);
        });
        for (var month = window.from(); !month.isAfter(window.to()); month = month.plusMonths(1)) {
            for (var line : ledger.lines(month)) {
                if (window.counts(line)) {
                    var exported = window.hidesExported() && call.office().isExported(line.id());
                    if (!exported || !call.habits().exportedLeaveTotals()) {
                        var activity = byId.computeIfAbsent(line.accountId(), a -> new Activity());
                        activity.counted.add(line);
                        activity.shown.add(!exported);
                    }
                }
            }
        }
    }

    private static Shape account(GlAccount account, Activity activity, GlWindow window) {
        var shape = Obj.of()
                .attr("accountId", idText(account.id()))
                .attr("accountName", text(account.name()))
                .attr("accountNumber", text(account.number()))
                .attr("externalId", Leaves.noId())
                .put("glTotal", total(activity));
        var details = details(activity);
        return shape.putIf(window.detailed() && details.size() > 0, "glDetails", details.shape());
    }

    /** The credit side of the totals is negative (worked example, accounting.md T1). */
    private static Shape total(Activity activity) {
        var opening = activity.opening;
        var closing = activity.counted.stream().reduce(opening, GrossBalance::plus, GrossBalance::plus);
        return Obj.of()
                .put("openingBalance", money(opening.netMinor(), MoneyForm.PLAIN))
                .put("debitOpeningBalance", money(opening.debitMinor(), MoneyForm.PLAIN))
                .put("creditOpeningBalance", money(-opening.creditMinor(), MoneyForm.PLAIN))
                .put("debitClosingBalance", money(closing.debitMinor(), MoneyForm.PLAIN))
                .put("creditClosingBalance", money(-closing.creditMinor(), MoneyForm.PLAIN))
                .put("netChange", money(closing.netMinor() - opening.netMinor(), MoneyForm.PLAIN))
                .put("closingBalance", money(closing.netMinor(), MoneyForm.PLAIN));
    }

    private record Details(Pair shape, int size) {}

    private static Details details(Activity activity) {
        var list = Pair.array("glDetail");
        var size = 0;
        var balance = activity.opening.netMinor();
        for (int i = 0; i < activity.counted.size(); i++) {
            var line = activity.counted.get(i);
            balance += line.signedMinor();
            if (activity.shown.get(i)) {
                list.add(line.id(), detail(line, balance));
                size++;
            }
        }
        return new Details(list, size);
    }

    private static Shape detail(GlLine line, long balanceMinor) {
        return Obj.of()
                .attr("id", idText(line.id()))
                .attr("transactionType", text(line.transactionType()))
                .put("transactionDate", Leaves.date(line.transactionDate(), DateForm.GL))
                .put("postMonth", Leaves.month(line.postMonth(), MonthForm.NAME))
                .put("postDate", Leaves.date(line.postDate(), DateForm.GL))
                .put("debit", money(line.debitMinor(), MoneyForm.PLAIN))
                .put("credit", money(line.creditMinor(), MoneyForm.PLAIN))
                .put("balance", money(balanceMinor, MoneyForm.PLAIN))
                .put("reference", text(line.reference()))
                .put("memo", text(line.memo()));
    }

    /** Current GL month of a property, which an absent {@code postMonthFrom} means. */
    static YearMonth currentMonth(Call call, OfficeProperty property) {
        return call.office().postMonths(property.id()).gl();
    }
}
