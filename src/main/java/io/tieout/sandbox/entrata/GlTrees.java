package io.tieout.sandbox.entrata;

import static io.tieout.sandbox.entrata.answer.Leaves.idText;
import static io.tieout.sandbox.entrata.answer.Leaves.number;
import static io.tieout.sandbox.entrata.answer.Leaves.text;

import io.tieout.sandbox.entrata.answer.FlagForm;
import io.tieout.sandbox.entrata.answer.Leaves;
import io.tieout.sandbox.entrata.answer.Obj;
import io.tieout.sandbox.entrata.answer.Pair;
import io.tieout.sandbox.entrata.answer.Shape;
import io.tieout.sandbox.entrata.office.GlAccount;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/** financial/getGlTrees r1 and r2: the chart of accounts (entrata-api.md section 6). */
final class GlTrees {

    /** Group type ids of the financial pick list. */
    private static final List<String> GROUPS = List.of("Assets", "Liabilities", "Equity", "Income", "Expenses");

    private GlTrees() {}

    static Shape r2(Call call) {
        var trees = Pair.array("glTree");
        if (treeWanted(call)) {
            var tree = call.office().tree();
            var accounts = Pair.array("glAccount");
            accounts(call).forEach(a -> accounts.add(a.id(), accountR2(a)));
            trees.add(
                    tree.id(),
                    Obj.of()
                            .put("id", Leaves.id(tree.id()))
                            .put("name", text(tree.name()))
                            .put("isMasterGlTree", number(1))
                            .put("branches", branchesR2(call))
                            .put("glAccounts", accounts));
        }
        return Obj.of().put("glTrees", trees);
    }

    private static Shape branchesR2(Call call) {
        var branches = Pair.array("branch");
        call.office().tree().branches().forEach((id, name) -> {
            if (branchWanted(call, id)) {
                branches.add(
                        id,
                        Obj.of()
                                .put("branchId", idText(id))
                                .put("groupType", text("Standard Group"))
                                .put("isEnabled", Leaves.flag(true, FlagForm.DIGIT))
                                .put("showGroupName", number(1))
                                .put("groupName", text(name))
                                .put("showSummaryRow", number(1))
                                .put("description", text(name)));
            }
        });
        return branches;
    }

    private static Shape accountR2(GlAccount a) {
        return Obj.of()
                .put("id", idText(a.id()))
                .put("branchId", idText(a.branchId()))
                .put("accountNumber", text(a.number()))
                .put("accountName", text(a.name()))
                .put("externalId", Leaves.noId())
                .put("glGroupType", text(a.group()))
                .put("groupLocation", text(a.group()))
                .put("description", text(a.name()))
                .put("status", text("Enabled"))
                .put("isSystem", number(a.system() ? 1 : 0));
    }

    /** r1 has attributes and capitals, and lists the properties of the tree; with accountNumbers, only their branches. */
    static Shape r1(Call call) {
        call.params().id("propertyId").ifPresent(call::property);
        var trees = Pair.array("GlTree");
        if (treeWanted(call)) {
            var tree = call.office().tree();
            var properties = Pair.array("Property");
            call.properties("propertyIds")
                    .forEach(p -> properties.add(
                            p.id(), Obj.of().attr("Id", idText(p.id())).attr("Name", text(p.name()))));
            var accounts = Pair.array("GlAccount");
            var wanted = accounts(call);
            wanted.forEach(a -> accounts.add(a.id(), accountR1(a)));
            trees.add(
                    tree.id(),
                    Obj.of()
                            .attr("Id", idText(tree.id()))
                            .attr("Name", text(tree.name()))
                            .put("Properties", properties)
                            .put("Branches", branchesR1(call, wanted))
                            .put("GlAccounts", accounts));
        }
        return Obj.of().put("GlTrees", trees);
    }

    private static Shape branchesR1(Call call, List<GlAccount> accounts) {
        var used = new TreeSet<Long>();
        accounts.forEach(a -> used.add(a.branchId()));
        var branches = Pair.array("Branch");
        call.office().tree().branches().forEach((id, name) -> {
            if (used.contains(id)) {
                branches.add(
                        id,
                        Obj.of()
                                .put("BranchId", idText(id))
                                .put("GroupType", text("Standard Group"))
                                .put("IsEnabled", Leaves.flag(true, FlagForm.DIGIT))
                                .put("ShowGroupName", text("1"))
                                .put("GroupName", text(name))
                                .put("ShowSummaryRow", text("1"))
                                .put("Description", text(name)));
            }
        });
        return branches;
    }

    private static Shape accountR1(GlAccount a) {
        return Obj.of()
                .attr("Id", idText(a.id()))
                .attr("BranchId", idText(a.branchId()))
                .put("AccountNumber", text(a.number()))
                .put("AccountName", text(a.name()))
                .put("GlGroupType", text(a.group()))
                .put("GroupLocation", text(a.group()))
                .put("Description", text(a.name()))
                .put("Status", text("Enabled"))
                .put("IsSystem", text(a.system() ? "1" : "0"));
    }

    private static boolean treeWanted(Call call) {
        return call.params().id("glTreeId").orElse(call.office().tree().id())
                        == call.office().tree().id()
                && call.params().id("glTreeTypeId").orElse(1) == 1;
    }

    private static boolean branchWanted(Call call, long branchId) {
        return call.params().id("glBranchId").orElse(branchId) == branchId;
    }

    private static List<GlAccount> accounts(Call call) {
        var numbers = call.params().texts("accountNumbers");
        var group = call.params().id("glGroupTypeId");
        var wanted = new ArrayList<GlAccount>();
        for (var account : call.office().accounts()) {
            var groupId = GROUPS.indexOf(account.group()) + 1L;
            if (numbers.orElse(Set.of(account.number())).contains(account.number())
                    && group.orElse(groupId) == groupId
                    && branchWanted(call, account.branchId())) {
                wanted.add(account);
            }
        }
        return wanted;
    }
}
