/**
 * Puts the parts together: reads the configuration, opens stores and connections, hands use cases what they need. Knows
 * every room; no room knows it but the edges.
 */
@org.jspecify.annotations.NullMarked
package io.tieout.wiring;
