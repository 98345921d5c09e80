package io.tieout.fact;

import java.time.LocalDate;
import java.util.Optional;

/**
 * One resident payment. The source names the property only by its marketing name.
 *
 * @param allocatedMinor sum of its allocations; less than the amount when a part is prepaid
 */
public record ArPayment(
        String id,
        String propertyName,
        String customerId,
        long amountMinor,
        long allocatedMinor,
        LocalDate paymentDate,
        String paymentType,
        String paymentStatus,
        Optional<LocalDate> returnedOn) {}
