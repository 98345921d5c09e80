package io.tieout.sandbox.entrata;

import io.tieout.sandbox.entrata.office.ArTransaction;
import io.tieout.sandbox.entrata.office.Lease;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Which leases and rows a call of the two lease-ledger methods shows (entrata-api.md section 5).
 *
 * @param leases wanted leases, absent for all
 * @param statuses wanted lease statuses; blank means all but cancelled
 * @param otherIncome other-income leases too
 * @param types wanted transaction types
 * @param codes wanted AR codes
 * @param ledgers wanted ledgers
 * @param full the whole ledger; off by default, then only open items
 * @param reversals reversed rows and their reversals; needs the full ledger
 * @param days bounds of the transaction date
 */
record LeaseWindow(
        Optional<Set<Long>> leases,
        Optional<Set<Long>> statuses,
        boolean otherIncome,
        Optional<Set<Long>> types,
        Optional<Set<Long>> codes,
        Optional<Set<Long>> ledgers,
        boolean full,
        boolean reversals,
        GlWindow.Days days) {

    private static final int CANCELLED = 2;

    static LeaseWindow of(Params params) {
        var one = params.ids("leaseId");
        var full = params.flag("showFullLedger");
        return new LeaseWindow(
                one.isPresent() ? one : params.ids("leaseIds"),
                params.ids("leaseStatusTypeIds"),
                params.flag("includeOtherIncomeLeases"),
                params.ids("transactionTypeIds"),
                params.ids("arCodeIds"),
                params.ids("ledgerIds"),
                full,
                full && params.flag("includeReversals"),
                new GlWindow.Days(params.date("transactionFromDate"), params.date("transactionToDate")));
    }

    /** Leases of the property that the call asks for. */
    List<Lease> leasesOf(Call call, long propertyId) {
        var wanted = new ArrayList<Lease>();
        for (var lease : call.office().receivables().leasesOf(propertyId)) {
            var status = statuses.map(ids -> ids.contains((long) lease.statusTypeId()))
                    .orElse(lease.statusTypeId() != CANCELLED);
            if (status
                    && leases.map(ids -> ids.contains(lease.id())).orElse(true)
                    && (otherIncome || !lease.otherIncome())) {
                wanted.add(lease);
            }
        }
        return wanted;
    }

    boolean shows(ArTransaction row) {
        return types.map(ids -> ids.contains((long) row.typeId())).orElse(true)
                && codes.map(ids -> ids.contains(row.arCodeId())).orElse(true)
                && ledgers.map(ids -> ids.contains((long) row.ledgerId())).orElse(true)
                && (full || row.balanceDueMinor() != 0)
                && (reversals || !row.links().partOfReversal())
                && days.contain(row.date());
    }
}
