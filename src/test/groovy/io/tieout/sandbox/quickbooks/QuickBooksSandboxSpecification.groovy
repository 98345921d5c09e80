package io.tieout.sandbox.quickbooks

import groovy.json.JsonOutput
import groovy.json.JsonSlurper
import io.tieout.sandbox.script.SandboxClock
import io.tieout.sandbox.script.SandboxServer
import io.tieout.sandbox.script.SandboxSettings
import java.net.http.HttpClient
import java.net.http.HttpRequest
import java.net.http.HttpResponse
import java.time.Duration
import java.time.Instant
import spock.lang.AutoCleanup
import spock.lang.Specification

/** A company with a few accounts behind a real server, and short words for calling it. */
abstract class QuickBooksSandboxSpecification extends Specification {
  static final String REALM = '9130350000000001'
  static final String OTHER_REALM = '9130350000000002'

  def clock = SandboxClock.standingAt(Instant.parse('2026-11-02T15:00:00Z'))
  def sandbox = new QuickBooksSandbox(clock, behaviour(), [company().build(), otherCompany().build()])

  @AutoCleanup
  SandboxServer server = SandboxServer.start(sandbox, SandboxSettings.on(clock))

  HttpClient http = HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build()
  String token = "static-${REALM}"

  QuickBooksSettings behaviour() {
    QuickBooksSettings.documented().withThrottles(false)
  }

  QuickBooksCompany.Builder company() {
    QuickBooksCompany.named(REALM, 'Cedar Ridge LLC')
      .account(35, '1010', 'Operating Bank', 'Bank')
      .account(36, '1100', 'Accounts Receivable', 'Accounts Receivable')
      .account(37, '1200', 'Resident receivables (Entrata)', 'Other Current Asset')
      .account(41, '2010', 'Accounts Payable', 'Accounts Payable')
      .account(42, '2100', 'Security deposits', 'Other Current Liability')
      .account(79, '4010', 'Rental Income', 'Income')
      .account(80, '6010', 'Repairs', 'Expense')
      .klass(201, 'Cedar Ridge')
      .klass(202, 'Harbor Point')
      .department(301, 'North')
      .vendor(56, 'Northfork Plumbing')
      .customer(58, 'Maria Okafor')
  }

  QuickBooksCompany.Builder otherCompany() {
    QuickBooksCompany.named(OTHER_REALM, 'Harbor Point LLC').account(35, '1010', 'Bank', 'Bank')
  }

  // ---- wire ----

  HttpResponse<String> send(String method, String path, Map options = [:]) {
    def body = options.body
    byte[] bytes = body == null ? new byte[0]
      : body instanceof byte[] ? body
      : (body instanceof CharSequence ? body.toString() : JsonOutput.toJson(body)).getBytes('UTF-8')
    def request = HttpRequest.newBuilder(URI.create("${server.baseUri()}${path}"))
      .timeout(Duration.ofSeconds(20))
      .method(method, bytes.length == 0
      ? HttpRequest.BodyPublishers.noBody() : HttpRequest.BodyPublishers.ofByteArray(bytes))
    def headers = [
      Accept        : 'application/json',
      'Content-Type': options.contentType ?: 'application/json',
      Authorization : "Bearer ${options.token ?: token}".toString()
    ] + (options.headers ?: [:])
    headers.findAll { it.value != null }.each { name, value -> request.header(name, value as String) }
    http.send(request.build(), HttpResponse.BodyHandlers.ofString())
  }

  String path(String rest) {
    "/v3/company/${REALM}/${rest}"
  }

  static Object json(HttpResponse<String> answer) {
    new JsonSlurper().parseText(answer.body())
  }

  Object get(String rest) {
    json(send('GET', path(rest)))
  }

  Object post(String rest, Object body) {
    json(send('POST', path(rest), [body: body]))
  }

  static String urlEncoded(String text) {
    URLEncoder.encode(text, 'UTF-8')
  }

  Object query(String text) {
    get("query?query=${urlEncoded(text)}")
  }

  Object hand(String action, Map body) {
    def answer = send('POST', "/_sandbox/do/${action}", [body: [realm: REALM] + body])
    assert answer.statusCode() == 200 : answer.body()
    json(answer)
  }

  static String code(Object answer) {
    answer.Fault ? answer.Fault.Error[0].code : ''
  }

  // ---- books ----

  static Map line(String side, String amount, Object account, Map more = [:]) {
    def detail = [PostingType: side, AccountRef: [value: "$account"]] + more
    [Amount: new BigDecimal(amount), DetailType: 'JournalEntryLineDetail', JournalEntryLineDetail: detail,
      Description: 'October rent']
  }

  static Map entry(Map more = [:]) {
    [DocNumber: 'T-510001-2610-01', TxnDate: '2026-10-31', PrivateNote: 'tieout key',
      Line: [line('Debit', '1450.00', 37), line('Credit', '1450.00', 79)]] + more
  }

  /** Posts an entry and returns it. */
  Object posted(Map more = [:]) {
    def answer = post('journalentry', entry(more))
    assert answer.JournalEntry : answer
    answer.JournalEntry
  }

  int entriesCount() {
    query('select count(*) from JournalEntry').QueryResponse.totalCount ?: 0
  }
}
