package io.tieout.sandbox.entrata;

import static io.tieout.sandbox.entrata.answer.Leaves.flag;
import static io.tieout.sandbox.entrata.answer.Leaves.idText;
import static io.tieout.sandbox.entrata.answer.Leaves.text;

import io.tieout.sandbox.entrata.answer.FlagForm;
import io.tieout.sandbox.entrata.answer.Leaves;
import io.tieout.sandbox.entrata.answer.Obj;
import io.tieout.sandbox.entrata.answer.Pair;
import io.tieout.sandbox.entrata.answer.Shape;
import io.tieout.sandbox.entrata.office.OfficeProperty;
import io.tieout.sandbox.entrata.office.Vendor;
import java.util.List;

/** vendors/getVendors r1 and vendors/getVendorLocations r1 (entrata-api.md section 7). */
final class Vendors {

    private Vendors() {}

    /** There is no call for all vendors: ids or codes are needed (documented). */
    static Shape vendors(Call call) {
        var ids = call.params().ids("vendorIds");
        var codes = call.params().texts("vendorCodes");
        if (ids.isEmpty() && codes.isEmpty()) {
            throw RpcFault.missing("vendorIds or vendorCodes");
        }
        var list = Pair.array("vendor");
        for (var vendor : call.office().payables().vendors()) {
            if (ids.map(wanted -> wanted.contains(vendor.id())).orElse(true)
                    && codes.map(wanted -> wanted.contains(vendor.location().code()))
                            .orElse(true)) {
                list.add(vendor.id(), vendor(call, vendor));
            }
        }
        return Obj.of().put("vendors", list);
    }

    private static Shape vendor(Call call, Vendor v) {
        return Obj.of()
                .put("id", idText(v.id()))
                .put("vendorName", text(v.name()))
                .put("vendorTypeId", text("1"))
                .put("vendorType", text("Standard"))
                .put("statusTypeId", text("1"))
                .put("status", text("Active"))
                .put("termId", idText(v.termId()))
                .put("term", text(v.term()))
                .put("isConsolidated", flag(false, FlagForm.WORD))
                .put("externalId", text(v.externalId()))
                .put("isOnSite", flag(false, FlagForm.WORD))
                .put("vendorCategoryTypeId", idText(v.categoryId()))
                .put("vendorCategoryType", text(v.category()))
                .put("website", text("https://vendor.example.com"))
                .put("notes", text(""))
                .put("legalEntities", Pair.array("legalEntity").add(v.legalEntityId(), legalEntity(v)))
                .put("apRemittances", Pair.array("apRemittance").add(v.remittanceId(), remittance(v)))
                .put("contacts", Pair.array("contact").add(v.contactId(), contact(v)))
                .put("locations", Pair.array("location").add(v.location().id(), location(v)))
                .put("compliances", Pair.array("compliance").add("", compliance(call, v)))
                .put("accounts", Pair.array("account").add(v.accountId(), account(v)));
    }

    private static Shape legalEntity(Vendor v) {
        return Obj.of()
                .put("id", idText(v.legalEntityId()))
                .put("name", text(v.name()))
                .put("taxIdNumber", text(v.taxId()))
                .put("receives1099", flag(true, FlagForm.WORD))
                .put("form1099TypeId", text("1"))
                .put("form1099Type", text("1099 - NEC"))
                .put("form1099BoxTypeId", text("1"))
                .put("form1099BoxType", text("1-Nonemployee compensation"));
    }

    private static Shape remittance(Vendor v) {
        return Obj.of()
                .put("id", idText(v.remittanceId()))
                .put("name", text("Check"))
                .put("apPaymentTypeId", text("2"))
                .put("apPaymentType", text("Check"))
                .put("checkAccountTypeId", text("1"))
                .put("checkAccountType", text("Business Checking"))
                .put("isDefault", flag(true, FlagForm.DIGIT));
    }

    private static Shape contact(Vendor v) {
        return Obj.of()
                .put("id", idText(v.contactId()))
                .put("nameFirst", text("Sam"))
                .put("nameLast", text("Example"))
                .put("email", text("ap@vendor.example.com"))
                .put("phone", text("5550100"))
                .put("position", text("Billing"));
    }

    /** {@code isPrimary} is a letter while {@code isConsolidated} is a word (documented sample). */
    private static Shape location(Vendor v) {
        return Obj.of()
                .put("id", idText(v.location().id()))
                .put("name", text(v.location().name()))
                .put("vendorCode", text(v.location().code()))
                .put("isPrimary", flag(true, FlagForm.LETTER))
                .put("propertyIds", text(PickLists.joined(v.properties())));
    }

    private static Shape compliance(Call call, Vendor v) {
        var first = call.office().properties().iterator().next();
        return Obj.of()
                .put("legalEntityId", idText(v.legalEntityId()))
                .put("legalEntity", text(v.name()))
                .put("propertyId", idText(first.id()))
                .put("statusId", text("5"))
                .put("status", text("Compliant"));
    }

    private static Shape account(Vendor v) {
        return Obj.of()
                .put("accountId", idText(v.accountId()))
                .put("accountNumber", text("A-" + v.id()))
                .put("description", text("Default"))
                .put("remittanceId", idText(v.remittanceId()))
                .put("remittanceName", text("Check"))
                .put("remittancePaymentTypeId", text("2"))
                .put("glAccountId", idText(v.glAccountId()))
                .put("locationName", text(v.location().name()))
                .put("utilityBillReceiptTypeId", Leaves.noId());
    }

    /** getVendorLocations r1: every vendor of a property; the way to discover vendors. */
    static Shape locations(Call call) {
        var params = call.params();
        var since = params.date("lastModifiedOn");
        var properties = call.properties("propertyIds");
        var list = Pair.array("Location");
        for (var v : call.office().payables().vendors()) {
            var served = properties.stream()
                    .filter(p -> v.properties().contains(p.id()))
                    .toList();
            if (!served.isEmpty()
                    && params.id("vendorId").orElse(v.id()) == v.id()
                    && params.text("vendorName").orElse(v.name()).equals(v.name())
                    && params.text("vendorCode")
                            .orElse(v.location().code())
                            .equals(v.location().code())
                    && since.map(day -> !v.modified().isBefore(day)).orElse(true)) {
                list.add(v.location().id(), servedLocation(v, served));
            }
        }
        return Obj.of().put("Locations", list).put("Insurances", Pair.array("Insurance"));
    }

    private static Shape servedLocation(Vendor v, List<OfficeProperty> served) {
        var properties = Pair.collapsing("Property");
        served.forEach(p ->
                properties.add(p.id(), Obj.of().attr("Id", idText(p.id())).attr("Name", text(p.name()))));
        var address = served.get(0).address();
        var contact = Obj.of()
                .attr("Type", text("Primary"))
                .put("Name", text("Sam Example"))
                .put("City", text(address.city()))
                .put("State", text(address.state()))
                .put("EmailAddress", text("ap@vendor.example.com"));
        return Obj.of()
                .attr("Id", idText(v.location().id()))
                .attr("Name", text(v.location().name()))
                .put("VendorId", idText(v.id()))
                .put("VendorName", text(v.name()))
                .put("Status", text("Active"))
                .put("Term", text(v.term()))
                .put(
                        "LegalEntity",
                        Obj.of().attr("Id", idText(v.legalEntityId())).put("@value", text(v.name())))
                .put("Properties", properties)
                .put("Contacts", Pair.array("Contact").add("", contact));
    }
}
