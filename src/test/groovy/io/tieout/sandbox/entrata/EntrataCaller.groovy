package io.tieout.sandbox.entrata

import com.fasterxml.jackson.databind.JsonNode
import com.fasterxml.jackson.databind.ObjectMapper
import groovy.json.JsonOutput
import com.networknt.schema.JsonSchema
import com.networknt.schema.JsonSchemaFactory
import com.networknt.schema.SpecVersion
import io.tieout.sandbox.entrata.office.EntrataOffice
import io.tieout.sandbox.entrata.portfolio.WorkedPortfolio
import io.tieout.sandbox.script.SandboxAnswer
import io.tieout.sandbox.script.SandboxRequest

import java.time.Clock
import java.time.Instant
import java.time.ZoneOffset

/** Calls the imitated Entrata without a socket, and holds answers against the carried schemas. */
class EntrataCaller {

    static final ObjectMapper JSON = new ObjectMapper()
    private static final JsonSchemaFactory SCHEMAS = JsonSchemaFactory.getInstance(SpecVersion.VersionFlag.V202012)
    private static final Map<String, JsonSchema> READ = [:]
    static final Map<String, String> SERVICES = [
            getStatus                : 'status', getAccessibleClients: 'appinfo', getAccessibleServices: 'appinfo',
            getProperties            : 'properties', getPropertyPickLists: 'properties', getArCodes: 'arcodes',
            getArPayments            : 'arpayments', getArInvoices: 'artransactions',
            getLeaseArTransactions   : 'artransactions', getMitsLeaseArTransactions: 'artransactions',
            getGlTransactions        : 'financial', markGlTransactionsExported: 'financial',
            sendJournalEntries       : 'financial', getGlTrees: 'financial', getFinancialPickList: 'financial',
            getBankAccounts          : 'financial', getApCodes: 'financial', getVendors: 'vendors',
            getVendorLocations       : 'vendors', getVendorPickLists: 'vendors', getInvoices: 'vendors',
            markInvoicesExported     : 'vendors']

    final EntrataOffice office
    final EntrataService service
    Clock clock = Clock.fixed(Instant.parse('2026-11-02T16:00:30Z'), ZoneOffset.UTC)
    Map<String, List<String>> headers = ['x-api-key': [WorkedPortfolio.API_KEY]]
    boolean tenantHost = false
    private long number = 0

    EntrataCaller(EntrataOddities oddities = EntrataOddities.defaults(), EntrataOffice office = WorkedPortfolio.open()) {
        this.office = office
        def moving = new Clock() {
            ZoneOffset getZone() { ZoneOffset.UTC }

            Clock withZone(java.time.ZoneId zone) { this }

            Instant instant() { EntrataCaller.this.clock.instant() }
        }
        this.service = new EntrataService(office, oddities, moving)
    }

    SandboxAnswer send(String name, String version, Map params, Map<String, List<String>> query = [:]) {
        send(SERVICES[name], [auth: [type: 'apikey'], requestId: 'spec-1', method: [name: name, version: version, params: params]], query)
    }

    SandboxAnswer send(String service, Map body, Map<String, List<String>> query = [:]) {
        def path = tenantHost ? "/api/v1/$service" : "/ext/orgs/${office.organisation().subdomain()}/v1/$service"
        this.service.answer(new SandboxRequest(++number, 'POST', path.toString(), query, headers, JsonOutput.toJson(body).bytes))
    }

    /** The result of a call that must succeed. */
    JsonNode result(String name, String version, Map params, Map<String, List<String>> query = [:]) {
        def answer = send(name, version, params, query)
        assert answer.status() == 200
        def root = body(answer)
        assert root.has('result'), root.toString()
        root.get('result')
    }

    static JsonNode body(SandboxAnswer answer) {
        def json = JSON.readTree(answer.body())
        json.has('response') ? json.get('response') : json
    }

    static String error(SandboxAnswer answer) {
        def root = body(answer)
        root.path('error').path('message').asText(root.path('message').asText(''))
    }

    /** What a schema of the reference finds wrong with a document; empty when nothing. */
    static List<String> faults(String schema, byte[] document) {
        def read = READ.computeIfAbsent(schema) { name ->
            def text = EntrataCaller.getResourceAsStream("/entrata-schema/${name}.json").text
            SCHEMAS.getSchema(text)
        }
        read.validate(JSON.readTree(document)).collect { it.message }
    }

    static JsonNode example(String name) {
        JSON.readTree(EntrataCaller.getResourceAsStream("/entrata-schema/examples/${name}.json"))
    }

    /** Items of a list in any of its forms. */
    static List<JsonNode> many(JsonNode list) {
        if (list == null || list.isMissingNode() || list.isNull() || list.isTextual()) {
            return []
        }
        if (list.isArray()) {
            return list.toList()
        }
        def names = list.fieldNames().toList()
        names && names.every { it ==~ /[0-9]+/ } ? list.toList() : (list.isEmpty() ? [] : [list])
    }

    /** Amount in cents, whatever its written form. */
    static long cents(JsonNode amount) {
        def text = amount.asText().replaceAll('[$, ]', '')
        if (text.startsWith('(')) {
            text = '-' + text[1..-2]
        }
        new BigDecimal(text).movePointRight(2).longValueExact()
    }
}
