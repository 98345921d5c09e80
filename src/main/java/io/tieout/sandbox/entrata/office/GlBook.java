package io.tieout.sandbox.entrata.office;

/** A posting book such as 616 Standard; not a basis. */
public record GlBook(long id, String name) {}
