package io.tieout.selftest.kill;

/** By which call of a sandbox an exchange is known there. */
final class Calls {

    private Calls() {}

    static String of(Boundary boundary) {
        return switch (boundary) {
            case H1_PULL, H6_MARK_READ -> "getGlTransactions";
            case H5_MARK -> "markGlTransactionsExported";
            case H3_CREATE -> "batch";
            case H4_SEARCH -> "query";
            default -> throw new IllegalArgumentException(boundary + " is no exchange");
        };
    }

    static boolean isOfSource(Boundary boundary) {
        return boundary == Boundary.H1_PULL || boundary == Boundary.H5_MARK || boundary == Boundary.H6_MARK_READ;
    }
}
