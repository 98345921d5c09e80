package io.tieout.sandbox.entrata

import com.fasterxml.jackson.databind.JsonNode
import spock.lang.Specification

import static io.tieout.sandbox.entrata.EntrataCaller.cents
import static io.tieout.sandbox.entrata.EntrataCaller.many

class SubLedgerReadsSpec extends Specification {

    def caller = new EntrataCaller()

    private List<JsonNode> rows(Map params) {
        many(caller.result('getLeaseArTransactions', 'r1', [propertyId: 510001] + params).at('/leases/lease'))
                .collectMany { many(it.at('/customers/ledgers/ledger')) }.collectMany { many(it.at('/transactions/transaction')) }
    }

    private List<String> invoices(String version, Map params, EntrataCaller c = caller) {
        many(c.result('getInvoices', version, params).at('/invoices/invoice')).collect { it.get('id').asText() }
    }

    def "lease ledgers show open items only unless the full ledger is asked for: #params gives #count rows"() {
        expect:
        rows(params).size() == count

        where:
        params                                                                                         || count
        [:]                                                                                            || 0
        [includeReversals: '1']                                                                        || 0
        [showFullLedger: '1']                                                                          || 15
        [showFullLedger: '1', includeReversals: '1']                                                   || 17
        [showFullLedger: '1', includeReversals: '1', leaseIds: '880002']                               || 8
        [showFullLedger: '1', transactionFromDate: '10/10/2026', transactionToDate: '10/10/2026']      || 5
        [showFullLedger: '1', arCodeIds: '31006']                                                      || 3
        [showFullLedger: '1', ledgerIds: '12']                                                         || 4
        [showFullLedger: '1', leaseStatusTypeIds: '6']                                                 || 0
        [showFullLedgr: '1']                                                                           || 0
    }

    def "the prepaid resident is the one open item of Harbor Point"() {
        when:
        def leases = many(caller.result('getLeaseArTransactions', 'r1', [propertyId: 510002]).at('/leases/lease'))

        then:
        leases*.get('id')*.asLong() == [880101]
        cents(leases[0].at('/customers/ledgers/ledger/balance')) == -75_00
        cents(leases[0].at('/customers/ledgers/ledger/transactions/transaction/0/balanceDue')) == -75_00
    }

    def "ledgers may stand under the lease instead of beside the customer"() {
        given:
        def odd = new EntrataCaller(EntrataOddities.defaults().with(LedgerHabits.unkind()))

        when:
        def lease = odd.result('getLeaseArTransactions', 'r1', [propertyId: 510002]).at('/leases/lease')

        then:
        cents(lease.at('/ledgers/ledger/balance')) == -75_00
        lease.at('/customers/ledgers').isMissingNode()
    }

    def "vendor invoices hide what is exported, refunds and voided payments unless asked: #version #params"() {
        given:
        caller.result('markInvoicesExported', 'r1', [lineItemId: '7401011,7401012,7401021'])

        expect:
        invoices(version, params) == ids

        where:
        version | params                                                        || ids
        'r2'    | [:]                                                           || ['740102', '740103', '740104', '740105', '740106']
        'r2'    | [includeExported: '1']                                        || ['740101', '740102', '740103', '740104', '740105', '740106']
        'r1'    | [includeExported: '1', propertyIds: '510001']                 || ['740101', '740102', '740103']
        'r2'    | [customerRefunds: '1']                                        || ['740204']
        'r2'    | [vendorIds: '63003', fromDate: '10/10/2026']                  || ['740105', '740106']
        'r1'    | [vendorId: '63001', includeExported: 1]                       || ['740101', '740103']
        'r2'    | [postMonth: '09/2026']                                        || []
        'r2'    | [invoiceNumber: 'NF-10233-CR']                                || ['740103']
        'r2'    | [invoiceTypeIds: '12']                                        || ['740103']
        'r2'    | [paidInvoiceFromDate: '10/25/2026', includeExported: 1]       || ['740106']
    }

    def "of a half-marked invoice a tenant shows the unmarked lines, or nothing, or all: #half"() {
        given:
        def h = LedgerHabits.usual()
        def c = new EntrataCaller(EntrataOddities.defaults().with(new LedgerHabits(h.negativeSides(), h.headerIds(), h.idsSharedByBases(),
                h.exportedLeaveTotals(), h.failOnUnknownMark(), h.failOnRepeatedMark(), h.allBooksByDefault(), h.refundsAlso(), h.lineDetailInR2(), half, h.ledgersUnderLease(), h.sentReference())))
        c.result('markInvoicesExported', 'r1', [lineItemId: '7401011'])

        expect:
        many(c.result('getInvoices', 'r2', [ids: '740101']).at('/invoices/invoice')).collectMany { many(it.at('/lineItems/lineItem')) }.size() == lines

        where:
        half                                    || lines
        LedgerHabits.HalfMarked.LINES_HIDDEN    || 1
        LedgerHabits.HalfMarked.INVOICE_HIDDEN  || 0
        LedgerHabits.HalfMarked.SHOWN           || 2
    }

    def "payments come without allocations unless asked, by payment date"() {
        given:
        def read = { Map params -> many(caller.result('getArPayments', 'r1', params).at('/ArPayments/ArPayment')) }

        expect:
        read([fromDate: '10/01/2026', toDate: '10/31/2026']).size() == 6
        read([:]).size() == 9
        read([:]).every { !it.has('ArAllocations') }
        read([paymentStatusTypeIds: '6'])*.get('ReturnedOn')*.asText() == ['10/09/2026 08:02']
    }

    def "there is no call for all vendors"() {
        expect:
        EntrataCaller.error(caller.send('getVendors', 'r1', [:])).contains('required')
    }
}
