/**
 * How source codes become accounts and dimensions of one target company: the model, its rules in layers, the linter and
 * the explainer. Facts come in, routes go out. Knows nothing of files, YAML or targets' APIs.
 */
@org.jspecify.annotations.NullMarked
package io.tieout.mapping;
