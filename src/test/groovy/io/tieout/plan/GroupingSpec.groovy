package io.tieout.plan

import io.tieout.fact.*
import io.tieout.mapping.Grain
import io.tieout.mapping.LatePolicy
import io.tieout.mapping.LineMode
import io.tieout.money.CurrencyCode
import java.time.LocalDate
import spock.lang.Specification

/**
 * Proof (d) of the first night: grouping without journal ids, on generated ledgers with everything the worked portfolio
 * lacks. What it showed stands in docs/decisions/0013.
 */
class GroupingSpec extends Specification {

  static final ACCOUNTS = ['1010-0000', '1090-0000', '1200-0000', '2100-0000', '2200-0000', '4010-0000', '4020-0000', '5010-0000']
  static final TYPES = ['AR Charge', 'AR Payment', 'AP Charge', 'AP Payment', 'GJ']
  static final WAITING = ['4190-0000', '5020-0000', '5030-0000', '7777-0000']
  static final LEAVING = '6000-0000'

  def "every document balances and every line is in exactly one place (seed #seed)"() {
    given:
    def books = generated(seed)

    when:
    def plan = books.plan()
    def posted = plan.documents().collectMany { it.facts()*.key()*.canonical() }
    def all = posted + plan.held()*.line()*.key()*.canonical() + plan.excluded()*.line()*.key()*.canonical()

    then: 'JournalEntry refuses to be made unbalanced, so look at the facts as well'
    plan.documents().every { it.facts()*.signedMinor().sum() == 0 && it.entry().lines()*.signedMinor().sum() == 0 }
    plan.documents().every { it.entry().lines().size() <= books.linesMax }
    all.size() == books.lines.size()
    all.toSet() == books.lines*.line()*.key()*.canonical().toSet()

    and: 'sums agree per account'
    sums(books.lines*.line()) == sums(plan.held()*.line() + plan.excluded()*.line() + linesOf(books, posted as Set))

    and: 'the entry lines carry what the facts carry'
    plan.documents().every { d -> d.entry().lines()*.facts().flatten().toSet() == d.facts()*.key().toSet() }

    and: 'something of each kind came up'
    plan.excluded().size() > 0

    where:
    seed << (1..60)
  }

  def "planned again with its documents posted, nothing new comes up (seed #seed)"() {
    given:
    def books = generated(seed)
    def plan = books.plan()

    when:
    def again = afterPosting(books, plan)

    then:
    again.documents() == []
    again.held() == plan.held()
    again.excluded() == plan.excluded()

    where:
    seed << (1..60)
  }

  def "a changed grain posts nothing again, a settled rule posts only what was held (seed #seed)"() {
    given:
    def books = generated(seed)
    def plan = books.plan()
    def before = plan.documents().collectMany { it.facts()*.key() }.toSet()

    when:
    books.grain = Grain.values()[(seed + 1) % 4]
    WAITING.each { books.routes[it] = Books.to('5010') }
    def later = afterPosting(books, plan)
    def after = later.documents().collectMany { it.facts()*.key() }

    then:
    after.every { !before.contains(it) }
    after.size() == after.toSet().size()
    later.documents()*.key().every { !plan.documents()*.key().contains(it) }

    where:
    seed << (1..20)
  }

  def "the order of the input, the zone and the locale change nothing (seed #seed)"() {
    given:
    def books = generated(seed)
    def plan = books.plan()
    def zone = TimeZone.default
    def locale = Locale.default

    when:
    TimeZone.default = TimeZone.getTimeZone('Pacific/Kiritimati')
    Locale.default = Locale.forLanguageTag('tr-TR-u-nu-arab')
    def random = new Random(seed)
    def shuffled = books.lines.shuffled(random)
    books.chart = books.chart.shuffled(random)
    def other = books.plan(shuffled)

    then:
    other.contentHash() == plan.contentHash()
    other.inputsHash() == plan.inputsHash()
    other.held() == plan.held()
    other.excluded() == plan.excluded()
    other.findings()*.text() == plan.findings()*.text()

    cleanup:
    TimeZone.default = zone
    Locale.default = locale

    where:
    seed << (1..20)
  }

  def "one changed cent, version, claim or rule changes the hash of the inputs"() {
    given:
    def books = generated(7)
    def hash = books.plan().inputsHash()
    def first = books.lines[0]

    expect:
    books.plan([new FactState(first.line(), 2, false)] + books.lines.drop(1)).inputsHash() != hash
    books.plan([new FactState(first.line(), 1, true)] + books.lines.drop(1)).inputsHash() != hash
    books.plan(books.lines.drop(1)).inputsHash() != hash
  }

