package io.tieout.store.event;

import io.tieout.plan.Environment;

/**
 * What a ledger is for, from its first event.
 *
 * @param installationId random, made with the ledger
 */
public record LedgerIdentity(Environment environment, String installationId) {

    /** The stream that every ledger has. */
    public static final String INSTALLATION = "installation";

    public static String org(String organisation) {
        return "org/" + organisation;
    }

    public static String company(String targetCompany) {
        return "company/" + targetCompany;
    }
}
