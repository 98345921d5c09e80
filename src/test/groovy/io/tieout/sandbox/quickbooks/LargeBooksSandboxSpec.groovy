package io.tieout.sandbox.quickbooks

import io.tieout.sandbox.script.LogKeeping
import io.tieout.sandbox.script.SandboxServer
import io.tieout.sandbox.script.SandboxSettings

/** A large portfolio must not make the imitation the slow part of a test. Sizes here are small enough for every build. */
class LargeBooksSandboxSpec extends QuickBooksSandboxSpecification {
  static final int BATCHES = 100

  def "thousands of entries are stored, found by number and by day, and summed, without waiting"() {
    given:
    server.close()
    server = SandboxServer.start(sandbox, SandboxSettings.on(clock).withLog(LogKeeping.bodiesUpTo(1000)))
    def began = System.nanoTime()

    when:
    BATCHES.times { b ->
      def items = (1..30).collect { i ->
        [bId: String.format('%03d', i), operation: 'create', JournalEntry: entry(DocNumber: "L-${b}-${i}".toString(),
          TxnDate: "2026-10-${String.format('%02d', 1 + (b % 28))}".toString(),
          Line: [line('Debit', '10.00', 37), line('Debit', '5.01', 80), line('Credit', '10.00', 79), line('Credit', '5.01', 35)])]
      }
      assert json(send('POST', path("batch?requestid=large-${b}"), [body: [BatchItemRequest: items]])).BatchItemResponse.count { it.JournalEntry } == 30
    }
    def posted = System.nanoTime()
    def found = (1..100).collect { query("select * from JournalEntry where DocNumber = 'L-${it % BATCHES}-7'").QueryResponse.JournalEntry.size() }
    def day = query("select * from JournalEntry where TxnDate = '2026-10-05' orderby Id maxresults 1000").QueryResponse.JournalEntry.size()
    def queried = System.nanoTime()
    def balance = get('reports/TrialBalance?end_date=2026-10-31').Rows.Row[0].ColData*.value

    then:
    found.every { it == 1 }
    day > 0
    balance == ['1010 Operating Bank', '', new BigDecimal(BATCHES * 30 * 501).movePointLeft(2).setScale(2).toPlainString()]
    server.log().entries('batch')[0].body().bytes().length == 1000

    and: "generous bounds, for a machine under load"
    posted - began < 60_000_000_000L * Math.max(1, BATCHES.intdiv(100))
    queried - posted < 20_000_000_000L
  }
}
