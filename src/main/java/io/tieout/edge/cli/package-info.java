/**
 * The command line: words typed by a person or a scheduler come in, a use case of {@code flow} is called, its answer goes out as
 * text or JSON with an exit code.
 *
 * <p>It translates and decides nothing about books; it must not know any adapter, store or vendor.
 */
@org.jspecify.annotations.NullMarked
package io.tieout.edge.cli;
