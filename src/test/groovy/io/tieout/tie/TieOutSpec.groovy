package io.tieout.tie

import static io.tieout.tie.WorkedBooks.*

import io.tieout.fact.LeaseLedger
import io.tieout.fact.AccountTotals
import io.tieout.mapping.LatePolicy
import io.tieout.posting.PostingState
import io.tieout.posting.TargetDocument
import io.tieout.tie.TieRow.Status
import java.time.LocalDate
import spock.lang.Specification

class TieOutSpec extends Specification {

  // ---- T1 ----

  def "T1: every account and property of the worked portfolio proves itself"() {
    expect:
    SourceTie.t1(posted().accounts).size() == 27 + 2
    SourceTie.t1(posted().accounts)*.status().toSet() == [Status.ZERO] as Set
  }

  def "T1: a missing cent shows in the account and in the property, a moved opening against the month before"() {
    given:
    def books = posted()
    def rent = books.accounts.find { it.number() == '4010-0000' && it.scope().property() == CEDAR }
    def t = rent.totals()
    books.accounts = books.accounts.collect { it != rent ? it : new SourceAccountMonth(rent.scope(), rent.account(), rent.number(), rent.name(),
      new AccountTotals(t.opening(), t.debitOpening(), t.creditOpening(), t.debitClosing(), t.creditClosing() + 1, t.netChange() + 1, t.closing() + 1),
      rent.lineDebits(), rent.lineCredits(), OptionalLong.of(250L), rent.sides()) }

    expect:
    SourceTie.t1(books.accounts).findAll { it.status() == Status.DIFFERENCE }.collect { [it.account(), it.difference()] } == [
      ['4010-0000 Rental Income', -1L],
      ['4010-0000 Rental Income: opening against last month\'s closing', -250L],
      ['all accounts', 1L],
    ]
  }

  // ---- T2 ----

  def "T2: every line is journaled or held, and only the unmapped charge of 100.00 is held"() {
    when:
    def rows = posted().t2()

    then:
    rows.size() == 27
    rows.every { it.difference() == 0 }
    rows.findAll { it.status() == Status.EXPLAINED }.collect { [it.account(), it.columns().held] } ==
      [['1200-0000 Resident Receivables', 10000L], ['4190-0000 Damage Income', -10000L]]
    rows.find { it.account() == '4190-0000 Damage Income' }.explainedBy() == ['held', 'held ' + posted().plan.held().find { it.line().accountNumber() == '4190-0000' }.line().key().sourceId() + ': no rule names its code']
    rows.collect { it.columns().gl }.sum() == 0
  }

  def "T2: a source line changed by one cent after posting shows as a difference of exactly one cent, nowhere else"() {
    given:
    def books = posted()
    books.accounts = books.accounts.collect { a ->
      a.number() != '6110-0000' ? a : new SourceAccountMonth(a.scope(), a.account(), a.number(), a.name(), a.totals(), a.lineDebits() + 1, a.lineCredits(),
        a.previousClosing(), a.sides().map { it.plus(1) })
    }

    expect:
    books.t2().findAll { it.difference() != 0 }.collect { [it.account(), it.difference()] } == [['6110-0000 Plumbing Repairs', 1L]]
  }

  def "T2: a debit and a credit of one account that vanish together show in the debits and credits"() {
    given:
    def books = posted()
    books.accounts = books.accounts.collect { a ->
      a.number() != '1090-0000' || a.scope().property() != CEDAR ? a : new SourceAccountMonth(a.scope(), a.account(), a.number(), a.name(), a.totals(),
        a.lineDebits() - 150000, a.lineCredits() - 150000, a.previousClosing(),
        a.sides().map { new SourceAccountMonth.Sides(it.debits() - 150000, it.credits() - 150000) })
    }

    expect:
    books.t2().findAll { it.difference() != 0 }.collect { [it.account(), it.difference(), it.columns()['gl debits'], it.columns()['accounted debits']] } ==
      [['1090-0000 Undeposited Funds: debits and credits apart', -150000L, 587113L, 737113L]]
  }

