package io.tieout.store.ledger

import io.tieout.fact.AccountBook
import io.tieout.fact.AccountTotals
import io.tieout.fact.Basis
import io.tieout.fact.BookId
import io.tieout.fact.FactKey
import io.tieout.fact.FactKind
import io.tieout.fact.GlAccountId
import io.tieout.fact.GlLine
import io.tieout.fact.GlReading
import io.tieout.fact.GlScope
import io.tieout.fact.GlSnapshot
import io.tieout.fact.OrganisationId
import io.tieout.fact.PostMonth
import io.tieout.fact.PropertyId
import io.tieout.flow.port.Ledger
import io.tieout.mapping.CompanyKey
import io.tieout.money.CurrencyCode
import io.tieout.money.Side
import io.tieout.plan.AccountClass
import io.tieout.plan.BusinessKey
import io.tieout.plan.EntryLine
import io.tieout.plan.Environment
import io.tieout.plan.FactReference
import io.tieout.plan.Hashes
import io.tieout.plan.JournalEntry
import io.tieout.plan.Marker
import io.tieout.plan.PlannedDocument
import io.tieout.plan.Purpose
import io.tieout.plan.TargetAccount
import java.time.Instant
import java.time.LocalDate

/** Small books for the store specs: lines as {@code [account, id, signed cents]}. */
class Books {

  static final OrganisationId ORG = new OrganisationId('demopm')
  static final PropertyId PROPERTY = new PropertyId('510001')
  static final BookId BOOK = new BookId('616')
  static final CompanyKey COMPANY = new CompanyKey('quickbooks:9341450000000001')
  static final CompanyKey OTHER_COMPANY = new CompanyKey('quickbooks:9341450000000002')
  private static int snapshots

  static GlScope scope(String month = '2026-10', Basis basis = Basis.ACCRUAL) {
    new GlScope(ORG, PROPERTY, PostMonth.parse(month), basis, BOOK)
  }

  static GlLine line(Map<String, Object> more = [:], GlScope scope, String account, String id, long signed) {
    new GlLine(
        new FactKey(scope.organisation(), FactKind.GL_LINE, scope.property(), scope.basis(), scope.book(),
            new GlAccountId(account), id, (more.occurrence ?: 1) as int),
        account + '-0000',
        (more.type ?: 'AR Charge') as String,
        scope.month(),
        (more.date ?: scope.month().firstDay().plusDays(4)) as LocalDate,
        scope.month().firstDay(),
        Math.max(0, signed),
        Math.max(0, -signed),
        CurrencyCode.USD,
        (more.reference ?: "ref $id") as String,
        (more.memo ?: "memo $id of Jane Doe") as String)
  }

  static GlSnapshot snapshot(Map<String, Object> more = [:], GlScope scope, List<List> rows) {
    snapshotOf(more, scope, rows.collect { line(scope, it[0] as String, it[1] as String, it[2] as long) })
  }

  static GlSnapshot snapshotOf(Map<String, Object> more = [:], GlScope scope, List<GlLine> lines) {
    def books = lines.groupBy { it.key().account() }.collect { account, some ->
      long debits = some.sum { it.debitMinor() } as long
      long credits = some.sum { it.creditMinor() } as long
      new AccountBook(account, account.value() + '-0000', "Account $account", new AccountTotals(
          1000, 0, 0, debits, -credits, debits - credits, 1000 + debits - credits), some)
    }
    new GlSnapshot(
        (more.id ?: "SNAP${++snapshots}") as String,
        new GlReading(scope, 'Cedar Ridge', books, ['ab' * 32], (more.at ?: Instant.parse('2026-11-02T03:00:00Z')) as Instant, []),
        more.complete == null ? true : more.complete as boolean,
        (more.repeated ?: []) as List<String>,
        [])
  }

  /** A document over facts of one scope: each line keeps its account, with 1 put before it. */
  static PlannedDocument document(Map<String, Object> more = [:], GlScope scope, List lines) {
    def company = (more.company ?: COMPANY) as CompanyKey
    def key = new BusinessKey(
        (more.environment ?: Environment.SANDBOX) as Environment, scope.organisation(), company, scope.property(),
        scope.basis(), scope.book(), scope.month(), Purpose.JOURNAL, (more.group ?: 'type:2026-10-05:AR Charge') as String,
        (more.sequence ?: 1) as int, 1, 0)
    def references = lines.collect {
      new FactReference(it.line().key(), it.version(), it.line().fingerprint(), it.line().signedMinor(), 'rule-1')
    }.sort { it.key().canonical() }
    def entries = lines.collect {
      new EntryLine(account('1' + it.line().key().account().value()), Side.of(it.line().signedMinor()),
          Math.abs(it.line().signedMinor()), Optional.empty(), Optional.empty(), Optional.empty(), it.line().memo(),
          [it.line().key()])
    }
    new PlannedDocument(key, Marker.of(key),
        new JournalEntry(scope.month().lastDay(), CurrencyCode.USD, 'Tieout ' + key.group(), entries), references)
  }

  static TargetAccount account(String id) {
    new TargetAccount(id, id, "Target $id", AccountClass.ASSET, 'Other Current Asset', true, true)
  }

  static Ledger.Intent intent(String postingId, PlannedDocument document) {
    byte[] bytes = "{\"DocNumber\":\"${document.marker()}\"}".toString().bytes
    new Ledger.Intent(postingId, 'PLAN1', 'cd' * 32, document, bytes, Hashes.hex(bytes))
  }
}
