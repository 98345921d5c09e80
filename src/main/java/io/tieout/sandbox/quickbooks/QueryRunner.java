package io.tieout.sandbox.quickbooks;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.tieout.sandbox.quickbooks.Query.Condition;
import io.tieout.sandbox.quickbooks.Query.Operator;
import io.tieout.sandbox.quickbooks.Query.Order;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Answers queries from the books, with the index of number, date, name or id where a condition allows. */
final class QueryRunner {
    /** Entities QuickBooks has and this sandbox keeps none of: their queries are valid and find nothing. */
    private static final Set<String> ALWAYS_EMPTY = Set.of(
            "invoice",
            "payment",
            "deposit",
            "purchase",
            "salesreceipt",
            "creditmemo",
            "refundreceipt",
            "transfer",
            "employee",
            "item",
            "term",
            "taxcode",
            "taxrate",
            "taxagency",
            "paymentmethod",
            "estimate",
            "purchaseorder",
            "timeactivity",
            "attachable",
            "budget",
            "journalcode");

    private final Books books;
    private final QuickBooksSettings settings;
    private final Instant now;

    QueryRunner(Books books, QuickBooksSettings settings, Instant now) {
        this.books = books;
        this.settings = settings;
        this.now = now;
    }

    /** The member {@code "QueryResponse":{...}} of the answer. */
    String run(String text) {
        Query query = QueryParser.parse(text);
        if (query.entity().equalsIgnoreCase("CompanyInfo")) {
            return single("CompanyInfo", CompanyPages.companyInfo(books));
        }
        if (query.entity().equalsIgnoreCase("Preferences")) {
            return single("Preferences", CompanyPages.preferences(books));
        }
        Optional<EntityType> type = EntityType.ofWord(query.entity());
        if (type.isEmpty() && ALWAYS_EMPTY.contains(query.entity().toLowerCase(Locale.ROOT))) {
            return "\"QueryResponse\":{}";
        }
        return answer(
                query,
                type.orElseThrow(() -> QuickBooksFault.queryInvalid("invalid context declaration: " + query.entity())));
    }

    private static String single(String word, ObjectNode node) {
        return "\"QueryResponse\":{\"" + word + "\":[" + Json.text(node) + "],\"maxResults\":1}";
    }

    private String answer(Query query, EntityType type) {
        query.conditions().forEach(condition -> FieldValues.checkFilterable(type, condition.field()));
        query.orders().forEach(order -> FieldValues.checkKnown(type, order.field()));
        query.fields().forEach(field -> FieldValues.checkKnown(type, field));
        List<Stored> found = find(query, type);
        if (query.count()) {
            return "\"QueryResponse\":{\"totalCount\":" + found.size() + "}"; // fills totalCount only [I]
        }
        found.sort(order(query.orders(), type));
        int first = Math.min(query.start() - 1, found.size());
        List<Stored> page = found.subList(first, Math.min(first + query.max(), found.size()));
        if (page.isEmpty()) {
            return "\"QueryResponse\":{}"; // [R]
        }
        String rows = page.stream().map(stored -> row(query, stored)).collect(Collectors.joining(","));
        return "\"QueryResponse\":{\"" + type.word() + "\":[" + rows + "],\"startPosition\":" + query.start()
                + ",\"maxResults\":" + page.size() + "}";
    }

    private String row(Query query, Stored stored) {
        String whole = Rendering.json(books, stored);
        if (query.fields().isEmpty()) {
            return whole;
        }
        ObjectNode all = Json.stored(whole);
        ObjectNode some = Json.object().put("domain", "QBO").put("sparse", true);
        all.fields().forEachRemaining(member -> {
            boolean wanted =
                    query.fields().stream().anyMatch(field -> field.split("\\.")[0].equalsIgnoreCase(member.getKey()));
            if (wanted || member.getKey().equals("Id")) {
                some.set(member.getKey(), member.getValue());
            }
        });
        return Json.text(some);
    }

    private List<Stored> find(Query query, EntityType type) {
        var found = new ArrayList<Stored>();
        boolean silenced = query.conditions().stream()
                .anyMatch(condition -> settings.silentFilter().equalsIgnoreCase(type.word() + "." + condition.field()));
        if (silenced) {
            return found;
        }
        // Name lists show active entries only, unless the query speaks of Active itself [I].
        boolean activeOnly = query.conditions().stream()
                .noneMatch(condition -> condition.field().equalsIgnoreCase("Active"));
        Instant visibleUpTo = now.minusSeconds(settings.searchLagSeconds());
        var tests = query.conditions().stream()
                .map(condition -> new Test(books, condition))
                .toList();
        for (Stored stored : candidates(query, type)) {
            boolean visible = (stored.active() || !activeOnly)
                    && (settings.searchLagSeconds() == 0 || !stored.created().isAfter(visibleUpTo));
            if (visible && tests.stream().allMatch(test -> test.holds(stored))) {
                found.add(stored);
            }
        }
        return found;
    }

