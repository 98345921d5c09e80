package io.tieout.story

import io.tieout.sandbox.entrata.office.EntrataOffice
import io.tieout.sandbox.entrata.portfolio.Irregularities
import io.tieout.sandbox.entrata.portfolio.PortfolioGenerator
import io.tieout.sandbox.entrata.portfolio.PortfolioPlan
import java.nio.file.Files
import java.time.LocalDate
import spock.lang.AutoCleanup
import spock.lang.Shared
import spock.lang.Specification

/**
 * A generated portfolio with all its irregularities runs a whole night. 5,000 lines here; docs/decisions/0015 says how
 * to run it with 100,000, and what that took.
 */
class LargePortfolioSpec extends Specification {

  static final int LINES = Integer.getInteger('stories.lines', 5_000)
  static final int MONTHS = 3

  @Shared
  EntrataOffice office = PortfolioGenerator.generate(PortfolioPlan.ofLines(11, LINES, MONTHS).with(Irregularities.many()))

  @Shared
  @AutoCleanup
  House house = new House(office: office, companies: [company(House.ACCRUAL), company(House.CASH)])

  def "everything is posted, held or waiting by name, the tie-out is zero or explained, and the next night is empty"() {
    given:
    ['demo-accrual', 'demo-cash'].each { mapping(it) }
    house.publish()

    when:
    def pulled = timed('pull') { house.tieout('pull') }

    then:
    pulled.json.complete
    pulled.json.lines >= LINES

    when:
    def plans = timed('plan') { house.tieout('plan') }.json.plans

    then: 'every line of the source is in exactly one place'
    plans.size() == 2

    when:
    def night = timed('sync') { house.tieout('sync', '--no-pull', '--no-tie-out') }

    then:
    night.json.companies.every { it.refused + it.quarantined + it.unknown + it.not_sent == 0 }
    night.json.companies*.posted == plans*.documents*.size()
    night.json.companies.every { it.write_calls == (int) Math.ceil(it.posted / 30) }

    when:
    def tie = timed('tie-out') { house.tieout('tie-out') }

    then:
    tie.json.companies*.differences == [0, 0]
    tie.json.companies.every { it.rows*.identity.toSet().containsAll(['T1', 'T2', 'T3', 'T4']) }

    when:
    def again = timed('second sync') { house.tieout('sync', '--no-tie-out') }

    then:
    again.json.companies*.posted == [0, 0]
    again.json.companies*.write_calls == [0, 0]
    timed('verify --deep') { house.tieout('verify', '--deep') }.code == 0
  }

  private static <T> T timed(String what, Closure<T> work) {
    def start = System.nanoTime()
    def result = work.call()
    def used = { Runtime.runtime.totalMemory() - Runtime.runtime.freeMemory() }
    if (LINES > 5_000) {
      println "${what}: ${(System.nanoTime() - start).intdiv(1_000_000)} ms, heap ${used().intdiv(1 << 20)} MiB"
    }
    result
  }

  private company(String realm) {
    House.company(realm) { builder ->
      builder.closedThrough(LocalDate.of(2026, 6, 30))
      int id = 10
      office.properties().each { builder.klass(id++, it.name()) }
    }
  }

  /** The demo's mapping for the generated properties: no guard rails, damage income mapped. */
  private void mapping(String name) {
    def file = house.mappingFile(name)
    def text = Files.readString(file)
    def properties = office.properties().collect { "  - id: ${it.id()}\n    name: \"${it.name()}\"\n    class: \"${it.name()}\"\n" }.join('')
    text = text.replaceFirst(/(?s)\nproperties:\n.*?\n\n/, '\nproperties:\n' + properties + '\n')
        .replace('organisation: demopm', 'organisation: ' + house.organisation)
        .replaceAll(/cutover: 2026-10/, 'cutover: 2026-08')
        .replaceAll(/        from: 2026-10\n/, '')
        .replace('# "4190-0000": "4190"', '"4190-0000": "4190"')
        .replaceFirst(/(?s)  guard-rails:\n(    .*\n)+/, '')
    if (!text.contains('      "4190-0000"')) {
      text = text.replace('      "4900-0000": "4900"\n', '      "4900-0000": "4900"\n      "4190-0000": "4190"\n')
    }
    Files.writeString(file, text)
  }
}
