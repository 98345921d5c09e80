package io.tieout.story

import spock.lang.AutoCleanup
import spock.lang.Specification

/** Between a plan and its apply somebody changes something: the apply refuses, names what changed, and sends nothing. */
class PlanChangedSpec extends Specification {

  @AutoCleanup
  House house = new House(mappings: ['demo-accrual'])

  def "#what between plan and apply"() {
    given:
    house.publish('demo-accrual')
    house.tieout('pull')
    def plan = plan()

    when:
    change.call(house)
    def before = house.entriesCount(House.ACCRUAL)
    def refused = house.tieout('apply', plan)

    then:
    refused.code == 5
    refused.json.findings[0].code == 'P101'
    said(refused, words)
    refused.json.findings[0].next.startsWith('Nothing was sent')
    house.entriesCount(House.ACCRUAL) == before

    when: 'a new plan is made and applied'
    def applied = house.tieout('apply', this.plan())

    then:
    applied.json.companies[0].posted > 0
    applied.json.companies[0].refused == 0
    house.once(House.ACCRUAL)
    house.judgedClean()

    where:
    what                            | words                                                                  | change
    'another grain is published'    | ["'grain: type' is now 'grain: day'"]                                   | { published(it, 'grain: type', 'grain: day') }
    'another account is published'  | ['\'"6210-0000": "6210"\' is now \'"6210-0000": "6310"\'']              | { published(it, '"6210-0000": "6210"', '"6210-0000": "6310"') }
    'a rule is taken out'           | ['\'"6310-0000": "6310"\' is gone']                                     | { published(it, '"6310-0000": "6310"', '# gone') }
    'a rule is added'               | ['\'"4190-0000": "4190"\' is new']                                      | { published(it, '# "4190-0000": "4190"', '"4190-0000": "4190"') }
    'summary lines are published'   | ["'lines: detail' is now 'lines: summary'"]                             | { published(it, 'lines: detail', 'lines: summary') }
    'a class is changed'            | ["'class: Harbor Point' is now 'class: Cedar Ridge'"]                   | { published(it, 'class: Harbor Point', 'class: Cedar Ridge') }
    'a late entry is read'          | ['new: journal of property 510001, 2026-10, type:2026-10-27:GJ', 'new: journal of property 510002, 2026-10, type:2026-10-12:GJ']                                           | { it.late(510001, '2026-10-27', 7_00); it.late(510002, '2026-10-12', 9_00, reference: 'JE - #1'); it.tieout('pull') }
    'an account is made inactive'   | ['no longer planned: journal of property 510001, 2026-10, type:2026-10-31:GJ', '6310 Water and Sewer (deleted) is inactive']                                       | { it.quickBooksDo('deactivate-account', [realm: House.ACCRUAL, id: '30']) }
    'the books are closed'          | ['no longer planned: opening of property 510001, 2026-09', 'the target is locked through 2026-10-15']                                      | { it.quickBooksDo('close-books', [realm: House.ACCRUAL, date: '2026-10-15']) }
    'a line is excluded by Ana'     | ['changed: journal of property 510002, 2026-10, type:2026-10-01:AR Charge']                                                     | { it.tieout('exclude', '93000046', '--company', 'demo-accrual', '--reason', 'x', '--by', 'Ana') }
    'one property was posted'       | ['no longer planned: ']                                                 | { it.tieout('apply', it.tieout('plan', '--property', '510001').json.plans[0].plan) == null }
  }

  def "a working file that was changed and not published changes nothing"() {
    given:
    house.publish('demo-accrual')
    house.tieout('pull')
    def plan = plan()

    when:
    house.editMapping('demo-accrual', 'grain: type', 'grain: day')

    then:
    house.tieout('apply', plan).json.companies[0].posted == 33
    house.judgedClean()
  }

  def "the same content read again changes nothing"() {
    given:
    house.publish('demo-accrual')
    house.tieout('pull')
    def plan = plan()

    when:
    house.tieout('pull')

    then:
    house.tieout('apply', plan).json.companies[0].posted == 33
  }

  private static boolean said(House.Ran refused, List<String> words) {
    def found = refused.json.findings*.found.join(' | ')
    words.each { assert found.contains(it) }
    true
  }

  private String plan() {
    house.tieout('plan').json.plans[0].plan
  }

  private static void published(House house, String before, String after) {
    house.editMapping('demo-accrual', before, after)
    house.publish('demo-accrual')
  }
}
