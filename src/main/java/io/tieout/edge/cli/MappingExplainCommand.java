package io.tieout.edge.cli;

import io.tieout.fact.PostMonth;
import io.tieout.fact.PropertyId;
import io.tieout.flow.MappingExplain;
import io.tieout.wiring.Workbench;
import java.util.List;
import java.util.Optional;
import picocli.CommandLine.Option;

/** {@code tieout mapping explain}. */
@picocli.CommandLine.Command(
        name = "explain",
        mixinStandardHelpOptions = true,
        description = "Name the rule that wins for a GL account, and the rules it beats, for each property.",
        footer = {"", "Example:", "  tieout mapping explain --company oak --account 4190-0000 --month 2026-10"})
final class MappingExplainCommand extends Command {

    @Option(names = "--company", required = true, paramLabel = "NAME", description = "Which mapping.")
    String company = "";

    @Option(names = "--account", required = true, paramLabel = "NUMBER", description = "Entrata GL account number.")
    String account = "";

    @Option(
            names = "--month",
            paramLabel = "YYYY-MM",
            converter = Selectors.MonthConverter.class,
            description = "Post month (default: the present one).")
    Optional<PostMonth> chosenMonth = Optional.empty();

    @Option(names = "--property", split = ",", paramLabel = "ID", description = "Only these properties.")
    List<String> properties = List.of();

    @Override
    int run(Workbench bench, Printer printer) {
        var month =
                chosenMonth.orElseGet(() -> PostMonth.of(bench.tools().clock().businessDate()));
        var answers = new MappingExplain(bench.tools())
                .run(
                        company,
                        account,
                        month,
                        properties.stream().map(PropertyId::new).toList());
        if (printer.json()) {
            printer.object(Json.object(
                    "company",
                    company,
                    "account",
                    account,
                    "month",
                    month.toString(),
                    "answers",
                    answers.stream()
                            .map(a -> Json.object(
                                    "property",
                                    a.property(),
                                    "route",
                                    a.route(),
                                    "winner",
                                    a.winner(),
                                    "losers",
                                    a.losers(),
                                    "absent",
                                    a.absent()))
                            .toList()));
        } else {
            for (var answer : answers) {
                printer.console().line("property " + answer.property() + ": " + answer.route());
                printer.console().line("  winner: " + answer.winner());
                answer.losers().forEach(l -> printer.console().line("  beaten: " + l));
                answer.absent().forEach(a -> printer.console().line("  absent: " + a));
            }
        }
        return ExitCodes.CLEAN;
    }
}
