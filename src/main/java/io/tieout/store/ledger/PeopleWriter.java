package io.tieout.store.ledger;

import io.tieout.mapping.CompanyKey;
import io.tieout.plan.Decision;
import io.tieout.store.event.LedgerIdentity;
import io.tieout.store.event.Refusals;
import io.tieout.store.event.Texts;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Writes what people decided, and the plans and mappings as they were, inside the writer's transaction. */
final class PeopleWriter {

    private final LedgerTransaction transaction;

    PeopleWriter(LedgerTransaction transaction) {
        this.transaction = transaction;
    }

    void decisions(CompanyKey company, List<Decision> decisions) throws SQLException {
        var ids = new ClaimWriter(transaction)
                .factIds(decisions.stream().map(Decision::key).toList());
        for (var decision : decisions) {
            Long factId = ids.get(decision.key());
            if (factId == null) {
                throw Refusals.noSuchLine(decision.key());
            }
            var shape = switch (decision.kind()) {
                case HOLD -> Shapes.HOLD;
                case RELEASE -> Shapes.RELEASE;
                case EXCLUDE -> Shapes.EXCLUDE;
            };
            transaction.record(
                    LedgerIdentity.company(company.value()),
                    shape,
                    transaction.next("decision", "decision_no"),
                    company.value(),
                    factId,
                    decision.kind().name(),
                    Texts.capped(decision.reason()),
                    decision.by(),
                    transaction.now());
        }
    }

    void openingAccepted(CompanyKey company, String property, Map<String, Long> differences, String by)
            throws SQLException {
        long number = transaction.next("opening_acceptance", "acceptance_no");
        for (var difference : new TreeMap<>(differences).entrySet()) {
            transaction.record(
                    LedgerIdentity.company(company.value()),
                    Shapes.OPENING_ACCEPTANCE,
                    number,
                    company.value(),
                    property,
                    difference.getKey(),
                    difference.getValue(),
                    by,
                    transaction.now());
        }
    }

    void plan(String planId, CompanyKey company, String contentHash, String inputsHash, String mappingHash)
            throws SQLException {
        transaction.record(
                LedgerIdentity.company(company.value()),
                Shapes.PLAN_NOTE,
                planId,
                company.value(),
                contentHash,
                inputsHash,
                mappingHash,
                transaction.now());
    }

    void mappingPublished(CompanyKey company, String hash, String author, String approver, String reason)
            throws SQLException {
        transaction.record(
                LedgerIdentity.company(company.value()),
                Shapes.MAPPING_PUBLICATION,
                transaction.next("mapping_publication", "publication_no"),
                company.value(),
                hash,
                author,
                approver,
                Texts.capped(reason),
                transaction.now());
    }
}
