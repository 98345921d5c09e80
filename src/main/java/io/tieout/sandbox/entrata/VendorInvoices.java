package io.tieout.sandbox.entrata;

import static io.tieout.sandbox.entrata.answer.Leaves.date;
import static io.tieout.sandbox.entrata.answer.Leaves.flag;
import static io.tieout.sandbox.entrata.answer.Leaves.idText;
import static io.tieout.sandbox.entrata.answer.Leaves.money;
import static io.tieout.sandbox.entrata.answer.Leaves.month;
import static io.tieout.sandbox.entrata.answer.Leaves.text;

import io.tieout.sandbox.entrata.answer.DateForm;
import io.tieout.sandbox.entrata.answer.FlagForm;
import io.tieout.sandbox.entrata.answer.Leaves;
import io.tieout.sandbox.entrata.answer.MoneyForm;
import io.tieout.sandbox.entrata.answer.MonthForm;
import io.tieout.sandbox.entrata.answer.Obj;
import io.tieout.sandbox.entrata.answer.Pair;
import io.tieout.sandbox.entrata.answer.Shape;
import io.tieout.sandbox.entrata.office.ApInvoice;
import io.tieout.sandbox.entrata.office.BankAccount;
import java.util.Optional;

/**
 * vendors/getInvoices r1 and r2 (entrata-api.md section 7). r1 alone has property and GL account per line; r2 alone has
 * types, statuses, reversal links and header totals. Case, date form and money form differ on purpose.
 */
final class VendorInvoices {

    private VendorInvoices() {}

    static Shape r1(Call call) {
        var list = Pair.collapsing("invoice");
        InvoiceWindow.of(call).invoices(call).forEach(i -> list.add(i.id(), invoiceR1(call, i)));
        return Obj.of().put("invoices", list);
    }

    private static Shape invoiceR1(Call call, ApInvoice i) {
        var payee = Payee.of(call, i);
        var lines = Pair.array("lineitem");
        i.lines().forEach(l -> lines.add(l.id(), lineR1(call, l)));
        return Obj.of()
                .put("id", idText(i.id()))
                .put("isOnHold", flag(false, FlagForm.DIGIT))
                .put("invoiceNumber", text(i.number()))
                .put("date", date(i.date(), DateForm.US))
                .put("postMonth", month(i.postMonth(), MonthForm.US_DAY))
                .put("dueDate", date(i.due(), DateForm.US))
                .put("remittance", payee.remittanceR1())
                .put("vendor", payee.vendorR1())
                .put("invoicePayments", payments(call, i, DateForm.US, MonthForm.US_DAY, payee))
                .put("amount", money(i.amountMinor(), MoneyForm.DISPLAY))
                .put("amountDue", money(i.dueMinor(), MoneyForm.DISPLAY))
                .put("note", text(""))
                .put("isPosted", flag(i.posted(), FlagForm.WORD))
                .put("lineItems", lines);
    }

    private static Shape lineR1(Call call, ApInvoice.Line l) {
        return Obj.of()
                .put("id", idText(l.id()))
                .put("property", property(call, l))
                .put("glAccount", account(call, l))
                .put("quantity", text("1.000000"))
                .put("rate", money(l.amountMinor(), MoneyForm.DISPLAY))
                .put("amount", money(l.amountMinor(), MoneyForm.DISPLAY))
                .put("amountDue", money(l.dueMinor(), MoneyForm.DISPLAY))
                .put("shippingAmount", money(0, MoneyForm.DISPLAY))
                .put("discountAmount", money(0, MoneyForm.DISPLAY))
                .put("taxAmount", money(0, MoneyForm.DISPLAY))
                .put("paymentIds", text(PickLists.joined(l.paymentIds())));
    }

    private static Shape property(Call call, ApInvoice.Line l) {
        var property = call.office().property(l.propertyId()).orElseThrow();
        return Obj.of()
                .put("id", idText(property.id()))
                .put("name", text(property.name()))
                .put("lookupCode", text(property.lookupCode()))
                .idMayMove();
    }

    private static Shape account(Call call, ApInvoice.Line l) {
        var account = call.office().account(l.glAccountId()).orElseThrow();
        return Obj.of()
                .put("id", idText(account.id()))
                .put("name", text(account.name()))
                .put("accountNumber", text(account.number()))
                .idMayMove();
    }

