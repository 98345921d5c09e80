package io.tieout.source.answer

import io.tieout.finding.Stopped
import spock.lang.Specification

class PagesSpec extends Specification {

  static final CALL = SourceCall.of('artransactions', 'getArInvoices', 'r1', 'property 510001')

  def "pages are read until one is empty"() {
    given:
    def calls = pages([[1, 2], [3, 4], [5]])

    expect:
    ids(calls) == ['1', '2', '3', '4', '5']
    calls.made*.page() == [1, 2, 3, 4]
  }

  def "a total count ends the reading one call earlier"() {
    given:
    def calls = pages([[1, 2], [3, 4], [5]])
    calls.total = 5

    expect:
    ids(calls).size() == 5
    calls.made.size() == 3
  }

  def "a count of something larger than our items does no harm"() {
    given:
    def calls = pages([[1, 2]])
    calls.total = 9600

    expect:
    ids(calls) == ['1', '2']
  }

  def "the page before again means that paging is ignored"() {
    given:
    def calls = new CannedCalls({ [arInvoices: [arInvoice: [[id: 2], [id: 1]]]] })

    expect:
    ids(calls) == ['2', '1']
    calls.made.size() == 2
  }

  def "no items at all are none"() {
    expect:
    ids(new CannedCalls({ [arInvoices: '' ] })) == []
  }

  def "rows that move between pages are read again, until the pages hold together"() {
    given: 'someone posts while the first reading is at its second page'
    def moving = [[[1, 2], [2, 3]], [[0, 1], [2, 3]]]
    def reading = -1
    def calls = new CannedCalls({ SourceCall call ->
      reading += call.page() == 1 ? 1 : 0
      page(moving[reading], call.page())
    })

    expect:
    ids(calls) == ['0', '1', '2', '3']
  }

  def "rows that move every time are a finding, and nothing is taken"() {
    when:
    ids(pages([[1, 2], [2, 3]]))

    then:
    def stopped = thrown(Stopped)
    stopped.findings()*.code() == [SourceCode.PAGES_UNSTABLE]
  }

  def "a source that never ends is stopped"() {
    given:
    def next = 0

    when:
    ids(new CannedCalls({ [arInvoices: [arInvoice: [[id: ++next]]]] }))

    then:
    def stopped = thrown(Stopped)
    stopped.findings()[0].expected() == 'an end within 1000 pages'
  }

  def "a page of another shape is a finding, not the end"() {
    when:
    ids(new CannedCalls({ SourceCall call -> call.page() == 1 ? [arInvoices: [arInvoice: [[id: 1]]]] : [links: []] }))

    then:
    def stopped = thrown(Stopped)
    stopped.findings()*.code() == [SourceCode.WRONG_SHAPE]
    stopped.findings()[0].place().endsWith('page 2')
  }

  private static CannedCalls pages(List<List<Integer>> all) {
    new CannedCalls({ SourceCall call -> page(all, call.page()) })
  }

  private static Map page(List<List<Integer>> all, int number) {
    [arInvoices: [arInvoice: number <= all.size() ? all[number - 1].collect { [id: it] } : []]]
  }

  private static List<String> ids(CannedCalls calls) {
    new Pages(calls).read(CALL, 'arInvoices', 'arInvoice', 'invoice', { Set.of(it.id('id')) }, { f -> }).collect { it.id('id') }
  }
}
