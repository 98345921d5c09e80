package io.tieout.selftest.checker;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A call that the ledger announced, and the request that it became. */
final class Attempt {

    /** A document in the call, by its place. */
    record Item(Posting posting, String itemId) {}

    final String id;
    final String company;
    final String key;
    final String bodySha256;
    final long epoch;
    final long step;
    final List<Item> items = new ArrayList<>();

    /** The request that arrived for it; at most one may. */
    @Nullable Request request;

    Attempt(LedgerEvent event, long step) {
        this.id = event.text("attempt_id");
        this.company = event.text("target_company");
        this.key = event.text("request_key");
        this.bodySha256 = event.text("body_sha256");
        this.epoch = event.number("epoch");
        this.step = step;
    }
}
