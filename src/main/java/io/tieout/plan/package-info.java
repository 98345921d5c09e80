/**
 * Facts and a mapping become documents, holds and exclusions: pure, repeatable, equal on every machine. What a plan says
 * is what the dry run shows and what is posted. Knows no vendor's API and no storage.
 */
@org.jspecify.annotations.NullMarked
package io.tieout.plan;
