package io.tieout.source.answer

import io.tieout.fact.ArPayment
import io.tieout.fact.LeaseLedger
import io.tieout.fact.PropertyId
import io.tieout.fact.SourceProperty
import io.tieout.finding.Finding
import io.tieout.money.CurrencyCode
import java.time.LocalDate
import spock.lang.Specification

/** Records of receivables and payables that are off-form, and what is kept of them. */
class SubLedgerReadsSpec extends Specification {

  static final CEDAR = new PropertyId('510001')
  static final FROM = LocalDate.of(2026, 10, 1)
  static final TO = LocalDate.of(2026, 10, 31)

  List<Finding> findings = []

  def "a resident's transaction with a bad #member is left out and named, its neighbours stay"() {
    given:
    def leases = leases(lease(transactions: [transaction(1), transaction(2) + [(member): value]]))

    expect:
    leases*.transactions().flatten()*.id() == ['1']
    findings*.code() == [code]
    findings[0].place() == "Entrata resident ledger, property 510001, lease 880001, transaction 2, $member"

    where:
    member       | value        || code
    'amount'     | '1E3'        || SourceCode.BAD_AMOUNT
    'postMonth'  | '2026'       || SourceCode.BAD_MONTH
    'postDate'   | '10/32/2026' || SourceCode.BAD_DATE
    'arCodeId'   | ''           || SourceCode.MEMBER_MISSING
    'isTemporary' | 'maybe'     || SourceCode.BAD_FLAG
  }

  def "ledgers stand beside the customer or under the lease, and a lease may have several"() {
    expect:
    leases(lease)*.balanceMinor() == [balance]
    findings == []

    where:
    lease                                                                                 || balance
    [id: 1, customers: [customer: [id: 9], ledgers: [ledger: ledger(balance: 10)]]]       || 1000
    [id: 1, customers: [customer: [id: 9]], ledgers: [ledger: [ledger(balance: 10), ledger(balance: '-2.50')]]] || 750
    [leaseId: 1, id: 5, customers: '', ledgers: [ledger: ledger(balance: 10)]]            || 1000
  }

  def "a lease without a readable balance is left out: half a balance would tie to nothing"() {
    expect:
    leases(lease(balance: 'about 5')) == []
    findings*.code() == [SourceCode.BAD_AMOUNT]
  }

  def "a lease of another property is left out"() {
    expect:
    leases(lease([:]) + [propertyId: 510002]) == []
    findings*.code() == [SourceCode.OTHER_PROPERTY]
  }

  def "a lease that goes over two pages is one ledger"() {
    given:
    def pages = [[lease(transactions: [transaction(1)])], [lease(transactions: [transaction(2)])], []]
    def calls = new CannedCalls({ SourceCall call -> [leases: [lease: pages[call.page() - 1]]] })

    expect:
    new Receivables(calls, CurrencyCode.USD, findings.&add).leases(CEDAR).collect { [it.balanceMinor(), it.transactions()*.id()] } ==
        [[1000L, ['1', '2']]]
  }

  def "a record that stands twice with different content is named, and the first is used"() {
    given:
    def calls = new CannedCalls({ [ArPayments: [ArPayment: [payment(1, PaymentAmount: 5), payment(1, PaymentAmount: other)]]] })

    expect:
    payments(calls)*.amountMinor() == [500L]
    findings*.code() == codes

    where:
    other || codes
    5     || []
    6     || [SourceCode.RECORD_TWICE]
  }

  def "a payment with #change is not taken"() {
    expect:
    payments(new CannedCalls({ [ArPayments: [ArPayment: payment(change, 1)]] })) == []
    findings*.code() == [code]

    where:
    change                                                     || code
    [CurrencyCode: 'CAD']                                      || SourceCode.OTHER_CURRENCY
    [PaymentAmount: '12,34.5']                                 || SourceCode.BAD_AMOUNT
    [ReturnedOn: 'last week']                                  || SourceCode.BAD_DATE
    [ArAllocations: [ArAllocation: [[Amount: 'NaN']]]]         || SourceCode.BAD_AMOUNT
    [ArAllocations: 'none']                                    || SourceCode.BAD_MEMBER
  }

