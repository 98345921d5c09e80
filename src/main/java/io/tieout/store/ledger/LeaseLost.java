package io.tieout.store.ledger;

/** Another writer took the lease: its epoch is newer, and nothing of ours may be committed any more. */
final class LeaseLost extends RuntimeException {

    private static final long serialVersionUID = 1L;

    LeaseLost(long ours) {
        super("the writer's lease passed on: its epoch is no longer ours, " + ours);
    }
}