    static Shape r2(Call call) {
        var list = Pair.array("invoice");
        call.pages().of(InvoiceWindow.of(call).invoices(call)).forEach(i -> list.add(i.id(), invoiceR2(call, i)));
        return Obj.of().put("invoices", list);
    }

    private static Shape invoiceR2(Call call, ApInvoice i) {
        var payee = Payee.of(call, i);
        var lines = Pair.array("lineItem");
        i.lines().forEach(l -> lines.add(l.id(), lineR2(call, l)));
        return Obj.of()
                .put("id", idText(i.id()))
                .put("isOnHold", flag(false, FlagForm.DIGIT))
                .put("invoiceNumber", text(i.number()))
                .put("invoiceType", text(i.type()))
                .put("date", date(i.date(), DateForm.ISO))
                .put("postMonth", month(i.postMonth(), MonthForm.ISO_DAY))
                .put("postStatus", text(i.postStatus()))
                .putIf(
                        i.reversalInvoiceId().isPresent(),
                        "reversalInvoiceId",
                        Leaves.id(i.reversalInvoiceId().orElse(0)))
                .put("dueDate", date(i.due(), DateForm.ISO))
                .put("postDate", date(i.date(), DateForm.ISO))
                .put("invoiceNote", text(""))
                .put("remittance", payee.remittanceR2())
                .put("vendor", payee.vendorR2())
                .put("invoicePayments", payments(call, i, DateForm.ISO, MonthForm.ISO_DAY, payee))
                .put("subTotal", money(i.amountMinor(), MoneyForm.PLAIN))
                .put("taxAmount", money(0, MoneyForm.PLAIN))
                .put("shippingAmount", money(0, MoneyForm.PLAIN))
                .put("discountAmount", money(0, MoneyForm.PLAIN))
                .put("amount", money(i.amountMinor(), MoneyForm.PLAIN))
                .put("amountDue", money(i.dueMinor(), MoneyForm.PLAIN))
                .put("note", text(""))
                .put("isPosted", flag(i.posted(), FlagForm.DIGIT))
                .put("retention", money(0, MoneyForm.PLAIN))
                .put("lineItems", lines);
    }

    private static Shape lineR2(Call call, ApInvoice.Line l) {
        var detailed = call.habits().lineDetailInR2();
        return Obj.of()
                .put("id", idText(l.id()))
                .put("description", text(l.description()))
                .put("quantity", text("1"))
                .put("rate", money(l.amountMinor(), MoneyForm.PLAIN))
                .put("amount", money(l.amountMinor(), MoneyForm.PLAIN))
                .put("amountDue", money(l.dueMinor(), MoneyForm.PLAIN))
                .put("confidential", flag(false, FlagForm.DIGIT))
                .put("is1099", flag(true, FlagForm.DIGIT))
                .put("billback", flag(false, FlagForm.DIGIT))
                .putIf(
                        l.building().isPresent(),
                        "propertyBuildingNumber",
                        text(l.building().orElse("")))
                .putIf(detailed, "property", property(call, l))
                .putIf(detailed, "glAccount", account(call, l));
    }

    private static Shape payments(Call call, ApInvoice i, DateForm dates, MonthForm months, Payee payee) {
        var list = Pair.array("invoicePayment");
        for (var p : i.payments()) {
            Optional<BankAccount> bank = call.office().payables().bankAccount(p.bankAccountId());
            list.add(
                    p.id(),
                    Obj.of()
                            .put("paymentId", idText(p.id()))
                            .put("paymentBankId", idText(p.bankAccountId()))
                            .put(
                                    "paymentBankName",
                                    text(bank.map(BankAccount::bank).orElse("")))
                            .put(
                                    "paymentBankAccountName",
                                    text(bank.map(BankAccount::name).orElse("")))
                            .put("paymentType", text(p.type()))
                            .put("paymentStatus", text(p.status()))
                            .put("reconciliationStatus", text("Unreconciled"))
                            .put("paymentDate", date(p.date(), dates))
                            .put("paymentIssuedOn", date(p.date(), dates))
                            .put("payeeName", text(payee.name()))
                            .put("paymentNumber", text(p.number()))
                            .put("paymentAmount", money(p.amountMinor(), MoneyForm.PLAIN))
                            .put("postMonth", month(p.postMonth(), months))
                            .put("postDate", date(p.date(), dates))
                            .put("isReversed", flag(p.reversed(), FlagForm.DIGIT))
                            .put("isQuickCheck", flag(false, FlagForm.DIGIT)));
        }
        return list;
    }
}
