package io.tieout.chain;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/**
 * What an event says. The code stands in the chain for ever: a code is never re-used and never changes its meaning; a
 * changed payload gets a new version number beside the same code.
 */
public enum EventKind {
    /** First event of a stream: environment, installation, stream name. */
    GENESIS(1),

    /** A run of one company and business date began. */
    RUN_OPENED(10),
    /** The run ended, with its exit code and counts. */
    RUN_CLOSED(11),

    /** An answer of the source was stored: call, hash of the raw bytes, size. */
    ANSWER_STORED(20),
    /** A snapshot of one property, post month, basis and book, complete or unusable. */
    SNAPSHOT_TAKEN(21),
    /** Control totals of one account in a snapshot. */
    SNAPSHOT_TOTAL(22),
    /** The property's own state as the source tells it (open post months, name hash). */
    PROPERTY_SEEN(23),

    /** A source record seen for the first time. */
    FACT_SEEN(30),
    /** A source record with new content. */
    FACT_VERSION(31),
    /** A known source record was not in a complete snapshot that should hold it. */
    FACT_ABSENT(32),
    /** An absent source record came back unchanged. */
    FACT_RETURNED(33),
    /** The text (reference, memo) of a source record was erased on request. */
    FACT_TEXT_ERASED(34),
    /** A record of a sub-ledger or of reference data, held by hash. */
    RECORD_SEEN(35),

    /** A plan was made: content hash, inputs hash, totals. */
    PLAN_MADE(40),
    /** A plan was approved by a person or by policy. */
    PLAN_APPROVED(41),
    /** A plan was applied. */
    PLAN_APPLIED(42),
    /** A plan was refused, superseded or pruned. */
    PLAN_ENDED(43),

    /** A document is about to be posted: bytes hash, key, marker, mapping version. */
    POSTING_INTENT(50),
    /** The stored bytes are about to be sent. */
    POSTING_ATTEMPT(51),
    /** What the answer, the silence or the look-up said. */
    POSTING_OUTCOME(52),
    /** A later pass re-read the document and compared it with the plan. */
    POSTING_CHECKED(53),
    /** A person changed the state of a posting by an approved act. */
    POSTING_DECIDED(54),
    /** A line of a posting, as planned. */
    POSTING_LINE(55),

    /** A source record was claimed, or its claim released. */
    CLAIM(60),

    /** A mark is about to be sent to the source. */
    MARK_INTENT(70),
    /** What became of the mark. */
    MARK_OUTCOME(71),

    /** Something is held, by a rule or a person, with a reason. */
    HOLD(80),
    /** A hold was released by a person. */
    RELEASE(81),
    /** Something is left out for good, by a rule or a person, with a reason. */
    EXCLUDE(82),

    /** A mapping version was published: hash, author, approver, reason. */
    MAPPING_PUBLISHED(90),

    /** Opening balances were posted or the difference accepted. */
    OPENING_ACCEPTED(100),

    /** A connection was made, changed or ended. */
    CONNECTION_NOTED(110),
    /** A token was renewed, refused or expired; never the token itself. */
    TOKEN_NOTED(111),

    /** A tie-out was made: identity results and differences. */
    TIED_OUT(120),
    /** A month was signed off. */
    SIGNED_OFF(121),
    /** Something drifted after it had been found right. */
    DRIFT_FOUND(122),

    /** The heads were signed and handed to a witness. */
    HEADS_SIGNED(130),
    /** The program, schema or settings changed. */
    INSTALLATION_NOTED(131);

    private static final Map<Integer, EventKind> BY_CODE = byCode();

    private final int code;

    EventKind(int code) {
        this.code = code;
    }

    /** The number in the frame, 1 to 65535. */
    public int code() {
        return code;
    }

    /** The kind of a code; empty for a code of a newer program, which still verifies. */
    public static Optional<EventKind> ofCode(int code) {
        return Optional.ofNullable(BY_CODE.get(code));
    }

    private static Map<Integer, EventKind> byCode() {
        var kinds = new HashMap<Integer, EventKind>();
        for (EventKind kind : values()) {
            var earlier = kinds.put(kind.code, kind);
            if (earlier != null || kind.code < 1 || kind.code > 0xffff) {
                throw new IllegalStateException("code " + kind.code + " of " + kind + " is taken or out of range");
            }
        }
        return Map.copyOf(kinds);
    }
}
