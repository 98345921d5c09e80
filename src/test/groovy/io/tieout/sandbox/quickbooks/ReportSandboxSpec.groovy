package io.tieout.sandbox.quickbooks

class ReportSandboxSpec extends QuickBooksSandboxSpecification {

  void fill() {
    posted(TxnDate: '2025-12-15', DocNumber: 'OLD', Line: [line('Debit', '300.00', 35), line('Credit', '300.00', 79)])
    posted(TxnDate: '2026-09-30', DocNumber: 'SEP', Line: [
      line('Debit', '1000.00', 37, [ClassRef: [value: '201']]), line('Credit', '1000.00', 79, [ClassRef: [value: '201']])])
    posted(TxnDate: '2026-10-31', DocNumber: 'OCT', Line: [
      line('Debit', '1450.00', 37, [ClassRef: [value: '201'], DepartmentRef: [value: '301']]),
      line('Debit', '25.10', 80, [ClassRef: [value: '202']]),
      line('Credit', '1450.00', 79, [ClassRef: [value: '201']]),
      line('Credit', '25.10', 35, [ClassRef: [value: '202']])])
    posted(TxnDate: '2026-11-01', DocNumber: 'NOV', Line: [line('Debit', '5.00', 35), line('Credit', '5.00', 79)])
  }

  static List<List<String>> cells(Object report) {
    report.Rows.Row.collect { row -> (row.ColData ?: row.Summary.ColData)*.value }
  }

  def "a trial balance: balance sheet since ever, income since the fiscal year began, earlier years in retained earnings"() {
    given:
    fill()

    when:
    def report = get('reports/TrialBalance?start_date=2026-10-01&end_date=2026-10-31&accounting_method=Accrual&')

    then:
    report.Header.ReportName == 'TrialBalance'
    report.Header.ReportBasis == 'Accrual'
    report.Header.StartPeriod == '2026-10-01'
    report.Header.EndPeriod == '2026-10-31'
    report.Header.Currency == 'USD'
    report.Header.Option == [[Name: 'NoReportData', Value: 'false']]
    report.Columns.Column*.ColTitle == ['', 'Debit', 'Credit']
    report.Columns.Column*.ColType == ['Account', 'Money', 'Money']
    cells(report) == [
      ['1010 Operating Bank', '274.90', ''],
      ['1200 Resident receivables (Entrata)', '2450.00', ''],
      ['Retained Earnings', '', '300.00'],
      ['4010 Rental Income', '', '2450.00'],
      ['6010 Repairs', '25.10', ''],
      ['TOTAL', '2750.00', '2750.00']
    ]
    report.Rows.Row[0].ColData[0].id == '35'
    report.Rows.Row.last().group == 'GrandTotal'
    report.Rows.Row.last().type == 'Section'
  }

  def "an empty report says so"() {
    expect:
    def report = get('reports/TrialBalance?end_date=2026-10-31')
    report.Header.Option == [[Name: 'NoReportData', Value: 'true']]
    cells(report) == [['TOTAL', '0.00', '0.00']]
  }

  def "a trial balance split by #by has a pair of columns each and a total"() {
    given:
    fill()

    when:
    def report = get("reports/TrialBalance?start_date=2026-09-01&end_date=2026-10-31&summarize_column_by=${by}")

    then:
    report.Columns.Column*.ColTitle == titles
    report.Columns.Column[1].Columns.Column*.ColTitle == ['Debit', 'Credit']
    cells(report).find { it[0] == '1200 Resident receivables (Entrata)' }.drop(1) == receivables

    where:
    by            || titles                                                        | receivables
    'Classes'     || ['', 'Cedar Ridge', 'Harbor Point', 'Not Specified', 'TOTAL'] | ['2450.00', '', '', '', '', '', '2450.00', '']
    'Departments' || ['', 'North', 'Not Specified', 'TOTAL']                       | ['1450.00', '', '1000.00', '', '2450.00', '']
    'Month'       || ['', 'Sep 2026', 'Oct 2026', 'TOTAL']                         | ['1000.00', '', '2450.00', '', '2450.00', '']
  }

  def "one changed cent shows in the trial balance"() {
    given:
    def stored = posted()
    hand('edit', [type: 'JournalEntry', id: stored.Id, amounts: ['0': 1450.01, '1': 1450.01]])

    expect:
    cells(get('reports/TrialBalance?end_date=2026-10-31'))[0] == ['1200 Resident receivables (Entrata)', '1450.01', '']
  }