  def "payments go to the property whose ledger names them; a name alone is not enough"() {
    given:
    def property = new SourceProperty(CEDAR, 'Cedar Ridge', '', false, Optional.empty(), Optional.empty(), Optional.empty())
    def ledger = leases(lease(transactions: [transaction(1) + [arPaymentId: 77]]))
    def payment = { id, name, customer -> new ArPayment(id, name, customer, 1, 1, FROM, 'ACH', 'Captured', Optional.empty()) }
    def all = [payment('77', 'Renamed Ridge', '1'), payment('78', 'Cedar Ridge', '990001'), payment('79', 'Cedar Ridge', '5'),
               payment('80', 'Harbor Point', '990001')]

    expect:
    AnsweredLedger.ofProperty(CEDAR, all, ledger, [property], findings.&add)*.id() == ['77', '78']
    findings*.code() == [SourceCode.PAYMENT_UNPLACED]
    findings[0].place() == 'Entrata resident payment 79'
    AnsweredLedger.ofProperty(CEDAR, all, [] as List<LeaseLedger>, [], findings.&add) == []
  }

  def "account and property of an invoice line come from the older form, joined by the line's id"() {
    expect:
    def line = invoices([invoice(1)], [older(1)])[0].lines()[0]
    [line.account().get().value(), line.property().get().value(), line.amountMinor()] == ['260001', '510001', 42000L]
    findings == []
  }

  def "no second call is made where the newer form names account and property itself"() {
    given:
    def complete = invoice(1)
    complete.lineItems.lineItem[0] += [glAccount: [id: 260002], property: [id: '510001']]
    def calls = invoiceCalls([complete], [])

    expect:
    new Payables(calls, CurrencyCode.USD, findings.&add).invoices(CEDAR, FROM, TO)[0].lines()[0].account().get().value() == '260002'
    calls.made*.version().unique() == ['r2']
  }

  def "an invoice that neither form can place stays for the sums and is named"() {
    expect:
    invoices([invoice(1)], [])*.amountDueMinor() == [42000L]
    findings*.code() == [SourceCode.INVOICE_UNPLACED]
  }

  def "tax, shipping and discount of the header go to the lines: as the older form has them, else by size"() {
    given:
    def lines = [[id: '11', amount: '100.00'], [id: '12', amount: '50.00']]
    def header = invoice(1) + [subTotal: '150.00', taxAmount: '10.01', discountAmount: '-1.00', amount: '159.01',
                               lineItems: [lineItem: lines.collect { it + [amountDue: '0.00', description: 'x'] }]]

    expect:
    invoices([header], [older(1, olderLines)])[0].lines()*.amountMinor() == amounts

    where:
    olderLines                                                                       || amounts
    [[id: '11', amount: '$100.00', taxAmount: '$9.01'], [id: '12', amount: '$50.00']] || [10901L, 5000L]
    [[id: '11', amount: '$100.00'], [id: '12', amount: '$50.00']]                    || [10601L, 5300L]
  }

  def "an invoice that does not add up is left out"() {
    expect:
    invoices([invoice(1) + change], [older(1)]) == []
    findings*.code() == [SourceCode.INVOICE_SUM_DIFFERS]

    where:
    change << [[taxAmount: '0.01'], [subTotal: '421.00', amount: '421.00'], [subTotal: '', amount: '400.00']]
  }

  def "unposted invoices are counted and left out"() {
    expect:
    invoices([invoice(1), invoice(2) + [isPosted: '0']], [older(1)])*.id() == ['1']
    findings*.code() == [SourceCode.INVOICES_UNPOSTED]
    !findings[0].error
  }

