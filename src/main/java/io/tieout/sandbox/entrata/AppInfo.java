package io.tieout.sandbox.entrata;

import static io.tieout.sandbox.entrata.answer.Leaves.text;

import io.tieout.sandbox.entrata.answer.Leaves;
import io.tieout.sandbox.entrata.answer.Obj;
import io.tieout.sandbox.entrata.answer.Pair;
import io.tieout.sandbox.entrata.answer.Shape;
import java.util.Collection;
import java.util.TreeMap;

/** Health and reach of a key (entrata-api.md section 4). */
final class AppInfo {

    private AppInfo() {}

    /** status/getStatus r1; the live text. */
    static Shape status(Call call) {
        return Obj.of().put("status", text("Success")).put("message", text("API service is available and running."));
    }

    /** appinfo/getAccessibleClients r1. */
    static Shape clients(Call call) {
        var organisation = call.office().organisation();
        return Obj.of()
                .put(
                        "orgs",
                        Pair.bare()
                                .add(
                                        organisation.id(),
                                        Obj.of()
                                                .put("subdomain", text(organisation.subdomain()))
                                                .put("id", Leaves.id(organisation.id()))
                                                .put("name", text(organisation.name()))));
    }

    /** appinfo/getAccessibleServices r1: the methods this key may call, each once, with its path. */
    static Shape services(Call call, Collection<Methods.Method> methods) {
        var byName = new TreeMap<String, String>();
        methods.forEach(m -> byName.put(m.name(), m.service()));
        var list = Pair.bare();
        byName.forEach((name, service) -> {
            if (call.key().mayCall(name)) {
                var path = "/ext/orgs/" + call.office().organisation().subdomain() + "/v1/" + service;
                list.add("", Obj.of().put("uri", text(path)).put("service", text(name)));
            }
        });
        return Obj.of().put("services", list);
    }
}
