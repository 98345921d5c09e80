package io.tieout.mapping;

import io.tieout.fact.PostMonth;
import io.tieout.fact.PropertyId;
import java.util.Optional;

/**
 * One rule of a mapping.
 *
 * @param property the property it is limited to; always present in the layers {@code property} and {@code exception}
 *     where they name one
 * @param code what it matches: an account number, {@code id:} with an id, a range {@code 4000-0000..4999-9999}, or a
 *     pattern with {@code *}
 * @param transactionType limits a rule of the exception layer to one transaction type of the source
 * @param from first post month it holds for
 * @param to last post month it holds for
 */
public record Rule(
        RuleLayer layer,
        Optional<PropertyId> property,
        SubjectKind subject,
        String code,
        Optional<String> transactionType,
        Optional<PostMonth> from,
        Optional<PostMonth> to,
        RuleAction action,
        SourcePlace place) {

    public boolean holdsIn(PostMonth month) {
        return from.map(f -> !month.isBefore(f)).orElse(true)
                && to.map(t -> !month.isAfter(t)).orElse(true);
    }

    /** A short stable name for reports: layer, property and code, for example {@code property 510001 gl-accounts 4190-0000}. */
    public String name() {
        return layer.code() + property.map(p -> " " + p).orElse("") + " " + subject.code() + " " + code
                + transactionType.map(t -> " [" + t + "]").orElse("")
                + from.map(f -> " from " + f).orElse("");
    }
}
