package io.tieout.sandbox.quickbooks

import io.tieout.sandbox.script.KeptBody
import java.time.Duration
import java.time.LocalDate

class JournalEntrySandboxSpec extends QuickBooksSandboxSpecification {

  def "a created entry comes back in full, with ids, names, stamps in Pacific time and the time"() {
    when:
    def answer = post('journalentry', entry(Line: [
      line('Debit', '1450.00', 37, [ClassRef: [value: '201'], DepartmentRef: [value: '301']]),
      line('Credit', '1450.00', 79, [ClassRef: [value: '201']])
    ]))
    def stored = answer.JournalEntry

    then:
    answer.time == '2026-11-02T07:00:00.000-08:00'
    stored.Id ==~ /\d+/
    stored.SyncToken == '0'
    stored.domain == 'QBO'
    !stored.sparse
    stored.MetaData == [CreateTime: '2026-11-02T07:00:00-08:00', LastUpdatedTime: '2026-11-02T07:00:00-08:00']
    stored.DocNumber == 'T-510001-2610-01'
    stored.TxnDate == '2026-10-31'
    stored.PrivateNote == 'tieout key'
    stored.CurrencyRef.value == 'USD'
    stored.Line*.Id == ['0', '1']
    stored.Line[0].JournalEntryLineDetail.AccountRef == [value: '37', name: 'Resident receivables (Entrata)']
    stored.Line[0].JournalEntryLineDetail.ClassRef == [value: '201', name: 'Cedar Ridge']
    stored.Line[0].JournalEntryLineDetail.DepartmentRef == [value: '301', name: 'North']

    and: "reading it gives the same"
    get("journalentry/${stored.Id}").JournalEntry == stored
  }

  def "a gzipped body is read"() {
    when:
    def body = KeptBody.gzip(groovy.json.JsonOutput.toJson(entry()).getBytes('UTF-8'))
    def answer = send('POST', path('journalentry?requestid=a&minorversion=75&'),
      [body: body, headers: ['Content-Encoding': 'gzip']])

    then:
    json(answer).JournalEntry.Id
  }

  def "amounts are exact and lose their scale on the way back"() {
    expect:
    def text = send('POST', path('journalentry'),
      [body: entry(Line: [line('Debit', sent, 37), line('Credit', sent, 79)])]).body()
    text.contains("\"Amount\":${back},")

    where:
    sent            || back
    '1450.00'       || '1450.0'
    '25.54'         || '25.54'
    '0.10'          || '0.1'
    '9999999999.99' || '9999999999.99'
    '100.005'       || '100.01'
  }

