package io.tieout.store.mapping;

import io.tieout.fact.OrganisationId;
import io.tieout.finding.Findings;
import io.tieout.mapping.Binding;
import io.tieout.mapping.ControlAccounts;
import io.tieout.mapping.Mapping;
import io.tieout.mapping.MappingCode;
import io.tieout.mapping.SourcePlace;
import io.tieout.mapping.TargetKind;
import io.tieout.money.CurrencyCode;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Reads one mapping file. Gathers every fault on the way; the mapping is present only when there is none.
 *
 * <p>The format is described in docs/mapping.md.
 */
public final class MappingReader {

    /** The version of the format, first line of every mapping file. */
    private static final String FORMAT = "1";

    private static final Pattern SHORT_NAME = Pattern.compile("[a-z0-9][a-z0-9-]{0,39}");
    private static final Pattern CONNECTION = Pattern.compile("[A-Za-z0-9][A-Za-z0-9._-]{0,63}");
    private static final Pattern REALM = Pattern.compile("\\d{1,20}");
    private static final Pattern TENANT =
            Pattern.compile("[0-9a-fA-F]{8}-[0-9a-fA-F]{4}-[0-9a-fA-F]{4}-[0-9a-fA-F]{4}-[0-9a-fA-F]{12}");

    private final Faults faults;

    private MappingReader(Faults faults) {
        this.faults = faults;
    }

    /**
     * @param file name for messages, as the person knows it
     * @param bytes UTF-8
     */
    public static Findings<Optional<Mapping>> read(String file, byte[] bytes) {
        var faults = new Faults(file);
        var mapping = YamlText.of(bytes, faults)
                .flatMap(text -> YamlTree.of(text, faults))
                .or(() -> nothing(faults))
                .flatMap(root -> new MappingReader(faults).mapping(root));
        return new Findings<>(faults.hasErrors() ? Optional.empty() : mapping, faults.findings());
    }

    /** What a file says of its company, as far as that can be read: tells whose mapping a faulty file is. */
    static MappingFolder.Heading heading(byte[] bytes) {
        var faults = new Faults("");
        var binding = YamlText.of(bytes, faults)
                .flatMap(text -> YamlTree.of(text, faults))
                .map(root -> Group.of(root, "the file", Keys.FILE, faults).group("binding", Keys.BINDING));
        var company = binding.flatMap(b -> b.read("company", MappingReader::shortName));
        var target = binding.flatMap(b -> b.read("target", Value::asText));
        var companyId = binding.flatMap(b -> b.read("company-id", Value::asText));
        return new MappingFolder.Heading(company, target.flatMap(t -> companyId.map(id -> t + ":" + id)));
    }

    private static Optional<YamlNode> nothing(Faults faults) {
        if (!faults.hasErrors()) {
            faults.add(
                    MappingCode.KEY_MISSING,
                    faults.place(1, 1),
                    "a mapping",
                    "an empty file",
                    "copy an example from mappings/ and change it");
        }
        return Optional.empty();
    }

    private Optional<Mapping> mapping(YamlNode root) {
        var file = Group.of(root, "the file", Keys.FILE, faults);
        if (!file.require("tieout", FORMAT, this::format).isPresent() && file.has("tieout")) {
            return Optional.empty();
        }
        var binding = binding(file);
        var properties = new PropertiesReader(faults).read(file);
        var rules = new RulesReader(faults).read(file);
        var controls = controls(file);
        var openingEquity = file.read("opening-equity", Value::asAccount);
        var currency = binding.map(Binding::currency).orElse(CurrencyCode.USD);
        var policies = new PoliciesReader(faults, currency).read(file);
        return binding.map(
                b -> new Mapping(faults.file(), b, properties, rules, policies, controls, openingEquity, places(file)));
    }

    private Optional<String> format(Value value) {
        if (value.text().equals(FORMAT)) {
            return value.asText();
        }
        faults.add(
                MappingCode.FORMAT_VERSION,
                value.place(),
                "tieout: " + FORMAT,
                "tieout: " + Words.shortened(value.text()),
                "use the release of Tieout that wrote this file, or set the version this release reads");
        return Optional.empty();
    }

    private Optional<Binding> binding(Group file) {
        if (!file.has("binding")) {
            file.missing(MappingCode.KEY_MISSING, "binding", "what is joined to what");
            return Optional.empty();
        }
        var group = file.group("binding", Keys.BINDING);
        var company = group.require("company", "a short name", MappingReader::shortName);
        var organisation = group.require("organisation", "the source's organisation", MappingReader::connection);
        var source = group.require("source", "name of the source connection", MappingReader::connection);
        var target = group.require(
                "target",
                "quickbooks or xero",
                v -> v.oneOf(TargetKind::of, PropertiesReader.codes(TargetKind.values(), TargetKind::code)));
        var connection = group.require("connection", "name of the target connection", MappingReader::connection);
        var companyId = group.require("company-id", "the target's own id of the company", v -> companyId(v, target));
        var currency = group.require("currency", "the company's currency, as USD", Value::asCurrency);
        var fiscalYear = group.has("fiscal-year-start")
                ? group.read("fiscal-year-start", v -> v.asNumber(1, 12))
                : Optional.of(1);
        if (company.isEmpty()
                || organisation.isEmpty()
                || source.isEmpty()
                || target.isEmpty()
                || connection.isEmpty()
                || companyId.isEmpty()
                || currency.isEmpty()
                || fiscalYear.isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(new Binding(
                company.get(),
                new OrganisationId(organisation.get()),
                source.get(),
                target.get(),
                connection.get(),
                companyId.get(),
                currency.get(),
                fiscalYear.get()));
    }

    /** Also a folder's name, hence the narrow set of characters. */
    private static Optional<String> shortName(Value value) {
        return value.matching(
                SHORT_NAME,
                "a short name of small letters, digits and hyphens, at most 40",
                "choose a name you would type after --company, as oak-street");
    }

    private static Optional<String> connection(Value value) {
        return value.matching(
                CONNECTION,
                "a name of letters, digits, '.', '_' and '-'",
                "write the name as the configuration has it");
    }

    private static Optional<String> companyId(Value value, Optional<TargetKind> target) {
        if (target.isEmpty()) {
            return value.asText();
        }
        return switch (target.get()) {
            case QUICKBOOKS ->
                value.matching(
                        REALM,
                        "a QuickBooks company id (realm id), digits only",
                        "copy it from QuickBooks: Settings, Account and settings, Company ID");
            case XERO ->
                value.matching(
                        TENANT,
                        "a Xero tenant id, as 45e4708e-d862-4111-ab3a-dd8cd03913e1",
                        "copy it from the connection's list of organisations");
        };
    }

    private ControlAccounts controls(Group file) {
        var group = file.group("controls", Keys.CONTROLS);
        return new ControlAccounts(
                numbers(group, "receivables"),
                numbers(group, "prepaid"),
                numbers(group, "deposits"),
                numbers(group, "payables"),
                numbers(group, "cash"));
    }

    private static List<String> numbers(Group group, String key) {
        return group.list(key, Value::asText);
    }

    private Map<String, SourcePlace> places(Group file) {
        var places = new LinkedHashMap<String, SourcePlace>();
        for (var entry : file.entries()) {
            places.put(entry.key(), entry.keyPlace());
            if (entry.value() instanceof YamlNode.Block block) {
                block.entries().forEach(inner -> places.put(entry.key() + "." + inner.key(), inner.keyPlace()));
            }
        }
        return places;
    }
}
