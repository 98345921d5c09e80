package io.tieout.sandbox.entrata;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.tieout.sandbox.entrata.office.EntrataOffice;
import io.tieout.sandbox.entrata.office.GlLedger;

/**
 * The state of the books for checkers: openings of each month, every GL line with its mark and who made it, open months, balances of leases, open AP.
 *
 * <p>Amounts are whole cents. The form is the sandbox's own and no vendor's.
 */
final class OfficeDump {

    private OfficeDump() {}

    static String json(EntrataOffice office) {
        var root = JsonNodeFactory.instance.objectNode();
        root.put("organisation", office.organisation().subdomain());
        var properties = root.putArray("properties");
        office.properties().forEach(p -> {
            var open = office.postMonths(p.id());
            properties
                    .addObject()
                    .put("id", p.id())
                    .put("name", p.name())
                    .put("arPostMonth", open.ar().toString())
                    .put("apPostMonth", open.ap().toString())
                    .put("glPostMonth", open.gl().toString());
        });
        var ledgers = root.putArray("ledgers");
        office.ledgers()
                .forEach((book, ledger) -> ledger(
                        ledgers.addObject()
                                .put("property", book.propertyId())
                                .put("basis", book.basis().name())
                                .put("book", book.bookId()),
                        ledger,
                        office));
        receivables(root, office);
        payables(root, office);
        try {
            return new ObjectMapper().writeValueAsString(root);
        } catch (com.fasterxml.jackson.core.JsonProcessingException e) {
            throw new IllegalStateException("The dump is plain JSON and cannot fail to be written", e);
        }
    }

    private static void ledger(ObjectNode node, GlLedger ledger, EntrataOffice office) {
        var months = ledger.months();
        var openings = node.putArray("openings");
        months.forEach(month -> ledger.openingsOf(month)
                .forEach((account, balance) -> openings.addObject()
                        .put("month", month.toString())
                        .put("account", account)
                        .put("signedMinor", balance.netMinor())));
        var lines = node.putArray("lines");
        ledger.lines()
                .forEach(l -> lines.addObject()
                        .put("id", l.id())
                        .put("journal", l.journal())
                        .put("account", l.accountId())
                        .put("type", l.transactionType())
                        .put("postDate", l.postDate().toString())
                        .put("postMonth", l.postMonth().toString())
                        .put("debitMinor", l.debitMinor())
                        .put("creditMinor", l.creditMinor())
                        .put("reference", l.reference())
                        .put("exported", office.isExported(l.id()))
                        .put("exportedBy", office.exportedBy(l.id()).orElse(-1L)));
    }

    private static void receivables(ObjectNode root, EntrataOffice office) {
        var leases = root.putArray("leases");
        office.properties()
                .forEach(p -> office.receivables()
                        .leasesOf(p.id())
                        .forEach(l -> leases.addObject()
                                .put("id", l.id())
                                .put("property", p.id())
                                .put("balanceMinor", office.receivables().balanceMinor(l.id()))));
    }

    private static void payables(ObjectNode root, EntrataOffice office) {
        var lines = root.putArray("invoiceLines");
        office.payables()
                .invoices()
                .forEach(i -> i.lines()
                        .forEach(l -> lines.addObject()
                                .put("id", l.id())
                                .put("invoice", i.id())
                                .put("property", l.propertyId())
                                .put("account", l.glAccountId())
                                .put("amountMinor", l.amountMinor())
                                .put("dueMinor", l.dueMinor())
                                .put("exported", office.payables().isExported(l.id()))));
    }
}
