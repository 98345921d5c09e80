package io.tieout.wiring;

import io.tieout.finding.Category;
import io.tieout.finding.FindingCode;
import io.tieout.finding.Severity;

/** What can be wrong with the configuration and the machine. */
public enum SettingsCode implements FindingCode {
    NO_FILE("C101", Severity.ERROR, "no configuration file"),
    UNREADABLE("C102", Severity.ERROR, "configuration file cannot be read"),
    UNKNOWN_KEY("C103", Severity.ERROR, "unknown setting"),
    WRONG_VALUE("C104", Severity.ERROR, "wrong value of a setting"),
    MISSING("C105", Severity.ERROR, "setting is missing"),
    NO_CONNECTION("C106", Severity.ERROR, "connection is not configured"),
    NO_SECRET("C107", Severity.ERROR, "secret is not in the environment"),
    SANDBOX_IN_PRODUCTION("C109", Severity.ERROR, "sandbox and production must not meet"),
    KEY_IN_DATA_FOLDER("C110", Severity.ERROR, "signing key or witness lies in the data folder"),
    EXISTS("C112", Severity.ERROR, "exists already"),
    PORT_TAKEN("C113", Severity.ERROR, "port cannot be opened"),
    CANNOT_WRITE("C114", Severity.ERROR, "cannot write"),
    OPEN_TO_OTHERS("C115", Severity.WARNING, "others may use files of the ledger");

    private final String id;
    private final Severity severity;
    private final String title;

    SettingsCode(String id, Severity severity, String title) {
        this.id = id;
        this.severity = severity;
        this.title = title;
    }

    @Override
    public String id() {
        return id;
    }

    @Override
    public Category category() {
        return Category.CONFIG;
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
