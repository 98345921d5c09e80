package io.tieout.story

import io.tieout.sandbox.script.LoggedRequest
import spock.lang.AutoCleanup
import spock.lang.Shared
import spock.lang.Specification
import spock.lang.Stepwise

/**
 * Every request of whole nights, as the sandboxes received it, against what the vendors ask: Entrata's by the carried
 * schemas, QuickBooks' by Intuit's documentation. None may be broken, and what nothing new calls for is not asked twice.
 */
@Stepwise
class RequestsOfANightSpec extends Specification {

  @Shared
  @AutoCleanup
  House house = new House()

  def "a night and everything a person does around it send no broken request"() {
    given:
    house.publish()

    when: 'checked, read, planned, posted, marked, tied out'
    house.tieout('doctor')
    house.tieout('mapping', 'lint', '--live')
    def night = house.tieout('sync')

    then:
    night.json.companies*.posted.every { it > 10 }
    night.json.companies*.marked.every { it > 0 }
    night.json.tie_out*.differences == [0, 0]

    when: 'explained, tied out again, and a second night'
    house.tieout('explain', house.entries(House.ACCRUAL).find { it.TxnDate == '2026-10-09' }.DocNumber)
    house.tieout('tie-out', '--month', '2026-10')
    def again = house.tieout('sync')

    then:
    again.json.companies*.write_calls == [0, 0]

    when: 'a late entry whose answer is lost is looked up and settled; another never arrives and is sent again'
    late(12)
    house.quickBooksServer.faults().add('batch:1:commit-then-drop')
    house.tieout('sync')
    house.tieout('resolve')
    late(13)
    house.quickBooksServer.faults().add('batch:1:drop-before-commit')
    house.tieout('sync')
    def settled = house.tieout('sync')

    then:
    settled.json.companies.find { it.company == 'demo-accrual' }.sent_again == 1

    and: 'somebody else enters a bill, so the ledger report is asked for as well'
    house.quickBooksDo('create', [realm: House.ACCRUAL, type: 'JournalEntry', entity: [TxnDate: '2026-10-30', DocNumber: 'JE-7', Line: [
        line(1.00, 'Debit', '10'), line(1.00, 'Credit', '26')]]])
    house.tieout('tie-out')

    expect: 'of each system, each request'
    def entrata = house.entrata.server().log().entries()
    def quickBooks = ours()
    entrata.size() > 40
    quickBooks.size() > 80
    broken(entrata) { EntrataRequests.faults(it, house.organisation) } == []
    broken(quickBooks) { QuickBooksRequests.faults(it) } == []
    QuickBooksRequests.requestIdFaults(quickBooks) == []

    and: 'every kind of call was among them'
    entrata*.call().toSet().containsAll(['getProperties', 'getGlTransactions', 'getGlTrees', 'markGlTransactionsExported', 'getLeaseArTransactions'])
    quickBooks*.call().toSet().containsAll(['batch', 'query', 'preferences', 'companyinfo'])

    cleanup:
    println "Requests of these nights: ${entrata?.size()} to Entrata, ${quickBooks?.size()} to QuickBooks"
  }

  def "request ids of Entrata calls are never used twice"() {
    given:
    def ids = house.entrata.server().log().entries().collect { new groovy.json.JsonSlurper().parse(it.body().bytes()).requestId }

    expect:
    ids.size() == ids.toSet().size()
  }

  def "a broken Entrata request is found: #what"() {
    given:
    def good = house.entrata.server().log().entries(call)[0]
    def bad = changed(good, good.body().text().replaceFirst(from, to), good.target() + query)

    expect:
    EntrataRequests.faults(good, house.organisation) == []
    EntrataRequests.faults(bad, house.organisation).size() >= 1
    EntrataRequests.faults(good, 'otherpm').size() == 1

    where:
    what                    | call                         | from                              | to                        | query
    'an unknown parameter'  | 'getGlTransactions'          | '"glTreeId"'                      | '"glTree"'                | ''
    'a month as a date'     | 'getGlTransactions'          | '"10/2026"'                       | '"2026-10"'               | ''
    'no request id'         | 'getProperties'              | '"requestId":"[^"]*"'             | '"requestId":""'          | ''
    'an id that is a word'  | 'markGlTransactionsExported' | '"glDetailId":"\\d+'              | '"glDetailId":"x'         | ''
    'a page of the GL'      | 'getGlTransactions'          | 'nothing'                         | ''                        | '?page_no=1&per_page=500'
  }

