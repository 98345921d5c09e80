package io.tieout.store.ledger

import static io.tieout.store.ledger.Books.COMPANY
import static io.tieout.store.ledger.Books.document
import static io.tieout.store.ledger.Books.intent
import static io.tieout.store.ledger.Books.line
import static io.tieout.store.ledger.Books.scope
import static io.tieout.store.ledger.Books.snapshot
import static io.tieout.store.ledger.Books.snapshotOf

import io.tieout.flow.port.Ledger.Attempt
import io.tieout.flow.port.Ledger.AttemptItem
import io.tieout.flow.port.Ledger.MarkState
import io.tieout.flow.port.Ledger.Outcome
import io.tieout.flow.port.Ledger.Verdict
import io.tieout.flow.port.Progress
import io.tieout.plan.Decision
import io.tieout.posting.OutcomeClass
import io.tieout.posting.PostingState
import io.tieout.store.event.LedgerIdentity
import io.tieout.store.sql.Vendor
import io.tieout.testing.FreshDatabase
import java.sql.Connection
import java.time.Instant
import java.time.LocalDate
import spock.lang.Shared
import spock.lang.Specification

/** A flipped bit anywhere is named by stream and event. */
abstract class TamperingSpec extends Specification {

  abstract FreshDatabase fresh()

  abstract int flips()

  @Shared LedgerHome home
  @Shared LedgerIdentity identity
  @Shared Connection connection

  def setupSpec() {
    home = new LedgerHome(fresh())
    fill()
    connection = home.database.connect()
    Tamper.disarm(connection, home.database.vendor)
  }

  def cleanupSpec() {
    connection?.close()
    home?.close()
  }

  def cleanup() {
    // Each change is looked at inside its transaction and never committed.
    connection.rollback()
  }

  def "a flipped bit in any column of any block is named by stream and event"() {
    given:
    def random = new Random(7)
    def blocks = rows('select stream, block_no, first_seq, event_count from chain_block order by stream, block_no')

    expect:
    flips().times {
      def block = blocks[random.nextInt(blocks.size())]
      ['first_seq', 'event_count', 'epoch', 'committed_at_micros', 'body', 'leaves', 'head', 'block_no', 'stream'].each { column ->
        def original = rows("select $column from chain_block where stream = ? and block_no = ?", [block.stream, block.block_no])[0][column]
        if (set('chain_block', column, flip(original, random), [stream: block.stream, block_no: block.block_no])) {
          def faults = faults(false)
          // The last block of a renamed stream shows under its new name only; the witness misses it under the old one.
          assert faults.any { (column == 'stream' || it.contains("stream $block.stream, block ")) && it =~ /block \d+, event \d+/ }: "$column of $block: $faults"
          if (column in ['body', 'leaves']) {
            def named = (faults[0] =~ /block (\d+), event (\d+)/)[0]
            assert named[1] as long == block.block_no as long
            assert (named[2] as long) in ((block.first_seq as long)..(block.first_seq + block.event_count - 1 as long))
          }
          connection.rollback()
        }
      }
    }
    faults(true) == []
  }

  def "a changed value in any append-only row is named by stream and event"() {
    given:
    def random = new Random(11)

    expect:
    Shapes.ALL.every { shape ->
      shape.parts().every { part ->
        def rows = rows("select * from $part.table".toString())
        assert !rows.empty: "the ledger of this spec has no row in $part.table"
        (part.columns() + ['seq']).every { column ->
          def row = rows[random.nextInt(rows.size())]
          // A check of the table may refuse the value: then there is nothing to find.
          if (set(part.table(), column, flip(row[column], random), row.findAll { !(it.value instanceof byte[]) })) {
            def faults = faults(true)
            assert faults.any { it =~ /stream \S+, event \d+/ } || faults.any { it.contains("table $part.table") }: "$part.table.$column: $faults"
          }
          connection.rollback()
          return true
        }
      }
    }
    faults(true) == []
  }

  def "a removed row is found: #table"() {
    when:
    run("delete from $table where seq = (select max(seq) from $table)")

    then:
    faults(true).any { it.contains("expected its row in $table, found none") || it.contains("table $table: expected") }

    where:
    table << Shapes.ALL*.parts().flatten()*.table().unique()
  }

  def "current state that is not the fold of the events is found: #sql"() {
    when:
    run(sql)

    then:
    faults(true).any { it.contains(words) }

    where:
    sql                                                                          || words
    'update fact_current set version = 2 where fact_id = 1'                      || 'facts have one current state'
    'update fact_current set scope_no = 9 where fact_id = 1'                     || 'facts stand in the scope'
    'update fact_current set absent_snapshot_no = 1 where fact_id = 1'           || 'absences equal their fold'
    'delete from fact_current where fact_id = 1'                                 || 'facts have one current state'
    "update posting_current set state = 'VERIFIED' where posting_id = 'P1'"      || 'states of postings'
    "update posting_current set target_id = '1' where posting_id = 'P1'"         || 'ids in the target'
    "update posting_current set version_token = '9' where posting_id = 'P1'"     || 'version tokens'
    "update posting_current set words = 'fine' where posting_id = 'P1'"          || 'words of postings'
    "update posting_current set target_company = 'x' where posting_id = 'P1'"    || 'states of postings'
    "delete from posting_current where posting_id = 'P1'"                        || 'states of postings'
    "update mark_current set state = 'BLOCKED' where source_id = 'A1'"           || 'marks equal their fold'
    "delete from mark_current where source_id = 'A1'"                            || 'marks equal their fold'
    "insert into run_current values ('company/x', 'R9', 1)"                      || 'runs in progress'
    "update fact_text set memo = 'other' where fact_id = 1"                      || 'text of fact 1'
    "update posting_text set memo = 'other' where posting_id = 'P1' and line_no = 1" || 'memos or names of posting P1'
    "update posting_body set item_sha256 = 'x' where posting_id = 'P1'"          || 'bytes of posting P1'
    "update sub_ledger_body set snapshot_id = 'S9'"                              || 'sub-ledger reading S9'
  }

