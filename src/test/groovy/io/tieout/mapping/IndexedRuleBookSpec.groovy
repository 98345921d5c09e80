package io.tieout.mapping

import spock.lang.Specification

import static io.tieout.mapping.Mappings.*

class IndexedRuleBookSpec extends Specification {

  def "a later layer wins over an earlier one"() {
    given:
    def book = IndexedRuleBook.of(mapping(rules))

    expect:
    account(book.route(subject('510001', '4010-0000'))) == winner

    where:
    rules                                                                                                  || winner
    [rule('4010-0000', '1')]                                                                               || '1'
    [rule('4010-0000', '1'), rule('4010-0000', '2', layer: 'company')]                                     || '2'
    [rule('4*', '3', layer: 'property', property: '510001'), rule('4010-0000', '2', layer: 'company')]     || '3'
    [rule('4*', '3', layer: 'property', property: '510002'), rule('4010-0000', '2', layer: 'company')]     || '2'
    [rule('*', '4', layer: 'exception', type: 'GJ'), rule('4010-0000', '3', layer: 'property', property: '510001')] || '4'
    [rule('*', '4', layer: 'exception', type: 'AP Charge'), rule('4010-0000', '2', layer: 'company')]      || '2'
  }

  def "within a layer a number or id wins over a range, a range over a pattern, and the longer prefix first"() {
    given:
    def book = IndexedRuleBook.of(mapping(rules))

    expect:
    account(book.route(subject('510001', '4010-0000', id: '240001'))) == winner

    where:
    rules                                                                             || winner
    [rule('4010-0000', '1'), rule('4000-0000..4999-9999', '2'), rule('4010*', '3')]   || '1'
    [rule('id:240001', '1'), rule('4000-0000..4999-9999', '2'), rule('4010*', '3')]   || '1'
    [rule('4000-0000..4999-9999', '2'), rule('4010*', '3')]                           || '2'
    [rule('4000-0000..4999-9999', '2'), rule('4000-0000..4099-9999', '3')]            || '3'
    [rule('4000-0000..4999-9999', '2'), rule('4005-0000..4999-9999', '3')]            || '3'
    [rule('4*', '2'), rule('401*', '3'), rule('40*', '4')]                            || '3'
    [rule('*-0000', '2'), rule('*', '3')]                                             || '2'
    [rule('40*-0001', '2'), rule('4*-0000', '3')]                                     || '3'
    [rule('3000..4020', '2')]                                                         || '2'
  }

  def "a rule holds in its months only, and the one that begins later takes over"() {
    given:
    def book = IndexedRuleBook.of(mapping([
        rule('4010-0000', 'old', to: '2026-10'),
        rule('4010-0000', 'new', from: '2026-11'),
        rule('4030-0000', 'always'),
        rule('4030-0000', 'later', from: '2026-11'),
        rule('4030-0000', 'once', from: '2026-11', to: '2026-11')]))

    expect:
    account(book.route(subject('510001', number, month: month))) == winner

    where:
    number      | month     || winner
    '4010-0000' | '2026-09' || 'old'
    '4010-0000' | '2026-10' || 'old'
    '4010-0000' | '2026-11' || 'new'
    '4030-0000' | '2026-10' || 'always'
    '4030-0000' | '2026-11' || 'once'
    '4030-0000' | '2026-12' || 'later'
  }

  def "the order of rules in the file changes nothing"() {
    given:
    def rules = [
        rule('4010-0000', 'a', from: '2026-10'), rule('4010-0000', 'b'), rule('4*', 'c'), rule('4010-0000..4020', 'd'),
        rule('4010-0000', 'e', from: '2026-10')]
    def question = subject('510001', '4010-0000')

    expect:
    rules.permutations().collect { names(IndexedRuleBook.of(mapping(it)).candidates(question)) }.toSet().size() == 1
  }

  def "candidates are every rule that matches, the winner first"() {
    given:
    def book = IndexedRuleBook.of(mapping([
        rule('4*', 'c'), rule('4010-0000', 'a'), rule('4000..4999', 'b'), rule('4010-0000', 'z', from: '2027-01'),
        rule('4010-0000', 'p', layer: 'property', property: '510001'), rule('5*', 'x')]))

    expect:
    names(book.candidates(subject('510001', '4010-0000'))) == ['p', 'a', 'b', 'c']
  }

  def "a rule's class and location stand before the property's"() {
    given:
    def book = IndexedRuleBook.of(mapping([
        rule('4010-0000', 'a'), rule('4020-0000', action: to('b', trackingClass: 'Corporate'))]))

    expect:
    book.route(subject('510001', '4010-0000')).trackingClass() == Optional.of('Cedar Ridge')
    book.route(subject('510001', '4020-0000')).trackingClass() == Optional.of('Corporate')
  }

  def "a line that no rule names follows the policy"() {
    given:
    def book = IndexedRuleBook.of(mapping([], policy))

    when:
    def route = book.route(subject('510001', '4190-0000', month: month))

    then:
    with(route) {
      it.class == type
      type != Route.Held || it.unmapped() && it.blocks() == blocks && it.reason().startsWith('no rule names it')
      type != Route.Mapped || it.suspense() && it.account().value() == '1999' && it.trackingClass().get() == 'Cedar Ridge'
    }

    where:
    policy              | month     || type         | blocks
    hold()              | '2026-10' || Route.Held   | false
    block()             | '2026-10' || Route.Held   | true
    suspense('2026-12') | '2026-12' || Route.Mapped | false
    suspense('2026-12') | '2027-01' || Route.Held   | false
  }

  def "holding and excluding rules say why, and are no unmapped codes"() {
    given:
    def book = IndexedRuleBook.of(mapping([
        rule('9999-0000', action: new RuleAction.Hold('ask Ana')), rule('8*', action: new RuleAction.Exclude('closing entries'))]))

    expect:
    with(book.route(subject('510001', '9999-0000'))) {
      reason() == 'ask Ana' && !unmapped() && rule().get() == 'default gl-accounts 9999-0000'
    }
    with(book.route(subject('510001', '8100-0000'))) { reason() == 'closing entries' && rule() == 'default gl-accounts 8*' }
  }

  def "rules of other kinds route no GL line"() {
    given:
    def book = IndexedRuleBook.of(mapping([rule('*', '1', kind: SubjectKind.AR_CODE), rule('*', '2', kind: SubjectKind.VENDOR)]))

    expect:
    book.candidates(subject('510001', '4010-0000')).empty
  }

  def "thousands of rules cost about what a few do"() {
    given:
    def few = IndexedRuleBook.of(mapping(manyRules(70)))
    def many = IndexedRuleBook.of(mapping(manyRules(7000)))
    def lines = (0..<200).collect { subject('510001', String.format('%04d-0000', it % 70)) }

    when: 'both are timed in turns, so that a busy machine slows both; a walk over all rules would cost a hundred times as much'
    def rounds = (1..15).collect { [few, many].collect { tried -> nanos { 5.times { lines.each { tried.route(it) } } } } }

    then:
    rounds*.get(1).min() < 15 * rounds*.get(0).min()
  }

  private static manyRules(int count) {
    (0..<count).collect { rule(String.format('%04d-0000', it), "$it") } +
        (0..<count / 10).collect { rule(String.format('%04d*', it), "$it", layer: 'property', property: "${600000 + it}") }
  }

  private static long nanos(Closure work) {
    def start = System.nanoTime()
    work()
    System.nanoTime() - start
  }
}
