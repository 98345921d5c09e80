package io.tieout.sandbox.entrata;

import io.tieout.sandbox.entrata.office.AccessKey;
import io.tieout.sandbox.entrata.office.EntrataOffice;
import io.tieout.sandbox.entrata.office.OfficeProperty;
import java.time.LocalDate;
import java.util.List;

/**
 * One authorised call of one method.
 *
 * @param office the organisation's state
 * @param key who calls
 * @param params the parameters
 * @param habits the tenant's habits
 * @param pages the wanted page, and what the method says about the whole
 * @param today the sandbox's date in Mountain time
 * @param request number of the request
 */
record Call(
        EntrataOffice office,
        AccessKey key,
        Params params,
        LedgerHabits habits,
        Pages pages,
        LocalDate today,
        long request) {

    /** The property, or the generic error when it does not exist or the key may not see it. */
    OfficeProperty property(long id) {
        if (!key.maySee(id)) {
            throw RpcFault.notPermitted();
        }
        return office.property(id).orElseThrow(() -> RpcFault.refused("Property " + id + " was not found."));
    }

    /** Properties named by a csv parameter, or all that the key may see when it is absent. */
    List<OfficeProperty> properties(String parameter) {
        var ids = params.ids(parameter);
        if (ids.isPresent()) {
            return ids.get().stream().map(this::property).toList();
        }
        return office.properties().stream().filter(p -> key.maySee(p.id())).toList();
    }

    long requiredId(String parameter) {
        return params.id(parameter).orElseThrow(() -> RpcFault.missing(parameter));
    }
}
