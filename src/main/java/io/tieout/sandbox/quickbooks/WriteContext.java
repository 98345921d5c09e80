package io.tieout.sandbox.quickbooks;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import java.util.Set;

/**
 * Everything a write needs beside its body, and the checks all writes share.
 *
 * @param include values of the {@code include} parameter, lower case
 * @param request number of the request that asks for it; 0 for a person
 * @param byHand whether a person does it in the user interface, who may override the closing date and repeat numbers
 */
record WriteContext(
        Books books, QuickBooksSettings settings, Instant now, Set<String> include, long request, boolean byHand) {
    private static final int DOC_NUMBER_CHARS_MAX = 21;
    private static final int NOTE_CHARS_MAX = 4000;

    /**
     * A reference with its name filled in; only the value counts [I].
     *
     * @param member name of the reference, also the name in fault 2020
     */
    ObjectNode reference(EntityType type, JsonNode parent, String member) {
        return optionalReference(type, parent, member).orElseThrow(() -> QuickBooksFault.missing(member));
    }

    Optional<ObjectNode> optionalReference(EntityType type, JsonNode parent, String member) {
        String value = Json.reference(parent, member);
        if (value.isEmpty()) {
            return Optional.empty();
        }
        NameFacts facts = facts(type, value);
        return Optional.of(Json.object().put("value", value).put("name", facts.fullName()));
    }

    /** The list entry of that id, which must exist (2500) and be active (610, or 2500 by setting) [C]. */
    NameFacts facts(EntityType type, String id) {
        NameFacts facts = (id.matches("\\d{1,18}") ? books.name(type, Long.parseLong(id)) : Optional.<NameFacts>empty())
                .orElseThrow(() -> QuickBooksFault.badReference(type.kind(), id));
        if (!facts.active()) {
            throw settings.inactiveAs610() ? QuickBooksFault.notFound() : QuickBooksFault.badReference(type.kind(), id);
        }
        return facts;
    }

    /**
     * Fills what all transactions have: number, date, currency, note, location.
     *
     * @param before the transaction as it stood, for its date must lie in an open period too
     */
    void header(EntityType type, JsonNode input, ObjectNode done, Optional<Stored> before) {
        String number = Json.string(input, "DocNumber");
        checkLength(number, DOC_NUMBER_CHARS_MAX);
        String note = Json.string(input, "PrivateNote");
        checkLength(note, NOTE_CHARS_MAX);
        String given = Json.string(input, "TxnDate");
        // A missing date means the server's today: a trap for whoever forgets it [I].
        LocalDate date = given.isEmpty() ? Stamps.today(now) : Stamps.date(given);
        checkOpen(date);
        before.ifPresent(stored -> checkOpen(stored.date()));
        checkNumberUnique(type, number, before);
        if (!number.isEmpty()) {
            done.put("DocNumber", number);
        }
        done.put("TxnDate", date.toString());
        done.set("CurrencyRef", currency(input));
        if (!note.isEmpty()) {
            done.put("PrivateNote", note);
        }
    }

    void checkLength(String text, int max) {
        if (text.length() > max) {
            throw QuickBooksFault.badLength(max, text.length());
        }
    }

    /** A date on or before BookCloseDate is closed [I]. */
    void checkOpen(LocalDate date) {
        boolean closed = !byHand
                && books.closedThrough()
                        .filter(through -> !date.isAfter(through))
                        .isPresent();
        if (closed) {
            throw books.closedWithPassword()
                    ? QuickBooksFault.closedPeriodWithPassword()
                    : QuickBooksFault.closedPeriod();
        }
    }

    /** Only with the duplicate warning switched on, and {@code include=allowduplicatedocnum} permits it [K]. */
    private void checkNumberUnique(EntityType type, String number, Optional<Stored> before) {
        if (!books.duplicateNumbersRefused() || byHand || include.contains("allowduplicatedocnum")) {
            return;
        }
        long self = before.map(Stored::id).orElse(-1L);
        books.store(type).withDocNumber(number).stream()
                .filter(other -> other.id() != self)
                .findFirst()
                .ifPresent(other -> {
                    throw QuickBooksFault.duplicateNumber(number, type.reportWord(), other.id());
                });
    }

    private ObjectNode currency(JsonNode input) {
        String home = books.company().homeCurrency();
        String given = Json.reference(input, "CurrencyRef");
        if (given.isEmpty() && books.company().multiCurrency()) {
            throw QuickBooksFault.missing("CurrencyRef");
        }
        if (!given.isEmpty() && !given.equals(home)) {
            throw QuickBooksFault.business("Currency " + given + " is not enabled for this company");
        }
        return Json.object().put("value", home).put("name", home.equals("USD") ? "United States Dollar" : home);
    }

    /** Description of a line, checked for length. */
    void description(JsonNode line, ObjectNode done) {
        String text = Json.string(line, "Description");
        checkLength(text, NOTE_CHARS_MAX);
        if (!text.isEmpty()) {
            done.put("Description", text);
        }
    }

    /**
     * Class of a line. What happens to one while class tracking is off is not documented [K]; here it is dropped without
     * a word, so that only a comparison of the answer shows it.
     */
    void klass(JsonNode detail, ObjectNode done) {
        if (books.classTracking()) {
            optionalReference(EntityType.KLASS, detail, "ClassRef").ifPresent(ref -> done.set("ClassRef", ref));
        }
    }

    /** Location of a line or a header; dropped while location tracking is off, as classes are. */
    void department(JsonNode holder, ObjectNode done) {
        if (books.departmentTracking()) {
            optionalReference(EntityType.DEPARTMENT, holder, "DepartmentRef")
                    .ifPresent(ref -> done.set("DepartmentRef", ref));
        }
    }
}
