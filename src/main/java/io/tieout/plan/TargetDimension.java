package io.tieout.plan;

/** A class, location or tracking option of the target company. */
public record TargetDimension(String id, String name, boolean active) {}
