package io.tieout.sandbox.entrata.portfolio;

import io.tieout.sandbox.entrata.office.Lease;
import java.util.ArrayList;
import java.util.List;

/** One lease while it lives: what is owed, what is paid ahead, what deposit is held. Amounts in cents. */
final class Tenancy {

    /** A charge with an open part. */
    static final class Open {
        final long transactionId;
        final long codeId;
        final long creditAccount;
        long remaining;

        Open(long transactionId, long codeId, long creditAccount, long remaining) {
            this.transactionId = transactionId;
            this.codeId = codeId;
            this.creditAccount = creditAccount;
            this.remaining = remaining;
        }
    }

    /** A part of a credit applied to one charge. */
    record Applied(Open charge, long minor) {}

    /** A payment's unapplied rest. */
    static final class Ahead {
        final long transactionId;
        final long paymentId;
        long remaining;

        Ahead(long transactionId, long paymentId, long remaining) {
            this.transactionId = transactionId;
            this.paymentId = paymentId;
            this.remaining = remaining;
        }
    }

    final Lease lease;
    final long rent;
    final boolean parks;
    long depositHeld;
    final List<Open> open = new ArrayList<>();
    final List<Ahead> ahead = new ArrayList<>();

    Tenancy(Lease lease, long rent, boolean parks) {
        this.lease = lease;
        this.rent = rent;
        this.parks = parks;
    }

    long owed() {
        return open.stream().mapToLong(o -> o.remaining).sum();
    }

    /** Applies an amount to the open charges, oldest first; what is left over is the caller's. */
    List<Applied> apply(long minor) {
        var applied = new ArrayList<Applied>();
        var left = minor;
        for (var charge : open) {
            var part = Math.min(left, charge.remaining);
            if (part > 0) {
                charge.remaining -= part;
                left -= part;
                applied.add(new Applied(charge, part));
            }
        }
        open.removeIf(o -> o.remaining == 0);
        return applied;
    }

    /** Opens charges again after a return. */
    void reopen(List<Applied> applied) {
        for (var part : applied) {
            part.charge().remaining += part.minor();
            if (!open.contains(part.charge())) {
                open.add(part.charge());
            }
        }
    }

    static long sum(List<Applied> applied) {
        return applied.stream().mapToLong(Applied::minor).sum();
    }
}
