package io.tieout.source.answer;

import io.tieout.finding.Category;
import io.tieout.finding.FindingCode;
import io.tieout.finding.Severity;

/** What can go wrong between the source system and us. */
public enum SourceCode implements FindingCode {
    UNREACHABLE("S001", Category.OUTSIDE, Severity.ERROR, "source not reached"),
    KEY_REFUSED("S002", Category.OUTSIDE, Severity.ERROR, "source refused the credentials"),
    CALL_REFUSED("S003", Category.OUTSIDE, Severity.ERROR, "source refused the call"),
    SOURCE_FAILED("S004", Category.OUTSIDE, Severity.ERROR, "source failed"),
    TOO_LATE("S005", Category.OUTSIDE, Severity.ERROR, "no whole answer in time"),
    UNREADABLE("S006", Category.OUTSIDE, Severity.ERROR, "answer cannot be read"),
    WRONG_SHAPE("S007", Category.OUTSIDE, Severity.ERROR, "answer has not the documented shape"),
    OTHER_REQUEST("S008", Category.OUTSIDE, Severity.ERROR, "answer belongs to another request"),
    LIMIT_REACHED("S009", Category.OUTSIDE, Severity.ERROR, "call limit reached"),
    PAGES_UNSTABLE("S010", Category.OUTSIDE, Severity.ERROR, "pages changed while they were read"),

    SETTINGS_WRONG("S020", Category.CONFIG, Severity.ERROR, "source settings are wrong"),
    ORGANISATION_NOT_REACHED("S021", Category.CONFIG, Severity.ERROR, "credentials do not reach the organisation"),
    REACH_NOT_LISTED("S022", Category.CONFIG, Severity.NOTE, "source does not list what the credentials reach"),
    TREE_NOT_FOUND("S023", Category.CONFIG, Severity.ERROR, "GL tree is not in the source"),

    BAD_AMOUNT("S030", Category.SOURCE_DATA, Severity.ERROR, "amount is not in a documented form"),
    BAD_DATE("S031", Category.SOURCE_DATA, Severity.ERROR, "date is not in a documented form"),
    BAD_MONTH("S032", Category.SOURCE_DATA, Severity.ERROR, "post month is not in a documented form"),
    BAD_FLAG("S033", Category.SOURCE_DATA, Severity.ERROR, "flag is not in a documented form"),
    BAD_ID("S034", Category.SOURCE_DATA, Severity.ERROR, "id is not usable"),
    MEMBER_MISSING("S035", Category.SOURCE_DATA, Severity.ERROR, "member is missing"),
    BAD_MEMBER("S036", Category.SOURCE_DATA, Severity.ERROR, "member has not the documented shape"),

    PROPERTY_NOT_ANSWERED("S040", Category.SOURCE_DATA, Severity.ERROR, "answer lacks the property"),
    OTHER_PROPERTY("S041", Category.SOURCE_DATA, Severity.ERROR, "answer holds a property that was not asked for"),
    OTHER_BASIS("S042", Category.SOURCE_DATA, Severity.ERROR, "answer is of another basis"),
    OUTSIDE_MONTH("S043", Category.SOURCE_DATA, Severity.ERROR, "line lies outside the post month asked for"),
    ACCOUNT_TWICE("S044", Category.SOURCE_DATA, Severity.ERROR, "account stands twice in one answer"),
    RECORD_TWICE("S045", Category.SOURCE_DATA, Severity.ERROR, "record stands twice with different content"),
    OTHER_CURRENCY("S046", Category.SOURCE_DATA, Severity.ERROR, "amount is in another currency"),
    NO_ACCOUNTS("S047", Category.SOURCE_DATA, Severity.ERROR, "property answers without any account"),

    INVOICE_UNPLACED("S050", Category.SOURCE_DATA, Severity.ERROR, "invoice line has no account or property"),
    INVOICE_SUM_DIFFERS("S051", Category.SOURCE_DATA, Severity.ERROR, "invoice does not add up"),
    INVOICES_UNPOSTED("S052", Category.SOURCE_DATA, Severity.NOTE, "unposted invoices left out"),
    PAYMENT_UNPLACED("S053", Category.SOURCE_DATA, Severity.WARNING, "payment cannot be given to one property"),

    ANSWER_NOT_SAVED("S060", Category.OUTSIDE, Severity.ERROR, "no saved answer"),
    SAVED_ANSWER_BAD("S061", Category.CONFIG, Severity.ERROR, "saved answer cannot be used");

    private final String id;
    private final Category category;
    private final Severity severity;
    private final String title;

    SourceCode(String id, Category category, Severity severity, String title) {
        this.id = id;
        this.category = category;
        this.severity = severity;
        this.title = title;
    }

    @Override
    public String id() {
        return id;
    }

    @Override
    public Category category() {
        return category;
    }

    @Override
    public Severity severity() {
        return severity;
    }

    @Override
    public String title() {
        return title;
    }
}
