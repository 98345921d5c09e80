package io.tieout.plan

import spock.lang.Specification

class PlanComparisonSpec extends Specification {

  static final JOURNAL = '''
    1 | 01 | AR Charge  | A | 1200-0000 | 100.00
    2 | 01 | AR Charge  | A | 4010-0000 | -100.00
    3 | 02 | AR Payment | B | 1010-0000 | 60.00
    4 | 02 | AR Payment | B | 1200-0000 | -60.00
  '''

  def "the effect on the trial balance is shown by account, class and month, debits and credits apart"() {
    given:
    def books = new Books(trackingClass: Optional.of('Cedar'), classes: [new TargetDimension('C1', 'Cedar', true)])

    when:
    def effect = TrialBalanceEffect.of(books.post(JOURNAL).plan())

    then:
    effect.rows().collect { [it.account().number(), it.trackingClass().get().name(), it.month().toString(), it.debitsMinor(), it.creditsMinor(), it.netMinor()] } == [
      ['1010', 'Cedar', '2026-10', 6000L, 0L, 6000L],
      ['1200', 'Cedar', '2026-10', 10000L, 6000L, 4000L],
      ['4010', 'Cedar', '2026-10', 0L, 10000L, -10000L],
    ]
    effect.rows()*.netMinor().sum() == 0
  }

  def "two plans are compared by key, and every change is named"() {
    given:
    def before = new Books().post(JOURNAL).plan().documents().collect { DocumentDigest.of(it) }
    def changed = new Books().post(JOURNAL.replace('60.00', '61.00').replaceAll(/(?m)^.*\| A \|.*$/, '') + '''
      5 | 03 | GJ | C | 5010-0000 | 5.00
      6 | 03 | GJ | C | 2100-0000 | -5.00
    ''').plan().documents().collect { DocumentDigest.of(it) }

    when:
    def difference = PlanDifference.between(before, changed)

    then:
    PlanDifference.between(before, before.reverse()).none
    difference.changes().collect { [it.key().split('\\|')[8], it.kind(), it.words()] } == [
      ['type:2026-10-01:AR Charge', PlanDifference.Kind.GONE, 'no longer planned: 2026-10-01, 2 lines, 100.00 USD'],
      ['type:2026-10-02:AR Payment', PlanDifference.Kind.CHANGED, 'was 2026-10-02, 2 lines, 60.00 USD; now 2026-10-02, 2 lines, 61.00 USD'],
      ['type:2026-10-03:GJ', PlanDifference.Kind.NEW, 'new: 2026-10-03, 2 lines, 5.00 USD'],
    ]
    difference.text().readLines().size() == 3
  }
}