  def "T2: an account that left the reading with its lines shows as all of them"() {
    given:
    def books = posted()
    def all = books.fates()
    books.accounts = books.accounts.findAll { it.number() != '6110-0000' }

    expect:
    SourceTie.t2(books.accounts, all).findAll { it.difference() != 0 }.collect { [it.account(), it.difference()] } ==
      [['6110-0000 (not in the reading)', -42000L]]
  }

  def "T2: lines in flight are counted and said"() {
    given:
    def books = posted()
    def document = books.documents.find { it.facts()*.key()*.sourceId().contains('93000043') }
    books.states[document.marker().value()] = PostingState.UNKNOWN

    expect:
    with(books.t2().find { it.account() == '1010-0000 Cash - Operating' && it.columns()['in flight'] != 0 }) {
      columns()['in flight'] == -50550L
      difference() == 0
      status() == Status.EXPLAINED
    }
  }

  // ---- T3 ----

  def "T3: both months tie, by claims, by class and by the trial balance"() {
    expect:
    with(posted().t3(month)) {
      findings() == []
      rows().size() > 20
      rows()*.status().toSet() == [Status.ZERO] as Set
      rows()*.scope().toSet() == scopes as Set
    }

    where:
    month     || scopes
    OCTOBER   || ['2026-10, our entries', '2026-10, class Cedar Ridge', '2026-10, class Harbor Point', '2026-10, trial balance']
    SEPTEMBER || ['2026-09, our entries', '2026-09, class Cedar Ridge', '2026-09, class Harbor Point', '2026-09, trial balance']
  }

  def "T3: an entry of ours that is gone is named, and missing by class"() {
    given:
    def books = posted()
    def gone = books.entryOf('93000043')
    books.replace(gone)

    when:
    def t3 = books.t3()

    then:
    t3.findings()*.code() == [TieCode.MISSING_IN_TARGET]
    t3.findings()[0].place().contains(gone.documentNumber())
    t3.rows().findAll { it.difference() != 0 }.collect { [it.scope(), it.account(), it.difference()] } == [
      ['2026-10, class Cedar Ridge', '1010 Account 1010', 50550L], ['2026-10, class Cedar Ridge', '2010 Account 2010', -50550L]]
  }

  def "T3: an edited entry is named with what differs"() {
    given:
    def books = posted()
    def old = books.entryOf('93000043')
    books.replace(old, new TargetDocument(old.id(), '1', old.documentNumber(), old.date(), old.privateNote(), old.lines().collect {
      new TargetDocument.Line(it.accountId() == '1010' ? '1020' : it.accountId(), it.side(), it.amountMinor(), it.classId(), it.locationId(), it.memo())
    }, old.createdAt()))

    when:
    def t3 = books.t3()

    then:
    t3.findings()*.code() == [TieCode.EDITED_IN_TARGET]
    t3.findings()[0].found().contains('account 1020 CREDIT 50550')
    t3.rows().findAll { it.difference() != 0 }.collect { [it.account(), it.difference()] } == [['1010 Account 1010', 50550L], ['1020 Account 1020', -50550L]]
  }

  def "T3: an entry that stands twice is named with both ids, and the second is a difference"() {
    given:
    def books = posted()
    def old = books.entryOf('93000043')
    books.entries << new TargetDocument('9999', '0', old.documentNumber(), old.date(), '', old.lines(), old.createdAt())

    when:
    def t3 = books.t3()

    then:
    t3.findings()*.code() == [TieCode.TWICE_IN_TARGET]
    t3.findings()[0].found() == "2 entries, ids ${[old.id(), '9999'].sort().join(', ')}"
    t3.rows().findAll { it.difference() != 0 }*.difference() == [-50550L, 50550L]
  }

