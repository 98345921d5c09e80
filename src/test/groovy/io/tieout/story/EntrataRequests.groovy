package io.tieout.story

import groovy.json.JsonSlurper
import io.tieout.sandbox.entrata.EntrataCaller
import io.tieout.sandbox.script.LoggedRequest

/** What Entrata's contract asks of a request, held against one that arrived. Shares no code with the adapter. */
class EntrataRequests {

  /** Paged calls; the others take no query. */
  private static final Set<String> PAGED = ['getArInvoices', 'getLeaseArTransactions', 'getInvoices r2']

  /** Most ids in one marking call: "a few hundred" (Entrata API contract, markGlTransactionsExported). */
  private static final int MARKS_MAX = 300

  /** Everything wrong with a request, in words; empty when nothing is. */
  static List<String> faults(LoggedRequest request, String organisation) {
    def faults = []
    def body = request.body().bytes()
    def json = read(body, faults)
    if (!(json instanceof Map)) {
      return faults + ['the body is not one envelope']
    }
    def name = json.method?.name
    def version = json.method?.version
    if (!version) {
      return faults + ['no version: "always send it"']
    }
    faults.addAll(schemaFaults("${EntrataCaller.SERVICES[name]}.${name}.${version}.request", body))
    def path = URI.create(request.target()).path
    def expected = "/ext/orgs/${organisation}/v1/${EntrataCaller.SERVICES[name]}".toString()
    if (request.method() != 'POST' || path != expected) {
      faults << "${request.method()} ${path}, expected POST ${expected}".toString()
    }
    if (!(json.requestId instanceof String) || json.requestId.empty) {
      faults << 'no requestId to recognise the answer by'
    }
    faults.addAll(headerFaults(request))
    faults.addAll(queryFaults(request, name == 'getInvoices' ? "$name $version".toString() : name))
    if (name == 'markGlTransactionsExported') {
      faults.addAll(markFaults(json.method.params.glDetailId.toString().split(',').toList()))
    }
    faults
  }

  private static Object read(byte[] body, List<String> faults) {
    try {
      new JsonSlurper().parse(body, 'UTF-8')
    } catch (groovy.json.JsonException | IllegalArgumentException e) {
      faults << "not JSON: ${e.message.readLines()[0]}".toString()
      null
    }
  }

  private static List<String> schemaFaults(String schema, byte[] body) {
    if (EntrataRequests.getResource("/entrata-schema/${schema}.json") == null) {
      return ["no schema ${schema}: not a call of the contract".toString()]
    }
    EntrataCaller.faults(schema, body).collect { "${schema}: ${it}".toString() }
  }

  private static List<String> headerFaults(LoggedRequest request) {
    def faults = []
    def header = { String name -> request.headers()[name]?.join(', ') ?: '' }
    if (!header('content-type').startsWith('application/json')) {
      faults << "content type '${header('content-type')}'".toString()
    }
    if (!header('accept').contains('application/json')) {
      faults << "accepts '${header('accept')}'".toString()
    }
    if (header('accept-language') != 'en-US') {
      faults << "language '${header('accept-language')}': texts may come translated".toString()
    }
    if (!header('x-api-key') && !header('authorization')) {
      faults << 'no credentials'
    }
    faults
  }

  private static List<String> queryFaults(LoggedRequest request, String call) {
    def query = URI.create(request.target()).query ?: ''
    def given = query.empty ? [:] : query.split('&').collectEntries { it.split('=', 2) as List }
    def faults = []
    if (!(call in PAGED) && given) {
      faults << "${call} is not paged, found '${query}'".toString()
    }
    if (call in PAGED) {
      if (!(given.page_no ==~ /[1-9]\d*/) || !(given.per_page ==~ /[1-9]\d{0,2}/)) {
        faults << "${call} asks for a page by page_no and per_page, found '${query}'".toString()
      }
      if (request.headers()['x-send-pagination-links'] != ['1']) {
        faults << "${call} without X-Send-Pagination-Links".toString()
      }
    }
    (given.keySet() - ['page_no', 'per_page']).each { faults << "unknown query parameter ${it}".toString() }
    faults
  }

  private static List<String> markFaults(List<String> ids) {
    def faults = []
    if (ids.size() > MARKS_MAX) {
      faults << "${ids.size()} ids in one marking call".toString()
    }
    if (ids.toSet().size() != ids.size()) {
      faults << 'an id twice in one marking call'
    }
    faults
  }
}
