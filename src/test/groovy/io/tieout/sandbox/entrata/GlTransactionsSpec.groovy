package io.tieout.sandbox.entrata

import com.fasterxml.jackson.databind.JsonNode
import io.tieout.sandbox.entrata.office.PostMonths
import spock.lang.Specification

import java.time.YearMonth

import static io.tieout.sandbox.entrata.EntrataCaller.cents
import static io.tieout.sandbox.entrata.EntrataCaller.many

class GlTransactionsSpec extends Specification {

    def caller = new EntrataCaller()

    private List<JsonNode> accounts(Map params) {
        def result = caller.result('getGlTransactions', 'r1', params)
        many(result.at('/properties/property')).collectMany { many(it.at('/transactions/transaction')) }
    }

    private List<JsonNode> lines(Map params) {
        accounts([isDetailed: '1', postMonthFrom: '10/2026', postMonthTo: '10/2026'] + params).collectMany { many(it.at('/glDetails/glDetail')) }
    }

    private List<String> ids(Map params) {
        lines(params).collect { it.at('/@attributes/id').asText() }
    }

    def "without isDetailed there are totals only"() {
        expect:
        accounts([propertyIds: '510001', postMonthFrom: '10/2026', postMonthTo: '10/2026']).every { !it.has('glDetails') && it.has('glTotal') }
    }

    def "the #month of property #property rolls: opening, change and closing hold and sum to zero"() {
        given:
        def rows = accounts([propertyIds: "$property", postMonthFrom: month, postMonthTo: month, isDetailed: '1', isCashBook: cash])

        expect:
        rows.every { row ->
            def total = row.get('glTotal')
            def details = many(row.at('/glDetails/glDetail'))
            def debits = details.sum { cents(it.get('debit')) } ?: 0
            def credits = details.sum { cents(it.get('credit')) } ?: 0
            cents(total.get('openingBalance')) + debits - credits == cents(total.get('closingBalance')) &&
                    debits == cents(total.get('debitClosingBalance')) - cents(total.get('debitOpeningBalance')) &&
                    credits == cents(total.get('creditOpeningBalance')) - cents(total.get('creditClosingBalance'))
        }
        rows.sum { cents(it.at('/glTotal/netChange')) } == 0
        rows.sum { many(it.at('/glDetails/glDetail')).size() } == lineCount

        where:
        property | month     | cash || lineCount
        510001   | '09/2026' | '0'  || 0
        510001   | '10/2026' | '0'  || 45
        510001   | '11/2026' | '0'  || 0
        510002   | '10/2026' | '1'  || 17
        510002   | '11/2026' | '1'  || 0
    }

    def "the closing of one month is the opening of the next"() {
        given:
        def read = { String month -> accounts([propertyIds: '510002', postMonthFrom: month, postMonthTo: month]).collectEntries { [it.at('/@attributes/accountId').asText(), it.get('glTotal')] } }
        def october = read('10/2026')
        def november = read('11/2026')
        def september = read('09/2026')

        expect:
        october.every { account, total -> cents(total.get('openingBalance')) == (september.containsKey(account) ? cents(september[account].get('closingBalance')) : 0) }
        november.every { account, total -> total.get('openingBalance') == october[account].get('closingBalance') }
    }

    def "filter #filter leaves #count lines"() {
        expect:
        ids([propertyIds: '510001'] + filter).size() == count

        where:
        filter                                                                       || count
        [:]                                                                          || 45
        [excludeApTransactions: '1']                                                 || 36
        [excludeArTransactions: '1']                                                 || 11
        [excludeApTransactions: '1', excludeArTransactions: '1']                     || 2
        [postDateFrom: '10/10/2026', postDateTo: '10/10/2026']                       || 10
        [transactionDateFrom: '10/20/2026']                                          || 4
        [glAccountFrom: 240001, glAccountTo: '240001']                               || 3
        [glBookTypeIds: '617']                                                       || 0
        [glBookTypeIds: '616,617']                                                   || 45
        [lastUpdatedOnFromDate: '10/31/2026', lastUpdatedOnToDate: '10/31/2026']     || 2
        [excludeApTransaction: '1']                                                  || 45
    }

