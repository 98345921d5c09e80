package io.tieout.sandbox.quickbooks;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Accounts, classes, locations, vendors and customers. They are never deleted, only made inactive [I]. */
final class ListRules implements EntityRules {
    private static final String INACTIVE_SUFFIX = " (deleted)";
    private static final int NAME_CHARS_MAX = 100;

    /** Written by the server; whatever a request says of them is overwritten. */
    private static final Set<String> SYSTEM = Set.of(
            "Id",
            "SyncToken",
            "MetaData",
            "domain",
            "sparse",
            "status",
            "FullyQualifiedName",
            "CurrentBalance",
            "CurrentBalanceWithSubAccounts",
            "Balance",
            "Classification");

    private final EntityType type;

    ListRules(EntityType type) {
        this.type = type;
    }

    @Override
    public ObjectNode complete(WriteContext context, ObjectNode input, Optional<Stored> before) {
        ObjectNode done = Json.object();
        input.fields().forEachRemaining(member -> {
            if (!SYSTEM.contains(member.getKey())) {
                done.set(member.getKey(), member.getValue());
            }
        });
        boolean active = input.path("Active").asBoolean(true);
        String name = name(context, input, before, active);
        done.put(type.nameMember(), name);
        done.put("Active", active);
        if (type == EntityType.ACCOUNT) {
            account(context, input, done);
        }
        done.put("FullyQualifiedName", parentName(context, input) + name);
        return done;
    }

    private String name(WriteContext context, ObjectNode input, Optional<Stored> before, boolean active) {
        String given = Json.string(input, type.nameMember());
        if (given.isBlank()) {
            throw QuickBooksFault.missing(type.nameMember());
        }
        context.checkLength(given, type == EntityType.VENDOR || type == EntityType.CUSTOMER ? 500 : NAME_CHARS_MAX);
        boolean wasActive = before.map(Stored::active).orElse(true);
        if (!active && wasActive) {
            return given + INACTIVE_SUFFIX; // [R]
        }
        if (active && !wasActive && given.endsWith(INACTIVE_SUFFIX)) {
            given = given.substring(0, given.length() - INACTIVE_SUFFIX.length()); // [K]
        }
        checkUnique(context, given, before);
        return given;
    }

    /** A display name is unique across vendors and customers; other names within their list [I]. */
    private void checkUnique(WriteContext context, String name, Optional<Stored> before) {
        long self = before.map(Stored::id).orElse(-1L);
        boolean person = type == EntityType.VENDOR || type == EntityType.CUSTOMER;
        Set<EntityType> lists = person ? Set.of(EntityType.VENDOR, EntityType.CUSTOMER) : Set.of(type);
        boolean taken = lists.stream()
                .flatMap(list -> context.books().store(list).withName(name).stream())
                .anyMatch(other -> other.id() != self);
        if (taken) {
            throw QuickBooksFault.duplicateName();
        }
    }

    private static void account(WriteContext context, ObjectNode input, ObjectNode done) {
        String word = Json.string(input, "AccountType");
        String subType = Json.string(input, "AccountSubType");
        if (word.isEmpty() && subType.isEmpty()) {
            throw QuickBooksFault.accountType();
        }
        AccountKind kind = word.isEmpty()
                ? AccountKind.ofSubType(subType)
                        .orElseThrow(() -> QuickBooksFault.badEnumeration("AccountSubType", subType))
                : AccountKind.of(word).orElseThrow(() -> QuickBooksFault.badEnumeration("AccountType", word));
        done.put("AccountType", kind.word());
        done.put("AccountSubType", subType.isEmpty() ? kind.usualSubType() : subType);
        done.put("Classification", kind.classification());
        done.put("SubAccount", !Json.reference(input, "ParentRef").isEmpty());
        if (!context.books().company().useAccountNumbers()) {
            done.remove("AcctNum"); // only with UseAccountNumbers [I]
        }
        String currency = context.books().company().homeCurrency();
        done.putObject("CurrencyRef")
                .put("value", currency)
                .put("name", currency.equals("USD") ? "United States Dollar" : currency);
    }

    private String parentName(WriteContext context, ObjectNode input) {
        String parent = Json.reference(input, "ParentRef");
        return parent.isEmpty() ? "" : context.facts(type, parent).fullName() + ":";
    }

    @Override
    public List<LedgerLine> post(ObjectNode entity) {
        return List.of();
    }
}
