package io.tieout.sandbox.quickbooks;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** The entities this sandbox keeps. */
enum EntityType {
    JOURNAL_ENTRY("JournalEntry", true, "Journal Entry", "Transactions"),
    BILL("Bill", true, "Bill", "Transactions"),
    VENDOR_CREDIT("VendorCredit", true, "Vendor Credit", "Transactions"),
    BILL_PAYMENT("BillPayment", true, "Bill Payment (Check)", "Transactions"),
    ACCOUNT("Account", false, "", "Accounts"),
    KLASS("Class", false, "", "Klasses"),
    DEPARTMENT("Department", false, "", "Depts"),
    VENDOR("Vendor", false, "", "Names"),
    CUSTOMER("Customer", false, "", "Names");

    private final String word;
    private final boolean transaction;
    private final String reportWord;
    private final String kind;

    EntityType(String word, boolean transaction, String reportWord, String kind) {
        this.word = word;
        this.transaction = transaction;
        this.reportWord = reportWord;
        this.kind = kind;
    }

    /** Name in JSON and queries. */
    String word() {
        return word;
    }

    /** Path segment: the name in lower case [I]. */
    String resource() {
        return word.toLowerCase(Locale.ROOT);
    }

    /** Whether it posts to the ledger; otherwise it is a name list with an {@code Active} flag. */
    boolean transaction() {
        return transaction;
    }

    /** Name in the transaction type column of reports. */
    String reportWord() {
        return reportWord;
    }

    /** Name in the text of fault 2500. */
    String kind() {
        return kind;
    }

    /** Member that holds the name of a list entry: people have a DisplayName, lists a Name. */
    String nameMember() {
        return this == VENDOR || this == CUSTOMER ? "DisplayName" : "Name";
    }

    static Optional<EntityType> ofWord(String word) {
        return Arrays.stream(values())
                .filter(type -> type.word.equalsIgnoreCase(word))
                .findFirst();
    }

    static Optional<EntityType> ofResource(String resource) {
        return Arrays.stream(values())
                .filter(type -> type.resource().equals(resource))
                .findFirst();
    }
}
