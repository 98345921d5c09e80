package io.tieout.sandbox.entrata.office;

import java.util.List;

/** A bank account and the cash GL account each property uses for it. No account number is ever shown. */
public record BankAccount(
        long id, String name, int typeId, String type, String bank, long nextCheckNumber, List<Use> uses) {

    /** Use of the bank account by one property. */
    public record Use(long id, long propertyId, long glAccountId) {}
}
