package io.tieout.target.quickbooks

import io.tieout.plan.AccountClass
import io.tieout.target.quickbooks.QuickBooksEntities.Misread
import java.time.LocalDate
import spock.lang.Specification

class QuickBooksReportsSpec extends Specification {

  def "a trial balance is read by its titles, sections and sub-accounts included, totals left out"() {
    given:
    def report = report([['', 'Account'], ['Debit', 'Money'], ['Credit', 'Money']], [
      data([cell('Bank', '35'), cell('1201.00'), cell('')]),
      [Header: [ColData: [cell('Rent', '79'), cell(''), cell('')]], type: 'Section', Rows: [Row: [
        data([cell('Rent:Parking', '80'), cell(''), cell('1.00')]),
        data([cell('Rent:Units', '81'), cell(''), cell('1200.0')])]],
       Summary: [ColData: [cell('Total Rent'), cell(''), cell('1201.00')]]],
      [ColData: [cell('TOTAL'), cell('1201.00'), cell('1201.00')], group: 'GrandTotal', type: 'Section'],
      [Summary: [ColData: [cell('TOTAL'), cell('1201.00'), cell('1201.00')]], type: 'Section', group: 'GrandTotal']])

    expect:
    QuickBooksReports.trialBalance(report) == ['35': 120_100L, '80': -100L, '81': -120_000L]
  }

  def "columns in another order are found all the same"() {
    given:
    def report = report([['Credit', 'Money'], ['Debit', 'Money'], ['', 'Account']], [
      data([cell(''), cell('5.00'), cell('Bank', '35')]), data([cell('5.00'), cell(''), cell('Rent', '79')])])

    expect:
    QuickBooksReports.trialBalance(report) == ['35': 500L, '79': -500L]
  }

  def "a trial balance that does not add up is not believed: #why"() {
    when:
    QuickBooksReports.trialBalance(report([['', 'Account'], ['Debit', 'Money'], ['Credit', 'Money']], rows))

    then:
    def e = thrown(Misread)
    e.words().contains(why)

    where:
    rows                                                    || why
    [data([cell('Bank', '35'), cell('5.00'), cell('')])]    || 'found 500 cents'
    [data([cell('Bank'), cell('5.00'), cell('')])]          || 'no account id'
    [data([cell('Bank', '35'), cell('5,00'), cell('')])]    || "expected an amount, found '5,00'"
    [data([cell('Bank', '35'), cell('5.001'), cell('')])]   || 'whole cents'
  }

  def "a report of another basis than asked for is not believed"() {
    when:
    QuickBooksReports.requireBasis(report([['', 'Account']], []), true)

    then:
    def e = thrown(Misread)
    e.words() == 'report: expected the basis Cash, found Accrual'
  }

  def "a ledger report gives each line with its account, transaction and sign"() {
    given:
    def columns = [['Date', 'tx_date'], ['Transaction Type', 'txn_type'], ['Num', 'doc_num'], ['Memo/Description', 'memo'],
                   ['Debit', 'debt_amt'], ['Credit', 'credit_amt'], ['Amount', 'subt_nat_amount']]
    def report = report(columns, [
      section('35', 'Bank', [
        data([cell('Beginning Balance'), cell(''), cell(''), cell(''), cell(''), cell(''), cell('10.00')]),
        data([cell('2026-10-31'), cell('Journal Entry', '8'), cell('TO1'), cell('Rent'), cell('12.50'), cell(''), cell('12.50')])]),
      section('79', 'Rent', [
        data([cell('2026-10-31'), cell('Journal Entry', '8'), cell('TO1'), cell('Rent'), cell(''), cell('12.50'), cell('12.50')])])])

    when:
    def entries = QuickBooksReports.generalLedger(report, { Optional.empty() })

    then:
    entries*.accountId() == ['35', '79']
    entries*.signedMinor() == [1250L, -1250L]
    entries*.documentId() == ['8', '8']
    entries*.documentNumber() == ['TO1', 'TO1']
    entries[0].date() == LocalDate.of(2026, 10, 31)
    entries[0].documentType() == 'Journal Entry'
  }

  def "without debit and credit columns the account's class gives the sign"() {
    given:
    def columns = [['Date', 'tx_date'], ['Transaction Type', 'txn_type'], ['Amount', 'subt_nat_amount']]
    def row = { String amount -> data([cell('2026-10-31'), cell('Journal Entry', '8'), cell(amount)]) }
    def report = report(columns, [section('35', 'Bank', [row('10.00')]), section('79', 'Rent', [row('12.50'), row('-2.50')])])
    def classes = ['35': AccountClass.BANK, '79': AccountClass.INCOME]

    expect:
    QuickBooksReports.generalLedger(report, { Optional.ofNullable(classes[it]) })*.signedMinor() == [1000L, -1250L, 250L]
  }

  def "a line of a sub-account belongs to the sub-account, one of the parent to the parent"() {
    given:
    def columns = [['Date', 'tx_date'], ['Transaction Type', 'txn_type'], ['Debit', ''], ['Credit', '']]
    def row = { String debit, String credit -> data([cell('2026-10-31'), cell('Journal Entry', '8'), cell(debit), cell(credit)]) }
    def report = report(columns, [section('1', 'Parent', [row('2.00', ''), section('2', 'Child', [row('', '2.00')])])])

    expect:
    QuickBooksReports.generalLedger(report, { Optional.empty() }).collect { [it.accountId(), it.signedMinor()] } ==
        [['1', 200L], ['2', -200L]]
  }

  def "a ledger report that was cut off, or does not balance, is not believed: #why"() {
    given:
    def columns = [['Date', 'tx_date'], ['Transaction Type', 'txn_type'], ['Debit', 'debt_amt'], ['Credit', 'credit_amt']]
    def one = data([cell('2026-10-31'), cell('Journal Entry', '8'), cell('1.00'), cell('')])

    when:
    QuickBooksReports.generalLedger(report(columns, [section('35', 'Bank', [one] + more)]), { Optional.empty() })

    then:
    def e = thrown(Misread)
    e.words().contains(why)

    where:
    more                                                                                     || why
    []                                                                                       || 'found 100 cents'
    [[ColData: [cell('Unable to display more data. Please reduce the date range.')]]]        || 'Unable to display'
  }

  def "the sentence of a cut-off report is recognised"() {
    given:
    def cut = section('35', 'Bank', [[ColData: [cell('Unable to display more data. Please reduce the date range.')]]])

    expect:
    QuickBooksReports.isCut(report([['Date', 'tx_date']], [cut]))
    !QuickBooksReports.isCut(report([['Date', 'tx_date']], [section('35', 'Bank', [data([cell('Beginning Balance')])])]))
  }

  static report(List columns, List rows) {
    QuickBooksAnswersSpec.json([
      Header : [ReportName: 'x', ReportBasis: 'Accrual'],
      Columns: [Column: columns.collect { [ColTitle: it[0], ColType: it[1]] }],
      Rows   : [Row: rows]])
  }

  static section(String id, String name, List rows) {
    [Header: [ColData: [cell(name, id)]], Rows: [Row: rows], Summary: [ColData: [cell("Total for $name"), cell('1')]], type: 'Section']
  }

  static data(List cells) { [ColData: cells, type: 'Data'] }

  static cell(String value, String id = null) { id == null ? [value: value] : [value: value, id: id] }
}
