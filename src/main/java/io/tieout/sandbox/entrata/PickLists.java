package io.tieout.sandbox.entrata;

import static io.tieout.sandbox.entrata.answer.Leaves.fromData;
import static io.tieout.sandbox.entrata.answer.Leaves.idText;
import static io.tieout.sandbox.entrata.answer.Leaves.text;

import com.fasterxml.jackson.databind.JsonNode;
import io.tieout.sandbox.entrata.answer.Leaves;
import io.tieout.sandbox.entrata.answer.Obj;
import io.tieout.sandbox.entrata.answer.Pair;
import io.tieout.sandbox.entrata.answer.Shape;
import io.tieout.sandbox.entrata.office.OfficeProperty;
import io.tieout.sandbox.entrata.portfolio.DataFile;
import java.util.Map;

/** The pick lists: ids and names of the organisation's settings, the same for every imitated organisation. */
final class PickLists {

    private static final JsonNode COMPANY = DataFile.read("company-lists.json");

    private PickLists() {}

    /** financial/getFinancialPickList r2: lower case, with owners. */
    static Shape financialR2(Call call) {
        var result = company("financialR2");
        var books = Pair.array("glBook");
        call.office()
                .books()
                .forEach(b -> books.add(
                        b.id(),
                        Obj.of()
                                .put("id", Leaves.id(b.id()))
                                .put("name", text(b.name()))
                                .idMayMove()));
        var owners = Pair.array("owner");
        call.office()
                .owners()
                .forEach(o -> owners.add(
                        o.id(),
                        Obj.of()
                                .put("id", idText(o.id()))
                                .put("name", text(o.name()))
                                .put("propertyIds", text(joined(o.propertyIds())))));
        return result.put("glBooks", books).put("owners", owners);
    }

    /** financial/getFinancialPickList r1: capitals, budgets instead of owners. */
    static Shape financialR1(Call call) {
        call.params().id("propertyId").ifPresent(call::property);
        var books = Pair.array("GlBook");
        call.office()
                .books()
                .forEach(b ->
                        books.add(b.id(), Obj.of().put("Id", Leaves.id(b.id())).put("Name", text(b.name()))));
        return company("financialR1").put("GlBooks", books);
    }

    /** vendors/getVendorPickLists r1: ids and names in attributes. */
    static Shape vendor(Call call) {
        return company("vendor");
    }

    /** properties/getPropertyPickLists r2; ids of unit types are texts while the property's is a number (live). */
    static Shape propertyR2(Call call) {
        var list = Pair.array("property");
        call.properties("propertyIds").forEach(p -> list.add(p.id(), r2(p)));
        return Obj.of().put("properties", list).put("searchAreaStates", fromData(COMPANY.get("searchAreaStates")));
    }

    private static Shape r2(OfficeProperty p) {
        return Obj.of()
                .put("id", Leaves.id(p.id()))
                .put("name", text(p.name()))
                .put("unitTypes", names("unitType", p.unitTypes(), true))
                .put("propertyBuildings", names("propertyBuilding", p.buildings(), false))
                .put("propertyFloorplans", names("propertyFloorplan", p.floorplans(), false))
                .put("moveOutTypes", fromData(COMPANY.get("moveOutTypes")))
                .put("moveOutReasons", fromData(COMPANY.get("moveOutReasons")))
                .put("leaseTerms", fromData(COMPANY.get("leaseTerms")));
    }

    private static Shape names(String inner, Map<Long, String> byId, boolean asText) {
        var list = Pair.array(inner);
        byId.forEach((id, name) -> list.add(
                id, Obj.of().put("id", asText ? idText(id) : Leaves.id(id)).put("name", text(name))));
        return list;
    }

    /** properties/getPropertyPickLists r1: everything nested below company, ids and names in attributes. */
    static Shape propertyR1(Call call) {
        var properties = Pair.bare();
        call.properties("propertyIds").forEach(p -> properties.add(p.id(), r1(p)));
        var area = Obj.of().attr("Id", Leaves.id(31)).attr("Name", text("Boise"));
        var state = Obj.of()
                .attr("Code", text("ID"))
                .attr("Name", text("Idaho"))
                .put("searchArea", Pair.bare().add(31, area));
        var country = Obj.of().put("states", Pair.array("state").add("", state)).put("Property", properties);
        var countries = Pair.bare().add("", Obj.of().put("country", Pair.bare().add("", country)));
        return Obj.of().put("company", Obj.of().put("searchAreas", Obj.of().put("countries", countries)));
    }

    private static Shape r1(OfficeProperty p) {
        var reasons = Pair.array("MoveOutReason")
                .add(
                        49244,
                        Obj.of()
                                .attr("Id", Leaves.id(49244))
                                .attr("SystemCode", text(""))
                                .attr("Name", text("Buying House")));
        return Obj.of()
                .attr("Id", Leaves.id(p.id()))
                .attr("Name", text(p.name()))
                .attr("IsDisabled", Leaves.number(p.disabled() ? 1 : 0))
                .put("UnitTypes", attributed("UnitType", p.unitTypes()))
                .put("PropertyBuildings", attributed("PropertyBuilding", p.buildings()))
                .put("PropertyFloorplans", attributed("PropertyFloorplan", p.floorplans()))
                .put("MoveOutReasons", reasons);
    }

    private static Shape attributed(String inner, Map<Long, String> byId) {
        var list = Pair.array(inner);
        byId.forEach(
                (id, name) -> list.add(id, Obj.of().attr("Id", Leaves.id(id)).attr("Name", text(name))));
        return list;
    }

    private static Obj company(String section) {
        var result = Obj.of();
        COMPANY.required(section).fields().forEachRemaining(e -> result.put(e.getKey(), fromData(e.getValue())));
        return result;
    }

    /** Ids as one comma-separated text. */
    static String joined(Iterable<Long> ids) {
        var text = new StringBuilder();
        ids.forEach(id -> text.append(text.length() == 0 ? "" : ",").append(id));
        return text.toString();
    }
}
