package io.tieout.sandbox.quickbooks

class PayablesSandboxSpec extends QuickBooksSandboxSpecification {

  static Map expense(String amount) {
    [Amount: new BigDecimal(amount), DetailType: 'AccountBasedExpenseLineDetail', Description: 'Leak in 101',
      AccountBasedExpenseLineDetail: [AccountRef: [value: '80'], ClassRef: [value: '201']]]
  }

  static Map bill(Map more = [:]) {
    [VendorRef: [value: '56'], DocNumber: 'NF-10233', TxnDate: '2026-10-05', DepartmentRef: [value: '301'],
      Line: [expense('420.00'), expense('85.50')]] + more
  }

  static Map payment(String total, List links) {
    [VendorRef: [value: '56'], TotalAmt: new BigDecimal(total), PayType: 'Check', TxnDate: '2026-10-20',
      CheckPayment: [BankAccountRef: [value: '35']],
      Line: links.collect { amount, type, id -> [Amount: new BigDecimal(amount), LinkedTxn: [[TxnId: id, TxnType: type]]] }]
  }

  def "a bill is totalled, defaults its payables account and due date, and numbers its lines from one"() {
    when:
    def stored = post('bill', bill()).Bill

    then:
    stored.TotalAmt == 505.5
    stored.Balance == 505.5
    stored.APAccountRef.value == '41'
    stored.DueDate == '2026-10-05'
    stored.DepartmentRef.name == 'North'
    stored.Line*.Id == ['1', '2']
    stored.Line[0].AccountBasedExpenseLineDetail.ClassRef.name == 'Cedar Ridge'
    get('vendor/56').Vendor.Balance == 505.5
    get('account/41').Account.CurrentBalance == -505.5
  }

  def "bills are refused for what is wrong: #what"() {
    expect:
    code(post('bill', body)) == expected

    where:
    what              | body                                                     || expected
    'no vendor'       | bill(VendorRef: null)                                    || '2020'
    'unknown vendor'  | bill(VendorRef: [value: '9'])                            || '2500'
    'no lines'        | bill(Line: [])                                           || '2020'
    'negative total'  | bill(Line: [expense('10.00'), expense('-10.01')])        || '6000'
    'not payables'    | bill(APAccountRef: [value: '35'])                        || '6000'
    'number too long' | bill(DocNumber: 'N' * 22)                                || '2050'
    'unknown field'   | bill(Invoice: '1')                                       || '2010'
  }

  def "a payment moves balance, links and SyncToken of its bill; deleting it moves them back"() {
    given:
    def owed = post('bill', bill()).Bill
    def credit = post('vendorcredit', bill(DocNumber: 'NF-10233-CR', Line: [expense('85.50')])).VendorCredit

    when:
    def paid = post('billpayment', payment('420.00', [['505.50', 'Bill', owed.Id], ['85.50', 'VendorCredit', credit.Id]])).BillPayment
    def after = get("bill/${owed.Id}").Bill

    then:
    after.Balance == 0
    after.SyncToken == '1'
    after.LinkedTxn == [[TxnId: paid.Id, TxnType: 'BillPaymentCheck']]
    get("vendorcredit/${credit.Id}").VendorCredit.Balance == 0
    get('vendor/56').Vendor.Balance == 0
    get('account/35').Account.CurrentBalance == -420.0
    code(post('bill?operation=delete', [Id: owed.Id, SyncToken: '1'])) == '6000'

    when:
    post('billpayment?operation=delete', [Id: paid.Id, SyncToken: '0'])
    def reopened = get("bill/${owed.Id}").Bill

    then:
    reopened.Balance == 505.5
    reopened.SyncToken == '2'
    !reopened.LinkedTxn
    post('bill?operation=delete', [Id: owed.Id, SyncToken: '2']).Bill.status == 'Deleted'
  }

  def "a payment can be voided, by both forms of the call"() {
    given:
    def owed = post('bill', bill()).Bill
    def paid = post('billpayment', payment('505.50', [['505.50', 'Bill', owed.Id]])).BillPayment

    when:
    def voided = post("billpayment?${form}", [Id: paid.Id, SyncToken: '0', sparse: true]).BillPayment

    then:
    voided.TotalAmt == 0
    voided.PrivateNote == 'Voided'
    get("bill/${owed.Id}").Bill.Balance == 505.5
    get('account/35').Account.CurrentBalance == 0

    where:
    form << ['operation=update&include=void', 'operation=void']
  }

  def "payments are refused for what is wrong"() {
    given:
    def owed = post('bill', bill()).Bill
    def other = post('vendor', [DisplayName: 'Greenline Grounds']).Vendor

    expect:
    code(post('billpayment', payment('600.00', [['600.00', 'Bill', owed.Id]]))) == '6000'
    code(post('billpayment', payment('100.00', [['200.00', 'Bill', owed.Id]]))) == '6000'
    code(post('billpayment', payment('10.00', [['10.00', 'Bill', '9999']]))) == '2500'
    code(post('billpayment', payment('10.00', [['10.00', 'Bill', owed.Id]]) + [VendorRef: [value: other.Id]])) == '6000'
    code(post('billpayment', payment('10.00', [['10.00', 'Bill', owed.Id]]) + [CheckPayment: [BankAccountRef: [value: '80']]])) == '6000'
    code(post('billpayment', payment('10.00', [['10.00', 'Bill', owed.Id]]).findAll { it.key != 'PayType' })) == '2020'
    get("bill/${owed.Id}").Bill.SyncToken == '0'
  }
}