  def "the general ledger has a section per account, opened by its beginning balance, in natural sign"() {
    given:
    fill()

    when:
    def report = get('reports/GeneralLedger?start_date=2026-10-01&end_date=2026-10-31')
    def income = report.Rows.Row.find { it.Header.ColData[0].id == '79' }

    then:
    report.Columns.Column*.ColType ==
      ['tx_date', 'txn_type', 'doc_num', 'name', 'memo', 'split_acc', 'subt_nat_amount', 'rbal_nat_amount']
    income.type == 'Section'
    income.Header.ColData[0].value == '4010 Rental Income'
    income.Rows.Row[0].ColData*.value == ['Beginning Balance', '', '', '', '', '', '', '1000.00']
    income.Rows.Row[1].ColData*.value == ['2026-10-31', 'Journal Entry', 'OCT', '', 'October rent', '-Split-', '1450.00', '2450.00']
    income.Rows.Row[1].ColData[1].id ==~ /\d+/
    income.Summary.ColData*.value == ['Total for 4010 Rental Income', '', '', '', '', '', '1450.00', '']
    report.Rows.Row.find { it.Header.ColData[0].id == '2' }.Rows.Row[0].ColData.last().value == '300.00'
  }

  def "the general ledger takes other columns and filters"() {
    given:
    fill()

    when:
    def report = get('reports/GeneralLedger?start_date=2026-10-01&end_date=2026-10-31&account=37,79&class=201' +
      '&columns=tx_date,doc_num,klass_name,dept_name,debt_amt,credit_amt,account_name')

    then:
    report.Columns.Column*.ColTitle == ['Date', 'Num', 'Class', 'Location', 'Debit', 'Credit', 'Account']
    report.Rows.Row*.Header*.ColData*.first()*.id == ['37', '79']
    report.Rows.Row[0].Rows.Row[1].ColData*.value ==
      ['2026-10-31', 'OCT', 'Cedar Ridge', 'North', '1450.00', '', '1200 Resident receivables (Entrata)']
    code(get('reports/GeneralLedger?columns=colour')) == '2170'
  }

  def "the journal report lists all lines by date with debits and credits"() {
    given:
    fill()

    when:
    def report = get('reports/JournalReport?start_date=2026-09-01&end_date=2026-10-31')

    then:
    cells(report) == [
      ['2026-09-30', 'Journal Entry', 'SEP', '', 'October rent', '1200 Resident receivables (Entrata)', '1000.00', ''],
      ['2026-09-30', 'Journal Entry', 'SEP', '', 'October rent', '4010 Rental Income', '', '1000.00'],
      ['2026-10-31', 'Journal Entry', 'OCT', '', 'October rent', '1200 Resident receivables (Entrata)', '1450.00', ''],
      ['2026-10-31', 'Journal Entry', 'OCT', '', 'October rent', '6010 Repairs', '25.10', ''],
      ['2026-10-31', 'Journal Entry', 'OCT', '', 'October rent', '4010 Rental Income', '', '1450.00'],
      ['2026-10-31', 'Journal Entry', 'OCT', '', 'October rent', '1010 Operating Bank', '', '25.10'],
      ['TOTAL', '', '', '', '', '', '2475.10', '2475.10']
    ]
  }

  def "profit and loss by month, and a balance sheet that balances"() {
    given:
    fill()

    when:
    def profit = get('reports/ProfitAndLoss?start_date=2026-09-01&end_date=2026-10-31&summarize_column_by=Month')
    def sheet = get('reports/BalanceSheet?end_date=2026-10-31')

    then:
    profit.Columns.Column*.ColTitle == ['', 'Sep 2026', 'Oct 2026', 'TOTAL']
    profit.Rows.Row.find { it.group == 'Income' }.Rows.Row[0].ColData*.value == ['4010 Rental Income', '1000.00', '1450.00', '2450.00']
    profit.Rows.Row.find { it.group == 'NetIncome' }.Summary.ColData*.value == ['Net Income', '1000.00', '1424.90', '2424.90']
    sheet.Rows.Row*.Summary*.ColData*.value == [['TOTAL ASSETS', '2724.90'], ['TOTAL LIABILITIES AND EQUITY', '2724.90']]
  }

  def "a report that grows too large is cut off with a sentence"() {
    given:
    fill()
    hand('settings', [reportCellsMax: 20])

    expect:
    def rows = cells(get('reports/JournalReport?start_date=2026-09-01&end_date=2026-10-31'))
    rows.size() == 4
    rows[2] == ['Unable to display more data. Please reduce the date range.']
  }

  def "parameters that are wrong are refused"() {
    expect:
    code(get('reports/TrialBalance?accounting_method=Mixed')) == '2170'
    code(get('reports/TrialBalance?summarize_column_by=Moons')) == '2170'
    code(get('reports/TrialBalance?start_date=2026-10-02&end_date=2026-10-01')) == '2060'
    code(get('reports/TrialBalance?date_macro=All')) == '500'
  }
}
