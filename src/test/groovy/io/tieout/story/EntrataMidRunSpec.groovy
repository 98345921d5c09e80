package io.tieout.story

import groovy.json.JsonOutput
import groovy.json.JsonSlurper
import spock.lang.AutoCleanup
import spock.lang.Specification

/**
 * Entrata fails in the middle of a night. What was not read whole is not planned, what was is posted; marks follow what
 * Entrata shows when read back; the next night does the rest, and nothing is posted or marked twice.
 */
class EntrataMidRunSpec extends Specification {

  @AutoCleanup
  House house = new House(mappings: ['demo-accrual'])

  @AutoCleanup
  Forwarder between = house.beforeEntrata()

  def "reading one month fails (#what): #code, the other property is posted, and the next night posts the rest"() {
    given: 'two properties, one month each: the second reading of the GL fails, every time it is tried this night'
    house.publish('demo-accrual')
    spoil('getGlTransactions', 2, answer)

    when:
    def night = house.tieout('sync')
    def company = night.json.companies[0]

    then:
    night.code in [3, 5]
    !night.json.pull.complete
    night.json.pull.scopes*.complete == [true, false]
    night.json.pull.scopes[1].findings*.code == [code]
    company.posted > 5
    house.entries(House.ACCRUAL).every { it.Line.every { l -> l.JournalEntryLineDetail.ClassRef.value == '1' } }
    company.refused + company.unknown + company.quarantined + company.not_sent == 0

    when:
    between.instead = { path, body -> null }
    def next = house.tieout('sync')

    then:
    next.json.pull.complete
    next.json.companies[0].posted == 33 - company.posted
    next.json.tie_out[0].differences == 0
    house.once(House.ACCRUAL)
    house.judgedClean()

    where:
    what                         | code   | answer
    'an RPC error in HTTP 200'   | 'S003' | { id -> [response: [requestId: id, code: 200, error: [code: 305, message: 'Property is being migrated.']]] }
    'another code in HTTP 200'   | 'S003' | { id -> [response: [requestId: id, code: 500, message: 'Unable to process.']] }
    'a message without a result' | 'S007' | { id -> [response: [requestId: id, code: 200]] }
    'a wrong wrapper'            | 'S007' | { id -> [answer: [requestId: id, code: 200, result: [:]]] }
    'a list for an envelope'     | 'S007' | { id -> [[response: [requestId: id, code: 200, result: [:]]]] }
    'result and error at once'   | 'S003' | { id -> [response: [requestId: id, code: 200, result: [GlTransactions: [:]], error: [code: 1, message: 'x']]] }
    'an empty result'            | 'S040' | { id -> [response: [requestId: id, code: 200, result: [:]]] }
    'the answer to another call' | 'S008' | { id -> [response: [requestId: 'to-another-1', code: 200, result: [:]]] }
  }

  def "#fault at the second reading of the GL: #what"() {
    given:
    house.publish('demo-accrual')
    house.entrata.server().faults().add("getGlTransactions:2:${fault}")

    when:
    def night = house.tieout('sync')

    then:
    night.json.pull.complete == (code == '')
    night.json.pull.scopes*.findings.flatten()*.code == (code == '' ? [] : [code])
    night.json.companies[0].posted == (code == '' ? 33 : night.json.companies[0].posted)
    night.json.companies[0].posted > 5

    when:
    house.entrata.server().faults().clear()
    def next = house.tieout('sync')

    then:
    next.json.companies[0].posted + night.json.companies[0].posted == 33
    next.json.tie_out[0].differences == 0
    house.once(House.ACCRUAL)
    house.judgedClean()

    where:
    fault            | code   | what
    'throttled:1'    | ''     | 'waited for, and read'
    'throttled:7200' | 'S009' | 'too long to wait for'
    'error-500'      | 'S004' | 'named, the rest goes on'
    'maintenance'    | ''     | 'asked again'
    'cut-off-json'   | 'S006' | 'named, the rest goes on'
    'truncated-body' | ''     | 'asked again'
    'empty-200'      | 'S006' | 'named, the rest goes on'
    'redirect'       | 'S007' | 'not followed'
  }

  def "marking fails (#fault): books stand, marks are settled by reading back, and no id is sent twice that reads as marked"() {
    given:
    house.publish('demo-accrual')
    house.entrata.server().faults().add("markGlTransactionsExported:1:${fault}")

    when:
    def night = house.tieout('sync')

    then:
    night.json.companies[0].posted == 33
    night.json.tie_out[0].differences == 0
    night.json.companies[0].marked + night.json.companies[0].marks_unconfirmed == 76
    (night.json.companies[0].marks_unconfirmed == 0) == applied

    when:
    def next = house.tieout('sync')

    then:
    next.json.companies[0].marks_unconfirmed == 0
    next.json.companies[0].marked + night.json.companies[0].marked == 76
    next.json.companies[0].posted == 0
    once(marksSent(), applied ? 0 : null)
    house.judgedClean()

    where:
    fault               | applied
    'commit-then-drop'  | true
    'commit-then-500'   | true
    'cut-off-json'      | true
    'drop-before-commit' | false
    'error-500'         | false
    'throttled:1'       | false
    'unauthorized'      | false
  }

  def "reading back after marking fails: nothing is said to be marked, and the next night reads it back before it sends any"() {
    given:
    house.publish('demo-accrual')
    def marked = false
    between.instead = { path, body ->
      def json = new JsonSlurper().parse(body)
      marked |= json.method.name == 'markGlTransactionsExported'
      marked && json.method.name == 'getGlTransactions' ? JsonOutput.toJson([response: [requestId: json.requestId, code: 200, error: [code: 1, message: 'later']]]).bytes : null
    }

    when:
    def night = house.tieout('sync', '--no-tie-out')

    then:
    night.json.companies[0].posted == 33
    night.json.companies[0].marked == 0
    night.json.companies[0].marks_unconfirmed > 0

    when:
    between.instead = { path, body -> null }
    def calls = house.entrata.server().log().entries('markGlTransactionsExported').size()
    def next = house.tieout('sync')

    then:
    next.json.companies[0].marked == 76
    next.json.companies[0].marks_unconfirmed == 0
    once(marksSent(), 0)
    house.entrata.server().log().entries('markGlTransactionsExported').size() >= calls
    house.judgedClean()
  }

  /** Answers the nth call of a method, and every later try of the same one, by hand. */
  private void spoil(String method, int nth, Closure<Object> answer) {
    def seen = []
    between.instead = { path, body ->
      def json = new JsonSlurper().parse(body)
      if (json.method.name != method) {
        return null
      }
      def params = json.method.params
      if (!(params in seen)) {
        seen << params
      }
      seen.indexOf(params) == nth - 1 ? JsonOutput.toJson(answer.call(json.requestId)).getBytes('UTF-8') : null
    }
  }

  private List<String> marksSent() {
    house.entrata.server().log().entries('markGlTransactionsExported').collectMany {
      new JsonSlurper().parse(it.body().bytes()).method.params.glDetailId.toString().split(',').toList()
    }
  }

  /** No id more than once; or, where the first call did nothing, at most twice. */
  private static boolean once(List<String> ids, Integer more) {
    def counts = ids.countBy { it }.values()
    assert counts.max() <= (more == null ? 2 : 1)
    true
  }
}
