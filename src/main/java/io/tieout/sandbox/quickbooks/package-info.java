/**
 * QuickBooks Online imitated, as unkind as the real thing: several companies behind one HTTP server, with the faults,
 * limits and half-kept promises that Intuit documents or its users report.
 *
 * <p>In: requests under {@code /v3/company/{realm}/} and {@code /oauth2/}, and actions a bookkeeper would do by hand
 * under {@code /_sandbox/do/}. Out: answers in QuickBooks' own JSON, and a dump of the state for checkers. It shares no
 * code with the adapter that is tried against it and knows nothing of mappings, plans or Entrata.
 *
 * <p>Comments mark how sure each behaviour is: [I] published by Intuit, [R] seen in recorded answers of a real sandbox,
 * [C] reported by users, [S] read from Intuit's SDK and schema, [K] general knowledge, to be settled with a real tenant.
 */
@NullMarked
package io.tieout.sandbox.quickbooks;

import org.jspecify.annotations.NullMarked;
