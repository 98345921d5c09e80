package io.tieout.sandbox.quickbooks

import com.intuit.ipp.data.IntuitResponse
import com.intuit.ipp.data.Report
import com.intuit.ipp.serialization.JSONSerializer
import java.time.Duration

/** Intuit's own reader, with its schema behind it, must understand what the imitation says. */
class SdkReadsSandboxSpec extends QuickBooksSandboxSpecification {
  def reader = new JSONSerializer()

  Object read(String body, Class<?> type = IntuitResponse) {
    reader.deserialize(body, type)
  }

  def "entities, lists, faults, queries, batches and changes"() {
    given:
    def stored = posted()
    def bill = post('bill', PayablesSandboxSpec.bill()).Bill
    post('billpayment', PayablesSandboxSpec.payment('505.50', [['505.50', 'Bill', bill.Id]]))

    expect:
    def understood = read(send('GET', path("journalentry/${stored.Id}")).body()).intuitObject.value
    understood.docNumber == 'T-510001-2610-01'
    understood.line[0].journalEntryLineDetail.accountRef.value == '37'
    understood.line[0].amount == 1450.0

    and:
    ["bill/${bill.Id}", 'vendor/56', 'customer/58', 'account/35', 'class/201', 'department/301', "companyinfo/${REALM}",
      'preferences'].every { read(send('GET', path(it)).body()).intuitObject.value != null }

    and:
    read(send('GET', path('journalentry/999')).body()).fault.error[0].code == '610'

    and:
    read(send('GET', path('query?query=' + urlEncoded('select * from JournalEntry'))).body())
      .queryResponse.intuitObject*.value*.id == [stored.Id]

    and:
    def batch = read(send('POST', path('batch'), [body: [BatchItemRequest: [
      [bId: '1', operation: 'create', JournalEntry: entry()],
      [bId: '2', Query: 'select * from Class'],
      [bId: '3', operation: 'create', JournalEntry: entry(Line: [line('Debit', '1.00', 37)])]]]]).body())
    batch.batchItemResponse*.bId == ['1', '2', '3']
    batch.batchItemResponse[2].fault.error[0].code == '2300'

    and:
    read(send('GET', path('cdc?entities=JournalEntry,BillPayment&changedSince=2026-11-01T00:00:00Z')).body()).CDCResponse != null
  }

  def "reports: #name"() {
    given:
    posted()

    expect:
    def report = read(send('GET', path("reports/${name}?start_date=2026-10-01&end_date=2026-10-31")).body(), Report)
    report.report.header.reportName == name
    !report.report.rows.row.empty

    where:
    name << ['TrialBalance', 'GeneralLedger', 'JournalReport', 'ProfitAndLoss', 'BalanceSheet']
  }
}
