package io.tieout.sandbox.quickbooks;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Optional;

/** What makes one kind of entity valid, how it is stored, and what it posts. */
interface EntityRules {

    /**
     * The entity as it will be stored, without Id, SyncToken and MetaData.
     *
     * @param input the body of a create or full update; for a sparse update already merged with what stood before
     * @throws QuickBooksFault for the first rule broken
     */
    ObjectNode complete(WriteContext context, ObjectNode input, Optional<Stored> before);

    /** What the completed entity posts; empty for lists. */
    List<LedgerLine> post(ObjectNode entity);

    static EntityRules of(EntityType type) {
        return switch (type) {
            case JOURNAL_ENTRY -> new JournalEntryRules();
            case BILL -> new PurchaseRules(EntityType.BILL);
            case VENDOR_CREDIT -> new PurchaseRules(EntityType.VENDOR_CREDIT);
            case BILL_PAYMENT -> new BillPaymentRules();
            case ACCOUNT, KLASS, DEPARTMENT, VENDOR, CUSTOMER -> new ListRules(type);
        };
    }

    /** Id in a reference member, 0 for none. */
    static long id(JsonNode node, String member) {
        String value = Json.reference(node, member);
        return value.isEmpty() ? 0 : Long.parseLong(value);
    }
}
