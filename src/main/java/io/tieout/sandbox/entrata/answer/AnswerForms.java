package io.tieout.sandbox.entrata.answer;

/**
 * Which written forms vary. Everything off is the documented form of each method, as in the worked examples.
 *
 * @param seed fixes every choice together with the number of the request
 * @param lists a list as array, or as a single object when it has one item (entrata-api.md 2.10)
 * @param mapsById a list as a map keyed by id (2.10)
 * @param ids an id as number or as text (2.10)
 * @param money any of the money forms of 2.9
 * @param dates any of the date and month forms of 2.8
 * @param flags any of the boolean forms of 2.10
 * @param empties an empty member as "", null, [], {} or left out (2.10)
 * @param attributes id and name in {@code @attributes} instead of plain (2.10)
 * @param wrapper the {@code response} wrapper present or missing (2.4)
 * @param codes {@code code} as number or text (2.4)
 * @param lostRequestIds the request id is not echoed (2.3)
 * @param errors an RPC error in either form, whatever the host (2.5)
 */
public record AnswerForms(
        long seed,
        boolean lists,
        boolean mapsById,
        boolean ids,
        boolean money,
        boolean dates,
        boolean flags,
        boolean empties,
        boolean attributes,
        boolean wrapper,
        boolean codes,
        boolean lostRequestIds,
        boolean errors) {

    /** The documented form of every member. */
    public static AnswerForms documented() {
        return new AnswerForms(0, false, false, false, false, false, false, false, false, false, false, false, false);
    }

    /** Every form at random, the same ones for the same seed. */
    public static AnswerForms unkind(long seed) {
        return new AnswerForms(seed, true, true, true, true, true, true, true, true, true, true, true, true);
    }
}
