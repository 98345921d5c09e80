package io.tieout.sandbox.entrata

import groovy.json.JsonOutput
import groovy.json.JsonSlurper
import io.tieout.sandbox.entrata.office.Basis
import io.tieout.sandbox.entrata.office.BookKey
import spock.lang.Specification

import java.time.YearMonth

class ControlActionsSpec extends Specification {

    static final YearMonth OCTOBER = YearMonth.of(2026, 10)
    def caller = new EntrataCaller()

    private Map act(String action, Map body) {
        def answer = caller.service.act(action, JsonOutput.toJson(body).bytes)
        assert answer.status() == 200, new String(answer.body())
        new JsonSlurper().parse(answer.body()) as Map
    }

    private long closing(long property, Basis basis, long account) {
        caller.office.ledger(new BookKey(property, basis, 616)).openingsOf(OCTOBER.plusMonths(1)).get(account)?.netMinor() ?: 0
    }

    private long imbalance(long property, Basis basis) {
        caller.office.ledger(new BookKey(property, basis, 616)).openingsOf(OCTOBER.plusMonths(1)).values().sum { it.netMinor() } as long
    }

    def "tampering moves a line and its account by the cents asked for, balanced or not"() {
        given:
        def before = closing(510001, Basis.ACCRUAL, 260003)

        when:
        act('tamper', [id: 93000044, byMinor: 1, counter: counter])

        then:
        closing(510001, Basis.ACCRUAL, 260003) == before + 1
        imbalance(510001, Basis.ACCRUAL) == out

        where:
        counter || out
        false   || 1
        true    || 0
    }

    def "a late entry and a deleted one change the month and its totals"() {
        when:
        def added = act('late', [property: 510001, postMonth: '2026-10', type: 'GJ', reference: 'JE - #9', lines: [[account: 260003, minor: 500], [account: 220004, minor: -500]]])
        def gone = act('delete', [id: 93000001, entry: true])

        then:
        added.ids.size() == 2
        gone.ids == [93000001, 93000002]
        caller.office.ledger(new BookKey(510001, Basis.ACCRUAL, 616)).lines(OCTOBER).size() == 45
        closing(510001, Basis.ACCRUAL, 260003) == 215_00
        imbalance(510001, Basis.ACCRUAL) == 0
        !caller.office.knowsGlId(93000001)
    }

    def "a returned payment writes new lines on both bases and the resident owes again"() {
        when:
        act('nsf', [payment: 70210001, date: '2026-10-28', postMonth: '2026-10'])
        def payment = caller.office.receivables().payment(70210001).get()

        then:
        payment.status() == 'Returned'
        payment.allocations().isEmpty()
        imbalance(510002, Basis.ACCRUAL) == 0
        imbalance(510002, Basis.CASH) == 0
        closing(510002, Basis.ACCRUAL, 210001) == 18_102_03
        closing(510002, Basis.CASH, 210001) == 18_102_03

        and: 'the sub-ledger still ties to receivables plus prepaid'
        caller.office.receivables().balanceMinor(880101) == 1_925_00
        closing(510002, Basis.ACCRUAL, 210004) + closing(510002, Basis.ACCRUAL, 220003) == 1_925_00
    }

    def "months advance, marks go on and off by hand, and a key loses its reach"() {
        when:
        act('advance-month', [:])
        act('mark', [glDetails: [93000001, 93000002], invoiceLines: [7401011]])
        act('unmark', [glDetails: [93000002]])

        then:
        caller.office.postMonths(510002).gl() == OCTOBER.plusMonths(1)
        caller.office.exportedGlIds() == [93000001L] as Set
        caller.office.payables().exportedLineIds() == [7401011L] as Set

        when:
        act('deny-method', [method: 'getInvoices'])

        then:
        EntrataCaller.error(caller.send('getInvoices', 'r2', [:])).startsWith('An error occurred')

        when:
        act('revoke-key', [:])

        then:
        caller.send('getStatus', 'r1', [:]).status() == 401

        when:
        act('restore-key', [:])

        then:
        caller.send('getInvoices', 'r2', [:]).status() == 200
    }

    def "a wrong wish is answered with a sentence: #action #body"() {
        when:
        def answer = caller.service.act(action, JsonOutput.toJson(body).bytes)

        then:
        answer.status() == status
        new String(answer.body()).contains(text)

        where:
        action    | body                              || status | text
        'tamper'  | [id: 1, byMinor: 1]               || 400    | 'No GL line has the id 1'
        'tamper'  | [id: 93000001]                    || 400    | 'byMinor is a whole number'
        'nsf'     | [payment: 70110002]               || 400    | 'returned already'
        'late'    | [property: 1, lines: []]          || 400    | 'No ledger'
        'nothing' | [:]                               || 404    | 'No action nothing'
    }
}
