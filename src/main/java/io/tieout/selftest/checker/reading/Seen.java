package io.tieout.selftest.checker.reading;

import io.tieout.selftest.checker.Document;
import io.tieout.selftest.checker.Request;

/** Something that was seen from the outside, with what places it in time. */
final class Seen {

    /** A request and when it arrived by the machine's clock: the ledger's commits are stamped by the same one. */
    record Arrival(Request request, long receivedMicros) {}

    /**
     * A document and the newest request at the time it was made.
     *
     * @param after 0 when it was there before the first request
     */
    record Made(Document document, long after) {}

    private Seen() {}
}
