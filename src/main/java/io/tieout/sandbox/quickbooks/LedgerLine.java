package io.tieout.sandbox.quickbooks;

/**
 * One line of a stored transaction as the ledger sees it.
 *
 * @param accountId account posted to
 * @param cents signed amount, debit positive
 * @param classId class, 0 for none
 * @param departmentId location, 0 for none
 * @param nameType {@link EntityType#VENDOR} or {@link EntityType#CUSTOMER}; meaningless while {@code nameId} is 0
 * @param nameId vendor or customer, 0 for none
 * @param memo line description, empty for none
 */
record LedgerLine(
        long accountId, long cents, long classId, long departmentId, EntityType nameType, long nameId, String memo) {}
