package io.tieout.finding;

/**
 * A stable name for one kind of finding. Implemented by one enum per room; an id is never used for another meaning.
 *
 * <p>Ids are a letter for the room and a number: {@code M} mapping, {@code S} source, {@code F} facts, {@code P} plan and
 * posting, {@code T} target, {@code L} ledger and stores, {@code W} write-back, {@code X} tie-out, {@code C} configuration
 * and command. {@code docs/ERRORS.md} has a section for each; a spec holds it to the codes, and every code to a spec.
 */
public interface FindingCode {

    /** For example {@code M014}. */
    String id();

    Category category();

    Severity severity();

    /** One line in plain words, for example {@code account not mapped}. */
    String title();
}
