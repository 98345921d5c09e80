package io.tieout.mapping;

import io.tieout.finding.Category;
import io.tieout.finding.FindingCode;
import io.tieout.finding.Severity;

/** What can be wrong with a mapping: its file, its content, its fit to source and target, its publishing. */
public enum MappingCode implements FindingCode {
    // The file as YAML.
    NOT_YAML("M001", "file cannot be read as YAML"),
    TOO_LARGE("M002", "file is too large or nested too deeply"),
    YAML_FEATURE("M003", "YAML feature that mapping files do not use"),
    TAB("M004", "tab character"),
    KEY_TWICE("M005", "key given twice"),
    UNKNOWN_KEY("M006", "unknown key"),
    KEY_MISSING("M007", "key missing"),
    WRONG_KIND("M008", "wrong kind of value"),
    BAD_VALUE("M009", "value not understood"),
    FORMAT_VERSION("M010", "format version not supported"),
    RULE_ACTION("M011", "rule does not say one thing to do"),
    MONTHS_REVERSED("M012", "rule ends before it begins"),
    BAD_CODE("M013", "code not understood"),
    // The content.
    ACCOUNT_NOT_MAPPED("M014", Severity.WARNING, "account not mapped"),
    PROPERTY_TWICE("M015", "property listed twice"),
    TWO_BASES("M016", "two bases in one company"),
    FLOW_NOT_POSTED("M017", "flow mode not posted by this release"),
    DUPLICATE_RULE("M018", "two rules for the same lines"),
    SHADOWED_RULE("M019", Severity.WARNING, "rule never wins"),
    MONTHS_GAP("M020", Severity.WARNING, "months without a rule"),
    SUSPENSE_WITHOUT_EXPIRY("M021", "suspense without an expiry"),
    CUTOVER_MISSING("M022", "cutover missing"),
    CURRENCY_UNKNOWN("M023", "currency unknown"),
    // The fit to the target.
    TARGET_ACCOUNT_MISSING("M024", "target account missing"),
    TARGET_ACCOUNT_INACTIVE("M025", "target account inactive"),
    TARGET_ACCOUNT_CLOSED("M026", "target account closed to journal entries"),
    TARGET_ACCOUNT_AMBIGUOUS("M027", "several target accounts of that name"),
    DIMENSION_UNKNOWN("M028", "class or location unknown"),
    DIMENSION_MISSING("M029", Severity.WARNING, "property without class and location"),
    TRACKING_OFF("M030", "tracking switched off in the target"),
    OPENING_EQUITY_MISSING("M031", Severity.WARNING, "opening equity missing"),
    // The fit to the source.
    PROPERTY_UNKNOWN("M032", "property unknown to the source"),
    PROPERTY_NOT_MAPPED("M033", Severity.NOTE, "property of the source not mapped"),
    RULE_FOR_UNLISTED_PROPERTY("M034", Severity.WARNING, "rule for a property that is not listed"),
    RULE_WITHOUT_EFFECT("M035", Severity.NOTE, "rule takes effect only in the bill and sub-ledger modes"),
    CONTROL_ACCOUNT_CLASS("M036", "control account mapped to the wrong kind of account"),
    CODE_UNKNOWN("M037", Severity.WARNING, "code unknown to the source"),
    OTHER_COMPANY("M038", "connected company is not the bound one"),
    CURRENCY_DIFFERS("M039", "currency of the company does not fit"),
    // The folder and publishing.
    COMPANY_TWICE("M040", "two mapping files for one company"),
    NO_MAPPING("M041", "no mapping for this company"),
    SAME_PERSON("M042", "author and approver are the same person"),
    NOT_PUBLISHABLE("M043", "mapping with errors cannot be published"),
    PUBLISHED_DAMAGED("M044", Category.INVARIANT, Severity.ERROR, "published mapping differs from its evidence"),
    BINDING_CHANGED("M045", "binding differs from the published one"),
    RANGES_OVERLAP("M046", Severity.WARNING, "two ranges overlap"),
    TARGET_NOT_POSTED("M047", "target not posted to by this release"),
    FILE_UNREADABLE("M048", "mapping file cannot be read or written"),
    PERSON_MISSING("M049", "author, approver or reason missing");

    private final String id;
    private final Category category;
    private final Severity severity;
    private final String title;

    MappingCode(String id, String title) {
        this(id, Category.CONFIG, Severity.ERROR, title);
    }

    MappingCode(String id, Severity severity, String title) {
        this(id, Category.CONFIG, severity, title);
    }

    MappingCode(String id, Category category, Severity severity, String title) {
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
