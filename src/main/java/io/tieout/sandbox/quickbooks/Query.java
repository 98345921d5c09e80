package io.tieout.sandbox.quickbooks;

import java.util.List;

/**
 * A parsed query.
 *
 * @param count whether {@code count(*)} was asked
 * @param fields fields asked for; empty for all
 * @param entity name after FROM as written
 * @param conditions joined by AND
 * @param orders in order of weight
 * @param start 1-based position of the first row
 * @param max rows wanted
 */
record Query(
        boolean count,
        List<String> fields,
        String entity,
        List<Condition> conditions,
        List<Order> orders,
        int start,
        int max) {

    /** Comparison; {@code values} has one value except for IN. */
    record Condition(String field, Operator operator, List<String> values) {}

    record Order(String field, boolean descending) {}

    enum Operator {
        EQUAL,
        LESS,
        GREATER,
        LESS_OR_EQUAL,
        GREATER_OR_EQUAL,
        IN,
        LIKE
    }
}
