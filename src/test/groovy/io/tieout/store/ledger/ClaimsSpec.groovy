package io.tieout.store.ledger

import static io.tieout.store.ledger.Books.COMPANY
import static io.tieout.store.ledger.Books.OTHER_COMPANY
import static io.tieout.store.ledger.Books.document
import static io.tieout.store.ledger.Books.intent
import static io.tieout.store.ledger.Books.line
import static io.tieout.store.ledger.Books.scope
import static io.tieout.store.ledger.Books.snapshotOf

import io.tieout.fact.GlLine
import io.tieout.fact.GlScope
import io.tieout.flow.port.Ledger.Attempt
import io.tieout.flow.port.Ledger.AttemptItem
import io.tieout.flow.port.Ledger.ClaimConflict
import io.tieout.flow.port.Ledger.Outcome
import io.tieout.flow.port.Ledger.Verdict
import io.tieout.flow.port.Progress
import io.tieout.mapping.CompanyKey
import io.tieout.plan.FactState
import io.tieout.posting.OutcomeClass
import io.tieout.posting.PostingState
import io.tieout.testing.FreshDatabase
import java.sql.SQLException
import java.time.Duration
import java.util.concurrent.Callable
import java.util.concurrent.Executors
import java.util.concurrent.atomic.AtomicInteger
import spock.lang.Specification
import spock.lang.Unroll

/**
 * Proof (b) of the first night: no source line is ever posted twice to a company, whatever happens between two plans.
 *
 * A history is made from a seed: readings with late, changed and vanished lines, bounced payments (new lines of the opposite sign),
 * plans of any grain made now or long ago, refusals, unknown outcomes, reversals. The judge below knows nothing of the ledger's
 * code: it looks at the table of claims and at its own book of which documents it accepted.
 */
abstract class ClaimsSpec extends Specification {

  abstract FreshDatabase fresh()

  abstract int seeds()

  @Unroll
  def "no line has two unreversed claims in any history"() {
    expect:
    (1..seeds()).every { seed ->
      def home = new LedgerHome(fresh())
      try {
        new History(home, seed).run(40)
        return true
      } finally {
        home.close()
      }
    }
  }

  def "the database itself refuses #what"() {
    given:
    def home = new LedgerHome(fresh())
    def ledger = home.open()
    ledger.store(snapshotOf(scope(), [line(scope(), '1200', 'A1', 5_00), line(scope(), '4000', 'A2', -5_00)]))
    def lines = ledger.lines(ledger.latestComplete(scope()).get(), COMPANY)
    ledger.recordIntents([intent('P1', document(scope(), lines))])
    ledger.close()

    when:
    execute(home, sql)

    then:
    thrown(SQLException)

    cleanup:
    ledger.close()
    home.close()

    where:
    what                           | sql
    'a second claim'               | claim(1, 1, 'POST')
    'a claim under the next even'  | claim(1, 2, 'POST')
    'a claim that leaves a gap'    | claim(1, 3, 'POST')
    'a release of nothing'         | claim(1, 3, 'RELEASE')
    'a claim that starts released' | claim(2, 4, 'RELEASE')
    'a claim of an unknown line'   | claim(9, 1, 'POST')
    'a claim of an unknown version'| claim(1, 2, 'RELEASE', 7)
    'a claim of no document'       | claim(1, 2, 'RELEASE', 1, 'P9')
    'a changed claim'              | "update claim set act = 'POST'"
    'a deleted claim'              | 'delete from claim'
    'a second use of the key'      | "insert into posting select 'P2', environment, org, target_company, property, basis, book, post_month, purpose, key_group, sequence, part, revision, 'M2', plan_id, mapping_hash, document_hash, document_date, currency, total_minor, lines_count, claims_count, bytes_hash, text_hash, intent_at, seq from posting"
    'a second use of the marker'   | "insert into posting select 'P2', environment, org, target_company, property, basis, book, post_month, purpose, key_group, sequence + 1, part, revision, marker, plan_id, mapping_hash, document_hash, document_date, currency, total_minor, lines_count, claims_count, bytes_hash, text_hash, intent_at, seq from posting"
  }

