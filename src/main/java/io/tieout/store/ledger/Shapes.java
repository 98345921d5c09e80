package io.tieout.store.ledger;

import static io.tieout.store.ledger.Shape.bytes;
import static io.tieout.store.ledger.Shape.integer;
import static io.tieout.store.ledger.Shape.text;

import io.tieout.chain.EventKind;
import java.util.List;

/** Every append-only row of the ledger. The order of columns is the order in which values are given. */
final class Shapes {

    private static final String ORG = "'org/' || org";
    private static final String COMPANY = "'company/' || target_company";

    static final Shape SNAPSHOT = Shape.of(
            EventKind.SNAPSHOT_TAKEN,
            "snapshot",
            ORG,
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

    static final Shape SNAPSHOT_ANSWER = Shape.of(
            EventKind.ANSWER_STORED,
            "snapshot_answer",
            ofSnapshot("snapshot_answer"),
            integer("snapshot_no"),
            integer("position"),
            bytes("raw_sha256"));

    static final Shape SNAPSHOT_TOTAL = Shape.of(
            EventKind.SNAPSHOT_TOTAL,
            "snapshot_total",
            ofSnapshot("snapshot_total"),
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

    static final Shape SNAPSHOT_REPEATED_ID = Shape.of(
            EventKind.SOURCE_ID_REPEATED,
            "snapshot_repeated_id",
            ofSnapshot("snapshot_repeated_id"),
            integer("snapshot_no"),
            text("source_id"));

    private static final List<Shape.Column> VERSION_COLUMNS = List.of(
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

    /** A fact with its first version: fact_id, org, kind ... occurrence, then the version's columns after fact_id. */
    static final Shape FACT_SEEN = Shape.joined(
            EventKind.FACT_SEEN,
            "fact join fact_version on fact_version.fact_id = fact.fact_id and fact_version.version = 1"
                    + " and fact_version.seq = fact.seq",
            ORG,
            "fact.seq",
            List.of(
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
                    bytes("text_hash")),
            "fact",
            List.of("fact_id", "org", "kind", "property", "basis", "book", "account", "source_id", "occurrence"),
            "fact_version",
            VERSION_COLUMNS.stream().map(Shape.Column::name).toList());

    static final Shape FACT_VERSION = Shape.filtered(
            EventKind.FACT_VERSION,
            "fact_version",
            ofFact("fact_version"),
            "and version > 1",
            VERSION_COLUMNS.toArray(Shape.Column[]::new));

    static final Shape FACT_ABSENCE = Shape.of(
            EventKind.FACT_ABSENCE,
            "fact_absence",
            ofFact("fact_absence"),
            integer("fact_id"),
            integer("snapshot_no"),
            integer("absent"));

    static final Shape SUB_LEDGER = Shape.of(
            EventKind.SUB_LEDGER_READ,
            "sub_ledger",
            ORG,
            text("snapshot_id"),
            text("org"),
            text("property"),
            text("read_at"),
            integer("records_count"),
            bytes("body_hash"));

    static final Shape PROPERTY_SEEN = Shape.of(
            EventKind.PROPERTY_SEEN,
            "property_seen",
            ORG,
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

    static final Shape POSTING = Shape.of(
            EventKind.POSTING_INTENT,
            "posting",
            COMPANY,
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

    static final Shape POSTING_LINE = Shape.of(
            EventKind.POSTING_LINE,
            "posting_line",
            ofPosting("posting_line"),
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

    static final Shape CLAIM = Shape.of(
            EventKind.CLAIM,
            "claim",
            COMPANY,
            text("target_company"),
            integer("fact_id"),
            integer("ordinal"),
            integer("version"),
            text("posting_id"),
            integer("line_no"),
            text("act"),
            text("rule"),
            text("target_account_id"));

    static final Shape ATTEMPT = Shape.of(
            EventKind.POSTING_ATTEMPT,
            "attempt",
            COMPANY,
            text("attempt_id"),
            text("target_company"),
            text("request_key"),
            text("body_sha256"),
            text("resend_of"),
            integer("epoch"),
            text("attempted_at"));

    static final Shape ATTEMPT_ITEM = Shape.of(
            EventKind.ATTEMPT_ITEM,
            "attempt_item",
            ofPosting("attempt_item"),
            text("attempt_id"),
            integer("position"),
            text("posting_id"),
            text("item_id"));

    static final Shape OUTCOME = Shape.of(
            EventKind.POSTING_OUTCOME,
            "outcome",
            ofPosting("outcome"),
            text("attempt_id"),
            text("posting_id"),
            integer("outcome_no"),
            text("outcome"),
            text("state"),
            text("target_id"),
            text("version_token"),
            text("words"),
            text("correlation"));

    static final Shape VERDICT = Shape.of(
            EventKind.POSTING_VERDICT,
            "verdict",
            ofPosting("verdict"),
            text("posting_id"),
            integer("verdict_no"),
            text("state"),
            text("target_id"),
            text("evidence"));

    static final Shape MARK_INTENT = Shape.of(
            EventKind.MARK_INTENT,
            "mark_intent",
            ORG,
            text("mark_batch_id"),
            text("source_id"),
            text("org"),
            text("property"),
            text("basis"),
            text("book"),
            text("post_month"));

    static final Shape MARK_OUTCOME = Shape.of(
            EventKind.MARK_OUTCOME,
            "mark_outcome",
            ORG,
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

    static final Shape HOLD = decision(EventKind.HOLD);
    static final Shape RELEASE = decision(EventKind.RELEASE);
    static final Shape EXCLUDE = decision(EventKind.EXCLUDE);

    static final Shape OPENING_ACCEPTANCE = Shape.of(
            EventKind.OPENING_ACCEPTED,
            "opening_acceptance",
            COMPANY,
            integer("acceptance_no"),
            text("target_company"),
            text("property"),
            text("account"),
            integer("difference_minor"),
            text("accepted_by"),
            text("accepted_at"));

    static final Shape PLAN_NOTE = Shape.of(
            EventKind.PLAN_MADE,
            "plan_note",
            COMPANY,
            text("plan_id"),
            text("target_company"),
            text("content_hash"),
            text("inputs_hash"),
            text("mapping_hash"),
            text("made_at"));

    static final Shape MAPPING_PUBLICATION = Shape.of(
            EventKind.MAPPING_PUBLISHED,
            "mapping_publication",
            COMPANY,
            integer("publication_no"),
            text("target_company"),
            text("mapping_hash"),
            text("author"),
            text("approver"),
            text("reason"),
            text("published_at"));

    static final Shape RUN = Shape.of(
            EventKind.RUN_OPENED,
            "run",
            COMPANY,
            text("run_id"),
            text("target_company"),
            text("business_date"),
            text("kind"),
            integer("epoch"),
            text("started_at"));

    static final Shape RUN_END = Shape.of(
            EventKind.RUN_CLOSED,
            "run_end",
            "(select 'company/' || r.target_company from run r where r.run_id = run_end.run_id)",
            text("run_id"),
            text("outcome"),
            text("figures"),
            text("ended_at"));

    static final List<Shape> ALL = List.of(
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
            RUN_END);

    private Shapes() {}

    private static Shape decision(EventKind kind) {
        return Shape.filtered(
                kind,
                "decision",
                COMPANY,
                "and kind = '" + kind.name() + "'",
                integer("decision_no"),
                text("target_company"),
                integer("fact_id"),
                text("kind"),
                text("reason"),
                text("decided_by"),
                text("decided_at"));
    }

    private static String ofSnapshot(String table) {
        return "(select 'org/' || s.org from snapshot s where s.snapshot_no = " + table + ".snapshot_no)";
    }

    private static String ofFact(String table) {
        return "(select 'org/' || f.org from fact f where f.fact_id = " + table + ".fact_id)";
    }

    private static String ofPosting(String table) {
        return "(select 'company/' || p.target_company from posting p where p.posting_id = " + table + ".posting_id)";
    }
}
