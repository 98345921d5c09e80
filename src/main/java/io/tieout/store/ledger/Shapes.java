package io.tieout.store.ledger;

import io.tieout.store.event.EventShape;
import io.tieout.store.event.EventShapes;
import java.util.List;

/** Every append-only row of the ledger. The order of columns is the order in which values are given. */
final class Shapes {

    private static final String ORG = "'org/' || org";
    private static final String COMPANY = "'company/' || target_company";

    static final Shape SNAPSHOT = Shape.of(EventShapes.SNAPSHOT, "snapshot", ORG);

    static final Shape SNAPSHOT_ANSWER =
            Shape.of(EventShapes.SNAPSHOT_ANSWER, "snapshot_answer", ofSnapshot("snapshot_answer"));

    static final Shape SNAPSHOT_TOTAL =
            Shape.of(EventShapes.SNAPSHOT_TOTAL, "snapshot_total", ofSnapshot("snapshot_total"));

    static final Shape SNAPSHOT_REPEATED_ID =
            Shape.of(EventShapes.SNAPSHOT_REPEATED_ID, "snapshot_repeated_id", ofSnapshot("snapshot_repeated_id"));

    static final Shape FACT_SEEN = Shape.joined(
            EventShapes.FACT_SEEN,
            "fact join fact_version on fact_version.fact_id = fact.fact_id and fact_version.version = 1"
                    + " and fact_version.seq = fact.seq",
            ORG,
            "fact.seq",
            "fact",
            List.of("fact_id", "org", "kind", "property", "basis", "book", "account", "source_id", "occurrence"),
            "fact_version",
            EventShapes.FACT_VERSION.columns().stream()
                    .map(EventShape.Column::name)
                    .toList());

    static final Shape FACT_VERSION =
            Shape.filtered(EventShapes.FACT_VERSION, "fact_version", ofFact("fact_version"), "and version > 1");

    static final Shape FACT_ABSENCE = Shape.of(EventShapes.FACT_ABSENCE, "fact_absence", ofFact("fact_absence"));

    static final Shape SUB_LEDGER = Shape.of(EventShapes.SUB_LEDGER, "sub_ledger", ORG);

    static final Shape PROPERTY_SEEN = Shape.of(EventShapes.PROPERTY_SEEN, "property_seen", ORG);

    static final Shape POSTING = Shape.of(EventShapes.POSTING, "posting", COMPANY);

    static final Shape POSTING_LINE = Shape.of(EventShapes.POSTING_LINE, "posting_line", ofPosting("posting_line"));

    static final Shape CLAIM = Shape.of(EventShapes.CLAIM, "claim", COMPANY);

    static final Shape ATTEMPT = Shape.of(EventShapes.ATTEMPT, "attempt", COMPANY);

    static final Shape ATTEMPT_ITEM = Shape.of(EventShapes.ATTEMPT_ITEM, "attempt_item", ofPosting("attempt_item"));

    static final Shape OUTCOME = Shape.of(EventShapes.OUTCOME, "outcome", ofPosting("outcome"));

    static final Shape VERDICT = Shape.of(EventShapes.VERDICT, "verdict", ofPosting("verdict"));

    static final Shape MARK_INTENT = Shape.of(EventShapes.MARK_INTENT, "mark_intent", ORG);

    static final Shape MARK_OUTCOME = Shape.of(EventShapes.MARK_OUTCOME, "mark_outcome", ORG);

    static final Shape HOLD = decision(EventShapes.HOLD);
    static final Shape RELEASE = decision(EventShapes.RELEASE);
    static final Shape EXCLUDE = decision(EventShapes.EXCLUDE);

    static final Shape OPENING_ACCEPTANCE = Shape.of(EventShapes.OPENING_ACCEPTANCE, "opening_acceptance", COMPANY);

    static final Shape PLAN_NOTE = Shape.of(EventShapes.PLAN_NOTE, "plan_note", COMPANY);

    static final Shape MAPPING_PUBLICATION = Shape.of(EventShapes.MAPPING_PUBLICATION, "mapping_publication", COMPANY);

    static final Shape RUN = Shape.of(EventShapes.RUN, "run", COMPANY);

    static final Shape RUN_END = Shape.of(
            EventShapes.RUN_END,
            "run_end",
            "(select 'company/' || r.target_company from run r where r.run_id = run_end.run_id)");

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

    private static Shape decision(EventShape event) {
        return Shape.filtered(
                event, "decision", COMPANY, "and kind = '" + event.kind().name() + "'");
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
