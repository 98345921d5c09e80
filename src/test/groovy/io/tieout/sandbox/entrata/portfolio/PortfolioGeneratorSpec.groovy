package io.tieout.sandbox.entrata.portfolio

import io.tieout.sandbox.entrata.EntrataCaller
import io.tieout.sandbox.entrata.EntrataOddities
import io.tieout.sandbox.entrata.office.Basis
import io.tieout.sandbox.entrata.office.BookKey
import io.tieout.sandbox.entrata.office.EntrataOffice
import io.tieout.sandbox.entrata.office.GlLine
import spock.lang.Shared
import spock.lang.Specification

import java.time.YearMonth

import static io.tieout.sandbox.entrata.EntrataCaller.cents
import static io.tieout.sandbox.entrata.EntrataCaller.many

class PortfolioGeneratorSpec extends Specification {

    static final PortfolioPlan PLAN = PortfolioPlan.ofLines(7, 12_000, 6).with(Irregularities.many())

    @Shared
    EntrataOffice office = PortfolioGenerator.generate(PLAN)

    private static List<GlLine> lines(EntrataOffice o) {
        o.ledgers().values().collectMany { it.lines() }
    }

    private static long closing(EntrataOffice o, long property, long account, YearMonth month) {
        o.ledger(new BookKey(property, Basis.ACCRUAL, 616)).openingsOf(month.plusMonths(1)).get(account)?.netMinor() ?: 0
    }

    def "every property, month and basis balances, and the month before it closes where it opens"() {
        expect:
        office.ledgers().every { book, ledger ->
            ledger.months().every { month ->
                ledger.lines(month).sum { it.signedMinor() } == 0 && ledger.openingsOf(month).values().sum { it.netMinor() } == 0
            }
        }
        office.ledgers().size() == office.properties().size() * 2
    }

    def "the sub-ledgers tie to their control accounts at the end of every month, for seed #seed"() {
        given:
        def o = PortfolioGenerator.generate(PortfolioPlan.ofLines(seed, 6_000, 4))
        def depositCodes = o.receivables().codes().findAll { it.creditAccountId() == Chart.DEPOSITS_HELD }*.id()
        def months = (0..<4).collect { YearMonth.of(2026, 7).plusMonths(it) }

        expect: 'receivables and deposits, rebuilt by post month'
        o.properties().every { property ->
            def rows = o.receivables().leasesOf(property.id()).collectMany { o.receivables().ledgerOf(it.id()) }
            months.every { month ->
                def until = rows.findAll { it.postMonth() <= month }
                def balance = until.sum { it.amountMinor() } ?: 0
                def held = until.findAll { it.arCodeId() in depositCodes }.sum { it.amountMinor() } ?: 0
                balance == closing(o, property.id(), Chart.RECEIVABLES, month) + closing(o, property.id(), Chart.PREPAID, month) &&
                        held == -closing(o, property.id(), Chart.DEPOSITS_HELD, month)
            }
        }

        and: 'open payables, today'
        o.properties().every { property ->
            def due = o.payables().invoices().collectMany { it.lines() }.findAll { it.propertyId() == property.id() }.sum { it.dueMinor() } ?: 0
            due == -closing(o, property.id(), Chart.PAYABLES, months.last())
        }

        and: 'what is paid of a charge is what its allocations say, and open credits are prepaid'
        o.properties().every { property ->
            def rows = o.receivables().leasesOf(property.id()).collectMany { o.receivables().ledgerOf(it.id()) }
            rows.sum { it.balanceDueMinor() } == rows.sum { it.amountMinor() } - rows.sum { it.paidMinor() } &&
                    rows.every { Math.abs(it.paidMinor()) <= Math.abs(it.amountMinor()) }
        }

        where:
        seed << [1, 2, 3]
    }

    def "both bases end on the same cash"() {
        expect:
        office.properties().every { property ->
            [Basis.ACCRUAL, Basis.CASH].collect { office.ledger(new BookKey(property.id(), it, 616)).openingsOf(YearMonth.of(2026, 11)).get(Chart.BANK).netMinor() }.toSet().size() == 1
        }
    }

    def "the plan's number of lines is reached"() {
        expect:
        lines(PortfolioGenerator.generate(PortfolioPlan.ofLines(3, count, 3))).size() in count..(count + count.intdiv(2) + 40)

        where:
        count << [100, 1_000, 5_000]
    }

    def "the same plan gives the same books, another seed others"() {
        given:
        def dump = { long seed -> new EntrataCaller(EntrataOddities.defaults(), PortfolioGenerator.generate(PortfolioPlan.ofLines(seed, 2_000, 2))).service.dumpJson() }

        expect:
        dump(5) == dump(5)
        dump(5) != dump(6)
    }

