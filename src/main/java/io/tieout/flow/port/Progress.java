package io.tieout.flow.port;

/** Where long work says how far it is. Implementations must be quick and never throw. */
public interface Progress {

    /** A step begins; {@code total} is 0 when unknown. */
    void begin(String step, long total);

    /** {@code done} of the step's total is done. */
    void at(long done);

    /** A line worth reading in a log. */
    void note(String line);

    /** Whether a person asked to stop: long work ends at the next safe point. */
    default boolean stopRequested() {
        return false;
    }

    /** Says nothing. */
    Progress SILENT = new Progress() {
        @Override
        public void begin(String step, long total) {}

        @Override
        public void at(long done) {}

        @Override
        public void note(String line) {}
    };
}
