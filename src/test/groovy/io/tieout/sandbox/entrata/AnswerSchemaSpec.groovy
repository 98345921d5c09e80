package io.tieout.sandbox.entrata

import io.tieout.sandbox.entrata.answer.AnswerForms
import spock.lang.Specification

class AnswerSchemaSpec extends Specification {

    /** Every method and version with parameters that make it say much. */
    static final List<List> CALLS = [
            ['getStatus', 'r1', [:]], ['getAccessibleClients', 'r1', [:]], ['getAccessibleServices', 'r1', [:]],
            ['getProperties', 'r1', [:]], ['getPropertyPickLists', 'r1', [:]], ['getPropertyPickLists', 'r2', [:]],
            ['getArCodes', 'r1', [:]], ['getArPayments', 'r1', [isIncludeAllocations: '1']],
            ['getArInvoices', 'r1', [propertyId: 510001]], ['getArInvoices', 'r1', [propertyId: 510002]],
            ['getLeaseArTransactions', 'r1', [propertyId: 510002, showFullLedger: '1', includeReversals: '1']],
            ['getLeaseArTransactions', 'r1', [propertyId: 510001, showFullLedger: '1', includeReversals: '1']],
            ['getLeaseArTransactions', 'r1', [propertyId: 510002]], ['getLeaseArTransactions', 'r1', [propertyId: 510001]],
            ['getMitsLeaseArTransactions', 'r1', [propertyId: 510001, leaseId: 880002, showFullLedger: 1, includeReversals: 1]],
            ['getGlTransactions', 'r1', [propertyIds: '510001,510002', isDetailed: '1', postMonthFrom: '10/2026', postMonthTo: '10/2026']],
            ['getGlTransactions', 'r1', [propertyIds: '510002', isDetailed: '1', isCashBook: 1, postMonthFrom: '10/2026', postMonthTo: '10/2026']],
            ['getGlTransactions', 'r1', [propertyIds: '510002', postMonthFrom: '12/2020', postMonthTo: '12/2020']],
            ['getGlTransactions', 'r1', [propertyIds: '510002', glBookTypeIds: 617]],
            ['markGlTransactionsExported', 'r1', [glDetailId: '93000001']],
            ['sendJournalEntries', 'r1', [glHeaders: [glHeader: [propertyId: 510001, glBookId: 616, glDetails: [glDetail: [[glAccountId: 260003, debitAmount: '1.00'], [glAccountId: 220004, creditAmount: '1.00']]]]]]],
            ['sendJournalEntries', 'r1', [glHeaders: [glHeader: [[propertyId: 510001, glBookId: 616, glDetails: [glDetail: [glAccountId: 260003, debitAmount: '1.00']]]]]]],
            ['getGlTrees', 'r1', [:]], ['getGlTrees', 'r2', [:]], ['getGlTrees', 'r2', [glTreeId: 1]],
            ['getFinancialPickList', 'r1', [:]], ['getFinancialPickList', 'r2', [:]],
            ['getBankAccounts', 'r1', [:]], ['getApCodes', 'r1', [:]], ['getApCodes', 'r1', [apCodeTypeIds: '9']],
            ['getVendors', 'r1', [vendorIds: '63001,63002']], ['getVendors', 'r1', [vendorIds: '63003']],
            ['getVendorLocations', 'r1', [:]], ['getVendorLocations', 'r1', [vendorId: 63003]], ['getVendorPickLists', 'r1', [:]],
            ['getInvoices', 'r1', [includeVoidedPayments: 1]], ['getInvoices', 'r1', [ids: '740102']], ['getInvoices', 'r1', [ids: '1']],
            ['getInvoices', 'r2', [includeVoidedPayments: 1]], ['getInvoices', 'r2', [customerRefunds: 1]], ['getInvoices', 'r2', [ids: 1]],
            ['markInvoicesExported', 'r1', [lineItemId: '7401011']],
    ]

    def "the sandbox serves every method this spec calls, and no other"() {
        expect:
        new Methods().all().collect { "${it.name()} ${it.version()}".toString() }.toSet() == CALLS.collect { "${it[0]} ${it[1]}".toString() }.toSet()
    }

