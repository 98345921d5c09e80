/**
 * Entrata imitated: its methods, envelopes, paging, limits and oddities over the state of an {@code EntrataOffice}.
 *
 * <p>In: HTTP requests as {@code SandboxRequest}. Out: answers as {@code SandboxAnswer}, and the changed office. Each behaviour
 * names the section of the API reference it copies (entrata-api.md) or says that it is an assumption. It must share no code
 * with the adapter it is to judge, and open no sockets: {@code sandbox.script} serves it.
 */
@org.jspecify.annotations.NullMarked
package io.tieout.sandbox.entrata;