  def "T3: an entry moved to another month is missing in the one and named in the other"() {
    given:
    def books = posted()
    def old = books.entryOf('93000043')
    books.replace(old, new TargetDocument(old.id(), '1', old.documentNumber(), LocalDate.of(2026, 9, 20), '', old.lines(), old.createdAt()))

    expect:
    books.t3().findings()*.code() == [TieCode.MISSING_IN_TARGET]
    with(books.t3(SEPTEMBER)) {
      findings()*.code() == [TieCode.EDITED_IN_TARGET]
      findings()[0].found() == 'dated 2026-09-20'
      rows().findAll { it.difference() != 0 }*.difference() == [-50550L, 50550L]
    }
  }

  def "T3: foreign entries are listed singly and explain, an unknown number of ours is an error"() {
    given:
    def books = posted()
    books.entries << entry('5001', number, LocalDate.of(2026, 10, 7), ['6210': 1200L, '1010': -1200L])

    when:
    def t3 = books.t3()

    then:
    t3.findings()*.code() == [code]
    t3.rows().every { it.difference() == 0 }
    t3.rows().findAll { it.status() == Status.EXPLAINED && it.scope() == '2026-10, no class' }.collect { [it.account(), it.columns().foreign, it.explainedBy()] } == [
      ['1010 Account 1010', -1200L, ['foreign', "entry 5001 no. $number of 2026-10-07: -12.00"]],
      ['6210 Account 6210', 1200L, ['foreign', "entry 5001 no. $number of 2026-10-07: 12.00"]],
    ]

    where:
    number                 || code
    'ADJ-7'                || TieCode.FOREIGN_ENTRY
    'TO' + '0' * 18        || TieCode.UNKNOWN_MARKER
  }

  def "T3: what moved the trial balance without an entry is a difference, unless the target's ledger names it"() {
    given:
    def books = posted()
    books.strange[OCTOBER] = ['1010': -4500L, '6310': 4500L]

    expect:
    books.t3().rows().findAll { it.difference() != 0 }.collect { [it.scope(), it.account(), it.difference()] } ==
      [['2026-10, trial balance', '1010 Account 1010', -4500L], ['2026-10, trial balance', '6310 Account 6310', 4500L]]

    when:
    books.others = [new TargetMonth.OtherLine('1010', 'Check 77 of 2026-10-20', -4500L), new TargetMonth.OtherLine('6310', 'Check 77 of 2026-10-20', 4500L)]

    then:
    books.t3().rows().every { it.difference() == 0 }
    books.t3().rows().find { it.scope() == '2026-10, trial balance' && it.account() == '1010 Account 1010' }.explainedBy() == ['foreign', 'Check 77 of 2026-10-20: -45.00']
  }

  def "T3: an entry whose outcome is unknown may stand there or not, and is no difference either way"() {
    given:
    def books = posted()
    def old = books.entryOf('93000043')
    books.states[old.documentNumber()] = PostingState.UNKNOWN
    if (!stands) {
      books.replace(old)
    }

    when:
    def t3 = books.t3()

    then:
    t3.findings() == []
    t3.rows().every { it.difference() == 0 }
    t3.rows().findAll { it.status() == Status.EXPLAINED }*.explainedBy().toSet() == (stands ? [['in flight']] : []) as Set

    where:
    stands << [true, false]
  }

  def "T3: a claim without its entry, or an entry without its claim, breaks the step from lines to entries"() {
    given:
    def books = posted()
    def tie = new TargetTie(io.tieout.money.CurrencyCode.USD, CHART, CLASSES, books.mapped())
    def fates = books.fates().findAll { it.key().sourceId() != '93000043' }

    expect:
    tie.t3(books.target(OCTOBER), books.ours(OCTOBER), [] as Set, fates).rows().findAll { it.difference() != 0 }.collect { [it.scope(), it.account(), it.difference()] } ==
      [['2026-10, our entries', '1010 Account 1010', -50550L]]
  }

  // ---- T4 ----

