/**
 * QuickBooks Online as a target of postings.
 *
 * <p>In come documents of the plan and stored bytes; out go rendered bytes, outcomes from the closed list of the safety
 * paper (section 2.3), documents found again, the chart of accounts and reports as plain values. Intuit's words
 * ({@code SyncToken}, {@code requestid}, fault codes) stop here, and so do the classes of Intuit's SDK, which builds and
 * serialises journal entries and nothing else: sending is {@link io.tieout.wire.HttpSender}'s, and answers are read as
 * raw JSON. The reasons stand in {@code docs/decisions/0010-sdks-as-codecs.md}.
 *
 * <p>It must not know where a line came from, which rule mapped it, or any other adapter.
 */
@NullMarked
package io.tieout.target.quickbooks;

import org.jspecify.annotations.NullMarked;
