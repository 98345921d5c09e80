package io.tieout.sandbox.entrata

import io.tieout.sandbox.entrata.office.Basis
import io.tieout.sandbox.entrata.office.BookKey
import spock.lang.Specification

import java.time.YearMonth

import static io.tieout.sandbox.entrata.EntrataCaller.many

class JournalEntriesSpec extends Specification {

    def caller = new EntrataCaller()

    private static Map header(Map changes = [:]) {
        [propertyId: 510001, glBookId: 616, accountingMethod: 'accrual', reference: 'TO-1', postDate: '10/31/2026', postMonth: '10/2026',
         glDetails : [glDetail: [[glAccountId: 260003, debitAmount: '210.00', memo: 'Water'], [glAccountId: 220004, creditAmount: 210, memo: 'Water']]]] + changes
    }

    private List statuses(List headers) {
        many(caller.result('sendJournalEntries', 'r1', [glHeaders: [glHeader: headers]]).at('/glHeaders/glHeader')).collect { it.get('status').asText() }
    }

    private List lines(long property, Basis basis, YearMonth month) {
        caller.office.ledger(new BookKey(property, basis, 616)).lines(month).findAll { it.transactionType() == 'GJ' && it.id() > 95_000_000L || it.reference() == 'JE - #1208' || it.reference().startsWith('JE - #1208') }
    }

    def "a header becomes lines of type GJ under its journal number, on the bases asked for"() {
        when:
        def result = statuses([header([accountingMethod: method])])

        then:
        result == ['Success']
        lines(510001, Basis.ACCRUAL, YearMonth.of(2026, 10)).size() == accrual
        lines(510001, Basis.CASH, YearMonth.of(2026, 10)).size() == cash
        lines(510001, Basis.ACCRUAL, YearMonth.of(2026, 10)).every { it.reference() == 'JE - #1208' && it.memo() == 'Water' }

        where:
        method    || accrual | cash
        'accrual' || 2       | 0
        'cash'    || 0       | 2
        'Both'    || 2       | 2
    }

    def "a reversing header writes the way back into the month given"() {
        when:
        statuses([header([isReverse: '1', reversePostMonth: '11/2026'])])

        then:
        lines(510001, Basis.ACCRUAL, YearMonth.of(2026, 11)).collect { it.signedMinor() } == [-210_00, 210_00]
    }

    def "headers succeed and fail one by one"() {
        expect:
        statuses([header(), header([glDetails: [glDetail: [[glAccountId: 260003, debitAmount: '50.00'], [glAccountId: 220004, creditAmount: '40.00']]]]),
                  header([glBookId: 1]), header([propertyId: 1]), header([glDetails: [glDetail: [[glAccountId: 1, debitAmount: 1], [glAccountId: 220004, creditAmount: 1]]]]),
                  header([postMonth: '2026-10']), header()]) == ['Success', 'Failure', 'Failure', 'Failure', 'Failure', 'Failure', 'Success']
    }

    def "the same header sent twice makes two journals"() {
        expect:
        statuses([header()]) + statuses([header()]) == ['Success', 'Success']
        caller.office.ledger(new BookKey(510001, Basis.ACCRUAL, 616)).lines(YearMonth.of(2026, 10)).size() == 45 + 4
    }

    def "a tenant may show the sent reference instead of the journal number"() {
        given:
        caller = new EntrataCaller(EntrataOddities.defaults().with(LedgerHabits.unkind()))

        when:
        statuses([header()])

        then:
        caller.office.ledger(new BookKey(510001, Basis.ACCRUAL, 616)).lines(YearMonth.of(2026, 10)).count { it.reference() == 'TO-1' } == 2
    }
}