  def "ids that both bases share never meet: each basis is planned for its own company"() {
    given:
    def accrual = generated(11)
    def cash = generated(11)
    cash.basis = Basis.CASH
    cash.lines = accrual.lines.collect { s ->
      def k = s.line().key()
      new FactState(s.line().withKey(new FactKey(k.organisation(), k.kind(), k.property(), Basis.CASH, k.book(), k.account(),
        k.sourceId(), k.occurrence())), 1, false)
    }

    when:
    def keys = [accrual, cash].collect { b -> b.plan().documents()*.key()*.canonical() }

    then:
    keys[0].size() == keys[1].size()
    keys[0].intersect(keys[1]) == []
  }

  def "one journal over two days does not drag the other journals of its days along"() {
    given: 'plain pooling would leave almost every line to the month'
    def shares = (1..20).collect { seed ->
      def books = new Books(grain: Grain.TYPE, openGlMonths: [(new PropertyId('510001')): PostMonth.of(2026, 11)])
      def random = new SplittableRandom(seed)
      400.times { n -> journal(books, random, n, n < 8 ? 3 : 0) }
      def plan = books.plan()
      [byGrain(plan.documents().collectMany { d -> d.facts().collect { d.key().group() } }), plainPooling(books.lines*.line())]
    }

    when:
    def narrow = shares*.get(0)*.month.sum() / 20
    def plain = shares*.get(1)*.month.sum() / 20
    println "lines that reach the month: $narrow of 100 when narrower groups are kept, $plain of 100 by plain pooling"

    then:
    narrow < 5
    plain > 5 * narrow
  }

  def "what balances only once other lines are posted is planned in the same plan, as the next in sequence"() {
    given: 'held lines of two types that share a reference with a third'
    def books = new Books(grain: Grain.DAY).post('''
      1 | 01 | AR Charge  | R5 | 4190-0000 | 1.00
      2 | 01 | AR Charge  | R6 | 1200-0000 | -1.00
      3 | 01 | AP Charge  | R5 | 4190-0000 | -1.00
      4 | 01 | AP Charge  | R7 | 2100-0000 | 1.00
      5 | 01 | AR Payment | R5 | 1010-0000 | 2.00
      6 | 01 | AR Payment | R8 | 1200-0000 | -2.00
    ''')

    when:
    def plan = books.plan()

    then:
    plan.documents().collect { [it.key().group(), it.key().sequence(), it.facts()*.key()*.sourceId()] } ==
      [['day:2026-10-01', 1, ['5', '6']], ['day:2026-10-01', 2, ['2', '4']]]
    plan.held()*.line()*.key()*.sourceId() == ['1', '3']
    afterPosting(books, plan).documents() == []
  }

  /** Lines by the grain of their document, in percent. */
  static Map<String, BigDecimal> byGrain(List<String> groups) {
    def counts = groups.countBy { it.split(':')[0] }
    ['reference', 'type', 'day', 'month'].collectEntries { [it, (counts[it] ?: 0) * 100.0 / groups.size()] }
  }

  /** The naive way, for comparison: every line of an unbalanced group moves to the next grain. */
  static Map<String, BigDecimal> plainPooling(List<GlLine> lines) {
    def pool = lines
    def grains = []
    [['type', { [it.transactionType(), it.postMonth().clamp(it.postDate())] }],
      ['day', { it.postMonth().clamp(it.postDate()) }], ['month', { 1 }]].each { grain, by ->
      def left = []
      pool.groupBy(by as Closure).values().each { group ->
        if (group*.signedMinor().sum() == 0) {
          grains.addAll([grain] * group.size())
        } else {
          left.addAll(group)
        }
      }
      pool = left
    }
    byGrain(grains)
  }

  def "100,000 lines are planned in seconds"() {
    given:
    def random = new SplittableRandom(5)
    def books = new Books(linesMax: 500)
    30_000.times { n ->
      journal(books, random, n, 0)
    }
    def states = books.lines

    when:
    def cpu = java.lang.management.ManagementFactory.threadMXBean
    def start = cpu.currentThreadCpuTime
    def plan = books.plan(states)
    def millis = (cpu.currentThreadCpuTime - start).intdiv(1_000_000)

    then:
    println "planned ${states.size()} lines as ${plan.documents().size()} documents in $millis ms of processor time"
    states.size() >= 100_000
    plan.documents()*.facts().flatten().size() == states.size()
    millis < 10_000
  }