  def "a broken QuickBooks request is found: #what"() {
    given:
    def good = ours().find { it.call() == call }
    def bad = changed(good, good.body().text().replaceFirst(from, to), good.target().replaceFirst(targetFrom, targetTo))

    expect:
    QuickBooksRequests.faults(good) == []
    QuickBooksRequests.faults(bad).size() >= 1

    where:
    what                      | call          | from                          | to                    | targetFrom         | targetTo
    'an old minor version'    | 'preferences' | 'nothing'                     | ''                    | 'minorversion=75'  | 'minorversion=65'
    'no request id'           | 'batch'       | 'nothing'                     | ''                    | 'requestid=\\w+&'  | ''
    'a long request id'       | 'batch'       | 'nothing'                     | ''                    | 'requestid='       | 'requestid=aaaaaaaaaaaaaaaaaaaa'
    'two items of one bId'    | 'batch'       | '"bId":"02"'                  | '"bId":"01"'          | 'nothing'          | ''
    'an amount as a power'    | 'batch'       | '"Amount":\\d+\\.\\d+'        | '"Amount":1E+2'       | 'nothing'          | ''
    'a cent too much'         | 'batch'       | '"Amount":\\d+\\.\\d+'        | '"Amount":0.01'       | 'nothing'          | ''
    'an unknown member'       | 'batch'       | '"TxnDate"'                   | '"TransactionDate"'   | 'nothing'          | ''
    'an update'               | 'batch'       | '"operation":"create"'        | '"operation":"update"' | 'nothing'         | ''
    'an unordered page'       | 'query'       | 'nothing'                     | ''                    | 'orderby\\+Id\\+'  | ''
    'a large page'            | 'query'       | 'nothing'                     | ''                    | 'maxresults\\+500' | 'maxresults+5000'
  }

  def "the same request id with another body is found"() {
    given:
    def batch = ours().find { it.call() == 'batch' }
    def other = changed(batch, batch.body().text().replaceFirst('"TxnDate":"2026-09-30"', '"TxnDate":"2026-10-01"'), batch.target())

    expect:
    other.body().text() != batch.body().text()
    QuickBooksRequests.requestIdFaults([batch, batch]) == []
    QuickBooksRequests.requestIdFaults([batch, other]).size() == 1
  }

  /** What Tieout sent; the story itself asks only for entries by a query without an order, and the sandbox's controls. */
  private List<LoggedRequest> ours() {
    house.quickBooksServer.log().entries().findAll { it.headers()['user-agent'] == ['Tieout'] }
  }

  private static List<String> broken(List<LoggedRequest> requests, Closure<List<String>> check) {
    requests.collectMany { request -> check.call(request).collect { "#${request.number()} ${request.method()} ${request.target()}: ${it}".toString() } }
  }

  private void late(int day) {
    house.entrataDo('late', [property: 510001, basis: 'ACCRUAL', postMonth: '2026-10', type: 'GJ', postDate: "2026-10-${day}".toString(),
        reference: "JE - #7${day}".toString(), lines: [[account: House.LANDSCAPING, minor: 12_34], [account: House.ACCRUED, minor: -12_34]]])
  }

  private static Map line(BigDecimal amount, String side, String account) {
    [Amount: amount, DetailType: 'JournalEntryLineDetail', JournalEntryLineDetail: [PostingType: side, AccountRef: [value: account]]]
  }

  private static LoggedRequest changed(LoggedRequest was, String body, String target) {
    new LoggedRequest(was.number(), was.at(), was.receivedAt(), was.call(), was.method(), target, was.headers(),
        io.tieout.sandbox.script.KeptBodies.of(body), body.bytes.length, was.bodySha256(), was.fault(), was.applied(), was.committed(), was.late(), was.status(), was.answer(),
        was.answerBytes(), was.defect())
  }
}