    def "#name #version #params answers in its schema, kindly"() {
        given:
        def caller = new EntrataCaller()

        expect:
        EntrataCaller.faults(schema(name, version), caller.send(name, version, params).body()) == []

        where:
        [name, version, params] << CALLS
    }

    def "#name #version #params answers in its schema, unkindly, whatever the seed"() {
        given:
        def answers = (1..25).collect { seed -> new EntrataCaller(EntrataOddities.unkind(seed)).send(name, version, params).body() }

        expect:
        answers.collectMany { EntrataCaller.faults(schema(name, version), it) } == []

        where:
        [name, version, params] << CALLS
    }

    def "the same seed and the same requests give the same bytes, another seed gives others"() {
        given:
        def bytes = { long seed -> new EntrataCaller(EntrataOddities.unkind(seed)).send('getInvoices', 'r1', [:]).body() }

        expect:
        bytes(7) == bytes(7)
        bytes(7) != bytes(8)
    }

    def "each oddity shows when it alone is on: #what"() {
        given:
        def forms = AnswerForms.documented()
        def at = AnswerForms.recordComponents*.name.indexOf(what)
        def args = AnswerForms.recordComponents.collect { forms."${it.name}" } as Object[]
        args[0] = 11L
        args[at] = true
        def odd = new EntrataCaller(EntrataOddities.defaults().with(AnswerForms.constructors[0].newInstance(args) as AnswerForms))
        def kind = new EntrataCaller()
        def text = { EntrataCaller c -> (1..40).collect { new String(c.send(name, version, params).body(), 'UTF-8') }.join() }

        expect:
        text(kind) =~ usual
        !(text(kind) =~ unusual)
        text(odd) =~ unusual

        where:
        what             | name                | version | params                                                  || usual                      | unusual
        'lists'          | 'getArInvoices'     | 'r1'    | [propertyId: 510001, arInvoiceId: 660001]               || /"arInvoice":\[/           | /"arInvoice":\{"id"/
        'mapsById'       | 'getArCodes'        | 'r1'    | [:]                                                     || /"arcode":\[/              | /"arcode":\{"31001":/
        'ids'            | 'getArCodes'        | 'r1'    | [:]                                                     || /"id":31001/               | /"id":"31001"/
        'money'          | 'getInvoices'       | 'r1'    | [ids: '740103']                                         || /"\$-85.50"/               | /"\(\$85.50\)"/
        'dates'          | 'getInvoices'       | 'r2'    | [ids: '740103']                                         || /"2026-10-18"/             | /"10\/18\/2026 00:00"/
        'dates'          | 'getProperties'     | 'r1'    | [:]                                                     || /"10\/2026"/               | /"Oct,2026"/
        'flags'          | 'getInvoices'       | 'r1'    | [ids: '740103']                                         || /"isPosted":"true"/        | /"isPosted":"t"/
        'empties'        | 'getInvoices'       | 'r1'    | [ids: '740103']                                         || /"note":""/                | /"note":\{\}/
        'empties'        | 'getInvoices'       | 'r1'    | [ids: '740103']                                         || /"invoicePayment":\[\]/    | /"invoicePayments":null/
        'attributes'     | 'getApCodes'        | 'r1'    | [:]                                                     || /"id":"30101"/             | /"@attributes":\{"id":"30101"/
        'wrapper'        | 'getArCodes'        | 'r1'    | [:]                                                     || /\{"response":\{"requestId/ | /^\{"requestId"|\}\{"requestId"/
        'codes'          | 'getArCodes'        | 'r1'    | [:]                                                     || /"code":200,/              | /"code":"200"/
        'errors'         | 'getVendors'        | 'r1'    | [:]                                                     || /"message":"The parameter/ | /"error":\{"code"/
    }

    def "a request id may get lost"() {
        given:
        def odd = new EntrataCaller(EntrataOddities.unkind(3))

        expect:
        (1..40).collect { new String(odd.send('getStatus', 'r1', [:]).body(), 'UTF-8') }.any { !it.contains('spec-1') && it.contains('running') }
    }

    private static String schema(String name, String version) {
        "${EntrataCaller.SERVICES[name]}.${name}.${version}.response"
    }
}