  def "an invoice with a faulty line or payment is left out as a whole"() {
    given:
    def faulty = invoice(1)
    faulty.lineItems.lineItem[0] += line
    faulty.invoicePayments = [invoicePayment: payment]

    expect:
    invoices([faulty], [older(1)]) == []
    findings*.code() == codes

    where:
    line            | payment                                                    || codes
    [amount: '1E3'] | ''                                                         || [SourceCode.BAD_AMOUNT, SourceCode.BAD_MEMBER]
    [:]             | [paymentId: 3, paymentAmount: '5', postMonth: '2026-10-01'] || [SourceCode.MEMBER_MISSING, SourceCode.BAD_MEMBER]
  }

  def "a refund is what only the read of refunds has, whether that read adds or selects"() {
    given:
    def calls = new CannedCalls({ SourceCall call ->
      if (call.version() == 'r1') return [invoices: [invoice: call.params().ids.split(',').collect { older(it as int) }]]
      if (call.page() > 1) return [invoices: '']
      [invoices: [invoice: (call.params().customerRefunds == '0' ? [1] : second).collect { invoice(it) }]]
    })

    expect:
    new Payables(calls, CurrencyCode.USD, findings.&add).invoices(CEDAR, FROM, TO).collectEntries { [it.id(), it.refund()] } ==
        ['1': false, '2': true]

    where:
    second << [[2], [1, 2]]
  }

  private List<LeaseLedger> leases(Map lease) {
    new Receivables(new CannedCalls({ SourceCall call -> call.page() == 1 ? [leases: [lease: lease]] : [leases: ''] }),
        CurrencyCode.USD, findings.&add).leases(CEDAR)
  }

  private List<ArPayment> payments(CannedCalls calls) {
    new Receivables(calls, CurrencyCode.USD, findings.&add).payments(FROM, TO)
  }

  private invoices(List newer, List older) {
    new Payables(invoiceCalls(newer, older), CurrencyCode.USD, findings.&add).invoices(CEDAR, FROM, TO)
  }

  private static CannedCalls invoiceCalls(List newer, List older) {
    new CannedCalls({ SourceCall call ->
      if (call.version() == 'r1') return [invoices: [invoice: older]]
      call.page() == 1 && call.params().customerRefunds == '0' ? [invoices: [invoice: newer]] : [invoices: [invoice: []]]
    })
  }

  private static Map lease(Map m) {
    [id: 880001, propertyId: 510001, customers: [customer: [id: 990001, firstName: 'Maria', lastName: 'Okafor']],
     ledgers: [ledger: ledger(m)]]
  }

  private static Map ledger(Map m) {
    [id: 11, balance: m.balance ?: 10.0, transactions: [transaction: m.transactions ?: []]]
  }

  private static Map transaction(int id) {
    [id: id, arCodeId: 31001, description: 'Rent', postDate: '10/01/2026', postMonth: '10/01/2026', amount: 10.0, balanceDue: 10.0]
  }

  private static Map payment(Map m = [:], int id) {
    [ArPaymentId: id, PropertyName: 'Cedar Ridge', CustomerId: 990001, PaymentAmount: 5, PaymentDate: '10/02/2026 09:14',
     ArAllocations: [ArAllocation: []]] + m
  }

  private static Map invoice(int id) {
    [id: id as String, invoiceNumber: 'NF-1', vendor: [id: 63001, name: 'Northfork'], postDate: '2026-10-05', postMonth: '2026-10-01',
     subTotal: '420.00', amount: '420.00', amountDue: '420.00', isPosted: '1',
     lineItems: [lineItem: [[id: "${id}1".toString(), description: 'x', amount: '420.00', amountDue: '420.00']]]]
  }

  private static Map older(int id, List lines = null) {
    [id: id as String, lineItems: [lineitem: (lines ?: [[id: "${id}1".toString(), amount: '$420.00']]).collect {
      it + [glAccount: [id: '260001'], property: [id: '510001']]
    }]]
  }
}