  def "of many writers that race for the same lines, each line has one winner"() {
    given:
    def home = new LedgerHome(fresh())
    def ledger = home.open()
    def rows = (1..20).collectMany { [line(scope(), '1200', "A$it", it), line(scope(), '4000', "B$it", -it)] }
    ledger.store(snapshotOf(scope(), rows))
    def lines = ledger.lines(ledger.latestComplete(scope()).get(), COMPANY)
    ledger.recordIntents([intent('P1', document(scope(), lines[0, 20]))])
    ledger.close()
    int threads = 6
    def won = new AtomicInteger()
    def pool = Executors.newFixedThreadPool(threads)

    when: "each claims or gives back lines in its own order, reading the last ordinal first, as a careless program would"
    def tasks = (0..<threads).collect { worker ->
      { -> race(home, worker, won) } as Callable
    }
    pool.invokeAll(tasks)*.get()
    pool.shutdown()

    then:
    won.get() > 0
    judge(home) == []

    cleanup:
    pool.shutdownNow()
    home.close()
  }

  void race(LedgerHome home, int worker, AtomicInteger won) {
    def random = new Random(worker)
    def connection = home.database.connect()
    connection.autoCommit = true
    try {
      60.times {
        int fact = 1 + random.nextInt(40)
        try {
          def last = new groovy.sql.Sql(connection).firstRow("select coalesce(max(ordinal), 0) as n from claim where target_company = ? and fact_id = ?",
              [COMPANY.value(), fact]).n as int
          def act = last % 2 == 0 ? 'POST' : random.nextInt(3) == 0 ? 'RELEASE' : null
          if (act != null) {
            Thread.sleep(random.nextInt(3))
            connection.createStatement().withCloseable { it.executeUpdate(claim(fact, last + 1, act)) }
            won.incrementAndGet()
          }
        } catch (SQLException ignored) {
          // Lost the race, or the file was busy: both are answers, and neither is a claim.
        }
      }
    } finally {
      connection.close()
    }
  }

  static String claim(long fact, int ordinal, String act, int version = 1, String posting = 'P1') {
    "insert into claim (target_company, fact_id, ordinal, version, posting_id, line_no, act, rule, target_account_id, seq)" +
        " values ('$COMPANY', $fact, $ordinal, $version, '$posting', 1, '$act', 'r', 'a', 99)"
  }

  static void execute(LedgerHome home, String sql) {
    def connection = home.database.connect()
    try {
      connection.createStatement().withCloseable { it.execute(sql) }
    } finally {
      connection.close()
    }
  }

  /** Facts with more than one unreversed claim, by counting acts alone. */
  static List judge(LedgerHome home) {
    def connection = home.database.connect()
    try {
      def faults = []
      new groovy.sql.Sql(connection).rows('select target_company, fact_id, ordinal, act from claim order by target_company, fact_id, ordinal')
          .groupBy { [it.target_company, it.fact_id] }
          .each { key, claims ->
            int open = 0
            claims.each {
              open += it.act == 'POST' ? 1 : -1
              if (open < 0 || open > 1) {
                faults << [key, claims*.act]
              }
            }
          }
      return faults
    } finally {
      connection.close()
    }
  }

  /** One random history. */
  static class History {
    final LedgerHome home
    final Random random
    SqlLedger ledger
    final List<CompanyKey> companies = [COMPANY, OTHER_COMPANY]
    final List<GlScope> scopes = ['2026-10', '2026-11'].collect { scope(it) }
    final Map<GlScope, List<GlLine>> source = [:]
    final List<List> oldPlans = []
    /** Our own book: which document holds a line now. */
    final Map<List, String> holder = [:]
    final Map<String, List> factsOf = [:]
    int ids
    int postings

