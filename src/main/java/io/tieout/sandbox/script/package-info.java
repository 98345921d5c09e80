/**
 * The HTTP server all sandboxes share: raw sockets on the loopback address, a fault script, a clock moved by hand and a
 * log of every request.
 *
 * <p>In: bytes on a socket, and faults, clock moves and actions under {@code /_sandbox/}. Out: calls to one
 * {@link io.tieout.sandbox.script.SandboxService}, whose answers go back whole, late, cut or not at all, as the script
 * says. It must know no vendor: a vendor's shapes, tokens and rules belong to its service. It shares no code with the
 * adapters that are tried against it.
 *
 * <p>Raw sockets rather than an HTTP library, because the faults that matter (reset after commit, a body shorter than
 * its Content-Length, an answer that never comes) cannot be produced through one.
 */
@NullMarked
package io.tieout.sandbox.script;

import org.jspecify.annotations.NullMarked;
