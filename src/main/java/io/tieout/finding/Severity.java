package io.tieout.finding;

/** How much a finding stops. */
public enum Severity {
    /** The thing named is not done. Its neighbours are. */
    ERROR,
    /** Done, but a person should look. */
    WARNING,
    /** Worth knowing. */
    NOTE
}
