package io.tieout.sandbox.quickbooks;

/**
 * What transactions and reports need to know of a list entry.
 *
 * @param fullName name with the names of its parents, colon between
 * @param kind type of an account; meaningless for other lists
 * @param subType sub-type of an account, empty for other lists
 * @param number account number, empty for none
 */
record NameFacts(
        long id, String name, String fullName, boolean active, AccountKind kind, String subType, String number) {

    static NameFacts of(Stored entry) {
        var json = Json.stored(entry.json());
        return new NameFacts(
                entry.id(),
                entry.name(),
                Json.string(json, "FullyQualifiedName"),
                entry.active(),
                AccountKind.of(Json.string(json, "AccountType")).orElse(AccountKind.EXPENSE),
                Json.string(json, "AccountSubType"),
                Json.string(json, "AcctNum"));
    }

    boolean retainedEarnings() {
        return subType.equals("RetainedEarnings");
    }
}
