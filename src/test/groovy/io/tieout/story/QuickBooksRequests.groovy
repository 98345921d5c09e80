package io.tieout.story

import groovy.json.JsonSlurper
import io.tieout.sandbox.script.LoggedRequest
import java.nio.ByteBuffer
import java.nio.charset.CharacterCodingException
import java.nio.charset.StandardCharsets
import java.time.LocalDate
import java.util.regex.Pattern

/** What Intuit's documentation asks of a request, held against one that arrived. Shares no code with the adapter. */
class QuickBooksRequests {

  private static final Set<String> ENTITIES = ['Account', 'Class', 'Department', 'JournalEntry', 'Customer', 'Vendor']
  private static final Set<String> REPORTS = ['TrialBalance', 'GeneralLedger']
  private static final Pattern QUERY = ~/(?i)select (?:\*|count\(\*\)) from (\w+)(?: where (.+?))?(?: orderby (\w+(?:\.\w+)?))?(?: startposition (\d+))?(?: maxresults (\d+))?/
  private static final Pattern CONDITION = ~/(?i)[\w.]+ (?:(?:=|<|>|<=|>=|like) '(?:[^'\\]|\\.)*'|in \((?:true|false|'(?:[^'\\]|\\.)*')(?:,(?:true|false|'(?:[^'\\]|\\.)*'))*\))/
  private static final Map<String, Set<String>> MEMBERS = [
      entry : ['DocNumber', 'TxnDate', 'PrivateNote', 'Line'] as Set,
      line  : ['Description', 'Amount', 'DetailType', 'JournalEntryLineDetail'] as Set,
      detail: ['PostingType', 'AccountRef', 'ClassRef', 'DepartmentRef', 'Entity'] as Set]

  /** Everything wrong with a request, in words; empty when nothing is. */
  static List<String> faults(LoggedRequest request) {
    def uri = URI.create(request.target())
    def query = parameters(uri.rawQuery)
    def path = uri.path =~ '^/v3/company/(\\d+)/([a-z]+)(?:/(\\w+))?$'
    if (!path.matches()) {
      return ["path ${uri.path}, expected /v3/company/REALM/resource in small letters".toString()]
    }
    def (String realm, String resource, String more) = [path.group(1), path.group(2), path.group(3)]
    def faults = headerFaults(request)
    if (query.minorversion != '75') {
      faults << "minorversion ${query.minorversion}, expected 75".toString()
    }
    def known = [minorversion: true]
    switch (resource) {
      case 'companyinfo':
        faults.addAll(get(request))
        if (more != realm) {
          faults << "companyinfo of ${more}, expected the realm's own id".toString()
        }
        break
      case 'preferences':
        faults.addAll(get(request))
        break
      case 'query':
        faults.addAll(request.method() == 'GET' ? selectFaults(query.query ?: '') : postedSelect(request))
        known.query = true
        break
      case 'reports':
        faults.addAll(get(request) + reportFaults(more, query))
        known.putAll([start_date: true, end_date: true, accounting_method: true, columns: more == 'GeneralLedger'])
        break
      case 'batch':
        faults.addAll(batchFaults(request, query.requestid ?: ''))
        known.requestid = true
        break
      default:
        faults << "resource ${resource} is not one that Tieout needs".toString()
    }
    query.keySet().findAll { !known[it] }.each { faults << "parameter ${it} of ${resource}".toString() }
    faults
  }

  /** Over the whole night: a request id names one body for ever, and no two bodies share one. */
  static List<String> requestIdFaults(List<LoggedRequest> requests) {
    def writes = requests.findAll { URI.create(it.target()).path.endsWith('/batch') }
    def faults = []
    writes.groupBy { parameters(URI.create(it.target()).rawQuery).requestid }.each { id, same ->
      def bodies = same.collect { items(it) }
      if (bodies.tail().any { later -> !(later.every { bId, bytes -> bodies[0][bId] == bytes }) }) {
        faults << "requestid ${id} carries other items, or the same under another bId".toString()
      }
    }
    faults
  }

  private static Map<String, Object> items(LoggedRequest request) {
    new JsonSlurper().parse(request.body().bytes(), 'UTF-8').BatchItemRequest.collectEntries { [it.bId, it.JournalEntry] }
  }

  private static List<String> headerFaults(LoggedRequest request) {
    def faults = []
    def header = { String name -> request.headers()[name]?.join(', ') ?: '' }
    if (!header('authorization').startsWith('Bearer ')) {
      faults << 'no bearer token'
    }
    if (header('accept') != 'application/json') {
      faults << "accepts '${header('accept')}'".toString()
    }
    if (header('accept-encoding') != 'gzip') {
      faults << "accepts encoding '${header('accept-encoding')}'".toString()
    }
    if (request.method() == 'POST' && !(header('content-type') in ['application/json', 'application/text'])) {
      faults << "content type '${header('content-type')}'".toString()
    }
    faults
  }

  private static List<String> get(LoggedRequest request) {
    request.method() == 'GET' && request.bodyBytes() == 0 ? [] : ["${request.method()} with ${request.bodyBytes()} bytes, expected GET".toString()]
  }

  private static List<String> postedSelect(LoggedRequest request) {
    def faults = selectFaults(new String(request.body().bytes(), 'UTF-8'))
    if (request.headers()['content-type'] != ['application/text']) {
      faults << 'a posted query is application/text'
    }
    faults
  }

  private static List<String> selectFaults(String text) {
    def select = QUERY.matcher(text)
    if (!select.matches()) {
      return ["query '${text}' is not of the documented grammar".toString()]
    }
    def faults = []
    if (!(select.group(1) in ENTITIES)) {
      faults << "query of ${select.group(1)}".toString()
    }
    (select.group(2)?.split('(?i) and ') ?: []).each { condition ->
      if (!(condition ==~ CONDITION)) {
        faults << "condition '${condition}'".toString()
      }
    }
    if (!select.group(3)) {
      faults << 'pages without an order overlap'
    }
    if (!select.group(4) || (select.group(4) as int) < 1) {
      faults << 'startposition counts from 1'
    }
    if (!select.group(5) || !((select.group(5) as int) in 1..1000)) {
      faults << 'maxresults is 1 to 1000'
    }
    faults
  }

  private static List<String> reportFaults(String name, Map<String, String> query) {
    def faults = []
    if (!(name in REPORTS)) {
      faults << "report ${name}".toString()
    }
    if (!(query.accounting_method in ['Accrual', 'Cash'])) {
      faults << 'the basis of a report is asked for explicitly'
    }
    if (!date(query.start_date) || !date(query.end_date) || query.start_date > query.end_date) {
      faults << "days ${query.start_date} to ${query.end_date}".toString()
    } else if (name == 'GeneralLedger' && LocalDate.parse(query.start_date).plusMonths(6) <= LocalDate.parse(query.end_date)) {
      faults << 'more than six months of ledger'
    }
    faults
  }

  private static List<String> batchFaults(LoggedRequest request, String requestId) {
    def faults = []
    if (request.method() != 'POST' || request.headers()['content-type'] != ['application/json']) {
      faults << 'a batch is a POST of application/json'
    }
    if (!(requestId ==~ /[\w-]{1,36}/)) {
      faults << "requestid '${requestId}', expected 1 to 36 characters".toString()
    }
    def bytes = request.body().bytes()
    try {
      StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes))
    } catch (CharacterCodingException e) {
      return faults + ['not UTF-8']
    }
    def body = new JsonSlurper().parse(bytes, 'UTF-8')
    if (!(body instanceof Map) || body.keySet() != ['BatchItemRequest'] as Set || !(body.BatchItemRequest instanceof List)) {
      return faults + ['a batch is {"BatchItemRequest":[..]}']
    }
    def items = body.BatchItemRequest
    if (!(items.size() in 1..30)) {
      faults << "${items.size()} items, expected 1 to 30".toString()
    }
    if (items*.bId.toSet().size() != items.size()) {
      faults << 'a bId twice'
    }
    items.each { item ->
      if (item.keySet() != ['bId', 'JournalEntry', 'operation'] as Set || item.operation != 'create' || !(item.bId ==~ /\w{1,10}/)) {
        faults << "item ${item.keySet()} ${item.bId} ${item.operation}".toString()
      } else {
        faults.addAll(entryFaults(item.JournalEntry).collect { "item ${item.bId}: ${it}".toString() })
      }
    }
    // A number that JSON lets through and the books do not: 1E+2, 100.005.
    new String(bytes, 'UTF-8').findAll(/"Amount":([^,}]+)/) { all, literal -> literal }.findAll { !(it ==~ /\d{1,10}(\.\d{1,2})?/) }
        .each { faults << "amount ${it}".toString() }
    faults
  }

  private static List<String> entryFaults(Map entry) {
    def faults = (entry.keySet() - MEMBERS.entry).collect { "unknown member ${it}".toString() }
    if (!(entry.DocNumber instanceof String) || !(entry.DocNumber.size() in 1..21)) {
      faults << "DocNumber '${entry.DocNumber}'".toString()
    }
    if (!date(entry.TxnDate as String)) {
      faults << "TxnDate '${entry.TxnDate}'".toString()
    }
    if (!entry.PrivateNote || entry.PrivateNote.size() > 4000) {
      faults << 'PrivateNote of 1 to 4000 characters'
    }
    def lines = entry.Line ?: []
    if (lines.size() < 2) {
      faults << "${lines.size()} lines".toString()
    }
    lines.each { faults.addAll(lineFaults(it)) }
    def sum = lines.sum(0.0) { (it.JournalEntryLineDetail?.PostingType == 'Debit' ? 1 : -1) * (it.Amount as BigDecimal) }
    if (sum != 0) {
      faults << "debits less credits are ${sum}".toString()
    }
    faults
  }

  private static List<String> lineFaults(Map line) {
    def faults = (line.keySet() - MEMBERS.line).collect { "unknown member ${it} of a line".toString() }
    def detail = line.JournalEntryLineDetail ?: [:]
    faults.addAll((detail.keySet() - MEMBERS.detail).collect { "unknown member ${it} of a line's detail".toString() })
    if (!(line.Amount instanceof Number) || line.Amount <= 0) {
      faults << "amount ${line.Amount}, expected above zero".toString()
    }
    if (line.DetailType != 'JournalEntryLineDetail' || !(detail.PostingType in ['Debit', 'Credit'])) {
      faults << "line of ${line.DetailType}, ${detail.PostingType}".toString()
    }
    ['AccountRef', 'ClassRef', 'DepartmentRef'].each { name ->
      if ((detail[name] != null || name == 'AccountRef') && !(detail[name]?.value ==~ /\d+/)) {
        faults << "${name} ${detail[name]}".toString()
      }
    }
    if ((line.Description ?: '').size() > 4000) {
      faults << 'a description of more than 4000 characters'
    }
    faults
  }

  private static boolean date(String text) {
    text ==~ /\d{4}-\d{2}-\d{2}/ && LocalDate.parse(text) != null
  }

  private static Map<String, String> parameters(String rawQuery) {
    (rawQuery ?: '').split('&').findAll { it }.collectEntries { part ->
      part.split('=', 2).collect { URLDecoder.decode(it, 'UTF-8') }
    }
  }
}