    private Collection<Stored> candidates(Query query, EntityType type) {
        EntityStore store = books.store(type);
        LocalDate first = LocalDate.MIN;
        LocalDate last = LocalDate.MAX;
        for (Condition condition : query.conditions()) {
            boolean exact = condition.operator() == Operator.EQUAL || condition.operator() == Operator.IN;
            if (exact && condition.field().equalsIgnoreCase("Id")) {
                return condition.values().stream()
                        .filter(value -> value.matches("\\d{1,18}"))
                        .flatMap(value -> store.get(Long.parseLong(value)).stream())
                        .distinct()
                        .toList();
            }
            if (exact && condition.field().equalsIgnoreCase("DocNumber")) {
                return condition.values().stream()
                        .distinct()
                        .flatMap(value -> store.withDocNumber(value).stream())
                        .toList();
            }
            if (condition.field().equalsIgnoreCase("TxnDate") && condition.operator() != Operator.IN) {
                LocalDate day = (LocalDate)
                        FieldValues.literal("TxnDate", condition.values().get(0));
                boolean below = condition.operator() == Operator.LESS || condition.operator() == Operator.LESS_OR_EQUAL;
                boolean above =
                        condition.operator() == Operator.GREATER || condition.operator() == Operator.GREATER_OR_EQUAL;
                boolean same = condition.operator() == Operator.EQUAL;
                last = (below || same) && day.isBefore(last) ? day : last;
                first = (above || same) && day.isAfter(first) ? day : first;
            }
        }
        boolean dated = first.isAfter(LocalDate.MIN) || last.isBefore(LocalDate.MAX);
        return dated ? store.between(first, last) : store.all();
    }

    /** Without ORDERBY the newest transactions come first, so that paging without one goes wrong as it does there [K]. */
    private Comparator<Stored> order(List<Order> orders, EntityType type) {
        if (orders.isEmpty()) {
            Comparator<Stored> byId = Comparator.comparingLong(Stored::id);
            return type.transaction() ? byId.reversed() : byId;
        }
        Comparator<Stored> whole = Comparator.comparing(stored -> 0);
        for (Order order : orders) {
            Comparator<Stored> one = (a, b) ->
                    compare(FieldValues.value(books, a, order.field()), FieldValues.value(books, b, order.field()));
            whole = whole.thenComparing(order.descending() ? one.reversed() : one);
        }
        return whole;
    }

    @SuppressWarnings({"unchecked", "rawtypes"})
    private static int compare(Optional<Comparable<?>> a, Optional<Comparable<?>> b) {
        if (a.isEmpty() || b.isEmpty()) {
            return Boolean.compare(a.isPresent(), b.isPresent());
        }
        return ((Comparable) a.get()).compareTo(b.get());
    }

    /** One condition with its values read once. */
    private static final class Test {
        private final Books books;
        private final Condition condition;
        private final List<Optional<Comparable<?>>> values;
        private final String pattern;

        private Test(Books books, Condition condition) {
            this.books = books;
            this.condition = condition;
            boolean like = condition.operator() == Operator.LIKE;
            this.values = like
                    ? List.of()
                    : condition.values().stream()
                            .<Optional<Comparable<?>>>map(
                                    value -> Optional.of(FieldValues.literal(condition.field(), value)))
                            .toList();
            this.pattern = like ? likePattern(condition.values().get(0)) : "";
        }

        private static String likePattern(String value) {
            String quoted = Pattern.quote(value).replace("%", "\\E.*\\Q");
            return "(?is)" + quoted;
        }

        private boolean holds(Stored stored) {
            Optional<Comparable<?>> actual = FieldValues.value(books, stored, condition.field());
            if (actual.isEmpty()) {
                return false;
            }
            return switch (condition.operator()) {
                case LIKE -> actual.get().toString().matches(pattern);
                case EQUAL, IN -> values.stream().anyMatch(value -> compare(actual, value) == 0);
                case LESS -> compare(actual, values.get(0)) < 0;
                case GREATER -> compare(actual, values.get(0)) > 0;
                case LESS_OR_EQUAL -> compare(actual, values.get(0)) <= 0;
                case GREATER_OR_EQUAL -> compare(actual, values.get(0)) >= 0;
            };
        }
    }
}
