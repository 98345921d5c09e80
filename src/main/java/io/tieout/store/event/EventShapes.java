package io.tieout.store.event;

import static io.tieout.store.event.EventShape.bytes;
import static io.tieout.store.event.EventShape.integer;
import static io.tieout.store.event.EventShape.text;

import io.tieout.chain.EventKind;
import java.util.List;

/** Every event that says what was stored, in the words of {@code docs/export-format.md}. */
public final class EventShapes {

    public static final EventShape SNAPSHOT = EventShape.of(
            EventKind.SNAPSHOT_TAKEN,
            integer("snapshot_no"),
            text("snapshot_id"),
            text("org"),
            text("property"),
            text("basis"),
            text("book"),
            text("post_month"),
            integer("scope_no"),
            integer("complete"),
            text("read_at"),
            text("finding_codes"),
            integer("lines_count"),
            integer("debit_minor"),
            integer("credit_minor"));

    public static final EventShape SNAPSHOT_ANSWER =
            EventShape.of(EventKind.ANSWER_STORED, integer("snapshot_no"), integer("position"), bytes("raw_sha256"));

    public static final EventShape SNAPSHOT_TOTAL = EventShape.of(
            EventKind.SNAPSHOT_TOTAL,
            integer("snapshot_no"),
            text("account"),
            text("account_number"),
            text("account_name"),
            integer("opening_minor"),
            integer("debit_opening_minor"),
            integer("credit_opening_minor"),
            integer("debit_closing_minor"),
            integer("credit_closing_minor"),
            integer("net_change_minor"),
            integer("closing_minor"),
            integer("line_debit_minor"),
            integer("line_credit_minor"),
            integer("lines_count"));

    public static final EventShape SNAPSHOT_REPEATED_ID =
            EventShape.of(EventKind.SOURCE_ID_REPEATED, integer("snapshot_no"), text("source_id"));

    /** A fact with its first version. */
    public static final EventShape FACT_SEEN = EventShape.of(
            EventKind.FACT_SEEN,
            integer("fact_id"),
            text("org"),
            text("kind"),
            text("property"),
            text("basis"),
            text("book"),
            text("account"),
            text("source_id"),
            integer("occurrence"),
            integer("version"),
            integer("snapshot_no"),
            bytes("fingerprint"),
            text("account_number"),
            text("transaction_type"),
            text("post_month"),
            text("post_date"),
            text("transaction_date"),
            integer("debit_minor"),
            integer("credit_minor"),
            text("currency"),
            bytes("text_hash"));

    public static final EventShape FACT_VERSION = EventShape.of(
            EventKind.FACT_VERSION,
            integer("fact_id"),
            integer("version"),
            integer("snapshot_no"),
            bytes("fingerprint"),
            text("account_number"),
            text("transaction_type"),
            text("post_month"),
            text("post_date"),
            text("transaction_date"),
            integer("debit_minor"),
            integer("credit_minor"),
            text("currency"),
            bytes("text_hash"));

    public static final EventShape FACT_ABSENCE =
            EventShape.of(EventKind.FACT_ABSENCE, integer("fact_id"), integer("snapshot_no"), integer("absent"));

    public static final EventShape SUB_LEDGER = EventShape.of(
            EventKind.SUB_LEDGER_READ,
            text("snapshot_id"),
            text("org"),
            text("property"),
            text("read_at"),
            integer("records_count"),
            bytes("body_hash"));

    public static final EventShape PROPERTY_SEEN = EventShape.of(
            EventKind.PROPERTY_SEEN,
            integer("property_no"),
            text("org"),
            text("property"),
            text("name"),
            text("lookup_code"),
            integer("disabled"),
            text("ar_post_month"),
            text("ap_post_month"),
            text("gl_post_month"),
            text("seen_at"));

    public static final EventShape POSTING = EventShape.of(
            EventKind.POSTING_INTENT,
            text("posting_id"),
            text("environment"),
            text("org"),
            text("target_company"),
            text("property"),
            text("basis"),
            text("book"),
            text("post_month"),
            text("purpose"),
            text("key_group"),
            integer("sequence"),
            integer("part"),
            integer("revision"),
            text("marker"),
            text("plan_id"),
            text("mapping_hash"),
            text("document_hash"),
            text("document_date"),
            text("currency"),
            integer("total_minor"),
            integer("lines_count"),
            integer("claims_count"),
            bytes("bytes_hash"),
            bytes("text_hash"),
            text("intent_at"));

    public static final EventShape POSTING_LINE = EventShape.of(
            EventKind.POSTING_LINE,
            text("posting_id"),
            integer("line_no"),
            text("account_id"),
            text("account_number"),
            text("account_name"),
            text("account_class"),
            text("vendor_type"),
            text("side"),
            integer("amount_minor"),
            text("class_id"),
            text("class_name"),
            text("location_id"),
            text("location_name"));

