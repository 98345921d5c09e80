package io.tieout.sandbox.quickbooks

import java.time.Duration

class BatchSandboxSpec extends QuickBooksSandboxSpecification {

  Object batch(List items, String requestId = '', String token = this.token) {
    json(send('POST', path("batch?requestid=${requestId}&minorversion=75&"), [body: [BatchItemRequest: items], token: token]))
  }

  static Map create(String bId, Map more = [:]) {
    [bId: bId, operation: 'create', JournalEntry: entry([DocNumber: "D-${bId}".toString()] + more)]
  }

  static Map bad(String bId) {
    create(bId, [Line: [line('Debit', '1.00', 37), line('Credit', '2.00', 79)]])
  }

  def "items run in order, each for itself; a failed one does not stop the rest"() {
    when:
    def answer = batch([create('001'), bad('002'), create('003'),
      [bId: '004', Query: "select * from JournalEntry where DocNumber = 'D-001'"],
      [bId: '005', operation: 'create', Vendor: [DisplayName: 'Greenline Grounds']]])

    then:
    answer.time
    answer.BatchItemResponse*.bId == ['001', '002', '003', '004', '005']
    answer.BatchItemResponse[0].JournalEntry.DocNumber == 'D-001'
    code(answer.BatchItemResponse[1]) == '2300'
    answer.BatchItemResponse[2].JournalEntry.Id
    answer.BatchItemResponse[3].QueryResponse.JournalEntry*.DocNumber == ['D-001']
    answer.BatchItemResponse[4].Vendor.DisplayName == 'Greenline Grounds'
    entriesCount() == 2
  }

  def "items can update and delete"() {
    given:
    def first = posted()
    def second = posted()

    when:
    def answer = batch([
      [bId: '1', operation: 'update', JournalEntry: [Id: first.Id, SyncToken: '0', sparse: true, PrivateNote: 'new']],
      [bId: '2', operation: 'delete', JournalEntry: [Id: second.Id, SyncToken: '0']],
      [bId: '3', operation: 'update', JournalEntry: [Id: first.Id, SyncToken: '0', sparse: true, PrivateNote: 'newer']],
      [bId: '4', operation: 'fly', JournalEntry: [Id: first.Id, SyncToken: '0']]
    ]).BatchItemResponse

    then:
    answer[0].JournalEntry.PrivateNote == 'new'
    answer[1].JournalEntry.status == 'Deleted'
    code(answer[2]) == '5010'
    code(answer[3]) == '500'
  }

  def "thirty items are the most"() {
    expect:
    batch((1..30).collect { create("$it") }).BatchItemResponse.size() == 30
    def refused = batch((1..31).collect { create("x$it") })
    code(refused) == '1040'
    entriesCount() == 30
  }

  def "requestid and bId together may have 50 characters, else the item fails with 6000"() {
    when:
    def answer = batch([create('0' * 14), create('0' * 15)], 'r' * 36).BatchItemResponse

    then:
    answer[0].JournalEntry
    code(answer[1]) == '6000'
    answer[1].Fault.Error[0].Detail.contains('50 characters in the request_id field. You have entered 51')
    code(post("journalentry?requestid=${'r' * 51}", entry())) == '6000'
    post("journalentry?requestid=${'r' * 50}", entry()).JournalEntry
  }

  def "a repeat under #mode: #entries entries stand, the second answer is #second"() {
    given:
    hand('settings', [idempotency: mode])

    when:
    def first = batch([create('001')], 'req-1').BatchItemResponse[0]
    def again = batch([create('001')], 'req-1').BatchItemResponse[0]

    then:
    entriesCount() == entries
    second == (again.Fault ? 'refused' : again.JournalEntry.Id == first.JournalEntry.Id ? 'the first' : 'another')

    when: "a single call with its own id"
    def single = post('journalentry?requestid=single', entry())
    def repeat = send('POST', path('journalentry?requestid=single'), [body: entry()])

    then:
    entriesCount() == entries * 2
    if (second == 'refused') {
      assert code(json(repeat)) == '600'
    } else {
      assert (json(repeat).JournalEntry.Id == single.JournalEntry.Id) == (second == 'the first')
    }

    where:
    mode                       || entries | second
    'honours'                  || 1       | 'the first'
    'ignores'                  || 2       | 'another'
    'forgets-on-token-refresh' || 1       | 'the first'
    'forgets-after-24h'        || 1       | 'the first'
    'replays-errors'           || 1       | 'the first'
    'errors-on-replay'         || 1       | 'refused'
  }

