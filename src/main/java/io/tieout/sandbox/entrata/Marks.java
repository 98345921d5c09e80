package io.tieout.sandbox.entrata;

import static io.tieout.sandbox.entrata.answer.Leaves.text;

import io.tieout.sandbox.entrata.answer.Obj;
import io.tieout.sandbox.entrata.answer.Shape;
import java.util.Set;
import java.util.function.LongPredicate;

/**
 * The two export marks. One status for the whole call, no result per id, and no unmark (entrata-api.md 1.4, 1.6).
 */
final class Marks {

    private Marks() {}

    /** financial/markGlTransactionsExported r1. */
    static Shape glTransactions(Call call) {
        var office = call.office();
        var ids = check(call, "glDetailId", office::knowsGlId, office::isExported);
        ids.stream().filter(office::knowsGlId).forEach(id -> office.mark(id, call.request()));
        return Obj.of().put("status", text("Success")).put("message", text("GL transactions marked as exported."));
    }

    /** vendors/markInvoicesExported r1: takes line ids, not invoice ids. */
    static Shape invoices(Call call) {
        var payables = call.office().payables();
        var ids = check(call, "lineItemId", payables::knowsLine, payables::isExported);
        ids.stream().filter(payables::knowsLine).forEach(payables::mark);
        return Obj.of().put("success", text("Invoices marked as exported."));
    }

    /** What happens to unknown and repeated ids is not public (questions 4 and 5), so it is a habit of the tenant. */
    private static Set<Long> check(Call call, String parameter, LongPredicate known, LongPredicate exported) {
        var ids = call.params().ids(parameter).orElseThrow(() -> RpcFault.missing(parameter));
        for (var id : ids) {
            if (call.habits().failOnUnknownMark() && !known.test(id)) {
                throw RpcFault.refused("Id " + id + " in " + parameter + " was not found.");
            }
            if (call.habits().failOnRepeatedMark() && exported.test(id)) {
                throw RpcFault.refused("Id " + id + " in " + parameter + " is already exported.");
            }
        }
        return ids;
    }
}
