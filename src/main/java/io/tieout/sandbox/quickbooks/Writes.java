package io.tieout.sandbox.quickbooks;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;

/** Create, update, delete and void: the life of an entity with its SyncToken and times. */
final class Writes {
    /** The person QuickBooks names in 5010. */
    private static final String OTHER_USER = "Dana Whitfield";

    /** What a POST asks for. */
    enum Operation {
        CREATE,
        UPDATE,
        DELETE,
        VOID
    }

    private final WriteContext context;
    private final Books books;

    Writes(WriteContext context) {
        this.context = context;
        this.books = context.books();
    }

    /**
     * Applies one write.
     *
     * @return the answer's member, for example {@code "JournalEntry":{...}}: the full stored entity [I]
     * @throws QuickBooksFault when refused; then nothing has changed
     */
    String write(EntityType type, Operation operation, ObjectNode body) {
        Schema.check(type, body);
        // A POST with an Id is an update, whether it says so or not [K].
        boolean update = operation == Operation.CREATE
                && !Json.string(body, "Id").isEmpty()
                && !Json.string(body, "SyncToken").isEmpty();
        return switch (update ? Operation.UPDATE : operation) {
            case CREATE -> create(type, body);
            case UPDATE -> update(type, body);
            case DELETE -> delete(type, body);
            case VOID -> voided(type, body);
        };
    }

    private String create(EntityType type, ObjectNode body) {
        EntityRules rules = EntityRules.of(type);
        ObjectNode done = rules.complete(context, body, Optional.empty());
        long id = type.transaction() ? books.takeTransactionId() : books.takeListId();
        return answer(store(rules, type, id, 0, done, now()));
    }

    /** Adds a list entry of the company's definition under its own id. */
    void seed(QuickBooksCompany.Seed seed) {
        ObjectNode body = Json.object().put(seed.type().nameMember(), seed.name());
        if (seed.type() == EntityType.ACCOUNT) {
            body.put("AccountType", seed.accountType()).put("AccountSubType", seed.accountSubType());
            if (!seed.number().isEmpty()) {
                body.put("AcctNum", seed.number());
            }
        }
        EntityRules rules = EntityRules.of(seed.type());
        store(rules, seed.type(), seed.id(), 0, rules.complete(context, body, Optional.empty()), now());
    }

    private String update(EntityType type, ObjectNode body) {
        if (type == EntityType.BILL_PAYMENT) {
            // Changing what a payment pays is beyond this sandbox; real ones permit it.
            throw QuickBooksFault.unsupported("Operation update is not supported; void or delete the payment.");
        }
        Stored before = current(type, body);
        ObjectNode input = body.path("sparse").asBoolean(false) ? merged(before, body) : body;
        EntityRules rules = EntityRules.of(type);
        ObjectNode done = rules.complete(context, input, Optional.of(before));
        return answer(store(rules, type, before.id(), before.syncToken() + 1, done, before.created()));
    }

    /** A sparse update keeps what it leaves out; a Line array still replaces all lines [K]. */
    private static ObjectNode merged(Stored before, ObjectNode body) {
        ObjectNode input = Json.stored(before.json());
        body.fields().forEachRemaining(member -> {
            if (!member.getValue().isNull()) {
                input.set(member.getKey(), member.getValue());
            }
        });
        return input;
    }

    private String delete(EntityType type, ObjectNode body) {
        if (!type.transaction()) {
            throw QuickBooksFault.unsupported("Operation delete is not supported.");
        }
        Stored before = current(type, body);
        context.checkOpen(before.date());
        ObjectNode json = Json.stored(before.json());
        if (type != EntityType.BILL_PAYMENT && !json.path("LinkedTxn").isEmpty()) {
            throw QuickBooksFault.business(
                    "You must unlink the payments of this transaction before deleting it"); // [I]
        }
        books.delete(before, now());
        books.noteOrigin(type, before.id(), context.request());
        settle(type, json, -1);
        // Recorded shape: nothing but these three members [R].
        ObjectNode gone =
                Json.object().put("domain", "QBO").put("status", "Deleted").put("Id", String.valueOf(before.id()));
        return before.wrapped(Json.text(gone));
    }

    /** Of the entities here only bill payments can be voided; journal entries and bills cannot [K]. */
    private String voided(EntityType type, ObjectNode body) {
        if (type != EntityType.BILL_PAYMENT) {
            throw QuickBooksFault.unsupported("Operation void is not supported.");
        }
        Stored before = current(type, body);
        context.checkOpen(before.date());
        ObjectNode json = Json.stored(before.json());
        settle(type, json, -1);
        String note = Json.string(json, "PrivateNote");
        json.put("PrivateNote", note.isEmpty() ? "Voided" : "Voided - " + note);
        json.set("TotalAmt", Amounts.number(0));
        json.putArray("Line");
        return answer(store(
                EntityRules.of(type),
                type,
                before.id(),
                before.syncToken() + 1,
                withoutSystem(json),
                before.created()));
    }

