package io.tieout.story

import groovy.json.JsonOutput
import groovy.json.JsonSlurper
import spock.lang.AutoCleanup
import spock.lang.Specification

/**
 * Answers to a batch that are not as documented: in another order, with an item missing, twice or foreign. What is said
 * for certain is believed, the rest is looked up; in the end every document stands once and the books tie out.
 */
class BatchReplySpec extends Specification {

  @AutoCleanup
  House house = new House(mappings: ['demo-accrual'])

  @AutoCleanup
  Forwarder between = house.beforeQuickBooks()

  def "#what: #unknown documents are unknown, none is quarantined, and looking them up finds each"() {
    given:
    house.publish('demo-accrual')
    firstBatch(change)

    when:
    def night = house.tieout('sync').json.companies[0]

    then: 'what is clear is taken at once; after anything unclear nothing new is sent'
    night.unknown == unknown
    night.quarantined == 0
    night.refused == 0
    night.posted == (unknown == 0 ? 33 : 30 - unknown)
    house.entriesCount(House.ACCRUAL) == (unknown == 0 ? 33 : 30)

    when:
    def next = house.tieout('sync')

    then:
    next.json.companies[0].recovered == unknown
    next.json.companies[0].sent_again == 0
    next.json.companies[0].unknown == 0
    next.json.tie_out[0].differences == 0
    house.entriesCount(House.ACCRUAL) == 33
    house.once(House.ACCRUAL)
    house.judgedClean()

    where:
    what                             | unknown | change
    'items in reverse'               | 0       | { it.reverse() }
    'the lines of each in reverse'   | 0       | { it.each { i -> i.JournalEntry.Line = i.JournalEntry.Line.reverse() } }
    'an item nobody asked for'       | 0       | { it + [[bId: '99', JournalEntry: it[0].JournalEntry]] }
    'the first item missing'         | 1       | { it.drop(1) }
    'one in the middle missing'      | 1       | { it.take(12) + it.drop(13) }
    'all items missing'              | 30      | { [] }
    'an item twice'                  | 1       | { it + [it[4]] }
    'an item twice, once as a fault' | 1       | { it + [[bId: it[4].bId, Fault: [type: 'ValidationFault', Error: [[code: '6240', Message: 'Duplicate']]]]] }
    'numbers for bIds: 1, not "01"'   | 9       | { it.each { i -> i.bId = i.bId as int } }
    'entry and fault in one item'    | 1       | { it[7].Fault = [type: 'SystemFault', Error: [[code: '10000', Message: 'x']]]; it }
    'an entry without an id'         | 1       | { it[7].JournalEntry.remove('Id'); it }
    'a deleted entry'                | 1       | { it[7].JournalEntry.status = 'Deleted'; it }
    'a draft of another kind'        | 1       | { it[7].Invoice = it[7].remove('JournalEntry'); it }
  }

  def "two items with each other's entries are quarantined, nothing more is written for them, and nothing stands twice"() {
    given:
    house.publish('demo-accrual')
    firstBatch { items ->
      def first = items[0].JournalEntry
      items[0].JournalEntry = items[1].JournalEntry
      items[1].JournalEntry = first
      items
    }

    when:
    def night = house.tieout('sync').json.companies[0]

    then:
    night.quarantined == 2
    night.posted == 31
    night.findings.findAll { it.code == 'P104' }.every { it.found.contains('document number: planned TO') }

    when: 'the next night, and a person who settles it'
    house.tieout('sync')
    house.tieout('resolve')

    then:
    house.entriesCount(House.ACCRUAL) == 33
    house.once(House.ACCRUAL)
  }

  def "an answer with the same member twice, or with bytes that are no text, is no answer"() {
    given:
    house.publish('demo-accrual')
    between.altered = { path, request, answer ->
      path.contains('/batch') ? spoil.call(new String(answer, 'UTF-8')) : answer
    }

    when:
    def night = house.tieout('sync').json.companies[0]

    then:
    night.unknown == 30
    night.findings.count { it.code == 'P105' } == 1

    when:
    between.altered = { path, request, answer -> answer }
    def next = house.tieout('sync')

    then:
    next.json.companies[0].recovered == 30
    next.json.tie_out[0].differences == 0
    house.once(House.ACCRUAL)
    house.judgedClean()

    where:
    spoil << [
        { it.replaceFirst('"bId":', '"bId":"01","bId":').getBytes('UTF-8') },
        { (it.take(200) + '\u00e9' + it.drop(200)).getBytes('ISO-8859-1') },
        { ('[' + it + ']').getBytes('UTF-8') },
        { (it + it).getBytes('UTF-8') },
    ]
  }

  /** Changes the items of the first batch answer; later ones pass. */
  private void firstBatch(Closure<List> change) {
    def left = 1
    between.altered = { path, request, answer ->
      if (!path.contains('/batch') || left-- < 1) {
        return answer
      }
      def json = new JsonSlurper().parse(answer, 'UTF-8')
      json.BatchItemResponse = change.call(json.BatchItemResponse)
      JsonOutput.toJson(json).getBytes('UTF-8')
    }
  }
}
