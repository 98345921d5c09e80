package io.tieout.fact

import static io.tieout.fact.Readings.line

import spock.lang.Specification

class OccurrencesSpec extends Specification {

  def "lines with ids of their own keep occurrence 1"() {
    expect:
    occurrences(Occurrences.number([line(id: 1, debit: 5), line(id: 2, debit: 5)])) == [1, 1]
  }

  def "one id on two accounts is no repetition: the account is part of the key"() {
    expect:
    occurrences(Occurrences.number([line(id: 1, account: 'A', debit: 5), line(id: 1, account: 'B', credit: 5)])) == [1, 1]
  }

  def "repeated ids are numbered by content, whatever order the source answers in"() {
    given:
    def lines = [line(id: 9, debit: 100), line(id: 9, debit: 250), line(id: 9, credit: 30), line(id: 9, debit: 100, memo: 'b')]

    when:
    def everyOrder = lines.permutations().collect { order ->
      Occurrences.number(order).collectEntries { [(it.key().occurrence()): [it.signedMinor(), it.memo()]] }
    }

    then:
    everyOrder.unique().size() == 1
    everyOrder[0].keySet() == [1, 2, 3, 4] as Set
  }

  def "the order of the lines stays"() {
    given:
    def lines = [line(id: 9, debit: 3), line(id: 1, debit: 2), line(id: 9, debit: 1)]

    expect:
    Occurrences.number(lines)*.debitMinor() == [3L, 2L, 1L]
  }

  def "unchanged lines keep their occurrence from reading to reading, and a new one gets a number never used"() {
    given:
    def first = line(id: 9, debit: 100)
    def second = line(id: 9, debit: 250)
    def known = [known(first, 2), known(second, 1)]

    when:
    def settled = Occurrences.settle([line(id: 9, debit: 70), first, second], known)

    then:
    byAmount(settled) == [70L: 3, 100L: 2, 250L: 1]
  }

  def "a changed line takes the place of the known line that nothing explains: a new version, not a new fact"() {
    given:
    def known = [known(line(id: 9, debit: 100), 1), known(line(id: 9, debit: 250), 2)]

    expect:
    byAmount(Occurrences.settle([line(id: 9, debit: 250), line(id: 9, debit: 101)], known)) == [250L: 2, 101L: 1]
  }

  def "a line with an id of its own that changed stays the same fact"() {
    expect:
    occurrences(Occurrences.settle([line(id: 9, debit: 101)], [known(line(id: 9, debit: 100), 1)])) == [1]
  }

  def "a known line that is gone leaves its number unused by unchanged lines"() {
    given:
    def known = [known(line(id: 9, debit: 100), 1), known(line(id: 9, debit: 250), 2)]

    expect:
    occurrences(Occurrences.settle([line(id: 9, debit: 250)], known)) == [2]
  }

  def "equal twins take the known numbers, lowest first"() {
    given:
    def twin = line(id: 9, debit: 100)

    expect:
    occurrences(Occurrences.settle([twin, twin], [known(twin, 1), known(twin, 2)])) == [1, 2]
    occurrences(Occurrences.settle([twin, twin], [])) == [1, 2]
  }

  def "a line that another month still has is no predecessor"() {
    given:
    def october = new Occurrences.Known(line(id: 9, debit: 100).key(), line(id: 9, debit: 100).fingerprint(), elsewhere)

    expect:
    occurrences(Occurrences.settle([line(id: 9, debit: 100, month: '2026-11', date: '2026-11-01')], [october])) == [occurrence]

    where:
    elsewhere || occurrence
    false     || 1
    true      || 2
  }

  def "more changed lines than known ones: the known are used up first"() {
    given:
    def known = [known(line(id: 9, debit: 1), 1), known(line(id: 9, debit: 2), 2)]

    expect:
    occurrences(Occurrences.settle([line(id: 9, debit: 11), line(id: 9, debit: 12), line(id: 9, debit: 13)], known)) as Set ==
        [1, 2, 3] as Set
  }

  private static Occurrences.Known known(GlLine line, int occurrence) {
    new Occurrences.Known(line.key().withOccurrence(occurrence), line.fingerprint(), false)
  }

  private static List<Integer> occurrences(List<GlLine> lines) {
    lines*.key()*.occurrence()
  }

  private static Map<Long, Integer> byAmount(List<GlLine> lines) {
    lines.collectEntries { [(it.debitMinor()): it.key().occurrence()] }
  }
}
