package io.tieout.sandbox.quickbooks;

import io.tieout.sandbox.quickbooks.Query.Condition;
import io.tieout.sandbox.quickbooks.Query.Operator;
import io.tieout.sandbox.quickbooks.Query.Order;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Reads QuickBooks' query language: {@code SELECT *|count(*)|fields FROM X [WHERE a AND b] [ORDERBY f] [STARTPOSITION n]
 * [MAXRESULTS m]}. No OR, no joins [I]. Words in any case; values in single quotes, a quote within escaped by a backslash.
 */
final class QueryParser {
    private static final int MAX_RESULTS_USUAL = 100;
    private static final int MAX_RESULTS_MAX = 1000;
    private static final Pattern TOKEN = Pattern.compile(
            "\\s*(?:('(?:[^'\\\\]|\\\\.)*')|([A-Za-z_][A-Za-z0-9_.]*)|(-?\\d+(?:\\.\\d+)?)|(<=|>=|[<>=(),*]))");

    private final List<String> tokens = new ArrayList<>();
    private int at;

    private QueryParser(String text) {
        Matcher matcher = TOKEN.matcher(text);
        int end = 0;
        while (matcher.lookingAt()) {
            tokens.add(matcher.group().trim());
            end = matcher.end();
            matcher.region(end, text.length());
        }
        if (!text.substring(end).isBlank()) {
            throw QuickBooksFault.queryParse(
                    "Encountered \" " + text.substring(end).trim() + " \" at column " + end);
        }
    }

    static Query parse(String text) {
        return new QueryParser(text).query();
    }

    private Query query() {
        expect("select");
        boolean count = false;
        var fields = new ArrayList<String>();
        if (peek("count")) {
            List.of("count", "(", "*", ")").forEach(this::expect);
            count = true;
        } else if (!accept("*")) {
            do {
                fields.add(name());
            } while (accept(","));
        }
        expect("from");
        String entity = name();
        List<Condition> conditions = new ArrayList<>();
        if (accept("where")) {
            do {
                conditions.add(condition());
            } while (accept("and"));
        }
        List<Order> orders = orders();
        int start = accept("startposition") ? number() : 1;
        int max = accept("maxresults") ? number() : MAX_RESULTS_USUAL;
        if (at < tokens.size()) {
            throw encountered();
        }
        if (start < 1) { // recorded [R]
            throw QuickBooksFault.queryInvalid("value " + start + " is too small. Min allowed value is 1");
        }
        if (max > MAX_RESULTS_MAX || max < 0) {
            throw QuickBooksFault.queryInvalid(
                    "value " + max + " is too large. Max allowed value is " + MAX_RESULTS_MAX);
        }
        return new Query(count, fields, entity, conditions, orders, start, max);
    }

    private Condition condition() {
        String field = name();
        if (accept("in")) {
            expect("(");
            var values = new ArrayList<String>();
            do {
                values.add(value());
            } while (accept(","));
            expect(")");
            return new Condition(field, Operator.IN, values);
        }
        return new Condition(field, operator(), List.of(value()));
    }

    private Operator operator() {
        if (accept("like")) {
            return Operator.LIKE;
        }
        String token = take();
        return switch (token) {
            case "=" -> Operator.EQUAL;
            case "<" -> Operator.LESS;
            case ">" -> Operator.GREATER;
            case "<=" -> Operator.LESS_OR_EQUAL;
            case ">=" -> Operator.GREATER_OR_EQUAL;
            default -> {
                at--;
                throw encountered();
            }
        };
    }

    /** Both {@code ORDERBY} and {@code ORDER BY} are seen in Intuit's samples [I]. */
    private List<Order> orders() {
        var orders = new ArrayList<Order>();
        boolean ordered = accept("orderby");
        if (!ordered && accept("order")) {
            expect("by");
            ordered = true;
        }
        if (ordered) {
            do {
                String field = name();
                boolean descending = accept("desc");
                if (!descending) {
                    accept("asc");
                }
                orders.add(new Order(field, descending));
            } while (accept(","));
        }
        return orders;
    }

    private String value() {
        String token = take();
        if (token.startsWith("'")) {
            return token.substring(1, token.length() - 1).replaceAll("\\\\(.)", "$1");
        }
        if (token.equalsIgnoreCase("true") || token.equalsIgnoreCase("false") || token.matches("-?\\d.*")) {
            return token;
        }
        at--;
        throw encountered();
    }

    private int number() {
        String token = take().replace("'", "");
        if (!token.matches("-?\\d{1,9}")) {
            at--;
            throw encountered();
        }
        return Integer.parseInt(token);
    }

    private String name() {
        String token = take();
        if (!token.matches("[A-Za-z_][A-Za-z0-9_.]*")) {
            at--;
            throw encountered();
        }
        return token;
    }

    private boolean peek(String word) {
        return at < tokens.size() && tokens.get(at).equalsIgnoreCase(word);
    }

    private boolean accept(String word) {
        boolean found = peek(word);
        if (found) {
            at++;
        }
        return found;
    }

    private void expect(String word) {
        if (!accept(word)) {
            throw encountered();
        }
    }

    private String take() {
        if (at >= tokens.size()) {
            throw encountered();
        }
        return tokens.get(at++);
    }

    private QuickBooksFault encountered() {
        String found = at < tokens.size() ? tokens.get(at) : "<EOF>";
        return QuickBooksFault.queryParse("Encountered \" " + found + " \" at token " + (at + 1));
    }
}
