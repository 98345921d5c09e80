package io.tieout.sandbox.entrata.office;

import java.util.List;

/** An owner entity and its properties. */
public record Owner(long id, String name, List<Long> propertyIds) {}
