package io.tieout.edge.cli;

import io.tieout.money.CurrencyCode;
import io.tieout.tie.Identity;
import io.tieout.tie.TieOut;
import io.tieout.tie.TieRow;
import io.tieout.tie.TieRow.Status;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** A tie-out as tables and as JSON. */
final class TieOutView {

    /** Columns that are shown also when zero: a side that is nil is a figure too. */
    private static final java.util.Set<String> SIDES = java.util.Set.of("target", "source", "gl", "journaled", "ours");

    private TieOutView() {}

    /**
     * @param all whether rows that are zero on both sides are listed too
     */
    static void print(TieOut tieOut, boolean all, Console console) {
        console.heading("Tie-out of " + tieOut.company());
        console.table(
                List.of("identity", ">rows", ">zero", ">explained", ">differences", ">sum of differences", "verdict"),
                java.util.stream.Stream.of(Identity.values())
                        .map(i -> summary(i, tieOut))
                        .toList());
        new TreeMap<>(tieOut.notApplicable())
                .forEach((identity, reason) -> console.line(identity + " is not applicable: " + reason + "."));
        for (var identity : Identity.values()) {
            var rows = tieOut.rows(identity).stream()
                    .filter(r -> all || r.status() != Status.ZERO)
                    .toList();
            if (!rows.isEmpty()) {
                console.blank();
                console.line(identity + ": " + identity.words());
                console.table(
                        List.of("scope", "account", "both sides", ">difference", "explained by"),
                        rows.stream().map(r -> row(r, tieOut.currency())).toList());
            }
        }
        console.findings(tieOut.findings());
    }

    private static List<String> summary(Identity identity, TieOut tieOut) {
        var rows = tieOut.rows(identity);
        var differences =
                rows.stream().filter(r -> r.status() == Status.DIFFERENCE).toList();
        return List.of(
                identity.name() + " " + identity.words(),
                Integer.toString(rows.size()),
                Long.toString(
                        rows.stream().filter(r -> r.status() == Status.ZERO).count()),
                Long.toString(rows.stream()
                        .filter(r -> r.status() == Status.EXPLAINED)
                        .count()),
                Integer.toString(differences.size()),
                Console.money(
                        differences.stream()
                                .mapToLong(r -> Math.abs(r.difference()))
                                .sum(),
                        tieOut.currency()),
                verdict(identity, tieOut, differences));
    }

    /** No rows prove nothing, and must not read as if they did. */
    private static String verdict(Identity identity, TieOut tieOut, List<TieRow> differences) {
        if (tieOut.rows(identity).isEmpty()) {
            return tieOut.notApplicable().containsKey(identity) ? "not applicable" : "nothing compared";
        }
        return differences.isEmpty() ? "ties" : "DOES NOT TIE";
    }

    private static List<String> row(TieRow row, CurrencyCode currency) {
        return List.of(
                row.scope(),
                row.account(),
                row.columns().entrySet().stream()
                        .filter(c -> c.getValue() != 0 || SIDES.contains(c.getKey()))
                        .map(c -> c.getKey() + " " + Console.money(c.getValue(), currency))
                        .collect(Collectors.joining(", ")),
                Console.money(row.difference(), currency),
                row.explainedBy().stream()
                        .filter(w -> !row.columns().containsKey(w))
                        .collect(Collectors.joining("; ")));
    }

    static Map<String, Object> json(TieOut tieOut) {
        var rows = new ArrayList<Object>();
        for (var row : tieOut.rows()) {
            var columns = new LinkedHashMap<String, Object>();
            row.columns()
                    .forEach((name, value) ->
                            columns.put(name.replace(' ', '_'), PlanView.amount(value, tieOut.currency())));
            rows.add(Json.object(
                    "identity",
                    row.identity().name(),
                    "scope",
                    row.scope(),
                    "account",
                    row.account(),
                    "columns",
                    columns,
                    "difference",
                    PlanView.amount(row.difference(), tieOut.currency()),
                    "status",
                    row.status().name().toLowerCase(java.util.Locale.ROOT),
                    "explained_by",
                    row.explainedBy()));
        }
        return Json.object(
                "company",
                tieOut.company(),
                "currency",
                tieOut.currency().code(),
                "ties",
                tieOut.differences().isEmpty(),
                "differences",
                tieOut.differences().size(),
                "not_applicable",
                new TreeMap<>(tieOut.notApplicable())
                        .entrySet().stream()
                                .map(e -> Json.object("identity", e.getKey().name(), "reason", e.getValue()))
                                .toList(),
                "rows",
                rows,
                "findings",
                Json.findings(tieOut.findings()));
    }

    /** Figures for the demo's declared outcome. */
    static Map<String, String> figures(TieOut tieOut) {
        var figures = new TreeMap<String, String>();
        for (var identity : Identity.values()) {
            var rows = tieOut.rows(identity);
            figures.put(identity + " rows", Integer.toString(rows.size()));
            figures.put(
                    identity + " explained",
                    Long.toString(rows.stream()
                            .filter(r -> r.status() == Status.EXPLAINED)
                            .count()));
            figures.put(
                    identity + " differences",
                    Long.toString(rows.stream()
                            .filter(r -> r.status() == Status.DIFFERENCE)
                            .count()));
        }
        return figures;
    }

    static int exitCode(List<TieOut> tieOuts) {
        var clean = tieOuts.stream()
                .allMatch(t -> t.differences().isEmpty()
                        && t.findings().stream().noneMatch(f -> f.isError())
                        && t.rows().stream()
                                .noneMatch(r -> r.columns().getOrDefault("held", 0L) != 0
                                        || r.columns().getOrDefault("in flight", 0L) != 0));
        return clean ? ExitCodes.CLEAN : ExitCodes.HELD;
    }
}
