/**
 * The mapping files: YAML text comes in, a checked {@link io.tieout.mapping.Mapping} with the place of each of its parts
 * goes out, or findings with file, line and column; published versions are kept beside the ledger. Knows nothing of
 * source or target; what a mapping means is said in {@code io.tieout.mapping}.
 */
@org.jspecify.annotations.NullMarked
package io.tieout.store.mapping;
