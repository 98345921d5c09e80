package io.tieout.store.event

import io.tieout.fact.Basis
import io.tieout.fact.BookId
import io.tieout.fact.FactKey
import io.tieout.fact.FactKind
import io.tieout.fact.GlAccountId
import io.tieout.fact.GlLine
import io.tieout.fact.OrganisationId
import io.tieout.fact.PostMonth
import io.tieout.fact.PropertyId
import io.tieout.money.CurrencyCode
import java.time.LocalDate
import spock.lang.Specification

/** Which line of a reading is which known fact, where ids repeat and the source answers in any order. */
class FactMatcherSpec extends Specification {

  static final long SCOPE = 7

  def "in whatever order a reading comes, the same lines continue the same facts: #what"() {
    given:
    def known = before.withIndex(1).collect { amount, at -> fact(at, amount) }

    when:
    def answers = now.permutations().collect { order -> result(known, order.collect { line(it) }) }

    then:
    answers.toSet().size() == 1
    answers[0] == expected

    where:
    what                                  | before     | now             || expected
    'nothing changed'                     | [100, 200] | [100, 200]      || [100: 1, 200: 2]
    'both changed, by a little'           | [100, 200] | [110, 220]      || [110: 1, 220: 2]
    'one changed'                         | [100, 200] | [100, 999]      || [100: 1, 999: 2]
    'the first changed beyond the second' | [100, 200] | [999, 200]      || [999: 1, 200: 2]
    'one changed and one is new'          | [100]      | [110, 120]      || [110: 1, 120: 2]
    'three new'                           | []         | [300, 100, 200] || [100: 1, 200: 2, 300: 3]
  }

  def "facts of one id are taken by occurrence, in whatever order the store gives them"() {
    given:
    def facts = [fact(1, 100), fact(2, 200), fact(3, 300)]

    expect:
    facts.permutations().collect { result(it, [line(110), line(220), line(330)]) }.toSet() == [[110: 1, 220: 2, 330: 3]] as Set
  }

  def "of two facts of one content the one that is present is continued, not the one that is gone"() {
    given:
    def facts = [fact(1, 100, absent), fact(2, 100, 5 - absent)]

    expect:
    facts.permutations().collect { result(it, [line(100)]) }.toSet() == [[100: occurrence]] as Set

    where:
    absent || occurrence
    5      || 2
    0      || 1
  }

  /** Amount in minor units to occurrence. */
  private static Map<Integer, Integer> result(List<KnownFact> known, List<GlLine> lines) {
    new FactMatcher(SCOPE).match(lines, known).collectEntries { [(it.line().signedMinor() as int): it.occurrence()] }.sort()
  }

  private static KnownFact fact(int occurrence, long amount, long absent = 0) {
    new KnownFact(40 + occurrence, key(occurrence), 1, line(amount).fingerprint().hex().decodeHex(), SCOPE, absent, 0)
  }

  private static GlLine line(long amount) {
    new GlLine(key(1), '1010-0000', 'GJ', PostMonth.of(2026, 10), LocalDate.of(2026, 10, 5), LocalDate.of(2026, 10, 5), amount, 0,
        CurrencyCode.USD, 'JE 1', '')
  }

  private static FactKey key(int occurrence) {
    new FactKey(new OrganisationId('demopm'), FactKind.GL_LINE, new PropertyId('510001'), Basis.ACCRUAL, new BookId('616'), new GlAccountId('220001'),
        '93000001', occurrence)
  }
}
