package io.tieout.source.entrata

import io.tieout.fact.AccountBook
import io.tieout.fact.Basis
import io.tieout.fact.BookId
import io.tieout.fact.GlAccountId
import io.tieout.fact.GlScope
import io.tieout.fact.GlSnapshot
import io.tieout.fact.OrganisationId
import io.tieout.fact.PostMonth
import io.tieout.fact.Snapshots
import io.tieout.flow.port.SourceLedger
import io.tieout.flow.port.SourceLedger.ReadPart
import io.tieout.money.CurrencyCode
import io.tieout.sandbox.entrata.EntrataOddities
import io.tieout.sandbox.entrata.EntrataSandbox
import io.tieout.sandbox.entrata.office.EntrataOffice
import io.tieout.sandbox.entrata.portfolio.Irregularities
import io.tieout.sandbox.entrata.portfolio.PortfolioGenerator
import io.tieout.sandbox.entrata.portfolio.PortfolioPlan
import io.tieout.sandbox.entrata.portfolio.WorkedPortfolio
import io.tieout.source.HandClock
import io.tieout.source.MemoryRaw
import java.time.LocalDate
import spock.lang.AutoCleanup
import spock.lang.Specification

/** Untidy ledgers of several months: negative sides, zero lines, repeated and shared ids, dates outside their month. */
class GeneratedPortfolioReadSpec extends Specification {

  static final CURRENCY = CurrencyCode.USD

  @AutoCleanup
  EntrataSandbox sandbox

  def "every month of every property is proven, and opens as the month before closed, #forms"() {
    given:
    def office = PortfolioGenerator.generate(PortfolioPlan.ofLines(seed, 3_000, 3).with(Irregularities.many()))
    def source = open(office, oddities)
    def organisation = source.organisation()

    when:
    def snapshots = source.properties().collectMany { property ->
      Basis.values().collectMany { basis ->
        Map<GlAccountId, Long> closings = [:]
        ['2026-08', '2026-09', '2026-10'].collect { month ->
          def scope = new GlScope(organisation, property.id(), PostMonth.parse(month), basis, new BookId('616'))
          def snapshot = Snapshots.judge('S', source.readGl(scope, '7001', CURRENCY, ReadPart.ALL), closings)
          closings = snapshot.reading().accounts().collectEntries { AccountBook a -> [a.account(), a.totals().closing()] }
          snapshot
        }
      }
    } as List<GlSnapshot>

    then:
    snapshots.collectMany { it.findings() }.findAll { it.error } == []
    snapshots.every { it.complete() }

    and: 'it was untidy indeed'
    def lines = snapshots.collectMany { it.reading().lines().toList() }
    lines.size() >= 3_000
    lines.any { it.debitMinor() < 0 || it.creditMinor() < 0 }
    lines.any { it.zero }
    lines.any { !it.postMonth().contains(it.postDate()) }
    snapshots.any { !it.repeatedIds().empty }
    lines*.key().unique().size() == lines.size()

    where:
    seed | oddities                       | forms
    1    | EntrataOddities.defaults()     | 'documented forms'
    2    | EntrataOddities.unkind(2)      | 'every form'
    3    | EntrataOddities.unkind(3)      | 'every form, another seed'
  }

  def "the sub-ledgers of a generated property tie to its general ledger"() {
    given:
    def source = open(PortfolioGenerator.generate(PortfolioPlan.ofLines(4, 1_000, 2)), EntrataOddities.defaults())
    def property = source.properties()[0].id()
    def sub = source.readSubLedgers(property, PostMonth.parse('2026-10'), LocalDate.of(2026, 9, 1), LocalDate.of(2026, 10, 31), CURRENCY)
    def reading = source.readGl(new GlScope(source.organisation(), property, PostMonth.parse('2026-10'), Basis.ACCRUAL, new BookId('616')),
        '7001', CURRENCY, ReadPart.ALL)
    def closing = { number -> reading.accounts().find { it.number() == number }?.totals()?.closing() ?: 0L }

    expect:
    sub.findings().findAll { it.error } == []
    !sub.payments().empty
    !sub.invoices().empty
    sub.leases().sum { it.balanceMinor() } == closing('1200-0000') + closing('2200-0000')
  }

  private SourceLedger open(EntrataOffice office, EntrataOddities oddities) {
    sandbox = EntrataSandbox.start(office, oddities, 0)
    def organisation = sandbox.gatewayUri().path.split('/')[3]
    EntrataSource.open(EntrataSettings.of(sandbox.gatewayUri().toString(), new OrganisationId(organisation),
        new EntrataCredentials.ApiKey(WorkedPortfolio.API_KEY), true), new MemoryRaw(), new HandClock())
  }
}
