package io.tieout.flow;

import io.tieout.fact.PostMonth;
import io.tieout.fact.PropertyId;
import java.util.List;

/**
 * What a command is about: the same selectors everywhere.
 *
 * @param companies short names; empty for all
 * @param properties empty for all
 * @param months empty for every month from cutover to the source's open month
 */
public record Selection(List<String> companies, List<PropertyId> properties, List<PostMonth> months) {

    public Selection {
        companies = companies.stream().sorted().distinct().toList();
        properties = properties.stream().sorted().distinct().toList();
        months = months.stream().sorted().distinct().toList();
    }

    public static Selection all() {
        return new Selection(List.of(), List.of(), List.of());
    }

    public Selection of(String company) {
        return new Selection(List.of(company), properties, months);
    }

    boolean includes(PropertyId property) {
        return properties.isEmpty() || properties.contains(property);
    }

    boolean includes(PostMonth month) {
        return months.isEmpty() || months.contains(month);
    }

    /** As command-line words, for storing with a plan. */
    public String words() {
        var words = new StringBuilder();
        companies.forEach(c -> words.append(" --company ").append(c));
        properties.forEach(p -> words.append(" --property ").append(p));
        months.forEach(m -> words.append(" --month ").append(m));
        return words.toString().trim();
    }

    /** Reads back {@link #words()}. */
    public static Selection parse(String words) {
        var companies = new java.util.ArrayList<String>();
        var properties = new java.util.ArrayList<PropertyId>();
        var months = new java.util.ArrayList<PostMonth>();
        var parts = words.isBlank() ? new String[0] : words.trim().split(" ");
        for (var i = 0; i + 1 < parts.length; i += 2) {
            switch (parts[i]) {
                case "--company" -> companies.add(parts[i + 1]);
                case "--property" -> properties.add(new PropertyId(parts[i + 1]));
                case "--month" -> months.add(PostMonth.parse(parts[i + 1]));
                default -> throw new IllegalArgumentException("unknown selector " + parts[i]);
            }
        }
        return new Selection(companies, properties, months);
    }
}
