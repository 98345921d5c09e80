package io.tieout.sandbox.quickbooks;

import java.util.Collection;
import java.util.StringJoiner;

/** The whole state for checkers: each company with every entity as stored, what was deleted, and who made what. */
final class Dump {
    private Dump() {}

    static String of(Collection<Books> companies, QuickBooksSettings settings) {
        var all = new StringJoiner(",");
        companies.forEach(books -> all.add(company(books)));
        return "{\"idempotency\":\"" + settings.idempotency().word() + "\",\"companies\":[" + all + "]}";
    }

    private static String company(Books books) {
        var dump = new StringJoiner(",", "{", "}");
        dump.add("\"realm\":\"" + books.company().realm() + "\"");
        dump.add("\"CompanyInfo\":" + Json.text(CompanyPages.companyInfo(books)));
        dump.add("\"Preferences\":" + Json.text(CompanyPages.preferences(books)));
        for (EntityType type : EntityType.values()) {
            var entities = new StringJoiner(",", "[", "]");
            books.store(type).all().forEach(stored -> entities.add(Rendering.json(books, stored)));
            dump.add("\"" + type.word() + "\":" + entities);
        }
        var deleted = new StringJoiner(",", "[", "]");
        for (Books.Deletion deletion : books.deletions()) {
            deleted.add(Json.text(Json.object()
                    .put("type", deletion.type().word())
                    .put("Id", String.valueOf(deletion.id()))
                    .put("DocNumber", deletion.docNumber())
                    .put("at", deletion.at().toString())));
        }
        dump.add("\"deleted\":" + deleted);
        var origins = new StringJoiner(",", "[", "]");
        books.origins()
                .forEach((id, origin) -> origins.add(Json.text(Json.object()
                        .put("type", origin.type().word())
                        .put("Id", String.valueOf(id))
                        .put("madeBy", origin.madeBy())
                        .put("after", origin.after())
                        .put("touched", origin.touched())
                        .put("lockedThrough", origin.lockedThrough()))));
        dump.add("\"origins\":" + origins);
        return dump.toString();
    }
}
