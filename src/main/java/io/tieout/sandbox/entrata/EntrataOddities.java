package io.tieout.sandbox.entrata;

import io.tieout.sandbox.entrata.answer.AnswerForms;

/**
 * Everything about the imitated Entrata that differs between tenants or is not public, as switches.
 *
 * @param forms written forms of answers
 * @param ledger behaviour of books, marks and journals
 * @param traffic paging and rate limits
 */
public record EntrataOddities(AnswerForms forms, LedgerHabits ledger, Traffic traffic) {

    /** A fixed mix close to the worked examples. */
    public static EntrataOddities defaults() {
        return new EntrataOddities(AnswerForms.documented(), LedgerHabits.usual(), Traffic.usual());
    }

    /** Every oddity on, the same ones for the same seed. Limits stay usual, or no read would finish. */
    public static EntrataOddities unkind(long seed) {
        return new EntrataOddities(AnswerForms.unkind(seed), LedgerHabits.unkind(), Traffic.usual());
    }

    public EntrataOddities with(AnswerForms other) {
        return new EntrataOddities(other, ledger, traffic);
    }

    public EntrataOddities with(LedgerHabits other) {
        return new EntrataOddities(forms, other, traffic);
    }

    public EntrataOddities with(Traffic other) {
        return new EntrataOddities(forms, ledger, other);
    }
}