  def "the same items of a batch are replayed, new ones are made; another company has its own keys"() {
    when:
    batch([create('001'), create('002')], 'req-1')
    def again = batch([create('002'), create('003')], 'req-1').BatchItemResponse

    then:
    again[0].JournalEntry.DocNumber == 'D-002'
    entriesCount() == 3
    json(send('POST', "/v3/company/${OTHER_REALM}/batch?requestid=req-1", [token: "static-${OTHER_REALM}",
      body: [BatchItemRequest: [[bId: '001', operation: 'create', Class: [Name: 'Own']]]]])).BatchItemResponse[0].Class
  }

  def "joined keys may meet: request 1 with item 11 is request 11 with item 1, so bIds want a fixed width"() {
    given:
    batch([create('11')], 'req-1')

    expect:
    batch([create('1')], 'req-11').BatchItemResponse[0].JournalEntry.DocNumber == 'D-11'
    entriesCount() == 1
  }

  def "forgets-on-token-refresh: the same key with a new token makes a second entry"() {
    given:
    hand('settings', [idempotency: 'forgets-on-token-refresh'])
    batch([create('001')], 'req-1')

    when:
    def granted = json(send('POST', '/oauth2/v1/tokens/bearer', [body: "grant_type=authorization_code&code=code-${REALM}",
      headers: [Authorization: GatewaySandboxSpec.BASIC], contentType: 'application/x-www-form-urlencoded']))
    batch([create('001')], 'req-1', granted.access_token)

    then:
    entriesCount() == 2
  }

  def "forgets-after-24h: the same key on the next day makes a second entry"() {
    given:
    hand('settings', [idempotency: 'forgets-after-24h'])
    batch([create('001')], 'req-1')

    when:
    clock.advance(Duration.ofHours(23))
    batch([create('001')], 'req-1')

    then:
    entriesCount() == 1

    when:
    clock.advance(Duration.ofHours(1))
    batch([create('001')], 'req-1')

    then:
    entriesCount() == 2
  }

  def "a fault is remembered under replays-errors only"() {
    given:
    hand('settings', [idempotency: mode])
    hand('close-books', [date: '2026-10-31'])
    assert code(batch([create('001')], 'req-1').BatchItemResponse[0]) == '6200'
    assert code(post('journalentry?requestid=single', entry())) == '6200'
    hand('open-books', [:])

    expect:
    code(batch([create('001')], 'req-1').BatchItemResponse[0]) == expected
    code(post('journalentry?requestid=single', entry())) == expected

    where:
    mode             || expected
    'honours'        || ''
    'replays-errors' || '6200'
  }

  def "faults of the script: committed or not, and altered answers"() {
    given:
    server.faults().add("batch:1:${fault}")

    when:
    def answer = null
    try {
      answer = send('POST', path('batch'), [body: [BatchItemRequest: [create('001'), create('002')]]])
    } catch (IOException expected) {
      assert expected
    }

    then:
    entriesCount() == entries
    check(answer == null ? null : answer.statusCode() == 200 && answer.body().endsWith('}') ? json(answer) : answer.body())

    where:
    fault                  || entries | check
    'commit-then-drop'     || 2       | { it == null }
    'drop-before-commit'   || 0       | { it == null }
    'commit-then-504'      || 2       | { it == '' }
    'cut-off-json'         || 2       | { it.startsWith('{"BatchItemResponse"') }
    'maintenance'          || 0       | { it.contains('<html>') }
    'altered:missing-item' || 2       | { it.BatchItemResponse*.bId == ['001'] }
    'altered:shuffle'      || 2       | { it.BatchItemResponse*.bId == ['002', '001'] }
    'altered:amount'       || 2       | { it.BatchItemResponse[0].JournalEntry.Line[0].Amount == 1450.01 }
    'altered:id'           || 2       | { (it.BatchItemResponse[0].JournalEntry.Id as int) > 1_000_000 }
    'altered:memo'         || 2       | { !it.BatchItemResponse[0].JournalEntry.PrivateNote }
    'altered:fault-200'    || 2       | { it.Fault.Error[0].code == '6000' }
  }
}
