package io.tieout.tie

import static io.tieout.posting.PlannedEntries.rent
import static io.tieout.posting.PlannedEntries.stored
import static io.tieout.posting.PlannedEntries.storedLine

import io.tieout.fact.PostMonth
import io.tieout.money.CurrencyCode
import io.tieout.money.Side
import io.tieout.posting.PostingState
import io.tieout.posting.TargetDocument
import spock.lang.Specification

class TargetTieSpec extends Specification {

  TargetTie tie = new TargetTie(CurrencyCode.USD, [], [], ['37', '79'] as Set)

  def "a month in which our entry stands as posted has no findings"() {
    when:
    def result = t3([stored()], [37: 150000, 79: -150000])

    then:
    result.findings() == []
  }

  def "#what is #code"() {
    when:
    def result = t3(entries, [:])
    def finding = result.findings()[0]

    then:
    result.findings().size() == 1
    finding.code() == code
    finding.place().contains(place)
    finding.expected().contains(expected)
    finding.found().contains(found)
    !finding.next().blank
    finding.code().category().exitCode() == 5

    where:
    what                          | code                      | entries                                                       || place                                | expected            | found
    'an entry that is gone'       | TieCode.MISSING_IN_TARGET | []                                                            || "document ${rent().marker()}"        | 'one live entry'    | 'none'
    'an entry that stands twice'  | TieCode.TWICE_IN_TARGET   | [stored(), stored(id: '9')]                                   || "document ${rent().marker()}"        | 'one live entry'    | 'ids 8, 9'
    'an entry changed by one cent' | TieCode.EDITED_IN_TARGET | [edited()]                                                    || 'target id 8'                        | 'as posted'         | '150001'
    'a number nobody knows'       | TieCode.UNKNOWN_MARKER    | [stored(), stored(id: '9', number: 'TO' + 'A' * 18)]          || 'target entry 9 of 2026-10-31'       | 'the ledger knows'  | 'TOAAAA'
    'an entry by hand'            | TieCode.FOREIGN_ENTRY     | [stored(), stored(id: '9', number: 'JE-7')]                   || 'target entry 9'                     | 'Tieout only'       | 'JE-7'
  }

  def "a missing entry carries what is missing"() {
    expect:
    t3([], [:]).findings()[0].difference().get() == rent().entry().total()
  }

  def "an entry by hand on accounts that are not ours is nobody's business"() {
    expect:
    t3([stored(), stored(id: '9', number: 'JE-7', lines: [storedLine('1', Side.DEBIT), storedLine('2', Side.CREDIT)])], [:]).findings() == []
  }

  private TargetTie.Result t3(List<TargetDocument> entries, Map<Integer, Long> after) {
    tie.t3(
        new TargetMonth(PostMonth.of(2026, 10), entries, [:], after.collectEntries { [it.key.toString(), it.value as long] }, []),
        [new OurEntry(rent(), PostingState.MATCHED)], [] as Set, [])
  }

  private static TargetDocument edited() {
    stored(lines: [storedLine('37', Side.DEBIT, [amount: 150001]), storedLine('79', Side.CREDIT, [amount: 150001])])
  }
}
