package io.tieout.store.ledger

import io.tieout.fact.Basis
import io.tieout.flow.port.Ledger
import io.tieout.store.sql.StoreDatabase
import io.tieout.testing.Databases
import io.tieout.testing.FreshDatabase
import java.lang.reflect.InvocationTargetException
import java.lang.reflect.Proxy
import java.sql.Connection
import java.time.Instant
import spock.lang.AutoCleanup
import spock.lang.Shared
import spock.lang.Specification

/**
 * What the flow asks for every month or document must cost what it finds, not what the ledger holds: with all claims read
 * again for each month, a large first night does not end. SQLite's own plan of each query says which way it goes.
 */
class LedgerQuestionsSpec extends Specification {

  @Shared
  @AutoCleanup
  FreshDatabase database = Databases.sqlite()

  @Shared
  @AutoCleanup
  Connection connection

  def setupSpec() {
    StoreDatabase.open('ledger', database.url, database.user, database.password).close()
    connection = database.connect()
  }

  def "#question is answered by an index, whatever else the ledger holds"() {
    when:
    def asked = []
    ask.call(listening(asked))

    then:
    !asked.isEmpty()
    asked.collectMany { plan(it) }.findAll { readsAll(it) } == []

    where:
    question                        | ask
    'the newest reading'            | { facts(it).latest(Books.scope(), true) }
    'the lines of a reading'        | { facts(it).lines(header(), Books.COMPANY) }
    'the totals of a reading'       | { facts(it).accounts(header()) }
    'the months of a property'      | { facts(it).knownScopes(Books.ORG, Books.PROPERTY, Basis.ACCRUAL, Books.BOOK) }
    'the open month of a property'  | { facts(it).openGlMonth(Books.ORG, Books.PROPERTY) }
    'the openings of a property'    | { facts(it).openings(Books.scope()) }
    'the sub-ledgers of a property' | { facts(it).latestSubLedger(Books.ORG, Books.PROPERTY) }
    'the claims of a month'         | { postings(it).claims(Books.COMPANY, Books.scope()) }
    'a document by its number'      | { postings(it).rows('p.target_company = ? and p.marker = ?', Books.COMPANY.value(), 'TO1') }
    'the doubtful calls of a week'  | { postings(it).doubtedSince(Books.COMPANY, Instant.EPOCH) }
    'the attempts of a document'    | { postings(it).attempts('P1') }
    'what may be marked in a month' | { new MarkReader(it).markable(Books.scope()) }
    'the marks of a month'          | { new MarkReader(it).marks(Books.scope()) }
    'an accepted opening'           | { new PeopleReader(it).openingAccepted(Books.COMPANY, Books.PROPERTY) }
  }

  def "the plan of a query that does read all claims is recognised"() {
    expect:
    plan('select * from claim k join posting p on p.posting_id = k.posting_id where p.org = ? and p.property = ?').any { readsAll(it) }
    plan('select * from claim where target_company = ?').any { readsAll(it) }
    plan('select * from fact where org = ? and kind = ? and property = ?').any { readsAll(it) }
  }

  private static FactReader facts(Connection connection) {
    new FactReader(connection)
  }

  private static PostingReader postings(Connection connection) {
    new PostingReader(connection)
  }

  private static Ledger.SnapshotHeader header() {
    new Ledger.SnapshotHeader('SNAP1', Books.scope(), true, Instant.EPOCH, 0, [])
  }

  /** Whole tables; all documents, calls or claims of a company; all lines of a property. A sub-query of the query itself is read whole. */
  private static boolean readsAll(String step) {
    step.startsWith('SCAN') && !(step ==~ /SCAN (y|x|\(.*)/) ||
        step ==~ /.*SEARCH (p|k|m|a|claim) .*\(target_company=\?\)/ ||
        step ==~ /.*SEARCH (f|fact) .*\(org=\? AND kind=\? AND property=\?\)/
  }

  private List<String> plan(String sql) {
    def steps = []
    connection.createStatement().withCloseable { statement ->
      def rows = statement.executeQuery('explain query plan ' + sql)
      while (rows.next()) {
        steps << rows.getString('detail')
      }
    }
    steps
  }

  /** A connection that notes each query before it is made. */
  private Connection listening(List<String> heard) {
    Proxy.newProxyInstance(getClass().classLoader, [Connection] as Class[]) { proxy, method, args ->
      if (method.name == 'prepareStatement') {
        heard << args[0]
      }
      try {
        method.invoke(connection, args)
      } catch (InvocationTargetException e) {
        throw e.cause
      }
    } as Connection
  }
}
