package io.tieout.sandbox.entrata;

import java.util.List;
import java.util.OptionalInt;

/**
 * Paging of one call (entrata-api.md 2.6): {@code page_no} and {@code per_page} of the query string. A page counts the items
 * of the outer list, leases or invoices; that is an assumption of the reference.
 */
final class Pages {

    private final int number;
    private final int size;
    private final boolean ignored;
    private int total = -1;

    Pages(int number, OptionalInt size, Traffic traffic, boolean paged) {
        this.number = Math.max(1, number);
        this.size = Math.max(1, Math.min(traffic.pageSizeMax(), size.orElse(traffic.pageSize())));
        this.ignored = traffic.pagingIgnored() || !paged;
    }

    /** The wanted page of all items. */
    <T> List<T> of(List<T> all) {
        total = all.size();
        if (ignored) {
            return all;
        }
        var from = (int) Math.min(all.size(), (long) (number - 1) * size);
        return all.subList(from, Math.min(all.size(), from + size));
    }

    boolean counted() {
        return total >= 0;
    }

    int total() {
        return total;
    }

    int number() {
        return number;
    }

    int size() {
        return size;
    }

    int last() {
        return ignored ? 1 : Math.max(1, (total + size - 1) / size);
    }
}