  def "erased texts leave a sound ledger"() {
    when:
    ['fact_text', 'posting_text', 'posting_body', 'sub_ledger_body'].each { run("delete from $it".toString()) }

    then:
    faults(true) == []
  }

  def "a whole stream that is gone leaves its rows without events"() {
    when:
    run("delete from chain_block where stream = 'company/quickbooks:9341450000000001'")

    then:
    faults(false) == []
    faults(true).any { it.contains('table posting: expected 0 rows, as many as events, found 1') }
  }

  /** One row at least in every table. */
  void fill() {
    def ledger = home.open()
    def rows = [['1200', 'A1', 150_00], ['4000', 'A2', -150_00], ['1200', 'B1', 20_00], ['4000', 'B2', -20_00]]
    ledger.storeProperties(Books.ORG, [new io.tieout.fact.SourceProperty(Books.PROPERTY, 'Cedar Ridge', 'CR', false, Optional.empty(), Optional.empty(),
        Optional.of(io.tieout.fact.PostMonth.parse('2026-10')))])
    ledger.store(snapshot(scope(), rows, repeated: ['R']))
    ledger.store(snapshot(scope(), [['1200', 'A1', 160_00], ['4000', 'A2', -160_00]], at: Instant.parse('2026-11-03T03:00:00Z')))
    ledger.store(snapshot(scope(), rows, at: Instant.parse('2026-11-04T03:00:00Z')))
    ledger.storeSubLedgers('SUB1', new io.tieout.fact.SubLedgerReading(Books.ORG, Books.PROPERTY, [], [], [], [], [], home.clock.now(), []))
    def lines = ledger.lines(ledger.latestComplete(scope()).get(), COMPANY)
    def run = ledger.openRun(COMPANY, LocalDate.parse('2026-11-02'), 'sync')
    ledger.recordPlan('PLAN1', COMPANY, 'a' * 64, 'b' * 64, 'c' * 64)
    ledger.recordMappingPublished(COMPANY, 'c' * 64, 'ann', 'bob', 'first')
    ledger.recordDecision(COMPANY, [Decision.Kind.HOLD, Decision.Kind.RELEASE, Decision.Kind.EXCLUDE].collect { new Decision(lines[1].line().key(), it, 'why', 'ann') })
    ledger.recordOpeningAccepted(COMPANY, Books.PROPERTY, ['1200': 5_00L], 'ann')
    def pair = lines.findAll { it.line().key().sourceId().startsWith('A') }
    ledger.recordIntents([intent('P1', document(scope(), pair))])
    ledger.recordAttempt(new Attempt('T1', COMPANY, 'KEY1', [new AttemptItem('P1', 'i1')], 'ef' * 32, home.clock.now(), Optional.empty()))
    ledger.recordOutcomes('T1', [new Outcome('P1', OutcomeClass.APPLIED, PostingState.CONFIRMED, Optional.of('881'), Optional.of('0'), 'ok', 'c1')])
    ledger.recordVerdicts([new Verdict('P1', PostingState.MATCHED, Optional.empty(), 'equal')])
    ledger.recordMarkIntent('M1', scope(), ['A1', 'A2'])
    ledger.recordMarkOutcomes('M1', scope(), [A1: MarkState.MARKED, A2: MarkState.MARKED], 'ok')
    ledger.closeRun(run, 'clean', [posted: '1'])
    assert ledger.verify(true, Progress.SILENT).faults() == []
    identity = ledger.writer().identity()
    ledger.close()
  }

  List<String> faults(boolean deep) {
    new Verifier(connection, Vendor.ofUrl(home.database.url), identity, Optional.empty()).verify(deep, Progress.SILENT).faults()
  }

  List rows(CharSequence sql, List<Object> values = []) {
    Sql.list(connection, sql.toString(), { row ->
      def meta = row.metaData
      (1..meta.columnCount).collectEntries { [meta.getColumnName(it), row.getObject(it)] }
    } as Sql.RowReader, values as Object[])
  }

  void run(CharSequence sql, List<Object> values = []) {
    Tamper.run(connection, sql.toString(), values)
  }

  boolean set(String table, String column, Object value, Map<String, Object> key) {
    try {
      run("update $table set $column = ? where ${key.keySet().collect { "$it = ?" }.join(' and ')}", [value] + key.values())
      return true
    } catch (java.sql.SQLException ignored) {
      connection.rollback()
      return false
    }
  }

  Object flip(Object value, Random random) {
    if (value instanceof byte[]) {
      return io.tieout.chain.Chains.flip(value, random.nextInt(value.length * 8))
    }
    if (value instanceof Number) {
      return value instanceof Integer ? value ^ (1 << random.nextInt(30)) : value.longValue() ^ (1L << random.nextInt(40))
    }
    def bytes = (value as String).bytes
    if (bytes.length == 0) {
      return 'x'
    }
    bytes[random.nextInt(bytes.length)] ^= 1
    return new String(bytes)
  }
}

class SqliteTamperingSpec extends TamperingSpec {
  FreshDatabase fresh() {
    LedgerTemplates.sqlite()
  }

  int flips() {
    Integer.getInteger('tieout.flips', 40)
  }
}

class PostgresTamperingSpec extends TamperingSpec {
  FreshDatabase fresh() {
    LedgerTemplates.postgres()
  }

  int flips() {
    Integer.getInteger('tieout.flips', 40)
  }
}
