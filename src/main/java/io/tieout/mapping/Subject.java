package io.tieout.mapping;

import io.tieout.fact.GlAccountId;
import io.tieout.fact.PostMonth;
import io.tieout.fact.PropertyId;

/** What a GL line shows of itself to the rules. */
public record Subject(
        PropertyId property, GlAccountId account, String accountNumber, String transactionType, PostMonth month) {}
