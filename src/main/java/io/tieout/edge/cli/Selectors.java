package io.tieout.edge.cli;

import io.tieout.fact.PostMonth;
import io.tieout.fact.PropertyId;
import io.tieout.flow.Selection;
import java.util.ArrayList;
import java.util.List;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.Option;
import picocli.CommandLine.TypeConversionException;

/** The selectors, the same on every command. Each may be given several times or with commas. */
final class Selectors {

    @Option(
            names = "--company",
            split = ",",
            paramLabel = "NAME",
            description = "Short name of a company, as in its mapping (default: all).")
    List<String> companies = new ArrayList<>();

    @Option(names = "--property", split = ",", paramLabel = "ID", description = "Entrata property id (default: all).")
    List<String> properties = new ArrayList<>();

    @Option(
            names = "--month",
            split = ",",
            paramLabel = "YYYY-MM",
            converter = MonthConverter.class,
            description = "Post month (default: from cutover to the open month).")
    List<PostMonth> months = new ArrayList<>();

    Selection selection() {
        return new Selection(companies, properties.stream().map(PropertyId::new).toList(), months);
    }

    /** Reads {@code 2026-10}. */
    static final class MonthConverter implements ITypeConverter<PostMonth> {
        @Override
        public PostMonth convert(String value) {
            try {
                return PostMonth.parse(value);
            } catch (java.time.DateTimeException e) {
                throw new TypeConversionException("'" + value + "' is no post month; write it as 2026-10");
            }
        }
    }
}