    def "it holds the events and the irregularities that the plan asks for"() {
        given:
        def all = lines(office)
        def accrualIds = office.ledgers().findAll { it.key.basis() == Basis.ACCRUAL }.values().collectMany { it.lines()*.id() }.toSet()
        def cashIds = office.ledgers().findAll { it.key.basis() == Basis.CASH }.values().collectMany { it.lines()*.id() }.toSet()
        def groups = office.ledgers().collectMany { book, ledger -> ledger.lines().groupBy { [book, it.postMonth(), it.transactionType(), it.reference(), it.postDate()] }.values() }
        def days = office.ledgers().collectMany { book, ledger -> ledger.lines().groupBy { [book, it.postMonth(), it.postDate()] }.values() }

        expect: 'events'
        ['AR Charge', 'AR Payment', 'AR Deposit', 'AR Allocation', 'AP Charge', 'AP Payment', 'GJ'].every { type -> all.any { it.transactionType() == type } }
        ['Payment Reversed', 'Deposit Adjustment', 'REFUND-', 'Void Check', 'Allocation - #'].every { text -> all.any { it.reference().startsWith(text) } }
        office.payables().invoices().any { it.type() == 'Credit Memo' }
        office.payables().invoices().any { it.reversalInvoiceId().present }
        office.payables().invoices().any { it.lines()*.propertyId().toSet().size() > 1 }
        office.receivables().payments().any { it.status() == 'Returned' }

        and: 'irregularities'
        groups.any { it.sum { l -> l.signedMinor() } != 0 }
        days.any { it.sum { l -> l.signedMinor() } != 0 }
        all.any { it.debitMinor() < 0 || it.creditMinor() < 0 }
        all.any { it.debitMinor() == 0 && it.creditMinor() == 0 }
        all.any { YearMonth.from(it.postDate()) != it.postMonth() }
        accrualIds.intersect(cashIds).size() > 10
        office.ledgers().values().any { ledger -> ledger.lines()*.id().countBy { it }.any { it.value > 1 } }
    }

    def "a tidy plan has none of them"() {
        given:
        def tidy = PortfolioGenerator.generate(PLAN.with(Irregularities.none()))
        def all = lines(tidy)

        expect:
        all*.id().toSet().size() == all.size()
        all.every { it.debitMinor() >= 0 && it.creditMinor() >= 0 && it.signedMinor() != 0 && YearMonth.from(it.postDate()) == it.postMonth() }
        tidy.ledgers().every { book, ledger -> ledger.lines().groupBy { [it.postMonth(), it.transactionType(), it.postDate()] }.values().every { it.sum { l -> l.signedMinor() } == 0 } }
    }

    def "a year-end close empties income and expense"() {
        given:
        def closed = PortfolioGenerator.generate(new PortfolioPlan(4, 2, 10, YearMonth.of(2025, 11), 4, 0, true, Irregularities.usual()))

        expect:
        closed.ledgers().every { book, ledger -> ledger.openingsOf(YearMonth.of(2026, 1)).every { account, balance -> account < 240_000 || balance.netMinor() == 0 } }
    }

    def "read through the methods, totals and lines agree, and answers keep to their schemas"() {
        given:
        def caller = new EntrataCaller(EntrataOddities.unkind(5), office)
        def property = office.properties()[0].id()

        when:
        def answers = [['getGlTransactions', 'r1', [propertyIds: "$property".toString(), postMonthFrom: '09/2026', postMonthTo: '09/2026', isDetailed: '1']],
                       ['getLeaseArTransactions', 'r1', [propertyId: property, showFullLedger: '1', includeReversals: '1']],
                       ['getArInvoices', 'r1', [propertyId: property]], ['getArPayments', 'r1', [isIncludeAllocations: '1']],
                       ['getInvoices', 'r1', [includeVoidedPayments: '1']], ['getInvoices', 'r2', [customerRefunds: '1']],
                       ['getVendorLocations', 'r1', [:]], ['getProperties', 'r1', [:]]].collectEntries { call ->
            [call[0] + '.' + call[1], caller.send(*call)]
        }
        def gl = EntrataCaller.body(answers['getGlTransactions.r1']).at('/result/properties/property')
        def accounts = many(many(gl)[0].at('/transactions/transaction'))

        then:
        answers.every { name, answer -> EntrataCaller.faults("${EntrataCaller.SERVICES[name.split(/\./)[0]]}.${name}.response", answer.body()) == [] }
        accounts.every { row ->
            def details = many(row.at('/glDetails/glDetail'))
            def net = details.sum { cents(it.get('debit')) - cents(it.get('credit')) } ?: 0
            cents(row.at('/glTotal/openingBalance')) + net == cents(row.at('/glTotal/closingBalance'))
        }
        accounts.size() > 10
    }

    def "a hundred thousand lines are made and read in seconds"() {
        given:
        def started = System.nanoTime()

        when:
        def large = PortfolioGenerator.generate(PortfolioPlan.ofLines(1, 100_000, 12))
        def made = (System.nanoTime() - started).intdiv(1_000_000)
        def caller = new EntrataCaller(new EntrataOddities(EntrataOddities.defaults().forms(), EntrataOddities.defaults().ledger(), io.tieout.sandbox.entrata.Traffic.unlimited()), large)
        def read = 0
        large.properties().each { property ->
            (0..<12).each { offset ->
                def month = YearMonth.of(2025, 11).plusMonths(offset)
                def text = String.format('%02d/%d', month.monthValue, month.year)
                [0, 1].each { basis ->
                    def answer = caller.send('getGlTransactions', 'r1', [propertyIds: "${property.id()}".toString(), postMonthFrom: text, postMonthTo: text, isDetailed: '1', isCashBook: "$basis".toString()])
                    read += answer.body().length
                }
            }
        }
        def elapsed = (System.nanoTime() - started).intdiv(1_000_000)
        println "generated ${lines(large).size()} lines in $made ms, read $read bytes in ${elapsed - made} ms"

        then:
        lines(large).size() >= 100_000
        elapsed < 60_000
    }
}
