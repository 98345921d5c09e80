package io.tieout.selftest.checker;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A document as the ledger plans and follows it. */
final class Posting {

    /** A planned line; {@code no} counts from 1. */
    record Line(long no, Document.Line content) {}

    /** A source line that the document claims: the planned line it stands on, and the version that is posted. */
    record Claim(Fact fact, long version, long lineNo) {
        Fact.Version content() {
            return fact.version(version);
        }
    }

    /** A call it was part of, with what was said of it; the class is empty as long as nothing was. */
    static final class Send {
        final Attempt attempt;
        final String itemId;
        final Looks looksBefore;
        String outcome = "";
        boolean provenAbsent;

        Send(Attempt attempt, String itemId, Looks looksBefore) {
            this.attempt = attempt;
            this.itemId = itemId;
            this.looksBefore = looksBefore;
        }
    }

    final String id;
    final String company;
    final String marker;
    final String org;
    final String property;
    final String basis;
    final String book;
    final String month;
    final String purpose;
    /** Business key without its revision. */
    final String baseKey;

    final long revision;
    final String date;
    final String currency;
    final long totalMinor;
    final long linesCount;
    final long claimsCount;
    final List<Line> lines = new ArrayList<>();
    final List<Claim> claims = new ArrayList<>();
    final List<Send> sends = new ArrayList<>(1);

    String state = Edges.INTENT;
    boolean planChecked;
    boolean doubted;
    boolean quarantined;
    long examinedStep;
    String itemSha256 = "";
    /** Hash of its bytes as first seen in a request. */
    String sentSha256 = "";
    /** Answered searches by its number so far, and how many of the last ones in a row found nothing. */
    int looks;

    int emptyLooks;
    /** A call under an older epoch arrived after the lease had passed on: it must end in a verdict. */
    @Nullable Request lateOnTheWire;

    Posting(LedgerEvent intent) {
        this.id = intent.text("posting_id");
        this.company = intent.text("target_company");
        this.marker = intent.text("marker");
        this.org = intent.text("org");
        this.property = intent.text("property");
        this.basis = intent.text("basis");
        this.book = intent.text("book");
        this.month = intent.text("post_month");
        this.purpose = intent.text("purpose");
        this.baseKey = String.join(
                "|",
                company,
                intent.text("environment"),
                org,
                property,
                basis,
                book,
                month,
                purpose,
                intent.text("key_group"),
                Long.toString(intent.number("sequence")),
                Long.toString(intent.number("part")));
        this.revision = intent.number("revision");
        this.date = intent.text("document_date");
        this.currency = intent.text("currency");
        this.totalMinor = intent.number("total_minor");
        this.linesCount = intent.number("lines_count");
        this.claimsCount = intent.number("claims_count");
    }

    boolean mayHaveLeft() {
        return !sends.isEmpty();
    }

    @Nullable Send lastSend() {
        return sends.isEmpty() ? null : sends.get(sends.size() - 1);
    }

    String scope() {
        return String.join("|", org, property, basis, book, month);
    }

    String place() {
        return "posting " + id + " (" + marker + ", property " + property + ", " + month + ", " + company + ")";
    }
}
