package io.tieout.store.event;

import io.tieout.fact.FactKey;
import java.util.Arrays;

/**
 * A fact as the ledger has it.
 *
 * @param scopeNo scope of its current version
 * @param absentSnapshotNo first snapshot that lacked it since it was last present; 0 when present
 * @param absentAgainSnapshotNo snapshot of a later night that lacked it too; 0 when none
 */
public record KnownFact(
        long factId,
        FactKey key,
        int version,
        byte[] fingerprint,
        long scopeNo,
        long absentSnapshotNo,
        long absentAgainSnapshotNo) {

    public boolean isAbsent() {
        return absentSnapshotNo != 0;
    }

    public boolean hasFingerprint(byte[] other) {
        return Arrays.equals(fingerprint, other);
    }
}
