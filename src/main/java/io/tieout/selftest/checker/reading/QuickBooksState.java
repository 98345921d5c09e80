package io.tieout.selftest.checker.reading;

import io.tieout.selftest.checker.Document;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Reads the state dump of the QuickBooks sandbox: journal entries, those that were deleted included. */
final class QuickBooksState {

    private static final String TYPE = "JournalEntry";

    private QuickBooksState() {}

    static List<Seen.Made> read(String dump) {
        var documents = new ArrayList<Seen.Made>();
        for (var company : Tree.read(dump).at("companies").items()) {
            var realm = "quickbooks:" + company.text("realm");
            var origins = new HashMap<String, Tree>();
            company.at("origins").items().stream()
                    .filter(o -> o.text("type").equals(TYPE))
                    .forEach(o -> origins.put(o.text("Id"), o));
            for (var entry : company.at(TYPE).items()) {
                documents.add(document(realm, entry, origin(origins, entry), true));
            }
            company.at("deleted").items().stream()
                    .filter(d -> d.text("type").equals(TYPE))
                    .forEach(d -> documents.add(document(realm, d, origin(origins, d), false)));
        }
        return documents;
    }

    private static Tree origin(Map<String, Tree> origins, Tree entry) {
        var origin = origins.get(entry.text("Id"));
        if (origin == null) {
            throw new IllegalArgumentException("the state says of every entry who made it; not of " + entry.value());
        }
        return origin;
    }

    private static Seen.Made document(String company, Tree entry, Tree origin, boolean live) {
        var document = new Document(
                company,
                entry.text("Id"),
                entry.text("DocNumber"),
                entry.text("TxnDate"),
                entry.at("CurrencyRef").text("value"),
                lines(entry),
                live,
                origin.number("madeBy"),
                origin.flag("touched"),
                origin.text("lockedThrough"));
        return new Seen.Made(document, origin.number("after"));
    }

    private static List<Document.Line> lines(Tree entry) {
        var lines = new ArrayList<Document.Line>();
        for (var line : entry.at("Line").items()) {
            var detail = line.at("JournalEntryLineDetail");
            if (line.text("DetailType").equals("JournalEntryLineDetail")) {
                lines.add(new Document.Line(
                        detail.at("AccountRef").text("value"),
                        detail.text("PostingType").equals("Debit") ? "D" : "C",
                        line.minor("Amount"),
                        detail.at("ClassRef").text("value"),
                        detail.at("DepartmentRef").text("value")));
            }
        }
        return lines;
    }
}
