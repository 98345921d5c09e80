package io.tieout.fact;

import java.time.LocalDate;

/** One payment of a vendor invoice; voided when {@code reversed}. */
public record ApPayment(
        String id,
        String number,
        String type,
        LocalDate date,
        long amountMinor,
        PostMonth postMonth,
        boolean reversed) {}