  def "what is wrong is refused with QuickBooks' own code: #what"() {
    when:
    def answer = send('POST', path('journalentry'), [body: body])

    then:
    answer.statusCode() == 400
    json(answer).Fault.type == 'ValidationFault'
    code(json(answer)) == expected
    json(answer).Fault.Error[0].Detail.contains(detail)
    entriesCount() == 0

    where:
    what                  | body                                                                    || expected | detail
    'unbalanced'          | entry(Line: [line('Debit', '10.00', 37), line('Credit', '10.01', 79)])  || '2300'   | 'not in balance'
    'one line'            | entry(Line: [line('Debit', '10.00', 37)])                               || '2300'   | 'not in balance'
    'no lines'            | entry(Line: [])                                                         || '2020'   | 'Line is missing'
    'unknown account'     | withLine(line('Debit', '10.00', 999))                                   || '2500'   | 'Accounts element id 999 not found'
    'unknown class'       | withLine(line('Debit', '10.00', 37, [ClassRef: [value: '9']]))          || '2500'   | 'Klasses element id 9 not found'
    'unknown location'    | withLine(line('Debit', '10.00', 37, [DepartmentRef: [value: '9']]))     || '2500'   | 'Depts element id 9 not found'
    'unknown vendor'      | withLine(line('Debit', '10.00', 41, [Entity: [Type: 'Vendor', EntityRef: [value: '9']]])) || '2500' | 'Names element id 9 not found'
    'AR without customer' | withLine(line('Debit', '10.00', 36))                                    || '6000'   | 'you must choose a customer in the Name field'
    'AP without vendor'   | withLine(line('Debit', '10.00', 41))                                    || '6000'   | 'you must choose a vendor in the Name field'
    'AP with a customer'  | withLine(line('Debit', '10.00', 41, [Entity: [Type: 'Customer', EntityRef: [value: '58']]])) || '6000' | 'vendor'
    'negative amount'     | withLine(line('Debit', '-10.00', 37))                                   || '2290'   | 'greater than zero'
    'no posting type'     | withLine(line('', '10.00', 37))                                         || '2260'   | 'PostingType'
    'odd posting type'    | withLine(line('Debet', '10.00', 37))                                    || '2170'   | 'Debet'
    'amount missing'      | withLine(line('Debit', '10.00', 37).findAll { it.key != 'Amount' })     || '2020'   | 'Amount'
    'detail type missing' | withLine(line('Debit', '10.00', 37).findAll { it.key != 'DetailType' }) || '2020'   | 'DetailType'
    'unknown property'    | entry(Tag: 'x')                                                         || '2010'   | 'Unrecognized field "Tag"'
    'unknown in a line'   | withLine(line('Debit', '10.00', 37, [AcountRef: [value: '37']]))        || '2010'   | '"AcountRef"'
    'number too long'     | entry(DocNumber: 'X' * 22)                                              || '2050'   | 'Max:21 supported. Supplied length:22'
    'note too long'       | entry(PrivateNote: 'X' * 4001)                                          || '2050'   | 'Max:4000'
    'no date at all'      | entry(TxnDate: 'soon')                                                  || '2060'   | 'soon'
    'too many digits'     | withLine(line('Debit', '10000000000.00', 37))                           || '2090'   | '10000000000'
    'other currency'      | entry(CurrencyRef: [value: 'CAD'])                                      || '6000'   | 'CAD'
    'no JSON'             | '{"DocNumber":'                                                         || '2010'   | ''
    'doubled member'      | '{"DocNumber":"a","DocNumber":"b"}'                                     || '2010'   | 'Duplicate'
  }

  static Map withLine(Map odd) {
    entry(Line: [odd, line('Credit', '10.00', 79)])
  }

  def "bytes that are not UTF-8 give 500 Unsupported Operation"() {
    expect:
    code(json(send('POST', path('journalentry'), [body: [0x7b, 0xff, 0x7d] as byte[]]))) == '500'
  }

  def "receivables take a customer and payables a vendor"() {
    expect:
    posted(Line: [
      line('Debit', '10.00', 36, [Entity: [Type: 'Customer', EntityRef: [value: '58']]]),
      line('Credit', '10.00', 41, [Entity: [Type: 'Vendor', EntityRef: [value: '56']]])
    ]).Line[0].JournalEntryLineDetail.Entity == [Type: 'Customer', EntityRef: [value: '58', name: 'Maria Okafor']]
  }

  def "a missing date becomes the server's today, in Pacific time"() {
    given:
    clock.advance(Duration.ofHours(16)) // 2 November 23:00 in Los Angeles, 3 November in UTC

    expect:
    posted(TxnDate: null).TxnDate == '2026-11-02'
  }

  def "numbers may repeat unless the company is warned; then 6140, and include permits it"() {
    given:
    posted()

    expect:
    posted().Id

    when:
    hand('preferences', [duplicateNumbersRefused: true])
    def refused = post('journalentry', entry())

    then:
    code(refused) == '6140'
    refused.Fault.Error[0].Detail.contains('DocNumber=T-510001-2610-01 is assigned to TxnType=Journal Entry with TxnId=')
    post('journalentry?include=allowduplicatedocnum&', entry()).JournalEntry.Id
  }

