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
    /** The run ended, with its outcome and figures. */
    RUN_CLOSED(11),

    /** A raw answer behind a snapshot: the hash stays when the bytes are purged. */
    ANSWER_STORED(20),
    /** A snapshot of one property, post month, basis and book, complete or unusable. */
    SNAPSHOT_TAKEN(21),
    /** Control totals and line sums of one account in a snapshot. */
    SNAPSHOT_TOTAL(22),
    /** A source id that a reading held more than once. */
    SOURCE_ID_REPEATED(23),
    /** Receivable and payable records of a property were read; their content by salted hash. */
    SUB_LEDGER_READ(24),
    /** What the source says of a property: name, open post months. */
    PROPERTY_SEEN(25),

    /** A source record seen for the first time, with its first version. */
    FACT_SEEN(30),
    /** A source record with new content. */
    FACT_VERSION(31),
    /** A known record was not in a complete snapshot of its scope, or came back unchanged. */
    FACT_ABSENCE(32),

    /** A plan was made: content hash, inputs hash, mapping version. */
    PLAN_MADE(40),

    /** A document is about to be posted: business key, marker, hashes of its bytes. */
    POSTING_INTENT(50),
    /** A line of that document. */
    POSTING_LINE(51),
    /** A call is about to be made. */
    POSTING_ATTEMPT(52),
    /** A document that the call carries. */
    ATTEMPT_ITEM(53),
    /** What the answer or the silence said of one document. */
    POSTING_OUTCOME(54),
    /** What a comparison or a search showed later. */
    POSTING_VERDICT(55),

    /** A source record was claimed by a document, or its claim released or reversed. */
    CLAIM(60),

    /** A mark is about to be sent to the source. */
    MARK_INTENT(70),
    /** What became of the mark. */
    MARK_OUTCOME(71),

    /** A source record waits, by a person or after a refusal, with the reason. */
    HOLD(80),
    /** A person released a hold. */
    RELEASE(81),
    /** A person left a source record out for good, with the reason. */
    EXCLUDE(82),

    /** A mapping version was published: hash, author, approver, reason. */
    MAPPING_PUBLISHED(90),

    /** A difference of opening balances was accepted. */
    OPENING_ACCEPTED(100),

    /** A connection was made, changed or ended. */
    CONNECTION_NOTED(110),
    /** A token was renewed, refused or expired; never the token itself. */
    TOKEN_NOTED(111),

    /** The heads were signed and handed to a witness. */
    HEADS_SIGNED(130),
    /** A text was erased on request: which, never what. */
    TEXT_ERASED(131);

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