    History(LedgerHome home, long seed) {
      this.home = home
      this.random = new Random(seed)
      this.ledger = home.open()
      scopes.each { source[it] = [] }
    }

    void run(int steps) {
      steps.times { step ->
        switch (random.nextInt(8)) {
          case 0..1: readLateLines(); break
          case 2: changeOrRemove(); break
          case 3: bounce(); break
          case 4: plan(); break
          case 5: postOldPlan(); break
          case 6: settle(); break
          default: restart()
        }
        post(plan())
        assert judge(home).empty
      }
      assert ledger.verify(true, Progress.SILENT).faults() == []
      ledger.close()
    }

    /** New lines in a month, also one that was read before: balanced pairs, sometimes with an id that repeats. */
    void readLateLines() {
      def at = pick(scopes)
      (1 + random.nextInt(4)).times {
        def amount = 1 + random.nextInt(900)
        def first = random.nextInt(6) == 0 && !source[at].empty ? pick(source[at]).key().sourceId() : "L${++ids}".toString()
        source[at] << line(at, '1200', first, amount)
        source[at] << line(at, '4000', "L${++ids}", -amount)
      }
      read(at)
    }

    /** A pair changes its amount, or goes. */
    void changeOrRemove() {
      def at = pick(scopes)
      if (source[at].size() >= 2) {
        int pair = random.nextInt(source[at].size().intdiv(2)) * 2
        def one = source[at].remove(pair)
        def two = source[at].remove(pair)
        if (random.nextBoolean()) {
          def amount = 1 + random.nextInt(900)
          source[at].add(pair, line(at, two.key().account().value(), two.key().sourceId(), -amount))
          source[at].add(pair, line(at, one.key().account().value(), one.key().sourceId(), amount))
        }
      }
      read(at)
    }

    /** A payment bounces: Entrata writes new lines of the opposite sign, in this month or the next. */
    void bounce() {
      def at = pick(scopes)
      if (source[at].size() >= 2) {
        int pair = random.nextInt(source[at].size().intdiv(2)) * 2
        def to = pick(scopes)
        def lines = source[at][pair..pair + 1]
        lines.each { source[to] << line(to, it.key().account().value(), "N${++ids}", -it.signedMinor(), type: 'NSF') }
        read(to)
      }
    }

    /** Readings number occurrences within themselves, by the order of the answer, which is not stable. */
    void read(GlScope at) {
      home.clock.now = home.clock.now.plus(Duration.ofHours(random.nextInt(30)))
      def shuffled = new ArrayList<>(source[at])
      Collections.shuffle(shuffled, random)
      def counts = [:].withDefault { 0 }
      def lines = shuffled.collect {
        def group = [it.key().account(), it.key().sourceId()]
        counts[group] = counts[group] + 1
        it.withKey(it.key().withOccurrence(counts[group]))
      }
      ledger.store(snapshotOf(at, lines, at: home.clock.now))
    }

    /** Some balanced set of lines that look free, under a key of any grain. */
    List plan() {
      def at = pick(scopes)
      def company = pick(companies)
      def header = ledger.latestComplete(at)
      if (header.empty) {
        return []
      }
      def states = ledger.lines(header.get(), company)
      def free = random.nextInt(5) == 0 ? states : states.findAll { !it.claimed() }
      def chosen = balanced(free)
      def grain = pick(['type:2026-10-05:AR Charge', 'day:2026-10-05', 'month', 'reference:x'])
      def plan = [at, company, chosen, grain]
      oldPlans << plan
      return plan
    }

    /** Lines by growing prefix until the sum is zero; a wider grain takes more of them. */
    List<FactState> balanced(List<FactState> states) {
      def shuffled = new ArrayList<>(states)
      Collections.shuffle(shuffled, random)
      def chosen = []
      def best = []
      shuffled.each {
        chosen << it
        if (chosen.size() >= 2 && chosen.sum { s -> s.line().signedMinor() } == 0 && (best.empty || random.nextBoolean())) {
          best = new ArrayList<>(chosen)
        }
      }
      return best
    }

