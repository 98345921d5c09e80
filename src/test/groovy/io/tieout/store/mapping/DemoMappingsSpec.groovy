package io.tieout.store.mapping

import io.tieout.fact.Basis
import io.tieout.fact.GlAccountId
import io.tieout.fact.PostMonth
import io.tieout.fact.PropertyId
import io.tieout.mapping.IndexedRuleBook
import io.tieout.mapping.Mapping
import io.tieout.mapping.OpeningMode
import io.tieout.mapping.Policies
import io.tieout.mapping.Route
import io.tieout.mapping.Subject
import spock.lang.Specification

import java.nio.file.Files
import java.nio.file.Path

class DemoMappingsSpec extends Specification {

  def "the demo mappings are read without a finding"() {
    when:
    def read = MappingReader.read("mappings/${name}.yml", bytes(name))

    then:
    read.findings().collect { it.text() } == []
    with(read.value().get()) { Mapping it ->
      it.binding().company() == name
      it.binding().companyKey().value() == "quickbooks:$companyId"
      it.binding().connection() == "quickbooks-$name"
      it.properties()*.id()*.value() == ['510001', '510002']
      it.properties().every { p -> p.basis() == basis && p.cutover() == PostMonth.of(2026, 10) && p.opening() == OpeningMode.POST && p.book().value() == '616' && p.tree() == '7001' }
      it.properties()*.trackingClass()*.get() == ['Cedar Ridge', 'Harbor Point']
      it.openingEquity().get().value() == '3200'
      it.controls().cash() == ['1010-0000', '1020-0000', '1090-0000']
      it.policies().guardRails().documentMinorMax().asLong == 10_000_000L
      it.policies().grain() == Policies.defaults().grain()
    }

    where:
    name           | companyId          || basis
    'demo-accrual' | '9341450000000001' || Basis.ACCRUAL
    'demo-cash'    | '9341450000000002' || Basis.CASH
  }

  def "every account of the worked portfolio has a rule, damage income alone has none"() {
    given:
    def book = IndexedRuleBook.of(MappingReader.read(name, bytes(name)).value().get())
    def route = { String number ->
      book.route(new Subject(new PropertyId('510002'), new GlAccountId('1'), number, 'GJ', PostMonth.of(2026, 10)))
    }

    expect:
    [1010, 1020, 1090, 2100, 2200, 2300, 4010, 4030, 4110, 4120, 4900, 6110, 6210, 6310].every {
      account(route("$it-0000")) == "$it"
    }
    account(route('1200-0000')) == '1210'
    account(route('2010-0000')) == '2015'
    account(route('3900-0000')) == '3100'
    (route('4190-0000') as Route.Held).unmapped()

    where:
    name << ['demo-accrual', 'demo-cash']
  }

  private static String account(Route route) {
    (route as Route.Mapped).account().value()
  }

  private static byte[] bytes(String name) {
    Files.readAllBytes(Path.of('mappings', "${name}.yml"))
  }
}
