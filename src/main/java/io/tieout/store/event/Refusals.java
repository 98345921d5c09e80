package io.tieout.store.event;

import io.tieout.fact.FactKey;
import io.tieout.finding.Finding;
import io.tieout.finding.Stopped;
import io.tieout.flow.port.Ledger.ClaimConflict;
import io.tieout.flow.port.Ledger.Intent;
import io.tieout.mapping.CompanyKey;
import io.tieout.plan.Environment;
import io.tieout.plan.Hashes;
import java.time.LocalDate;

/** What a ledger refuses, in the same words whatever it is kept in. */
public final class Refusals {

    private Refusals() {}

    /** Throws for a document of another environment, or whose bytes are not the hashed ones. */
    public static void demandSound(Intent intent, Environment ours) {
        var document = intent.document();
        if (document.key().environment() != ours) {
            throw new Stopped(Finding.of(
                    LedgerCode.OTHER_ENVIRONMENT,
                    "document " + document.key(),
                    ours.code(),
                    document.key().environment().code(),
                    "use the data folder of that environment"));
        }
        if (!Hashes.hex(intent.itemBytes()).equals(intent.itemSha256())) {
            throw new IllegalArgumentException(
                    "bytes of " + document.key() + " do not have the hash " + intent.itemSha256());
        }
    }

    public static ClaimConflict notInLedger(FactKey fact) {
        return new ClaimConflict("line " + fact + " is not in the ledger");
    }

    public static ClaimConflict claimedAlready(FactKey fact, String company) {
        return new ClaimConflict("line " + fact + " is claimed already in " + company);
    }

    public static ClaimConflict conflict(RefusedException refused) {
        var conflict =
                new ClaimConflict("a line or a document of the plan is in the ledger already: " + refused.getMessage());
        conflict.initCause(refused);
        return conflict;
    }

    public static IllegalArgumentException noSuchPosting(String postingId) {
        return new IllegalArgumentException("no posting has the id " + postingId);
    }

    public static Stopped noSuchLine(FactKey key) {
        return new Stopped(Finding.of(
                LedgerCode.NO_SUCH_LINE,
                "line " + key,
                "a line that was read before",
                "none",
                "run pull, then name the line as plan prints it"));
    }

    public static Stopped runInProgress(CompanyKey company, String runId, String kind, String startedAt) {
        return new Stopped(Finding.of(
                LedgerCode.RUN_IN_PROGRESS,
                "company " + company,
                "no other run at work",
                "run " + runId + " (" + kind + ") since " + startedAt,
                "wait until it has ended"));
    }

    public static Stopped nightDone(CompanyKey company, LocalDate businessDate) {
        return new Stopped(Finding.of(
                LedgerCode.NIGHT_DONE,
                "company " + company + ", business date " + businessDate,
                "one night for each business date",
                "a night that was run",
                "nothing; a run by hand may still be made with sync"));
    }

    public static Stopped inUse(String place, String found) {
        return new Stopped(Finding.of(
                LedgerCode.LEDGER_IN_USE,
                place,
                "no other process at work on this ledger",
                found,
                "wait until the other run has ended, or give this one a data folder of its own"));
    }

    public static Stopped commitFailed(String found) {
        return new Stopped(
                Finding.of(
                        LedgerCode.COMMIT_FAILED,
                        "ledger",
                        "every commit on disk before the next step",
                        found,
                        "see to the disk or the database, then start again: what was in flight is resolved before anything is sent"));
    }

    public static Stopped leaseLost() {
        return new Stopped(Finding.of(
                LedgerCode.LEASE_LOST,
                "ledger",
                "this process to hold the right to write",
                "another process took it over while this one was paused",
                "nothing more was sent; the other run goes on, and the next one settles what was in flight"));
    }

    public static Stopped otherEnvironment(String place, Environment asked, Environment found) {
        return new Stopped(Finding.of(
                LedgerCode.OTHER_ENVIRONMENT,
                place,
                asked.code(),
                found.code(),
                "a ledger keeps its environment for ever: name the data folder of " + asked.code()));
    }

    public static Stopped behindWitness(String expected, String found) {
        return new Stopped(Finding.of(
                LedgerCode.BEHIND_WITNESS,
                "the ledger and its file of signed heads",
                expected,
                found,
                "do not post from this ledger: put the newest one back, or name another key folder for a new ledger"));
    }
}
