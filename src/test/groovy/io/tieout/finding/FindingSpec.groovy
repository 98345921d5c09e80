package io.tieout.finding

import io.tieout.money.CurrencyCode
import io.tieout.money.Money
import spock.lang.Specification

class FindingSpec extends Specification {

  def "a finding says place, code, what was expected, what was found, the signed difference and what to do next"() {
    given:
    def finding = Finding.of(code('M014', 'account not mapped'), 'mappings/oak.yml:41:5', 'a rule', 'none', "add GL 4710 to 'accounts'")

    expect:
    finding.text() == '''\
mappings/oak.yml:41:5  M014 account not mapped
  expected: a rule
  found:    none
  next:     add GL 4710 to 'accounts\''''
    finding.withDifference(Money.of(-418000, CurrencyCode.USD)).text().contains('\n  difference: -4180.00 USD\n  next:')
  }

  def "findings travel with the value, and only an error counts as one"() {
    given:
    def warning = finding(Category.CONFIG, Severity.WARNING)
    def error = finding(Category.CONFIG, Severity.ERROR)
    def list = [warning]
    def found = new Findings('value', list)

    expect:
    !Findings.of('value').hasErrors()
    !found.hasErrors()
    !warning.error
    error.error
    new Findings('value', [warning, error]).hasErrors()

    when: 'the list given is changed afterwards'
    list << error

    then:
    found.findings() == [warning]
  }

  def "a command that must stop for #categories exits with #code"() {
    given:
    def stopped = new Stopped(categories.collect { finding(it, Severity.ERROR) })

    expect:
    stopped.exitCode() == code
    stopped.message == stopped.findings().first().text()

    where:
    categories                                      || code
    [Category.CONFIG]                               || 2
    [Category.OUTSIDE]                              || 3
    [Category.SOURCE_DATA]                          || 5
    [Category.HELD]                                 || 5
    [Category.INVARIANT]                            || 4
    [Category.BUSY]                                 || 75
    [Category.INTERNAL]                             || 1
    [Category.HELD, Category.OUTSIDE]               || 3
    [Category.OUTSIDE, Category.CONFIG]             || 2
    [Category.CONFIG, Category.INTERNAL]            || 1
    [Category.INTERNAL, Category.BUSY]              || 75
    [Category.BUSY, Category.INVARIANT]             || 4
  }

  def "a single finding can stop"() {
    given:
    def finding = finding(Category.HELD, Severity.ERROR)

    expect:
    new Stopped(finding).findings() == [finding]
  }

  private static Finding finding(Category category, Severity severity) {
    Finding.of(code('X001', 'some title', category, severity), 'here', 'this', 'that', 'do so')
  }

  private static FindingCode code(String id, String title, Category category = Category.CONFIG, Severity severity = Severity.ERROR) {
    [id: { id }, title: { title }, category: { category }, severity: { severity }] as FindingCode
  }
}
