package io.tieout.sandbox.entrata

import io.tieout.sandbox.entrata.office.Basis
import io.tieout.sandbox.entrata.office.BookKey
import io.tieout.sandbox.entrata.portfolio.WorkedPortfolio
import spock.lang.Shared
import spock.lang.Specification

import java.time.YearMonth

class WorkedPortfolioSpec extends Specification {

    static final YearMonth OCTOBER = YearMonth.of(2026, 10)
    static final long AR = 210004, AP = 220001, DEPOSITS = 220002, PREPAID = 220003

    @Shared
    def office = WorkedPortfolio.open()

    private long closing(long property, Basis basis, long account) {
        office.ledger(new BookKey(property, basis, 616)).openingsOf(OCTOBER.plusMonths(1)).get(account)?.netMinor() ?: 0
    }

    def "the #basis book of property #property balances in its opening, in October and entry by entry"() {
        given:
        def ledger = office.ledger(new BookKey(property, basis, 616))

        expect:
        ledger.openingsOf(OCTOBER).values().sum { it.netMinor() } == 0
        ledger.lines(OCTOBER).size() == lines
        ledger.lines(OCTOBER).groupBy { it.journal() }.every { journal, entry -> entry.sum { it.signedMinor() } == 0 }

        where:
        property | basis         || lines
        510001   | Basis.ACCRUAL || 45
        510002   | Basis.ACCRUAL || 33
        510001   | Basis.CASH    || 27
        510002   | Basis.CASH    || 17
    }

    def "both bases close property #property on the same cash"() {
        expect:
        closing(property, Basis.ACCRUAL, 210001) == cash
        closing(property, Basis.CASH, 210001) == cash

        where:
        property || cash
        510001   || 28_865_63
        510002   || 20_102_03
    }

    def "the sub-ledgers of property #property tie to the control accounts"() {
        given:
        def leases = office.receivables().leasesOf(property)
        def depositCodes = office.receivables().codes().findAll { it.creditAccountId() == DEPOSITS }*.id()
        def invoiceLines = office.payables().invoices().collectMany { it.lines() }.findAll { it.propertyId() == property }

        expect: 'resident balances are receivables plus prepaid, signed'
        leases.sum { office.receivables().balanceMinor(it.id()) } == closing(property, Basis.ACCRUAL, AR) + closing(property, Basis.ACCRUAL, PREPAID)

        and: 'open amounts, refunds included, are accounts payable with the sign turned'
        invoiceLines.sum { it.dueMinor() } == -closing(property, Basis.ACCRUAL, AP)

        and: 'deposits held by resident are the liability'
        leases.collectMany { office.receivables().ledgerOf(it.id()) }.findAll { it.arCodeId() in depositCodes }.sum { it.amountMinor() } == -closing(property, Basis.ACCRUAL, DEPOSITS)

        where:
        property << [510001, 510002]
    }

    def "the deposits taken before October are the opening of the liability of property #property"() {
        given:
        def early = office.receivables().leasesOf(property).collectMany { office.receivables().ledgerOf(it.id()) }
                .findAll { it.postMonth() < OCTOBER && it.arCodeId() == 31006 }

        expect:
        early.sum { it.amountMinor() } == opening
        office.ledger(new BookKey(property, Basis.ACCRUAL, 616)).openingsOf(OCTOBER).get(DEPOSITS).netMinor() == -opening

        where:
        property || opening
        510001   || 1_500_00
        510002   || 600_00
    }

    def "every invoice line names property and account, and its payments and reversals add up"() {
        expect:
        office.payables().invoices().every { invoice ->
            def paid = invoice.payments().findAll { !it.reversed() }.sum { it.amountMinor() } ?: 0
            def settled = invoice.reversalInvoiceId().present || invoice.amountMinor() - paid == invoice.dueMinor()
            settled && invoice.lines().every { office.property(it.propertyId()).present && office.account(it.glAccountId()).present }
        }
    }
}
