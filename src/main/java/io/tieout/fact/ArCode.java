package io.tieout.fact;

import java.util.Optional;

/**
 * A charge code with its default accounts. The GL is the authority for what was really posted.
 *
 * @param codeType the source's family, for example {@code Rent}, {@code Deposit}
 */
public record ArCode(
        String id,
        String code,
        String name,
        String codeType,
        Optional<GlAccountId> debitAccount,
        Optional<GlAccountId> creditAccount) {}