  def "T4: closing balances tie once the held charge is counted"() {
    when:
    def rows = posted().t4()

    then:
    rows.every { it.difference() == 0 }
    rows.findAll { it.status() == Status.EXPLAINED }.collect { [it.account(), it.columns().target, it.columns().source, it.columns().held] } == [
      ['1200 Account 1200', -10000L, 0L, 10000L],
      ['GL 4190-0000, which no rule names', 0L, -10000L, -10000L],
    ]
    rows.find { it.account() == '1010 Account 1010' }.columns().target == 2886563L + 2010203L
    rows.find { it.account() == 'equity with current earnings, as one group' }.columns().target ==
      rows.find { it.account() == 'equity with current earnings, as one group' }.columns().source
  }

  def "T4: one cent in the target's balance, or in the source's closing, is a difference of one cent"() {
    given:
    def books = posted()
    if (inTarget) {
      books.strange[OCTOBER] = ['2300': 1L]
    } else {
      books.accounts = books.accounts.collect { a ->
        def t = a.totals()
        a.number() != '2300-0000' ? a : new SourceAccountMonth(a.scope(), a.account(), a.number(), a.name(),
          new AccountTotals(t.opening(), t.debitOpening(), t.creditOpening(), t.debitClosing(), t.creditClosing(), t.netChange(), t.closing() - 1), a.lineDebits(), a.lineCredits(), a.previousClosing(), a.sides())
      }
    }

    expect:
    books.t4().findAll { it.difference() != 0 }.collect { [it.account(), it.difference()] } == [['2300 Account 2300', 1L]]

    where:
    inTarget << [true, false]
  }

  def "T4: what others entered and what was accepted at cutover explain a difference"() {
    given:
    def books = posted()
    books.strange[OCTOBER] = ['1010': 700L]

    when:
    books.foreign = foreign
    books.openingDifferences = accepted

    then:
    with(books.t4().find { it.account() == '1010 Account 1010' }) {
      difference() == 0
      explainedBy() == because
    }

    where:
    foreign        | accepted       || because
    ['1010': 700L] | [:]            || ['foreign']
    [:]            | ['1010': 700L] || ['opening difference']
  }

  def "T4: lines carried to a later month are missing in their own and stand in the other"() {
    given:
    def books = posted(late: LatePolicy.CARRY, closedThrough: Optional.of(LocalDate.of(2026, 10, 5)))

    when:
    def october = books.t4()
    def november = books.t4(OCTOBER.next())

    then:
    books.documents.any { it.entry().date() == LocalDate.of(2026, 11, 1) }
    october.every { it.difference() == 0 }
    november.every { it.difference() == 0 }
    october.find { it.account() == '4010 Account 4010' && it.scope() == '2026-10, movement of the month' }.columns()['carried out'] == -(145000L + 150000L + 192500L + 90323L)
    november.find { it.account() == '4010 Account 4010' && it.scope() == '2026-11, movement of the month' }.columns()['carried in'] == -(145000L + 150000L + 192500L + 90323L)
    october.find { it.account() == '1010 Account 1010' }.columns()['carried out'] == 4892823L

    and: 'T3 shows both directions too'
    books.t3().rows().every { it.difference() == 0 }
    books.t3().rows().find { it.scope() == '2026-10, our entries' && it.account() == '4010 Account 4010' }.columns()['carried out'] == -577823L
    books.t3(OCTOBER.next()).rows().find { it.scope() == '2026-11, our entries' && it.account() == '4010 Account 4010' }.columns()['carried in'] == -577823L
    books.t3(OCTOBER.next()).rows().every { it.difference() == 0 }
  }

