package io.tieout.sandbox.entrata;

import static io.tieout.sandbox.entrata.answer.Leaves.text;

import com.fasterxml.jackson.databind.JsonNode;
import io.tieout.sandbox.entrata.answer.Leaves;
import io.tieout.sandbox.entrata.answer.Obj;
import io.tieout.sandbox.entrata.answer.Pair;
import io.tieout.sandbox.entrata.answer.Shape;
import io.tieout.sandbox.entrata.office.Basis;
import io.tieout.sandbox.entrata.office.BookKey;
import io.tieout.sandbox.entrata.office.GlLine;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * financial/sendJournalEntries r1 (entrata-api.md section 6): one result per header, partial success is the normal form.
 *
 * <p>Nothing makes a repeated send harmless: the same header twice makes two journals. Lines come out of the ledger with
 * {@code JE - #number} as reference, as the worked example shows; whether the sent reference comes back is not known, so that
 * is a habit. What exactly is refused is not public either; refused here: unknown property, book or account, amounts that are
 * not decimals, both or no side on a line, headers that do not balance.
 */
final class Journals {

    private Journals() {}

    static Shape answer(Call call) {
        var headers = asList(call.params().raw("glHeaders").path("glHeader"));
        if (headers.isEmpty()) {
            throw RpcFault.missing("glHeaders");
        }
        var results = Pair.array("glHeader");
        for (int i = 0; i < headers.size(); i++) {
            results.add("", insert(call, i + 1, headers.get(i)));
        }
        return Obj.of().put("glHeaders", results);
    }

    private static Shape insert(Call call, int node, JsonNode header) {
        try {
            var journal = read(call, new Params(header), header);
            var number = call.office().numbering().nextJournalNumber();
            var id = call.office().numbering().nextHeader();
            post(call, journal, number);
            return result(node, "Success", "JE inserted.")
                    .put("glHeaderId", Leaves.idText(id))
                    .put("jeNumber", text(Long.toString(number)));
        } catch (RpcFault refused) {
            return result(node, "Failure", String.valueOf(refused.getMessage()))
                    .put("glHeaderId", Leaves.noId())
                    .put("jeNumber", text(""));
        }
    }

    private static Obj result(int node, String status, String message) {
        return Obj.of()
                .put("node", text(Integer.toString(node)))
                .put("status", text(status))
                .put("message", text(message));
    }

    private record Line(long accountId, long debitMinor, long creditMinor, String memo) {}

    private record Journal(
            long propertyId,
            long bookId,
            List<Basis> bases,
            String reference,
            LocalDate date,
            YearMonth month,
            List<YearMonth> reverseMonth,
            List<Line> lines) {}

    private static Journal read(Call call, Params header, JsonNode node) {
        var property = call.property(header.id("propertyId").orElseThrow(() -> RpcFault.missing("propertyId")));
        var book = header.id("glBookId").orElseThrow(() -> RpcFault.missing("glBookId"));
        if (call.office().books().stream().noneMatch(b -> b.id() == book)) {
            throw RpcFault.refused("GL book " + book + " was not found.");
        }
        var notes = header.text("notes").orElse("");
        var lines = new ArrayList<Line>();
        for (var detail : asList(node.path("glDetails").path("glDetail"))) {
            lines.add(line(call, new Params(detail), notes));
        }
        var sum =
                lines.stream().mapToLong(l -> l.debitMinor() - l.creditMinor()).sum();
        if (sum != 0) {
            throw RpcFault.refused("Debits and credits do not balance.");
        }
        if (lines.size() < 2) {
            throw RpcFault.refused("A journal entry needs at least two lines.");
        }
        var reverses = header.flag("isReverse");
        var reverseMonth = header.month("reversePostMonth");
        if (reverses && reverseMonth.isEmpty()) {
            throw RpcFault.missing("reversePostMonth");
        }
        return new Journal(
                property.id(),
                book,
                bases(header),
                header.text("reference").orElse(""),
                header.date("postDate").orElse(call.today()),
                header.month("postMonth").orElse(GlTransactions.currentMonth(call, property)),
                reverses ? reverseMonth.stream().toList() : List.of(),
                lines);
    }

    /** Default is both bases (documented). */
    private static List<Basis> bases(Params header) {
        var method = header.text("accountingMethod").orElse("both").toLowerCase(Locale.ROOT);
        return switch (method) {
            case "both" -> List.of(Basis.ACCRUAL, Basis.CASH);
            case "accrual" -> List.of(Basis.ACCRUAL);
            case "cash" -> List.of(Basis.CASH);
            default -> throw RpcFault.badParameter("accountingMethod", "cash, accrual or both", method);
        };
    }

    private static Line line(Call call, Params detail, String notes) {
        var account = detail.id("glAccountId").orElseThrow(() -> RpcFault.missing("glAccountId"));
        if (call.office().account(account).isEmpty()) {
            throw RpcFault.refused("GL account " + account + " was not found.");
        }
        var debit = cents(detail, "debitAmount");
        var credit = cents(detail, "creditAmount");
        if (debit != 0 && credit != 0) {
            throw RpcFault.refused("A line takes either a debit or a credit.");
        }
        return new Line(account, debit, credit, detail.text("memo").orElse(notes));
    }

    /** Decimals must be tested on a tenant (question 14); the sandbox takes them. */
    private static long cents(Params detail, String name) {
        var text = detail.text(name).orElse("0");
        if (!text.matches("-?[0-9]{1,15}(\\.[0-9]{1,2})?")) {
            throw RpcFault.badParameter(name, "a decimal with at most two places", text);
        }
        return new BigDecimal(text).movePointRight(2).longValueExact();
    }

    private static void post(Call call, Journal journal, long number) {
        var reference = call.habits().sentReference() ? journal.reference() : "JE - #" + number;
        for (var basis : journal.bases()) {
            var book = new BookKey(journal.propertyId(), basis, journal.bookId());
            lines(call, book, journal, journal.date(), journal.month(), reference, false);
            journal.reverseMonth()
                    .forEach(month -> lines(call, book, journal, month.atDay(1), month, reference + " Reversed", true));
        }
    }

    private static void lines(
            Call call, BookKey book, Journal journal, LocalDate date, YearMonth month, String reference, boolean back) {
        var numbering = call.office().numbering();
        var group = numbering.nextJournal();
        for (var line : journal.lines()) {
            call.office()
                    .post(
                            book,
                            new GlLine(
                                    numbering.nextGlLine(),
                                    group,
                                    line.accountId(),
                                    "GJ",
                                    call.today(),
                                    date,
                                    month,
                                    back ? line.creditMinor() : line.debitMinor(),
                                    back ? line.debitMinor() : line.creditMinor(),
                                    back,
                                    reference,
                                    line.memo(),
                                    call.today()));
        }
    }

    private static List<JsonNode> asList(JsonNode oneOrMany) {
        var all = new ArrayList<JsonNode>();
        if (oneOrMany.isArray()) {
            oneOrMany.forEach(all::add);
        } else if (oneOrMany.isObject()) {
            all.add(oneOrMany);
        }
        return all;
    }
}
