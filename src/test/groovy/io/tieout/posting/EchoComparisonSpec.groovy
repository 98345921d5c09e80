package io.tieout.posting

import static io.tieout.money.Side.CREDIT
import static io.tieout.money.Side.DEBIT
import static io.tieout.posting.PlannedEntries.rent
import static io.tieout.posting.PlannedEntries.stored
import static io.tieout.posting.PlannedEntries.storedLine

import java.time.LocalDate
import spock.lang.Specification

class EchoComparisonSpec extends Specification {

  def "an answer equal to the plan has no differences, also with #what"() {
    expect:
    EchoComparison.differences(rent(), answer) == []

    where:
    what                       | answer
    'nothing changed'          | stored()
    'its lines in other order' | stored(lines: [storedLine('79', CREDIT), storedLine('37', DEBIT)])
    'a trimmed memo'           | stored(lines: [storedLine('37', DEBIT, [memo: 'Oct']), storedLine('79', CREDIT)])
  }

  def "#what is a difference that names both sides"() {
    when:
    def differences = EchoComparison.differences(rent(), answer)

    then:
    words.every { differences.join('\n').contains(it) }
    differences.size() == count

    where:
    what                | answer                                                                                      || count | words
    'another number'    | stored(number: 'JE-7')                                                                      || 1     | [rent().marker().value(), 'JE-7']
    'another day'       | stored(date: LocalDate.parse('2026-10-30'))                                                 || 1     | ['planned 2026-10-31', 'stored 2026-10-30']
    'another account'   | stored(lines: [storedLine('38', DEBIT), storedLine('79', CREDIT)])                          || 2     | ['account 37 DEBIT', 'account 38 DEBIT']
    'swapped sides'     | stored(lines: [storedLine('37', CREDIT), storedLine('79', DEBIT)])                          || 4     | ['account 37 CREDIT', 'account 79 DEBIT']
    'one cent'          | stored(lines: [storedLine('37', DEBIT, [amount: 150001]), storedLine('79', CREDIT)])        || 2     | ['150000', '150001']
    'another class'     | stored(lines: [storedLine('37', DEBIT, [klass: '202']), storedLine('79', CREDIT)])          || 2     | ['class 201', 'class 202']
    'a class left out'  | stored(lines: [storedLine('37', DEBIT, [klass: null]), storedLine('79', CREDIT)])           || 2     | ['class 201']
    'a location added'  | stored(lines: [storedLine('37', DEBIT, [location: '301']), storedLine('79', CREDIT)])       || 2     | ['location 301']
    'a line left out'   | stored(lines: [storedLine('37', DEBIT)])                                                    || 1     | ['account 79 CREDIT', 'planned 1 times, stored 0 times']
    'a line twice'      | stored(lines: [storedLine('37', DEBIT), storedLine('37', DEBIT), storedLine('79', CREDIT)]) || 1     | ['planned 1 times, stored 2 times']
  }
}
