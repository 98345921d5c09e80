package io.tieout.sandbox.entrata.office;

/** A charge code with its company-wide default accounts; what was really posted, only the GL knows. */
public record ArCode(
        long id,
        int code,
        String name,
        String codeType,
        String chargeUsage,
        String chargeTiming,
        long debitAccountId,
        long creditAccountId) {}
