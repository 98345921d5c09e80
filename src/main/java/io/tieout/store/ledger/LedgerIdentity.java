package io.tieout.store.ledger;

import io.tieout.plan.Environment;

/**
 * What a ledger is for, from its first event.
 *
 * @param installationId random, made with the ledger
 */
record LedgerIdentity(Environment environment, String installationId) {

    /** The stream that every ledger has. */
    static final String INSTALLATION = "installation";

    static String org(String organisation) {
        return "org/" + organisation;
    }

    static String company(String targetCompany) {
        return "company/" + targetCompany;
    }
}
