package io.tieout.source.answer

import io.tieout.fact.Basis
import io.tieout.fact.BookId
import io.tieout.fact.GlScope
import io.tieout.fact.OrganisationId
import io.tieout.fact.PostMonth
import io.tieout.fact.PropertyId
import io.tieout.fact.Snapshots
import io.tieout.finding.Stopped
import io.tieout.flow.port.SourceLedger.ReadPart
import io.tieout.money.CurrencyCode
import spock.lang.Specification

class GlReadsSpec extends Specification {

  static final SCOPE = new GlScope(new OrganisationId('demopm'), new PropertyId('510001'), PostMonth.parse('2026-10'),
      Basis.ACCRUAL, new BookId('616'))

  def "everything that selects lines is asked for explicitly"() {
    given:
    def calls = new CannedCalls({ result() })

    when:
    new GlReads(calls).read(new GlScope(SCOPE.organisation(), SCOPE.property(), SCOPE.month(), Basis.CASH, SCOPE.book()),
        '7001', CurrencyCode.USD, ReadPart.WITHOUT_AP)

    then:
    calls.made[0].params() == [
        propertyIds: '510001', postMonthFrom: '10/2026', postMonthTo: '10/2026', isCashBook: '1', isDetailed: '1',
        glTreeId: '7001', glBookTypeIds: '616', excludeApTransactions: '1', excludeArTransactions: '0',
        excludeExportedTransactions: '0']
  }

  def "one property and one line as single objects are read like lists"() {
    expect:
    read(result()).with { [it.findings(), it.lines().count(), it.propertyName()] } == [[], 2, 'Cedar Ridge Apartments']
    read([properties: [property: [result().properties.property]]]).lines().count() == 2
    read([properties: ['510001': result().properties.property]]).lines().count() == 2
  }

  def "a line of another #member is a finding on that line, and the month cannot be used"() {
    when:
    def reading = read(result(line(7, (member): value)))

    then:
    reading.findings()*.code() == [code]
    reading.findings()[0].place() == "Entrata GL, property 510001, 2026-10, accrual, book 616, account 1010-0000, line 7, $member"
    reading.findings()[0].found() == found
    reading.lines().noneMatch { it.key().sourceId() == '7' }
    !Snapshots.judge('S', reading, [:]).complete()

    where:
    member            | value        || code                      | found
    'postMonth'       | 'Nov,2026'   || SourceCode.OUTSIDE_MONTH  | '2026-11'
    'postMonth'       | 'October'    || SourceCode.BAD_MONTH      | "'October'"
    'postDate'        | '2026/02/30' || SourceCode.BAD_DATE       | "'2026/02/30'"
    'transactionDate' | 'yesterday'  || SourceCode.BAD_DATE       | "'yesterday'"
    'debit'           | '1E3'        || SourceCode.BAD_AMOUNT     | "'1E3'"
    'debit'           | '12.345'     || SourceCode.BAD_AMOUNT     | "'12.345'"
    'debit'           | ''           || SourceCode.MEMBER_MISSING | 'nothing'
    'credit'          | null         || SourceCode.MEMBER_MISSING | 'nothing'
    'credit'          | ['1.00', 2]  || SourceCode.BAD_MEMBER     | 'a list of 2'
    'debit'           | [a: 1]       || SourceCode.BAD_MEMBER     | 'an object with [a]'
  }

  def "every fault of a line is named at once"() {
    expect:
    read(result(line(7, debit: 'NaN', credit: '1,2', postDate: '?'))).findings()*.code() ==
        [SourceCode.BAD_DATE, SourceCode.BAD_AMOUNT, SourceCode.BAD_AMOUNT]
  }

  def "a line without a usable id or type is a finding: #attributes"() {
    expect:
    read(result(line(7, '@attributes': attributes))).findings()*.code() == codes

    where:
    attributes                           || codes
    [id: '', transactionType: 'GJ']      || [SourceCode.MEMBER_MISSING]
    [id: '7|8', transactionType: 'GJ']   || [SourceCode.BAD_ID]
    [id: 7.5, transactionType: 'GJ']     || [SourceCode.BAD_ID]
    [id: '7', transactionType: '']       || [SourceCode.MEMBER_MISSING]
    [transactionType: 'GJ']              || [SourceCode.MEMBER_MISSING]
  }

  def "text that people may write comes shortened and on one line into a message"() {
    given:
    def finding = read(result(line(7, debit: 'x\ny' + 'z' * 200))).findings()[0]

    expect:
    finding.found().length() < 70
    !finding.found().contains('\n')
  }

  def "#what makes the reading unusable"() {
    when:
    def reading = read(answer)

    then:
    reading.findings()*.code() == codes
    reading.findings().every { it.error }

    where:
    what                           | answer                                                            || codes
    'the property left out'        | [properties: [property: []]]                                      || [SourceCode.PROPERTY_NOT_ANSWERED]
    'an empty result'              | '[]'                                                              || [SourceCode.PROPERTY_NOT_ANSWERED]
    'another property'             | [properties: [property: property('@attributes': [id: '510002'])]] || [SourceCode.OTHER_PROPERTY, SourceCode.PROPERTY_NOT_ANSWERED]
    'another property beside ours' | [properties: [property: [property([:]), property('@attributes': [id: 510002])]]] || [SourceCode.OTHER_PROPERTY]
    'our property twice'           | [properties: [property: [property([:]), property([:])]]]          || [SourceCode.OTHER_PROPERTY]
    'another basis'                | [properties: [property: property(isCashBook: '1')]]               || [SourceCode.OTHER_BASIS]
    'no basis'                     | [properties: [property: property(isCashBook: '')]]                || [SourceCode.MEMBER_MISSING]
    'a strange basis'              | [properties: [property: property(isCashBook: 'yes')]]             || [SourceCode.BAD_FLAG]
    'no accounts'                  | [properties: [property: property(transactions: '')]]              || [SourceCode.NO_ACCOUNTS]
    'accounts of a wrong shape'    | [properties: [property: property(transactions: 'none today')]]    || [SourceCode.BAD_MEMBER]
  }

