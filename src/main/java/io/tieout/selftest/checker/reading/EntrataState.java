package io.tieout.selftest.checker.reading;

import io.tieout.selftest.checker.SourceLine;
import io.tieout.selftest.checker.SourceOpening;
import io.tieout.selftest.checker.SourceState;
import java.util.ArrayList;
import java.util.Locale;

/** Reads the state dump of the Entrata sandbox. */
final class EntrataState {

    private EntrataState() {}

    static SourceState read(String dump) {
        var state = Tree.read(dump);
        var org = state.text("organisation");
        var lines = new ArrayList<SourceLine>();
        var openings = new ArrayList<SourceOpening>();
        for (var ledger : state.at("ledgers").items()) {
            var property = ledger.text("property");
            var basis = ledger.text("basis").toLowerCase(Locale.ROOT);
            var book = ledger.text("book");
            for (var line : ledger.at("lines").items()) {
                lines.add(new SourceLine(
                        org,
                        property,
                        basis,
                        book,
                        line.text("account"),
                        line.text("id"),
                        line.text("postMonth"),
                        line.text("postDate"),
                        line.number("debitMinor"),
                        line.number("creditMinor"),
                        true,
                        line.number("exportedBy")));
            }
            for (var opening : ledger.at("openings").items()) {
                openings.add(new SourceOpening(
                        org,
                        property,
                        basis,
                        book,
                        opening.text("account"),
                        opening.text("month"),
                        opening.number("signedMinor")));
            }
        }
        return SourceState.of(lines, openings);
    }
}
