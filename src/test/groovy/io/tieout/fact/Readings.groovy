package io.tieout.fact

import io.tieout.finding.Finding
import io.tieout.money.CurrencyCode
import java.time.Instant
import java.time.LocalDate

/** Readings for specs, written like a trial balance: accounts with opening, lines and totals that agree with them. */
class Readings {

  static final SCOPE = new GlScope(
      new OrganisationId('demopm'), new PropertyId('510001'), PostMonth.parse('2026-10'), Basis.ACCRUAL, new BookId('616'))

  static GlLine line(Map m) {
    def account = new GlAccountId(m.account ?: '210001')
    new GlLine(
        new FactKey(SCOPE.organisation(), FactKind.GL_LINE, SCOPE.property(), SCOPE.basis(), SCOPE.book(), account,
            m.id as String, (m.occurrence ?: 1) as int),
        m.number ?: '1010-0000', m.type ?: 'GJ', PostMonth.parse(m.month ?: '2026-10'),
        LocalDate.parse(m.date ?: '2026-10-05'), LocalDate.parse('2026-10-05'),
        (m.debit ?: 0) as long, (m.credit ?: 0) as long, CurrencyCode.USD, m.reference ?: '', m.memo ?: '')
  }

  /** An account whose totals count its lines on the side they are written on. */
  static AccountBook account(String id, long opening, List<GlLine> lines) {
    withTotals(id, opening, lines.sum(0L) { it.debitMinor() } as long, lines.sum(0L) { it.creditMinor() } as long, lines)
  }

  static AccountBook withTotals(String id, long opening, long debits, long credits, List<GlLine> lines) {
    long grossDebit = Math.max(opening, 0)
    long grossCredit = Math.min(opening, 0)
    new AccountBook(new GlAccountId(id), "$id-0000", "Account $id",
        new AccountTotals(opening, grossDebit, grossCredit, grossDebit + debits, grossCredit - credits,
            debits - credits, opening + debits - credits), lines)
  }

  static GlReading reading(List<AccountBook> accounts, List<Finding> findings = []) {
    new GlReading(SCOPE, 'Cedar Ridge Apartments', accounts, ['00'], Instant.EPOCH, findings)
  }

  /** Cash and rent, one line each, in balance. */
  static List<AccountBook> balanced() {
    [account('1010', 2500000, [line(id: 1, account: '1010', debit: 152500)]),
     account('4010', 0, [line(id: 2, account: '4010', credit: 152500)])]
  }
}
