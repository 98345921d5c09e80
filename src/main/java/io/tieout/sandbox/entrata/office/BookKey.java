package io.tieout.sandbox.entrata.office;

/**
 * Names one GL ledger of the organisation.
 *
 * @param propertyId Entrata's property id
 * @param basis accrual or cash
 * @param bookId posting book such as 616 Standard; a second axis beside the basis
 */
public record BookKey(long propertyId, Basis basis, long bookId) {}
