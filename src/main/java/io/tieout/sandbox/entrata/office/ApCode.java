package io.tieout.sandbox.entrata.office;

/** A job-cost code; the general AP mapping is not in it (entrata-api.md section 6, getApCodes). */
public record ApCode(
        long categoryId, String category, long id, String name, long glAccountId, int typeId, String type) {}
