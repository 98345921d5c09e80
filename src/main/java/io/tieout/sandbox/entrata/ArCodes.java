package io.tieout.sandbox.entrata;

import static io.tieout.sandbox.entrata.answer.Leaves.flag;
import static io.tieout.sandbox.entrata.answer.Leaves.id;
import static io.tieout.sandbox.entrata.answer.Leaves.number;
import static io.tieout.sandbox.entrata.answer.Leaves.text;

import io.tieout.sandbox.entrata.answer.FlagForm;
import io.tieout.sandbox.entrata.answer.Obj;
import io.tieout.sandbox.entrata.answer.Pair;
import io.tieout.sandbox.entrata.answer.Shape;
import io.tieout.sandbox.entrata.office.ArCode;

/** arcodes/getArCodes r1: charge codes with their default accounts (entrata-api.md section 5). */
final class ArCodes {

    private ArCodes() {}

    /** {@code propertyId} presumably narrows to codes in use there; every code is in use everywhere here. */
    static Shape answer(Call call) {
        call.params().id("propertyId").ifPresent(call::property);
        var list = Pair.array("arcode");
        call.office().receivables().codes().forEach(code -> list.add(code.id(), code(code)));
        return Obj.of().put("arcodes", list);
    }

    private static Shape code(ArCode c) {
        return Obj.of()
                .put("id", id(c.id()))
                .put("code", number(c.code()))
                .put("name", text(c.name()))
                .put("codeType", text(c.codeType()))
                .put("chargeUsage", text(c.chargeUsage()))
                .put("chargeTiming", text(c.chargeTiming()))
                .put("associatedLedger", text("Resident"))
                .put("debitGlAccountId", id(c.debitAccountId()))
                .put("creditGlAccountId", id(c.creditAccountId()))
                .put("displayAs", text(c.name()))
                .put("isDisabled", flag(false, FlagForm.BOOLEAN))
                .put("isEntrataDisabled", flag(false, FlagForm.BOOLEAN))
                .put("isTaxable", flag(false, FlagForm.BOOLEAN));
    }
}
