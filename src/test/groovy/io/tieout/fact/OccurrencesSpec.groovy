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

  def "equal twins get numbers of their own"() {
    given:
    def twin = line(id: 9, debit: 100)

    expect:
    occurrences(Occurrences.number([twin, twin])) == [1, 2]
  }

  def "numbers that a line came with do not matter"() {
    expect:
    occurrences(Occurrences.number([line(id: 9, debit: 100, occurrence: 4)])) == [1]
  }

  private static List<Integer> occurrences(List<GlLine> lines) {
    lines*.key()*.occurrence()
  }
}
