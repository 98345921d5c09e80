/** What the use cases need of the world, each port named for its role and never for a technology. */
@org.jspecify.annotations.NullMarked
package io.tieout.flow.port;
