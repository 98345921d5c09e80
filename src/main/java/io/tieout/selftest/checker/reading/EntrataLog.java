package io.tieout.selftest.checker.reading;

import io.tieout.selftest.checker.Request;
import io.tieout.selftest.checker.Request.Act;
import io.tieout.selftest.checker.Request.Item;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/** Reads the request log of the Entrata sandbox: marks, anything else that writes, and reads. */
final class EntrataLog {

    /** Calls that write, with the parameter that names what they mark; empty for what is no mark. */
    private static final Map<String, String> WRITES = Map.of(
            "markGlTransactionsExported", "glDetailId",
            "markInvoicesExported", "lineItemId",
            "sendJournalEntries", "");

    private static final Pattern ORGANISATION = Pattern.compile("/ext/orgs/([^/]+)/.*");

    private EntrataLog() {}

    static List<Seen.Arrival> read(String log, String clock) {
        var requests = new ArrayList<Seen.Arrival>();
        for (var entry : Tree.read(log).items()) {
            requests.add(new Seen.Arrival(request(entry), LogEntries.receivedMicros(entry, clock)));
        }
        return requests;
    }

    private static Request request(Tree entry) {
        var path = ORGANISATION.matcher(entry.text("target"));
        var organisation = path.matches() ? path.group(1) : "";
        var parameter = WRITES.get(entry.text("call"));
        if (parameter == null) {
            return LogEntries.request(entry, organisation, Act.READ, "", List.of(), 0);
        }
        if (parameter.isEmpty()) {
            return LogEntries.request(entry, organisation, Act.CHANGE, "", List.of(), 0);
        }
        var ids =
                Tree.read(LogEntries.wholeBody(entry)).at("method").at("params").text(parameter);
        var items = Arrays.stream(ids.split(","))
                .map(String::strip)
                .map(id -> new Item(id, "", ""))
                .toList();
        return LogEntries.request(entry, organisation, Act.MARK, "", items, 0);
    }
}
