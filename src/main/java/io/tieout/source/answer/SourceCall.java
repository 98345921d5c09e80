package io.tieout.source.answer;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * One call of the source's remote procedures.
 *
 * @param service path element the method belongs to, for example {@code financial}
 * @param method for example {@code getGlTransactions}
 * @param version for example {@code r1}; always sent
 * @param params in the order they are sent, all values as text
 * @param property the property it is about, which call limits go by; empty text when none
 * @param subject what it is about in words, for messages: {@code property 510001, 2026-10, accrual, book 616}
 * @param page number of the page from 1; 0 for a call that has no pages
 */
public record SourceCall(
        String service,
        String method,
        String version,
        Map<String, String> params,
        String property,
        String subject,
        int page) {

    public SourceCall {
        params = Collections.unmodifiableMap(new LinkedHashMap<>(params));
    }

    /** A call about the whole organisation. */
    static SourceCall of(String service, String method, String version, String subject) {
        return new SourceCall(service, method, version, Map.of(), "", subject, 0);
    }

    SourceCall with(String name, String value) {
        var more = new LinkedHashMap<>(params);
        more.put(name, value);
        return new SourceCall(service, method, version, more, property, subject, page);
    }

    SourceCall about(String propertyId) {
        return new SourceCall(service, method, version, params, propertyId, subject, page);
    }

    /** The same call, asking for a page. */
    public SourceCall atPage(int number) {
        return new SourceCall(service, method, version, params, property, subject, number);
    }

    /** For example {@code Entrata getGlTransactions r1, property 510001, 2026-10, accrual, book 616}. */
    public String place() {
        return "Entrata " + method + " " + version + (subject.isEmpty() ? "" : ", " + subject)
                + (page > 1 ? ", page " + page : "");
    }
}
