package io.tieout.story

import spock.lang.AutoCleanup
import spock.lang.Specification

/** An opening balance that changes after it was posted: somebody posts into a month before cutover. */
class ChangedOpeningSpec extends Specification {

  @AutoCleanup
  House house = new House(mappings: ['demo-accrual'])

  def "the plan names each changed account with both amounts, nothing is posted for it, and the tie-out shows the difference"() {
    given:
    house.publish('demo-accrual')
    house.tieout('sync')
    def before = house.entries(House.ACCRUAL).size()

    when: 'a late entry of September raises the operating cash'
    late('JE - #71', 12_34, other)
    def night = house.tieout('sync')
    def named = night.json.companies[0].findings.findAll { it.code == 'P017' }
    def cash = named.find { it.place.contains('GL 1010-0000 (Cash - Operating)') }

    then:
    night.code == 5
    house.entries(House.ACCRUAL).size() == before
    named.every { it.place.contains('property 510001') && it.next.contains('before the cutover') }
    cash.expected == '25000.00 USD, as posted'
    cash.found == '25012.34 USD in the newest reading'
    cash.difference.contains('12.34')
    named.size() == 2
    named.find { it != cash }.found.contains(found)

    and: 'the tie-out differs by it, and says why'
    def tie = night.json.tie_out[0]
    tie.findings.findAll { it.code == 'X006' }*.place.any { it.startsWith('opening balance') && it.endsWith('GL 1010-0000') }
    tie.rows.findAll { it.identity == 'T4' && it.status == 'difference' && it.account.startsWith('1010') }*.difference == ['-12.34']

    when: 'it is undone'
    late('JE - #72', -12_34, other)
    def after = house.tieout('sync')

    then:
    after.json.companies[0].findings.every { it.code != 'P017' }
    after.json.tie_out[0].findings.every { it.code != 'X006' }
    after.json.tie_out[0].differences == 0
    house.entries(House.ACCRUAL).size() == before

    where:
    other  || found
    230001 || 'in the newest reading'
    240001 || 'that was not there when the opening was posted'
  }

  private void late(String reference, long minor, long other) {
    house.entrataDo('late', [property: 510001, basis: 'ACCRUAL', postMonth: '2026-09', type: 'GJ', postDate: '2026-09-20', reference: reference,
        lines: [[account: 210001, minor: minor], [account: other, minor: -minor]]])
  }
}
