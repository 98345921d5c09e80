/**
 * How an imitated Entrata answer is written: typed values in, JSON out, in the documented form or in any other form met.
 *
 * <p>In: a tree of shapes, each leaf knowing its documented written form. Out: JSON text. The forms and where they were met
 * come from entrata-api.md 2.4 to 2.10. It must not know the state of the office, nor the adapter that reads the answers.
 */
@org.jspecify.annotations.NullMarked
package io.tieout.sandbox.entrata.answer;
