package io.tieout.source.answer;

import io.tieout.fact.ArCode;
import io.tieout.fact.GlAccountId;
import io.tieout.fact.OrganisationId;
import io.tieout.fact.PropertyId;
import io.tieout.fact.SourceAccount;
import io.tieout.fact.SourceProperty;
import io.tieout.finding.Finding;
import io.tieout.finding.Stopped;
import io.tieout.flow.port.SourceLedger.Book;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Consumer;
import java.util.stream.Collectors;

/** Reads what belongs to the whole organisation: who we are, what we may call, properties, charts, books, codes, banks. */
final class CompanyReads {

    private static final SourceCall CLIENTS = SourceCall.of("appinfo", "getAccessibleClients", "r1", "");
    private static final SourceCall SERVICES = SourceCall.of("appinfo", "getAccessibleServices", "r1", "");
    private static final SourceCall BOOKS = SourceCall.of("financial", "getFinancialPickList", "r2", "");
    private static final SourceCall AR_CODES = SourceCall.of("arcodes", "getArCodes", "r1", "");
    private static final SourceCall BANK_ACCOUNTS = SourceCall.of("financial", "getBankAccounts", "r1", "");

    /** Without it, disabled properties are missing, whose old months may still change. */
    private static final SourceCall PROPERTIES =
            SourceCall.of("properties", "getProperties", "r1", "").with("showAllStatus", "1");

    private final SourceCalls calls;
    private final OrganisationId expected;
    private final Consumer<Finding> findings;

    /** @param findings takes what cannot stand in a result: records left out, and what could not be proven */
    CompanyReads(SourceCalls calls, OrganisationId expected, Consumer<Finding> findings) {
        this.calls = calls;
        this.expected = expected;
        this.findings = findings;
    }

    OrganisationId organisation() {
        var listed = listed(CLIENTS);
        if (listed.isEmpty()) {
            return expected;
        }
        var reached = new TreeSet<String>();
        Results.records(CLIENTS, listed.get(), "orgs", "", "organisation", findings)
                .forEach(org -> reached.add(org.requiredText("subdomain")));
        if (!reached.contains(expected.value())) {
            throw new Stopped(Finding.of(
                    SourceCode.ORGANISATION_NOT_REACHED,
                    CLIENTS.place(),
                    "organisation " + expected,
                    reached.isEmpty() ? "none" : String.join(", ", reached),
                    "Nothing was read. Use the API key that was granted for " + expected
                            + ", or correct 'organisation' in the settings."));
        }
        return expected;
    }

    /** Empty when the source keeps no such list. */
    Set<String> grantedCalls() {
        var granted = new TreeSet<String>();
        listed(SERVICES)
                .ifPresent(answer -> Results.records(SERVICES, answer, "services", "", "service", findings)
                        .forEach(service -> granted.add(service.requiredText("service"))));
        return granted;
    }

    /**
     * The two lists are a help, not a need: older addresses have neither, and a key may not be granted them. They answer
     * then with an error that a refused key could also give: a second call that must work tells the two apart. Saved answers
     * may lack them, too.
     */
    private Optional<SourceCalls.Answer> listed(SourceCall call) {
        try {
            return Optional.of(calls.read(call));
        } catch (Stopped stopped) {
            var code = stopped.findings().get(0).code();
            var unanswered = code == SourceCode.CALL_REFUSED || code == SourceCode.ANSWER_NOT_SAVED;
            if (!unanswered) {
                throw stopped;
            }
            // A refused key gives the same error as a missing list: a call that must work tells the two apart.
            if (code == SourceCode.CALL_REFUSED) {
                calls.read(PROPERTIES);
            }
            findings.accept(Finding.of(
                    SourceCode.REACH_NOT_LISTED,
                    call.place(),
                    "the list of what the credentials reach",
                    "no such list (" + stopped.findings().get(0).found() + ")",
                    "Nothing to do: the organisation is " + expected
                            + " by the settings. A call that is not granted will say so when it is made."));
            return Optional.empty();
        }
    }

