package io.tieout.selftest.checker.reading;

import io.tieout.selftest.checker.Request;
import io.tieout.selftest.checker.Request.Act;
import io.tieout.selftest.checker.Request.Item;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/** Reads the request log of the QuickBooks sandbox. */
final class QuickBooksLog {

    private static final Pattern COMPANY = Pattern.compile("/v3/company/(\\d+)/.*");
    private static final Pattern BY_NUMBER =
            Pattern.compile("(?is)\\s*select .* from JournalEntry where DocNumber\\s*=\\s*'([^']*)'.*");
    private static final Pattern BY_CREATION =
            Pattern.compile("(?is)\\s*select .* from JournalEntry where MetaData\\.CreateTime\\s*>=.*");
    private static final Pattern LATER_PAGE = Pattern.compile("(?is).*startposition\\s+(?!1\\b)\\d+.*");

    private QuickBooksLog() {}

    static List<Seen.Arrival> read(String log, String clock) {
        var requests = new ArrayList<Seen.Arrival>();
        for (var entry : Tree.read(log).items()) {
            requests.add(new Seen.Arrival(request(entry), LogEntries.receivedMicros(entry, clock)));
        }
        return requests;
    }

    private static Request request(Tree entry) {
        var call = entry.text("call");
        int dot = call.lastIndexOf('.');
        var verb = dot < 0 ? "" : call.substring(dot + 1);
        if (call.equals("batch")) {
            var batch = BatchItems.read(LogEntries.wholeBody(entry));
            var act = batch.changes() ? Act.CHANGE : batch.writes() ? Act.CREATE : Act.READ;
            return of(entry, act, batch.items(), 0);
        }
        if (call.equals("query")) {
            return query(entry, queryText(entry));
        }
        if (verb.equals("create")) {
            var body = LogEntries.wholeBody(entry);
            var sha = Bytes.hex(Bytes.sha256(body.getBytes(StandardCharsets.UTF_8)));
            return of(entry, Act.CREATE, List.of(new Item("", Tree.read(body).text("DocNumber"), sha)), 0);
        }
        boolean changes = verb.equals("update") || verb.equals("delete") || verb.equals("void");
        return of(entry, changes ? Act.CHANGE : Act.READ, List.of(), 0);
    }

    private static Request query(Tree entry, String text) {
        if (LATER_PAGE.matcher(text).matches()) {
            return of(entry, Act.READ, List.of(), 0);
        }
        var byNumber = BY_NUMBER.matcher(text);
        if (byNumber.matches()) {
            return of(entry, Act.SEARCH_NUMBER, List.of(new Item("", byNumber.group(1), "")), found(entry));
        }
        boolean byCreation = BY_CREATION.matcher(text).matches();
        return of(entry, byCreation ? Act.SEARCH_CREATED : Act.READ, List.of(), byCreation ? found(entry) : 0);
    }

    private static int found(Tree entry) {
        return LogEntries.answered(entry)
                ? Tree.read(entry.text("answer"))
                        .at("QueryResponse")
                        .at("JournalEntry")
                        .items()
                        .size()
                : 0;
    }

    private static String queryText(Tree entry) {
        var given = parameter(entry, "query");
        return given.isEmpty() ? entry.text("body") : given;
    }

    private static Request of(Tree entry, Act act, List<Item> items, int found) {
        var path = COMPANY.matcher(entry.text("target"));
        return LogEntries.request(
                entry,
                path.matches() ? "quickbooks:" + path.group(1) : "",
                act,
                parameter(entry, "requestid"),
                items,
                found);
    }

    private static String parameter(Tree entry, String name) {
        var target = entry.text("target");
        int mark = target.indexOf('?');
        for (var pair : target.substring(mark + 1).split("&")) {
            if (mark >= 0 && pair.startsWith(name + "=")) {
                return URLDecoder.decode(pair.substring(name.length() + 1), StandardCharsets.UTF_8);
            }
        }
        return "";
    }
}