  def "an account without all its totals, or twice, is a finding"() {
    expect:
    read([properties: [property: property(transactions: [transaction: accounts])]]).findings()*.code() == codes

    where:
    accounts                                                        || codes
    [account('1010'), account('1010')]                              || [SourceCode.ACCOUNT_TWICE]
    [account('1010') - [glTotal: account('1010').glTotal]]          || [SourceCode.MEMBER_MISSING] * 7
    [account('1010') + [glTotal: account('1010').glTotal + [netChange: '$ 1']]] || [SourceCode.BAD_AMOUNT]
    [account('') ]                                                  || [SourceCode.MEMBER_MISSING]
  }

  def "a result of another shape is not an empty month"() {
    when:
    read(answer)

    then:
    def stopped = thrown(Stopped)
    stopped.findings()*.code() == [SourceCode.WRONG_SHAPE]
    stopped.exitCode() == 3

    where:
    answer << ['{"leases": {}}', '"fine"', '{"properties": "fine"}', '{"properties": {"buildings": []}}', '[1]', '{"properties": {"property": ["a"]}}']
  }

  def "unmarked ids are taken from a faultless answer only, whatever its amounts"() {
    given:
    def unmarked = { answer -> new GlReads(new CannedCalls({ answer })).unmarked(SCOPE, '7001') }

    expect:
    unmarked(result(line(7, debit: 'NaN'))) == ['1', '2', '7'] as Set
    unmarked([properties: [property: property(transactions: [])]]) == [] as Set

    when:
    unmarked(faulty)

    then:
    thrown(Stopped)

    where:
    faulty << [[properties: []], [properties: [property: property(isCashBook: '1')]]]
  }

  def "unmarked ids of a line outside the month are not taken"() {
    when:
    new GlReads(new CannedCalls({ result(line(7, postMonth: 'Nov,2026')) })).unmarked(SCOPE, '7001')

    then:
    def stopped = thrown(Stopped)
    stopped.findings()*.code() == [SourceCode.OUTSIDE_MONTH]
  }

  def "ten thousand lines are read and proven well under a second"() {
    given:
    def lines = (1..10_000).collect { line(it, debit: '1,234.56', memo: "Unit #$it") }
    def cash = account('1010', lines, '12345600.00')
    def rent = account('4010', [line(10_001, debit: '0.00', credit: '12,345,600.00')], '-12345600.00')
    def calls = new CannedCalls({ groovy.json.JsonOutput.toJson([properties: [property: property(transactions: [transaction: [cash, rent]])]]) })
    def time = {
      long start = System.nanoTime()
      assert Snapshots.judge('S', new GlReads(calls).read(SCOPE, '7001', CurrencyCode.USD, ReadPart.ALL), [:]).complete()
      (System.nanoTime() - start) / 1_000_000
    }

    expect: 'the JSON is written anew each time, so this is an upper bound; the best of five leaves out a cold machine'
    (1..5).collect { time() }.min() < 1000
  }

  private static read(answer) {
    new GlReads(new CannedCalls({ answer })).read(SCOPE, '7001', CurrencyCode.USD, ReadPart.ALL)
  }

  /** Cash and rent in balance, and one more line on cash if given. */
  private static Map result(Map more = null) {
    def cash = account('1010', more ? [line(1, debit: '25.00'), more] : [line(1, debit: '25.00')], '25.00')
    def rent = account('4010', line(2, credit: '25.00'), '-25.00')
    [properties: [property: property(transactions: [transaction: [cash, rent]])]]
  }

  private static Map property(Map m) {
    ['@attributes': [id: '510001', name: 'Cedar Ridge Apartments'], isCashBook: 'false',
     transactions: [transaction: account('1010')]] + m
  }

  private static Map account(String id, lines = '', String net = '0.00') {
    def debit = net.startsWith('-') ? '0.00' : net
    def credit = net.startsWith('-') ? net : '0.00'
    ['@attributes': [accountId: id, accountName: "Account $id".toString(), accountNumber: id + '-0000'],
     glTotal: [openingBalance: '0.00', debitOpeningBalance: '0.00', creditOpeningBalance: '0.00', debitClosingBalance: debit,
               creditClosingBalance: credit, netChange: net, closingBalance: net],
     glDetails: lines ? [glDetail: lines] : '']
  }

  private static Map line(Map m, int id) {
    ['@attributes': [id: id as String, transactionType: 'GJ'], transactionDate: '2026/10/02', postMonth: 'Oct,2026',
     postDate: '2026/10/02', debit: '0.00', credit: '0.00', balance: 'never read', reference: 'Ref', memo: 'Memo'] + m
  }
}
