package io.tieout.plan;

/**
 * An account of the target company.
 *
 * @param number empty text where the company keeps no numbers
 * @param vendorType the target's own word for its type, for messages
 * @param journalAllowed whether journal entries may touch it
 */
public record TargetAccount(
        String id,
        String number,
        String name,
        AccountClass accountClass,
        String vendorType,
        boolean active,
        boolean journalAllowed) {

    /** {@code 1010 Cash - Operating}, or the name alone. */
    public String label() {
        return number.isEmpty() ? name : number + " " + name;
    }
}
