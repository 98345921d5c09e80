package io.tieout.selftest.checker;

import java.util.ArrayList;
import java.util.List;

/** A source line or an opening balance as the ledger knows it. */
final class Fact {

    /** Content of one version, as read. */
    record Version(long number, String postMonth, String postDate, long debitMinor, long creditMinor) {
        long signedMinor() {
            return debitMinor - creditMinor;
        }
    }

    final long id;
    final String org;
    final String kind;
    final String property;
    final String basis;
    final String book;
    final String account;
    final String sourceId;
    private final List<Version> versions = new ArrayList<>(1);
    private boolean present = true;

    Fact(LedgerEvent seen) {
        this.id = seen.number("fact_id");
        this.org = seen.text("org");
        this.kind = seen.text("kind");
        this.property = seen.text("property");
        this.basis = seen.text("basis");
        this.book = seen.text("book");
        this.account = seen.text("account");
        this.sourceId = seen.text("source_id");
        add(seen);
    }

    void add(LedgerEvent event) {
        versions.add(new Version(
                event.number("version"),
                event.text("post_month"),
                event.text("post_date"),
                event.number("debit_minor"),
                event.number("credit_minor")));
        present = true;
    }

    boolean isOpening() {
        return kind.equals("opening");
    }

    boolean isPresent() {
        return present;
    }

    void present(boolean now) {
        present = now;
    }

    Version current() {
        return versions.get(versions.size() - 1);
    }

    /** A version by its number; the current one when there is none of that number. */
    Version version(long number) {
        return number >= 1 && number <= versions.size() ? versions.get((int) number - 1) : current();
    }

    boolean hasVersion(long number) {
        return number >= 1 && number <= versions.size();
    }

    /** Everything that decides which source line it is, but for its month: those of one id may be several. */
    String name() {
        return String.join("|", org, property, basis, book, account, sourceId);
    }

    String scope(String month) {
        return String.join("|", org, property, basis, book, month);
    }

    String place() {
        return "line " + id + " (" + (isOpening() ? "" : "id ") + sourceId + ", account " + account + ", property "
                + property + ", " + basis + " " + current().postMonth() + ")";
    }
}
