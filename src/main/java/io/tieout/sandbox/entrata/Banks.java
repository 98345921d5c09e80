package io.tieout.sandbox.entrata;

import static io.tieout.sandbox.entrata.answer.Leaves.flag;
import static io.tieout.sandbox.entrata.answer.Leaves.idText;
import static io.tieout.sandbox.entrata.answer.Leaves.text;

import io.tieout.sandbox.entrata.answer.FlagForm;
import io.tieout.sandbox.entrata.answer.Obj;
import io.tieout.sandbox.entrata.answer.Pair;
import io.tieout.sandbox.entrata.answer.Shape;
import io.tieout.sandbox.entrata.office.ApCode;
import io.tieout.sandbox.entrata.office.BankAccount;
import java.util.LinkedHashMap;
import java.util.List;

/** financial/getBankAccounts r1 and financial/getApCodes r1 (entrata-api.md section 6). */
final class Banks {

    private static final long JOB_COST = 3;

    private Banks() {}

    static Shape bankAccounts(Call call) {
        var type = call.params().id("bankAccountTypeId");
        var list = Pair.array("BankAccount");
        for (var account : call.office().payables().bankAccounts()) {
            // No credit cards here: isCreditCardAccount=1 finds none.
            if (type.orElse(account.typeId()) == account.typeId()
                    && !call.params().flag("isCreditCardAccount")) {
                list.add(account.id(), bankAccount(call, account));
            }
        }
        return Obj.of().put("BankAccounts", list);
    }

    private static Shape bankAccount(Call call, BankAccount b) {
        var uses = Pair.collapsing("PropertyBankAccount");
        b.uses().stream()
                .filter(u -> call.key().maySee(u.propertyId()))
                .forEach(u -> uses.add(
                        u.id(),
                        Obj.of()
                                .put("Id", idText(u.id()))
                                .put("PropertyId", idText(u.propertyId()))
                                .put("GlAccountId", idText(u.glAccountId()))
                                .put("IsDueToFrom", flag(false, FlagForm.DIGIT))));
        return Obj.of()
                .put("Id", idText(b.id()))
                .put("AccountName", text(b.name()))
                .put("BankAccountTypeId", idText(b.typeId()))
                .put("PropertyBankAccounts", uses)
                .put("AccountType", text(b.type()))
                .put("CheckBankName", text(b.bank()))
                .put("NextCheckNumber", text(Long.toString(b.nextCheckNumber())));
    }

    /** Only job-cost codes exist (documented), so any other type finds none. */
    static Shape apCodes(Call call) {
        var accounts = call.params().ids("glAccountIds");
        var types = call.params().ids("apCodeTypeIds");
        var byCategory = new LinkedHashMap<Long, List<ApCode>>();
        for (var code : call.office().payables().codes()) {
            if (accounts.map(ids -> ids.contains(code.glAccountId())).orElse(true)
                    && types.map(ids -> ids.contains(JOB_COST)).orElse(true)) {
                byCategory
                        .computeIfAbsent(code.categoryId(), c -> new java.util.ArrayList<>())
                        .add(code);
            }
        }
        var list = Pair.array("apCodeCategory");
        byCategory.forEach((id, codes) -> list.add(id, category(codes)));
        return Obj.of().put("apCodeCategories", list);
    }

    private static Shape category(List<ApCode> codes) {
        var list = Pair.array("apCode");
        codes.forEach(c -> list.add(
                c.id(),
                Obj.of()
                        .put("id", idText(c.id()))
                        .put("name", text(c.name()))
                        .put("glAccountId", idText(c.glAccountId()))
                        .put("apCodeTypeId", idText(c.typeId()))
                        .put("apCodeType", text(c.type()))
                        .idMayMove()));
        var first = codes.get(0);
        return Obj.of()
                .put("id", idText(first.categoryId()))
                .put("name", text(first.category()))
                .put("apCodes", list)
                .idMayMove();
    }
}
