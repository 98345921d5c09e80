package io.tieout.sandbox.entrata;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;

/**
 * Paging and rate limits of the imitated tenant.
 *
 * @param pageSize lines of a page when {@code per_page} is not given; the real default is not published (entrata-api.md 2.6)
 * @param pageSizeMax largest page whatever is asked; the real maximum is not published
 * @param pagingIgnored paged methods answer everything on every page, a reading the stop rule of 2.6 must survive
 * @param limits limits by method name; {@code *} for methods without their own
 * @param limitHeaders whether the {@code X-RateLimit-*} headers are sent
 */
public record Traffic(
        int pageSize, int pageSizeMax, boolean pagingIgnored, Map<String, Limit> limits, boolean limitHeaders) {

    /** Windows of one method; a window of zero does not exist for it. */
    public record Limit(int perDay, int perHour, int perMinute) {}

    /** Limits as seen for one tenant in late 2024 (entrata-api.md 2.7); methods not seen there take getProperties' figures. */
    public static Traffic usual() {
        var limits = new LinkedHashMap<String, Limit>();
        limits.put("getStatus", new Limit(8640, 360, 6));
        limits.put("*", new Limit(15_000, 1_000, 150));
        return new Traffic(500, 500, false, limits, true);
    }

    /** No limit is ever reached; for load. */
    public static Traffic unlimited() {
        return new Traffic(500, 500, false, Map.of("*", new Limit(0, 0, Integer.MAX_VALUE)), false);
    }

    /** The paper contract: one call per property, minute and service, 2,500 a day; taken as one a minute per method. */
    public static Traffic paperContract() {
        return new Traffic(500, 500, false, Map.of("*", new Limit(2_500, 0, 1)), false);
    }

    public Traffic withPages(int size, int max) {
        return new Traffic(size, max, pagingIgnored, limits, limitHeaders);
    }

    public Traffic ignoringPages() {
        return new Traffic(pageSize, pageSizeMax, true, limits, limitHeaders);
    }

    public Traffic withLimit(String method, Limit limit) {
        var changed = new LinkedHashMap<>(limits);
        changed.put(method, limit);
        return new Traffic(pageSize, pageSizeMax, pagingIgnored, changed, limitHeaders);
    }

    Limit limitOf(String method) {
        var limit = limits.get(method);
        var fallback = limits.get("*");
        if (limit != null) {
            return limit;
        }
        return fallback == null ? new Limit(0, 0, 0) : fallback;
    }

    /** Methods whose answers come in pages (entrata-api.md 2.6). */
    static final Set<String> PAGED = Set.of("getArInvoices r1", "getLeaseArTransactions r1", "getInvoices r2");
}