    /** The entity as it stands, provided that the caller has its newest SyncToken. */
    private Stored current(EntityType type, ObjectNode body) {
        String id = Json.string(body, "Id");
        if (id.isEmpty()) {
            throw QuickBooksFault.missing("Id");
        }
        if (!id.matches("\\d{1,18}")) {
            throw QuickBooksFault.badId(id);
        }
        Stored stored = books.store(type).get(Long.parseLong(id)).orElseThrow(QuickBooksFault::notFound);
        String token = Json.string(body, "SyncToken");
        if (token.isEmpty()) {
            throw QuickBooksFault.missing("SyncToken");
        }
        if (!token.equals(String.valueOf(stored.syncToken()))) {
            throw QuickBooksFault.stale(OTHER_USER);
        }
        return stored;
    }

    private Stored store(EntityRules rules, EntityType type, long id, int syncToken, ObjectNode done, Instant created) {
        ObjectNode entity = Json.object();
        entity.put("domain", "QBO").put("sparse", false);
        entity.put("Id", String.valueOf(id)).put("SyncToken", String.valueOf(syncToken));
        entity.putObject("MetaData")
                .put("CreateTime", Stamps.seconds(created))
                .put("LastUpdatedTime", Stamps.seconds(now()));
        entity.setAll(done);
        var stored = new Stored(
                type,
                id,
                syncToken,
                Json.text(entity),
                created,
                now(),
                Json.string(done, "DocNumber"),
                type.transaction() ? Stamps.date(Json.string(done, "TxnDate")) : LocalDate.EPOCH,
                type.transaction() ? "" : Json.string(done, type.nameMember()),
                type.transaction() || done.path("Active").asBoolean(true),
                rules.post(done));
        books.put(stored);
        if (type.transaction()) {
            books.noteOrigin(type, id, context.request());
        }
        if (syncToken == 0) {
            settle(type, done, 1, id);
        }
        return stored;
    }

    private String answer(Stored stored) {
        return stored.wrapped(Rendering.json(books, stored));
    }

    private void settle(EntityType type, ObjectNode payment, int sign) {
        settle(type, payment, sign, payment.path("Id").asLong());
    }

    /** A payment moves the Balance, the links and the SyncToken of what it pays [R]. */
    private void settle(EntityType type, ObjectNode payment, int sign, long paymentId) {
        if (type != EntityType.BILL_PAYMENT) {
            return;
        }
        String linkType = payment.has("CheckPayment") ? "BillPaymentCheck" : "BillPaymentCreditCard";
        for (JsonNode line : payment.path("Line")) {
            JsonNode link = line.path("LinkedTxn").path(0);
            EntityType target =
                    Json.string(link, "TxnType").equals("Bill") ? EntityType.BILL : EntityType.VENDOR_CREDIT;
            long cents = sign * Amounts.cents(line.path("Amount"));
            books.store(target)
                    .get(link.path("TxnId").asLong())
                    .ifPresent(document -> books.put(linked(document, cents, paymentId, linkType, sign)));
        }
    }

    private Stored linked(Stored document, long cents, long paymentId, String linkType, int sign) {
        ObjectNode json = Json.stored(document.json());
        json.set("Balance", Amounts.number(Amounts.cents(json.path("Balance")) - cents));
        ArrayNode links = json.withArray("LinkedTxn");
        if (sign > 0) {
            links.addObject().put("TxnId", String.valueOf(paymentId)).put("TxnType", linkType);
        } else {
            for (int i = links.size() - 1; i >= 0; i--) {
                if (links.path(i).path("TxnId").asLong() == paymentId) {
                    links.remove(i);
                }
            }
        }
        int token = document.syncToken() + 1;
        json.put("SyncToken", String.valueOf(token));
        ((ObjectNode) json.path("MetaData")).put("LastUpdatedTime", Stamps.seconds(now()));
        return new Stored(
                document.type(),
                document.id(),
                token,
                Json.text(json),
                document.created(),
                now(),
                document.docNumber(),
                document.date(),
                document.name(),
                true,
                document.lines());
    }

    private static ObjectNode withoutSystem(ObjectNode entity) {
        return entity.deepCopy().without(List.of("Id", "SyncToken", "MetaData", "domain", "sparse"));
    }

    /** Stamps carry whole seconds, so the books do too. */
    private Instant now() {
        return context.now().truncatedTo(ChronoUnit.SECONDS);
    }
}