  // ---- generated ledgers ----

  /** A ledger of one property and month, with a mapping drawn at random as well. */
  static Books generated(long seed) {
    def random = new SplittableRandom(seed)
    def books = new Books(
      grain: Grain.values()[random.nextInt(4)],
      lineMode: LineMode.values()[random.nextInt(2)],
      late: LatePolicy.values()[random.nextInt(2)],
      linesMax: 6 + random.nextInt(60),
      closedThrough: random.nextInt(3) == 0 ? Optional.of(LocalDate.of(2026, 10, 1 + random.nextInt(28))) : Optional.empty(),
      openGlMonths: [(new PropertyId('510001')): PostMonth.of(2026, 10 + random.nextInt(2))])
    books.routes[LEAVING] = new io.tieout.mapping.Route.Excluded('kept elsewhere', 'company gl-accounts 6000-0000')
    books.routes['7777-0000'] = new io.tieout.mapping.Route.Held('ask the owner', Optional.of('rule 7777'), false, false)
    120.times { n -> journal(books, random, n, random.nextInt(8)) }
    5.times { n -> books.lines << books.state("zero$n", LocalDate.of(2026, 10, 3), 'GJ', "Z$n", '5010-0000', 0) }
    if (random.nextInt(2) == 0) {
      books.decisions = books.lines.findAll { random.nextInt(40) == 0 }.collect {
        new Decision(it.line().key(), Decision.Kind.values()[random.nextInt(3)], 'so decided', 'ann')
      }
    }
    books
  }

  /** One balanced set of lines; {@code kind} says what keeps it from balancing at the narrow grains. */
  static void journal(Books books, SplittableRandom random, int n, int kind) {
    def count = 2 + random.nextInt(4)
    def amounts = (1..<count).collect { (random.nextInt(4) == 0 ? -1L : 1L) * (1L + random.nextInt(500_000)) }
    amounts << -(amounts.sum() as long)
    def day = LocalDate.of(2026, 10, 1).plusDays(random.nextInt(31))
    def type = TYPES[random.nextInt(TYPES.size())]
    amounts.eachWithIndex { amount, at ->
      if (amount == 0) {
        amount = 0L
      }
      def reference = kind in [1, 2, 3] ? ['', "R$n-$at", "odd | ref $at"][random.nextInt(3)] : "Ref - #$n"
      def ofType = kind in [2, 3] ? TYPES[random.nextInt(TYPES.size())] : type
      def date = kind == 3 ? LocalDate.of(2026, 10, 1).plusDays(random.nextInt(31))
        : kind == 4 ? (random.nextBoolean() ? day.minusMonths(1) : day.plusMonths(1)) : day
      def account = kind == 5 && at == 0 ? WAITING[random.nextInt(WAITING.size())]
        : kind == 6 && at < 2 ? LEAVING : ACCOUNTS[random.nextInt(ACCOUNTS.size())]
      def repeated = kind == 7
      def state = books.state(repeated ? "rep$n" : "$n-$at", date, ofType, reference, account, amount, repeated ? at + 1 : 1)
      books.lines << (random.nextInt(5) == 0 ? onTheOtherSide(state) : state)
    }
  }

  /** The same money written as a negative amount of the opposite side. */
  static FactState onTheOtherSide(FactState s) {
    def l = s.line()
    new FactState(new GlLine(l.key(), l.accountNumber(), l.transactionType(), l.postMonth(), l.postDate(), l.transactionDate(),
      -l.creditMinor(), -l.debitMinor(), CurrencyCode.USD, l.reference(), l.memo()), 1, false)
  }

  static Plan afterPosting(Books books, Plan plan) {
    def claimed = plan.documents().collectMany { it.facts()*.key() }.toSet()
    plan.documents().each { d ->
      books.nextSequences[d.key().groupCanonical()] =
        Math.max(books.nextSequences[d.key().groupCanonical()] ?: 1, d.key().sequence() + 1)
    }
    books.plan(books.lines.collect { new FactState(it.line(), it.version(), claimed.contains(it.line().key())) })
  }

  static Map<String, Long> sums(List<GlLine> lines) {
    lines.groupBy { it.accountNumber() }.collectEntries { n, all -> [n, all*.signedMinor().sum()] }.sort()
  }

  static List<GlLine> linesOf(Books books, Set<String> keys) {
    books.lines*.line().findAll { keys.contains(it.key().canonical()) }
  }
}
