package io.tieout.posting

import io.tieout.fact.Basis
import io.tieout.fact.BookId
import io.tieout.fact.FactKey
import io.tieout.fact.FactKind
import io.tieout.fact.Fingerprint
import io.tieout.fact.GlAccountId
import io.tieout.fact.OrganisationId
import io.tieout.fact.PostMonth
import io.tieout.fact.PropertyId
import io.tieout.mapping.CompanyKey
import io.tieout.money.CurrencyCode
import io.tieout.money.Side
import io.tieout.plan.AccountClass
import io.tieout.plan.BusinessKey
import io.tieout.plan.EntryLine
import io.tieout.plan.Environment
import io.tieout.plan.FactReference
import io.tieout.plan.JournalEntry
import io.tieout.plan.Marker
import io.tieout.plan.PlannedDocument
import io.tieout.plan.Purpose
import io.tieout.plan.TargetAccount
import io.tieout.plan.TargetDimension
import java.time.Instant
import java.time.LocalDate

/** October's rent as a planned entry, and the same entry as the target would hold it. */
class PlannedEntries {

  static final LocalDate DATE = LocalDate.parse('2026-10-31')
  static final Instant MADE = Instant.parse('2026-11-01T02:00:10Z')

  static PlannedDocument rent() {
    def key = new BusinessKey(
        Environment.SANDBOX, new OrganisationId('demopm'), new CompanyKey('quickbooks:1'), new PropertyId('510001'), Basis.ACCRUAL, new BookId('616'),
        PostMonth.of(2026, 10), Purpose.JOURNAL, 'type:2026-10-31:Charge', 1, 1, 0)
    def fact = new FactKey(key.organisation(), FactKind.GL_LINE, key.property(), key.basis(), key.book(), new GlAccountId('1'), 'g1', 1)
    def fingerprint = Fingerprint.of(new GlAccountId('1'), 'Charge', PostMonth.of(2026, 10), DATE, 150000)
    new PlannedDocument(
        key, Marker.of(key),
        new JournalEntry(DATE, CurrencyCode.USD, 'rent', [line('37', Side.DEBIT, 150000), line('79', Side.CREDIT, 150000)]),
        [new FactReference(fact, 1, fingerprint, 150000, 'r')])
  }

  /** The entry as stored; {@code change} alters it: id, number, date, createdAt, lines. */
  static TargetDocument stored(Map change = [:]) {
    new TargetDocument(
        change.id ?: '8', '0', change.number ?: rent().marker().value(), change.date ?: DATE, 'rent',
        change.lines ?: [storedLine('37', Side.DEBIT), storedLine('79', Side.CREDIT)], Optional.ofNullable(change.createdAt ?: MADE))
  }

  static TargetDocument.Line storedLine(String account, Side side, Map change = [:]) {
    new TargetDocument.Line(
        account, side, change.amount ?: 150000, Optional.ofNullable(change.containsKey('klass') ? change.klass : '201'),
        Optional.ofNullable(change.location), change.memo ?: 'October rent')
  }

  private static EntryLine line(String account, Side side, long amount) {
    new EntryLine(
        new TargetAccount(account, '', 'name', AccountClass.ASSET, 'type', true, true), side, amount,
        Optional.of(new TargetDimension('201', 'Cedar Ridge', true)), Optional.empty(), Optional.empty(), 'October rent', [])
  }
}
