package io.tieout.sandbox.quickbooks

import java.time.Duration

class HandEditSandboxSpec extends QuickBooksSandboxSpecification {

  def "an edit by hand moves token and time and is seen by the API"() {
    given:
    def stored = posted()
    clock.advance(Duration.ofMinutes(1))

    when:
    hand('edit', [type: 'JournalEntry', id: stored.Id, set: [PrivateNote: 'changed', TxnDate: '2026-10-30']])
    def seen = get("journalentry/${stored.Id}").JournalEntry

    then:
    seen.SyncToken == '1'
    seen.PrivateNote == 'changed'
    seen.TxnDate == '2026-10-30'
    seen.MetaData.LastUpdatedTime == '2026-11-02T07:01:00-08:00'
    query("select * from JournalEntry where TxnDate = '2026-10-30'").QueryResponse.JournalEntry.size() == 1
    query("select * from JournalEntry where TxnDate = '2026-10-31'").QueryResponse == [:]
  }

  def "the copy button makes a second document of the same number"() {
    given:
    def stored = posted()

    expect:
    hand('duplicate', [type: 'JournalEntry', id: stored.Id]).JournalEntry.Id != stored.Id
    query("select * from JournalEntry where DocNumber = '${stored.DocNumber}'").QueryResponse.JournalEntry.size() == 2
  }

  def "somebody else's document, dated into closed books, is possible by hand only"() {
    given:
    hand('close-books', [date: '2026-10-31'])

    expect:
    hand('create', [type: 'JournalEntry', entity: entry(DocNumber: 'DANA-1')]).JournalEntry.Id
    code(post('journalentry', entry())) == '6200'
  }

  def "deleting by hand"() {
    given:
    def stored = posted()
    hand('delete', [type: 'JournalEntry', id: stored.Id])

    expect:
    code(get("journalentry/${stored.Id}")) == '610'
    entriesCount() == 0
  }

  def "a wrong action is explained: #action"() {
    when:
    def answer = send('POST', "/_sandbox/do/${action}", [body: body])

    then:
    answer.statusCode() == status
    json(answer).error.contains(message)

    where:
    action        | body                                               || status | message
    'fly'         | [realm: REALM]                                     || 404    | "no action 'fly'"
    'delete'      | [realm: REALM, type: 'JournalEntry', id: '9']      || 400    | 'no JournalEntry with id 9'
    'delete'      | [realm: REALM, id: '9']                            || 400    | 'the body needs "type"'
    'delete'      | [realm: 'x', type: 'Bill', id: '9']                || 400    | 'no company with realm x'
    'close-books' | [realm: REALM, date: 'soon']                       || 400    | 'soon'
    'settings'    | [idempotency: 'mostly']                            || 400    | 'known are honours, ignores'
    'edit'        | [realm: REALM, type: 'Class', id: '201', set: [Colour: 'red']] || 400 | '2010'
  }

  def "the dump holds every entity, what was deleted, and whether a request committed is in the log"() {
    given:
    def kept = posted()
    def gone = posted()
    hand('delete', [type: 'JournalEntry', id: gone.Id])
    post('journalentry', entry(Line: [line('Debit', '1.00', 37)]))

    when:
    def dump = json(send('GET', '/_sandbox/state'))
    def log = json(send('GET', '/_sandbox/log'))

    then:
    dump.companies*.realm == [REALM, OTHER_REALM]
    dump.companies[0].JournalEntry*.Id == [kept.Id]
    dump.companies[0].deleted*.Id == [gone.Id]
    dump.companies[0].Account.size() == 8
    log*.call == ['journalentry.create'] * 3
    log*.committed == [true, true, false]
    log*.status == [200, 200, 400]
    !send('GET', '/_sandbox/log').body().contains(token)
  }
}