    List<SourceProperty> properties() {
        var properties = new ArrayList<SourceProperty>();
        for (var item : Results.records(
                PROPERTIES, calls.read(PROPERTIES), "PhysicalProperty", "Property", "property", findings)) {
            var id = item.id("PropertyID");
            var record = item.named("Entrata property " + id);
            var months = record.inner("PostMonths");
            var name = record.requiredText("MarketingName");
            var lookupCode = record.text("lookupCode", "LookupCode", "General_ID");
            var disabled = record.flagOr(false, "IsDisabled");
            var ar = months.monthIfAny("ArPostMonth");
            var ap = months.monthIfAny("ApPostMonth");
            var gl = months.monthIfAny("GlPostMonth");
            if (!record.faulty()) {
                properties.add(new SourceProperty(new PropertyId(id), name, lookupCode, disabled, ar, ap, gl));
            }
        }
        return properties;
    }

    List<SourceAccount> chart(String tree) {
        var call = SourceCall.of("financial", "getGlTrees", "r2", "GL tree " + tree)
                .with("glTreeId", tree);
        var trees = Results.records(call, calls.read(call), "glTrees", "glTree", "tree", findings);
        var wanted = trees.stream().filter(t -> t.id("id").equals(tree)).findFirst();
        if (wanted.isEmpty()) {
            throw new Stopped(Finding.of(
                    SourceCode.TREE_NOT_FOUND,
                    call.place(),
                    "GL tree " + tree,
                    trees.isEmpty()
                            ? "no tree"
                            : trees.stream().map(t -> t.id("id")).collect(Collectors.joining(", ")),
                    "Correct the tree's id in the mapping; the source shows trees under its GL setup."));
        }
        var accounts = new ArrayList<SourceAccount>();
        for (var item : wanted.get().many("glAccounts", "glAccount", "account")) {
            var id = item.id("id", "Id");
            var record = item.named("Entrata GL tree " + tree + ", account id " + id);
            var number = record.requiredText("accountNumber");
            var name = record.text("accountName");
            var group = record.requiredText("glGroupType");
            // The status is a name here, not a flag: Enabled or Disabled.
            var enabled = !record.text("status").equals("Disabled");
            if (!record.faulty()) {
                accounts.add(new SourceAccount(new GlAccountId(id), number, name, group, enabled));
            }
        }
        return accounts;
    }

    List<Book> books() {
        var books = new ArrayList<Book>();
        for (var record : Results.records(BOOKS, calls.read(BOOKS), "glBooks", "glBook", "book", findings)) {
            var id = record.id("id");
            var name = record.text("name");
            if (!record.faulty()) {
                books.add(new Book(id, name));
            }
        }
        return books;
    }

    List<ArCode> arCodes() {
        var codes = new ArrayList<ArCode>();
        for (var item : Results.records(AR_CODES, calls.read(AR_CODES), "arcodes", "arcode", "code", findings)) {
            var id = item.id("id");
            var record = item.named("Entrata AR code id " + id);
            var debit = record.idIfAny("debitGlAccountId").map(GlAccountId::new);
            var credit = record.idIfAny("creditGlAccountId").map(GlAccountId::new);
            if (!record.faulty()) {
                codes.add(new ArCode(
                        id, record.text("code"), record.text("name"), record.text("codeType"), debit, credit));
            }
        }
        return codes;
    }

    Set<GlAccountId> bankAccounts() {
        var accounts = new TreeSet<GlAccountId>();
        for (var bank : Results.records(
                BANK_ACCOUNTS, calls.read(BANK_ACCOUNTS), "BankAccounts", "BankAccount", "bank", findings)) {
            for (var use : bank.many("PropertyBankAccounts", "PropertyBankAccount", "use")) {
                var account = use.id("GlAccountId");
                if (!use.faulty()) {
                    accounts.add(new GlAccountId(account));
                }
            }
        }
        return accounts;
    }
}
