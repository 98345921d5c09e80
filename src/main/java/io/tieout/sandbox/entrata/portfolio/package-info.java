/**
 * Portfolios for the imitated Entrata: the worked one of the reference, read from data files, and a seeded generator.
 *
 * <p>In: data files in the jar, or a specification with a seed. Out: an {@code EntrataOffice}. It must not know how answers
 * are written. The same specification always gives the same books.
 */
@org.jspecify.annotations.NullMarked
package io.tieout.sandbox.entrata.portfolio;