  def "closed books refuse with 6200, with a password 6210"() {
    given:
    def before = posted(TxnDate: '2026-09-30')
    hand('close-books', [date: '2026-09-30'])

    expect:
    code(post('journalentry', entry(TxnDate: '2026-09-30'))) == '6200'
    code(post('journalentry?operation=update', before + [TxnDate: '2026-10-01'])) == '6200'
    code(post('journalentry?operation=delete', [Id: before.Id, SyncToken: '0'])) == '6200'
    post('journalentry', entry(TxnDate: '2026-10-01')).JournalEntry

    when:
    hand('close-books', [date: '2026-10-31', password: true])

    then:
    code(post('journalentry', entry())) == '6210'
    get('preferences').Preferences.AccountingInfoPrefs.BookCloseDate == '2026-10-31'

    when:
    hand('open-books', [:])

    then:
    post('journalentry', entry()).JournalEntry
  }

  def "a sparse update keeps what it leaves out, a full one clears it; the token rises and old ones are stale"() {
    given:
    def first = posted()

    when:
    clock.advance(Duration.ofMinutes(5))
    def second = post('journalentry?operation=update',
      [Id: first.Id, SyncToken: '0', sparse: true, PrivateNote: 'changed']).JournalEntry

    then:
    second.SyncToken == '1'
    second.PrivateNote == 'changed'
    second.DocNumber == first.DocNumber
    second.Line == first.Line
    second.MetaData.CreateTime == first.MetaData.CreateTime
    second.MetaData.LastUpdatedTime == '2026-11-02T07:05:00-08:00'

    when:
    def third = post('journalentry?operation=update',
      [Id: first.Id, SyncToken: '1', TxnDate: '2026-10-30', Line: first.Line]).JournalEntry

    then:
    third.SyncToken == '2'
    !third.DocNumber
    !third.PrivateNote

    and:
    def stale = post('journalentry?operation=update', [Id: first.Id, SyncToken: '1', sparse: true, PrivateNote: 'x'])
    code(stale) == '5010'
    stale.Fault.Error[0].Detail.contains('were working on this at the same time')
  }

  def "deleting answers three members; the id is gone afterwards; there is no void"() {
    given:
    def first = posted()

    expect:
    code(post('journalentry?operation=void', [Id: first.Id, SyncToken: '0'])) == '500'
    code(post('journalentry?operation=delete', [Id: first.Id, SyncToken: '7'])) == '5010'
    post('journalentry?operation=delete', [Id: first.Id, SyncToken: '0']).JournalEntry ==
      [domain: 'QBO', status: 'Deleted', Id: first.Id]
    code(get("journalentry/${first.Id}")) == '610'
    code(post('journalentry?operation=delete', [Id: first.Id, SyncToken: '0'])) == '610'
  }

  def "class and location are dropped without a word while tracking is off"() {
    given:
    hand('preferences', [classTracking: false, departmentTracking: false])

    when:
    def detail = posted(Line: [
      line('Debit', '1.00', 37, [ClassRef: [value: '201'], DepartmentRef: [value: '301']]),
      line('Credit', '1.00', 79)
    ]).Line[0].JournalEntryLineDetail

    then:
    !detail.ClassRef
    !detail.DepartmentRef
    !get('preferences').Preferences.AccountingInfoPrefs.ClassTrackingPerTxnLine
  }

  def "books closed from the start and automatic numbers are part of a company's definition"() {
    given:
    def other = QuickBooksCompany.named('77', 'Small').account(1, '', 'Bank', 'Bank').account(3, '', 'Rent', 'Income')
      .autoJournalEntryNumber(true).closedThrough(LocalDate.of(2026, 8, 31)).build()
    def own = new QuickBooksSandbox(clock, behaviour(), [other])
    def served = io.tieout.sandbox.script.SandboxServer.start(own, io.tieout.sandbox.script.SandboxSettings.on(clock))
    server.close()
    server = served

    expect:
    ['1', '2'] == (1..2).collect {
      json(send('POST', '/v3/company/77/journalentry', [token: 'static-77', body:
        [TxnDate: '2026-09-01', Line: [line('Debit', '5', 1), line('Credit', '5', 3)]]])).JournalEntry.DocNumber
    }
    code(json(send('POST', '/v3/company/77/journalentry', [token: 'static-77', body:
      [TxnDate: '2026-08-31', Line: [line('Debit', '5', 1), line('Credit', '5', 3)]]]))) == '6200'
  }
}
