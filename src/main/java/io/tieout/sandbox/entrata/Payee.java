package io.tieout.sandbox.entrata;

import static io.tieout.sandbox.entrata.answer.Leaves.idText;
import static io.tieout.sandbox.entrata.answer.Leaves.text;

import io.tieout.sandbox.entrata.answer.Leaves;
import io.tieout.sandbox.entrata.answer.Obj;
import io.tieout.sandbox.entrata.answer.Shape;
import io.tieout.sandbox.entrata.office.ApInvoice;
import io.tieout.sandbox.entrata.office.OfficeProperty.Address;

/**
 * Who an invoice pays, as the two versions of getInvoices show it: a vendor, or the resident of a refund, whose customer id
 * then stands where a vendor id would (worked example).
 */
record Payee(
        long id,
        String name,
        String locationName,
        String locationCode,
        String externalId,
        long remittanceId,
        Address address,
        Address remitTo) {

    private static final Address VENDOR_SITE = new Address("9 Vendor Way", "Boise", "ID", "83702");
    private static final Address VENDOR_BOX = new Address("PO Box 100", "Boise", "ID", "83701");

    static Payee of(Call call, ApInvoice i) {
        if (i.vendorId().isPresent()) {
            var v = call.office()
                    .payables()
                    .vendor(i.vendorId().getAsLong())
                    .orElseThrow(() -> new IllegalStateException("Invoice " + i.id() + " names an unknown vendor"));
            return new Payee(
                    v.id(),
                    v.name(),
                    v.location().name(),
                    v.location().code(),
                    v.externalId(),
                    v.remittanceId(),
                    VENDOR_SITE,
                    VENDOR_BOX);
        }
        var lease = call.office()
                .receivables()
                .lease(i.refundLeaseId().orElseThrow())
                .orElseThrow(() -> new IllegalStateException("Refund " + i.id() + " names an unknown lease"));
        var site = call.office().property(lease.propertyId()).orElseThrow().address();
        var home = new Address(site.street() + " #" + lease.unit(), site.city(), site.state(), site.postalCode());
        return new Payee(lease.customer().id(), lease.customer().fullName(), "", "", "", 1, home, home);
    }

    /** r1 appends the location to the name. */
    Shape vendorR1() {
        var shown = locationName.isEmpty() ? name : name + ", " + locationName;
        return Obj.of()
                .put("id", idText(id))
                .put("name", text(shown))
                .put("locationName", text(locationName))
                .put("address", lines(Obj.of(), address))
                .idMayMove();
    }

    Shape vendorR2() {
        return Obj.of()
                .put("id", idText(id))
                .put("name", text(name))
                .put("locationName", text(locationName))
                .putIf(!locationCode.isEmpty(), "locationCode", text(locationCode))
                .putIf(!externalId.isEmpty(), "externalId", text(externalId))
                .put("address", lines(Obj.of(), address))
                .idMayMove();
    }

    Shape remittanceR1() {
        return remittance()
                .put("streetLine1", text(remitTo.street()))
                .put("streetLine2", text(""))
                .put("streetLine3", Leaves.arrayOfEmptyText())
                .put("City", text(remitTo.city()))
                .put("stateCode", text(remitTo.state()))
                .put("postalCode", text(remitTo.postalCode()));
    }

    Shape remittanceR2() {
        return lines(remittance(), remitTo);
    }

    private Obj remittance() {
        return Obj.of()
                .put("id", idText(remittanceId))
                .put("name", text("Check"))
                .put("apPaymentTypeId", text("2"))
                .put("apPaymentType", text("Check"))
                .idMayMove();
    }

    private static Obj lines(Obj into, Address a) {
        return into.put("streetLine1", text(a.street()))
                .put("streetLine2", text(""))
                .put("city", text(a.city()))
                .put("stateCode", text(a.state()))
                .put("postalCode", text(a.postalCode()));
    }
}
