package io.tieout.sandbox.entrata;

import static io.tieout.sandbox.entrata.answer.Leaves.number;
import static io.tieout.sandbox.entrata.answer.Leaves.text;

import io.tieout.sandbox.entrata.answer.Leaves;
import io.tieout.sandbox.entrata.answer.MonthForm;
import io.tieout.sandbox.entrata.answer.Obj;
import io.tieout.sandbox.entrata.answer.Pair;
import io.tieout.sandbox.entrata.answer.Shape;
import io.tieout.sandbox.entrata.office.OfficeProperty;
import java.util.Locale;

/** properties/getProperties r1: enabled properties, with the open periods (entrata-api.md section 4). */
final class Properties {

    private Properties() {}

    static Shape answer(Call call) {
        var list = Pair.array("Property");
        var lookup = call.params().text("propertyLookupCode");
        for (var property : call.properties("propertyIds")) {
            var shown = call.params().flag("showAllStatus") || !property.disabled();
            if (shown && lookup.map(code -> code.equals(property.lookupCode())).orElse(true)) {
                list.add(property.id(), property(call, property));
            }
        }
        return Obj.of().put("PhysicalProperty", list);
    }

    private static Shape property(Call call, OfficeProperty p) {
        var open = call.office().postMonths(p.id());
        var keys = Pair.array("CustomKeyData");
        p.customKeys()
                .forEach((k, v) -> keys.add("", Obj.of().put("Key", text(k)).put("Value", text(v))));
        return Obj.of()
                .put("PropertyID", Leaves.id(p.id()))
                .put("MarketingName", text(p.name()))
                .put("Type", text("Apartment"))
                .put("YearBuilt", text(p.yearBuilt()))
                .put("webSite", text("https://" + site(p) + "/"))
                .put("Address", address(p))
                .put("Addresses", Pair.array("Address").add("", liveAddress(p)))
                .put(
                        "PostMonths",
                        Obj.of()
                                .put("ArPostMonth", Leaves.month(open.ar(), MonthForm.SHORT))
                                .put("ApPostMonth", Leaves.month(open.ap(), MonthForm.SHORT))
                                .put("GlPostMonth", Leaves.month(open.gl(), MonthForm.SHORT)))
                .put("IsDisabled", number(p.disabled() ? 1 : 0))
                .put("IsFeaturedProperty", number(0))
                .putIf(!p.customKeys().isEmpty(), "CustomKeysData", keys);
    }

    private static String site(OfficeProperty p) {
        return p.lookupCode().toLowerCase(Locale.ROOT) + ".example.com";
    }

    private static Shape address(OfficeProperty p) {
        return Obj.of()
                .attr("AddressType", text("property"))
                .put("Address", text(p.address().street()))
                .put("City", text(p.address().city()))
                .put("State", text(p.address().state()))
                .put("PostalCode", text(p.address().postalCode()))
                .put("Country", text("US"))
                .put("Email", text("office@" + site(p)));
    }

    /** Live answers have a list of addresses with a state code beside the documented one (entrata-api.md section 4). */
    private static Shape liveAddress(OfficeProperty p) {
        return Obj.of()
                .put("AddressType", text("Primary"))
                .put("Address", text(p.address().street()))
                .put("City", text(p.address().city()))
                .put("StateCode", text(p.address().state()))
                .put("PostalCode", text(p.address().postalCode()))
                .put("Country", text("US"));
    }
}
