package io.tieout.sandbox.entrata.portfolio;

import static io.tieout.sandbox.entrata.portfolio.DataFile.cents;
import static io.tieout.sandbox.entrata.portfolio.DataFile.date;
import static io.tieout.sandbox.entrata.portfolio.DataFile.id;
import static io.tieout.sandbox.entrata.portfolio.DataFile.month;
import static io.tieout.sandbox.entrata.portfolio.DataFile.namesById;
import static io.tieout.sandbox.entrata.portfolio.DataFile.text;

import com.fasterxml.jackson.databind.JsonNode;
import io.tieout.sandbox.entrata.office.AccessKey;
import io.tieout.sandbox.entrata.office.Basis;
import io.tieout.sandbox.entrata.office.BookKey;
import io.tieout.sandbox.entrata.office.EntrataOffice;
import io.tieout.sandbox.entrata.office.GlAccount;
import io.tieout.sandbox.entrata.office.GlBook;
import io.tieout.sandbox.entrata.office.GlLine;
import io.tieout.sandbox.entrata.office.GlTree;
import io.tieout.sandbox.entrata.office.OfficeProperty;
import io.tieout.sandbox.entrata.office.Owner;
import io.tieout.sandbox.entrata.office.PostMonths;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * The worked portfolio: organisation {@code demopm}, two properties, October 2026 (entrata-api.md section 3).
 *
 * <p>Taken over from the worked examples and completed where they stop, so that the sub-ledgers tie to the control accounts:
 * the ledger of lease 880101 with its prepaid 75.00, property and account of every invoice line, Harbor Point's AR invoices,
 * and the deposits taken before October that make up the openings of account 2100. Months outside October hold no lines and
 * carry the balances unchanged.
 */
public final class WorkedPortfolio {

    /** API key that reaches everything in the worked portfolio. It opens nothing but a sandbox. */
    public static final String API_KEY = "demo-key-not-a-secret";

    private WorkedPortfolio() {}

    public static EntrataOffice open() {
        var office = company(DataFile.read("demopm/office.json"));
        ledgers(office, DataFile.read("demopm/gl.json"));
        SubLedgerFiles.receivables(office.receivables(), DataFile.read("demopm/receivables.json"));
        SubLedgerFiles.payables(office.payables(), DataFile.read("demopm/payables.json"));
        return office;
    }

    private static EntrataOffice company(JsonNode file) {
        var organisation = file.required("organisation");
        var office = withChart(
                file,
                new EntrataOffice.Organisation(
                        text(organisation, "subdomain"), id(organisation, "id"), text(organisation, "name")));
        file.required("owners").forEach(o -> {
            var properties = new ArrayList<Long>();
            o.required("propertyIds").forEach(p -> properties.add(p.asLong()));
            office.add(new Owner(id(o, "id"), text(o, "name"), properties));
        });
        file.required("properties").forEach(p -> office.add(property(p), PostMonths.all(month(p, "postMonth"))));
        file.required("bankAccounts").forEach(b -> office.payables().add(SubLedgerFiles.bankAccount(b)));
        var journals = file.required("journals");
        office.numbering().startJournals(id(journals, "nextJournalNumber"), id(journals, "nextHeaderId"));
        return office;
    }

    /** An organisation with the worked chart of accounts, books and keys, so that one mapping fits every portfolio. */
    static EntrataOffice withChart(JsonNode file, EntrataOffice.Organisation organisation) {
        var tree = file.required("tree");
        var office = new EntrataOffice(
                organisation, new GlTree(id(tree, "id"), text(tree, "name"), namesById(tree, "branches")));
        file.required("keys")
                .forEach(k -> office.add(new AccessKey(text(k, "key"), text(k, "user"), text(k, "password"))));
        file.required("books").forEach(b -> office.add(new GlBook(id(b, "id"), text(b, "name"))));
        file.required("accounts").forEach(a -> office.add(account(a)));
        return office;
    }

    private static GlAccount account(JsonNode a) {
        return new GlAccount(
                id(a, "id"),
                id(a, "branch"),
                text(a, "number"),
                text(a, "name"),
                text(a, "group"),
                a.required("system").asBoolean());
    }

    private static OfficeProperty property(JsonNode p) {
        var keys = new LinkedHashMap<String, String>();
        p.required("customKeys")
                .fields()
                .forEachRemaining(e -> keys.put(e.getKey(), e.getValue().asText()));
        return new OfficeProperty(
                id(p, "id"),
                text(p, "name"),
                text(p, "lookupCode"),
                text(p, "businessUnitCode"),
                p.required("disabled").asBoolean(),
                text(p, "yearBuilt"),
                new OfficeProperty.Address(text(p, "street"), text(p, "city"), text(p, "state"), text(p, "postalCode")),
                keys,
                namesById(p, "unitTypes"),
                namesById(p, "buildings"),
                namesById(p, "floorplans"));
    }

    private static void ledgers(EntrataOffice office, JsonNode file) {
        Map<String, Long> journals = new LinkedHashMap<>();
        for (var section : file) {
            var book = new BookKey(id(section, "property"), Basis.valueOf(text(section, "basis")), id(section, "book"));
            section.required("openings")
                    .fields()
                    .forEachRemaining(e -> office.ledger(book)
                            .open(Long.parseLong(e.getKey()), cents(section.required("openings"), e.getKey())));
            for (var line : section.required("lines")) {
                var entry = book + text(line, "type") + text(line, "date") + text(line, "reference");
                var journal = journals.computeIfAbsent(entry, k -> journals.size() + 1L);
                office.post(book, line(section, line, journal));
            }
        }
    }

    private static GlLine line(JsonNode section, JsonNode line, long journal) {
        var date = date(line, "date");
        return new GlLine(
                id(line, "id"),
                journal,
                id(line, "account"),
                text(line, "type"),
                date,
                date,
                month(section, "postMonth"),
                cents(line, "debit"),
                cents(line, "credit"),
                line.path("reversal").asBoolean(false),
                text(line, "reference"),
                text(line, "memo"),
                date);
    }
}
