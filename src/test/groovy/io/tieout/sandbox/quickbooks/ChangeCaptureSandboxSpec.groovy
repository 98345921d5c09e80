package io.tieout.sandbox.quickbooks

import java.time.Duration

class ChangeCaptureSandboxSpec extends QuickBooksSandboxSpecification {

  Object changes(String entities, String since) {
    get("cdc?entities=${urlEncoded(entities)}&changedSince=${since}&")
  }

  def "it gives what was created, changed or deleted since, one block per entity"() {
    given:
    clock.advance(Duration.ofMinutes(10))
    def first = posted()
    clock.advance(Duration.ofMinutes(10))
    def second = posted()
    hand('edit', [type: 'JournalEntry', id: second.Id, set: [PrivateNote: 'by hand']])
    hand('delete', [type: 'JournalEntry', id: first.Id])

    when:
    def blocks = changes('JournalEntry,Bill', '2026-11-02T15:20:00Z').CDCResponse[0].QueryResponse

    then:
    blocks.size() == 2
    blocks[0].JournalEntry*.Id == [second.Id, first.Id]
    blocks[0].JournalEntry[0].PrivateNote == 'by hand'
    blocks[0].JournalEntry[1] == [domain: 'QBO', status: 'Deleted', Id: first.Id,
      MetaData: [LastUpdatedTime: '2026-11-02T07:20:00-08:00']]
    blocks[0].maxResults == 2
    blocks[1] == [:]

    and: "a later time gives nothing, an earlier one the lists too"
    changes('JournalEntry', '2026-11-02T15:20:01Z').CDCResponse[0].QueryResponse == [[:]]
    changes('Class', '2026-11-02T07:00:00-08:00').CDCResponse[0].QueryResponse[0].Class*.Id == ['201', '202']
  }

  def "a thousand objects over all entities are the most, and nothing tells of more"() {
    given:
    def batches = (1..34).collect { b ->
      (1..30).collect { [bId: "$it", operation: 'create', JournalEntry: entry(DocNumber: "C-${b}-${it}".toString())] }
    }
    batches.each { post('batch', [BatchItemRequest: it]) }

    when:
    def blocks = changes('JournalEntry,Class', '2026-11-02T00:00:00Z').CDCResponse[0].QueryResponse

    then:
    entriesCount() == 1020
    blocks[0].JournalEntry.size() == 1000
    blocks[1] == [:]
  }

  def "it looks back 30 days; a plus sign that is not encoded is no date"() {
    expect:
    changes('JournalEntry', '2026-10-04T15:00:00Z').CDCResponse
    code(changes('JournalEntry', '2026-10-03T14:00:00Z')) == '2060'
    code(changes('JournalEntry', '2026-11-02T00:00:00+00:00')) == '2060'
    changes('JournalEntry', '2026-11-02T00:00:00%2B00:00').CDCResponse
    code(changes('Journal', '2026-11-02T00:00:00Z')) == '4001'
    code(get('cdc?entities=Bill')) == '2020'
  }
}
