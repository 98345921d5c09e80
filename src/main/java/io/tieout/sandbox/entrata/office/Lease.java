package io.tieout.sandbox.entrata.office;

/**
 * A lease with its one responsible customer.
 *
 * @param id lease id
 * @param propertyId property
 * @param unitId unit
 * @param unitSpaceId space of the unit
 * @param unit unit number; text, for example {@code 3A}
 * @param statusTypeId 1 Applicant, 2 Cancelled, 3 Future, 4 Current, 5 Notice, 6 Past (entrata-api.md, getLeaseArTransactions)
 * @param otherIncome a lease without a resident (laundry, antenna); shown only on request
 * @param intervalId lease interval
 * @param customer who lives there
 */
public record Lease(
        long id,
        long propertyId,
        long unitId,
        long unitSpaceId,
        String unit,
        int statusTypeId,
        boolean otherIncome,
        long intervalId,
        Customer customer) {

    /** The resident. */
    public record Customer(long id, String firstName, String lastName, String email) {
        public String fullName() {
            return firstName + " " + lastName;
        }
    }
}