    def "without postMonthFrom the month is the property's current one, and of several properties that of one of them"() {
        given:
        caller.office.setPostMonths(510002, PostMonths.all(YearMonth.of(2026, 11)))
        def detail = { String properties -> accounts([propertyIds: properties, isDetailed: '1']).sum { many(it.at('/glDetails/glDetail')).size() } }

        expect:
        detail('510001') == 45
        detail('510002') == 0
        detail('510001,510002') == 0
    }

    def "a mark hides a line from reads that ask for it, once and for good"() {
        when:
        def marked = caller.result('markGlTransactionsExported', 'r1', [glDetailId: '93000001,93000002'])

        then:
        marked.get('status').asText() == 'Success'
        ids([propertyIds: '510001']).size() == 45
        def left = ids([propertyIds: '510001', excludeExportedTransactions: '1'])
        left.size() == 43
        !left.contains('93000001')
        ids([propertyIds: '510001', isCashBook: '1', excludeExportedTransactions: '1']).size() == 27
    }

    def "hidden lines stay in the totals, unless the tenant leaves them out"() {
        given:
        def other = new EntrataCaller(EntrataOddities.defaults().with(habits))
        other.result('markGlTransactionsExported', 'r1', [glDetailId: '93000011'])

        when:
        def result = other.result('getGlTransactions', 'r1', [propertyIds: '510001', postMonthFrom: '10/2026', postMonthTo: '10/2026', isDetailed: '1', excludeExportedTransactions: '1'])
        def cash = many(result.at('/properties/property/transactions/transaction')).find { it.at('/@attributes/accountId').asText() == '210001' }

        then:
        cents(cash.at('/glTotal/netChange')) == change

        where:
        habits                || change
        LedgerHabits.usual()  || 3_865_63
        LedgerHabits.unkind() || 840_63
    }

    def "an unknown id in a mark is ignored or fails the whole call"() {
        given:
        def other = new EntrataCaller(EntrataOddities.defaults().with(habits))

        when:
        def answer = other.send('markGlTransactionsExported', 'r1', [glDetailId: '93000001,1'])

        then:
        EntrataCaller.body(answer).has('result') == succeeds
        other.office.exportedGlIds().toList() == marked

        where:
        habits                || succeeds | marked
        LedgerHabits.usual()  || true     | [93000001L]
        LedgerHabits.unkind() || false    | []
    }

    def "a tenant may write reversals with negative sides, share ids between bases, or repeat header ids"() {
        given:
        def negative = new EntrataCaller(EntrataOddities.defaults().with(LedgerHabits.unkind()))
        def headers = new EntrataCaller(EntrataOddities.defaults().with(LedgerHabits.usual().withHeaderIds()))
        def read = { EntrataCaller c, String cash ->
            many(c.result('getGlTransactions', 'r1', [propertyIds: '510001', postMonthFrom: '10/2026', postMonthTo: '10/2026', isDetailed: '1', isCashBook: cash]).at('/properties/property/transactions/transaction'))
                    .collectMany { many(it.at('/glDetails/glDetail')) }
        }
        def id = { it.at('/@attributes/id').asText() }

        expect:
        read(negative, '0').any { cents(it.get('credit')) == -1_500_00 && it.get('reference').asText().startsWith('Payment Reversed') }
        read(negative, '0').collect(id).intersect(read(negative, '1').collect(id)).size() > 5
        read(headers, '0').size() == 45
        read(headers, '0').collect(id).toSet().size() < 23
    }

    def "a call that breaks a rule is refused: #params"() {
        expect:
        EntrataCaller.error(caller.send('getGlTransactions', 'r1', params)).contains(text)

        where:
        params                                                || text
        [:]                                                   || 'propertyIds is required'
        [propertyIds: '999']                                  || 'Property 999'
        [propertyIds: '510001', glTreeId: 1]                  || 'GL tree 1'
        [propertyIds: '510001', glBookTypeIds: 5]             || 'GL book 5'
        [propertyIds: '510001', postMonthFrom: '2026-10']     || 'MM/YYYY'
        [propertyIds: '510001', postDateFrom: '13/45/2026']   || 'a date of the calendar'
    }
}
