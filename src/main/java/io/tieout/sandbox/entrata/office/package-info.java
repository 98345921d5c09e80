/**
 * The books of one imitated Entrata organisation: properties, GL lines per basis and book, leases, invoices, marks, keys.
 *
 * <p>In: records from a portfolio (worked or generated) and the changes that calls and control actions make. Out: the state
 * itself, read by {@code sandbox.entrata.wire}. It must not know how answers are written, nor HTTP, nor any adapter of the
 * product it is to judge. Money is whole cents; GL amounts keep the side and the sign with which they were written.
 */
@org.jspecify.annotations.NullMarked
package io.tieout.sandbox.entrata.office;