    public static final EventShape CLAIM = EventShape.of(
            EventKind.CLAIM,
            text("target_company"),
            integer("fact_id"),
            integer("ordinal"),
            integer("version"),
            text("posting_id"),
            integer("line_no"),
            text("act"),
            text("rule"),
            text("target_account_id"));

    public static final EventShape ATTEMPT = EventShape.of(
            EventKind.POSTING_ATTEMPT,
            text("attempt_id"),
            text("target_company"),
            text("request_key"),
            text("body_sha256"),
            text("resend_of"),
            integer("epoch"),
            text("attempted_at"));

    public static final EventShape ATTEMPT_ITEM = EventShape.of(
            EventKind.ATTEMPT_ITEM, text("attempt_id"), integer("position"), text("posting_id"), text("item_id"));

    public static final EventShape OUTCOME = EventShape.of(
            EventKind.POSTING_OUTCOME,
            text("attempt_id"),
            text("posting_id"),
            integer("outcome_no"),
            text("outcome"),
            text("state"),
            text("target_id"),
            text("version_token"),
            text("words"),
            text("correlation"));

    public static final EventShape VERDICT = EventShape.of(
            EventKind.POSTING_VERDICT,
            text("posting_id"),
            integer("verdict_no"),
            text("state"),
            text("target_id"),
            text("evidence"));

    public static final EventShape MARK_INTENT = EventShape.of(
            EventKind.MARK_INTENT,
            text("mark_batch_id"),
            text("source_id"),
            text("org"),
            text("property"),
            text("basis"),
            text("book"),
            text("post_month"));

    public static final EventShape MARK_OUTCOME = EventShape.of(
            EventKind.MARK_OUTCOME,
            text("mark_batch_id"),
            text("source_id"),
            integer("outcome_no"),
            text("org"),
            text("property"),
            text("basis"),
            text("book"),
            text("post_month"),
            text("state"),
            text("words"));

    public static final EventShape HOLD = decision(EventKind.HOLD);
    public static final EventShape RELEASE = decision(EventKind.RELEASE);
    public static final EventShape EXCLUDE = decision(EventKind.EXCLUDE);

    public static final EventShape OPENING_ACCEPTANCE = EventShape.of(
            EventKind.OPENING_ACCEPTED,
            integer("acceptance_no"),
            text("target_company"),
            text("property"),
            text("account"),
            integer("difference_minor"),
            text("accepted_by"),
            text("accepted_at"));

    public static final EventShape PLAN_NOTE = EventShape.of(
            EventKind.PLAN_MADE,
            text("plan_id"),
            text("target_company"),
            text("content_hash"),
            text("inputs_hash"),
            text("mapping_hash"),
            text("made_at"));

    public static final EventShape MAPPING_PUBLICATION = EventShape.of(
            EventKind.MAPPING_PUBLISHED,
            integer("publication_no"),
            text("target_company"),
            text("mapping_hash"),
            text("author"),
            text("approver"),
            text("reason"),
            text("published_at"));

    public static final EventShape RUN = EventShape.of(
            EventKind.RUN_OPENED,
            text("run_id"),
            text("target_company"),
            text("business_date"),
            text("kind"),
            integer("epoch"),
            text("started_at"));

    public static final EventShape RUN_END =
            EventShape.of(EventKind.RUN_CLOSED, text("run_id"), text("outcome"), text("figures"), text("ended_at"));

    /** The heads were signed; how many, and the hash of the signed text. */
    public static final EventShape HEADS_SIGNED =
            EventShape.of(EventKind.HEADS_SIGNED, integer("streams"), bytes("text_sha256"));

    static final List<EventShape> ALL = List.of(
            SNAPSHOT,
            SNAPSHOT_ANSWER,
            SNAPSHOT_TOTAL,
            SNAPSHOT_REPEATED_ID,
            FACT_SEEN,
            FACT_VERSION,
            FACT_ABSENCE,
            SUB_LEDGER,
            PROPERTY_SEEN,
            POSTING,
            POSTING_LINE,
            CLAIM,
            ATTEMPT,
            ATTEMPT_ITEM,
            OUTCOME,
            VERDICT,
            MARK_INTENT,
            MARK_OUTCOME,
            HOLD,
            RELEASE,
            EXCLUDE,
            OPENING_ACCEPTANCE,
            PLAN_NOTE,
            MAPPING_PUBLICATION,
            RUN,
            RUN_END,
            HEADS_SIGNED);

    private EventShapes() {}

    private static EventShape decision(EventKind kind) {
        return EventShape.of(
                kind,
                integer("decision_no"),
                text("target_company"),
                integer("fact_id"),
                text("kind"),
                text("reason"),
                text("decided_by"),
                text("decided_at"));
    }
}