    void postOldPlan() {
      if (!oldPlans.empty) {
        post(pick(oldPlans))
      }
    }

    void post(List plan) {
      if (plan.empty || plan[2].empty) {
        return
      }
      def (at, company, lines, grain) = plan
      def group = document(at as GlScope, lines as List, company: company, group: grain).key().groupCanonical()
      int sequence = ledger.nextSequences(company as CompanyKey).getOrDefault(group, 1)
      def planned = document(at as GlScope, lines as List, company: company, group: grain, sequence: sequence)
      def id = "P${++postings}".toString()
      def keys = planned.facts().collect { [company, it.key().canonical()] }
      try {
        ledger.recordIntents([intent(id, planned)])
        assert keys.every { !holder.containsKey(it) }: "$id was accepted over ${keys.findAll { holder.containsKey(it) }}"
        keys.each { holder[it] = id }
        factsOf[id] = keys
      } catch (ClaimConflict ignored) {
        assert keys.any { holder.containsKey(it) }: "$id was refused without cause: ${ignored.message}"
      }
    }

    /** Sends what waits; the target applies, refuses, throttles, or says nothing. */
    void settle() {
      companies.each { company ->
        ledger.postings(company, [PostingState.INTENT] as Set).each { row ->
          def attemptId = "T${++ids}".toString()
          ledger.recordAttempt(new Attempt(attemptId, company, "K$row.postingId", [new AttemptItem(row.postingId(), 'i1')], 'ef' * 32, home.clock.now, Optional.empty()))
          switch (random.nextInt(5)) {
            case 0:
              record(attemptId, row.postingId(), OutcomeClass.REJECTED, PostingState.REJECTED)
              release(row.postingId())
              break
            case 1:
              record(attemptId, row.postingId(), OutcomeClass.NOT_APPLIED, PostingState.INTENT)
              break
            case 2:
              record(attemptId, row.postingId(), OutcomeClass.UNKNOWN, PostingState.UNKNOWN)
              ledger.recordVerdicts([new Verdict(row.postingId(), pick([PostingState.INTENT, PostingState.MATCHED]), Optional.empty(), 'looked')])
              break
            default:
              record(attemptId, row.postingId(), OutcomeClass.APPLIED, PostingState.CONFIRMED)
              ledger.recordVerdicts([new Verdict(row.postingId(), PostingState.MATCHED, Optional.of("T$row.postingId".toString()), 'equal')])
              if (random.nextInt(3) == 0) {
                reverse(company, row.postingId())
              }
          }
        }
      }
    }

    void record(String attempt, String posting, OutcomeClass outcome, PostingState state) {
      ledger.recordOutcomes(attempt, [new Outcome(posting, outcome, state, Optional.empty(), Optional.empty(), '', '')])
    }

    void release(String posting) {
      factsOf.remove(posting).each { holder.remove(it) }
    }

    /** An approved reversal gives the lines back. */
    void reverse(CompanyKey company, String posting) {
      ledger.writer().write({ LedgerTransaction t ->
        new ClaimWriter(t).reverse(company.value(), posting, posting)
        return true
      } as UnitOfWork)
      release(posting)
    }

    void restart() {
      ledger.close()
      ledger = home.open()
    }

    private <T> T pick(List<T> list) {
      list[random.nextInt(list.size())]
    }
  }
}

class SqliteClaimsSpec extends ClaimsSpec {
  FreshDatabase fresh() {
    LedgerTemplates.sqlite()
  }

  int seeds() {
    Integer.getInteger('tieout.claims.seeds', 12)
  }
}

class PostgresClaimsSpec extends ClaimsSpec {
  FreshDatabase fresh() {
    LedgerTemplates.postgres()
  }

  int seeds() {
    Integer.getInteger('tieout.claims.seeds', 6)
  }
}