  def "T4: a line that was posted elsewhere than its account's rule says is counted apart"() {
    given:
    def books = posted()
    def fates = books.fates().collect { f ->
      f.key().sourceId() == '93000043' ? new LineFate(f.key(), f.accountNumber(), f.month(), f.kind(), f.signedMinor(), Optional.of('1020'), f.postingDate(), '') : f
    }
    def balances = books.balances(OCTOBER) + ['1010': books.balances(OCTOBER)['1010'] + 50550L, '1020': books.balances(OCTOBER)['1020'] - 50550L]
    def closings = books.accounts.collect { a -> new ClosingTie.MappedClosing(a.scope().property().value(), a.number(),
      a.number() == '4190-0000' ? Optional.<String> empty() : Optional.of(a.number().substring(0, 4)), a.totals().closing(), a.totals().netChange()) }

    when:
    def rows = new ClosingTie(CHART).t4(new ClosingTie.Input(OCTOBER, closings, fates, balances, [:], [:], [:], [:])).findAll { it.scope() == '2026-10, closing' }

    then:
    rows.every { it.difference() == 0 }
    rows.findAll { it.columns()['mapped elsewhere'] != 0 }.collect { [it.account(), it.columns()['mapped elsewhere']] } ==
      [['1010 Account 1010', 50550L], ['1020 Account 1020', -50550L]]
  }

  def "T4: a month that was never posted differs by all of it"() {
    given:
    def books = posted()
    books.entries = books.entries.findAll { it.date().monthValue == 9 }

    expect:
    books.t4().findAll { it.difference() != 0 && it.scope() == '2026-10, movement of the month' }.collect { [it.account(), it.difference()] }.contains(['6110 Account 6110', -42000L])
  }

  // ---- T5 ----

  def "T5: residents, vendors and deposits tie to their control accounts, at the time of reading"() {
    when:
    def rows = posted().t5(property)

    then:
    rows*.status() == [Status.ZERO] * 3
    rows*.scope().toSet() == ["property $property, 2026-10, live at 2026-11-02T03:00:00Z".toString()] as Set
    rows.collect { it.columns().values().first() } == sums

    where:
    property || sums
    CEDAR    || [0L, 21450L, 200000L]
    HARBOR   || [-7500L, 26000L, 0L]
  }

  def "T5: a difference is shown with its parts: #what"() {
    given:
    def sound = subLedgers(CEDAR)
    def reading = subLedgers(CEDAR, changed(sound))

    when:
    def row = posted().t5(CEDAR, reading).find { it.difference() != 0 }

    then:
    row.account() == what
    row.difference() == difference
    row.columns().subMap(parts.keySet()) == parts

    where:
    what                                       | changed                                                                                                  || difference | parts
    'resident balances = receivables + prepaid' | { s -> [leases: s.leases() + new LeaseLedger('880009', 'c', 'Late', 2500, [])] }                        || 2500L      | ['lease 880009': 2500L]
    'open invoices = - payables'               | { s -> [invoices: s.invoices().drop(1)] }                                                                || -30000L    | ['invoice NF-10233-CR (740103)': -8550L]
    'deposits held = - deposit liability'      | { s -> [leases: s.leases().findAll { it.leaseId() != '880002' }] }                                       || -150000L   | ['lease 880003': 50000L]
  }

  def "T5: an invoice over two properties counts with the part of each, also when only its header says what is due"() {
    given:
    def shared = subLedgers(HARBOR).invoices()[0]
    def bare = shared.lines().collect { new io.tieout.fact.ApInvoiceLine(it.id(), '', it.amountMinor(), 0, Optional.empty(), it.property()) }
    def invoice = new io.tieout.fact.ApInvoice(shared.id(), shared.number(), 'v', 'V', shared.date(), shared.postMonth(), 56000, 56000, true, false, Optional.empty(), bare, [])

    expect:
    posted().t5(HARBOR, subLedgers(HARBOR, [invoices: [invoice]]))*.difference() == [0L, 0L, 0L]
  }

  // ---- the whole ----

  def "a tie-out lists its rows by identity and its differences"() {
    given:
    def books = posted()
    books.strange[OCTOBER] = ['2300': 1L]
    def tieOut = new TieOut('demo', io.tieout.money.CurrencyCode.USD, books.t2() + books.t4(), [], [:])

    expect:
    tieOut.rows(Identity.T2).size() == 27
    tieOut.differences()*.identity() == [Identity.T4]
    Identity.values()*.words().every { !it.isEmpty() }
  }
}
