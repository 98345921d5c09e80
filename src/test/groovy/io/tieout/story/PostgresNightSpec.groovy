package io.tieout.story

import io.tieout.testing.Databases
import spock.lang.AutoCleanup
import spock.lang.Shared
import spock.lang.Specification

/** The first night on an empty PostgreSQL database comes to the same books as on SQLite. */
class PostgresNightSpec extends Specification {

  @Shared
  @AutoCleanup
  def database = Databases.postgres()

  @Shared
  @AutoCleanup
  House postgres = new House(settings: """\
database:
  kind: postgresql
  url: ${database.url}
  user: ${database.user}
""")

  @Shared
  @AutoCleanup
  House sqlite = new House()

  def "the same night, the same figures, and three schemas that Tieout made itself"() {
    given:
    postgres.publish()
    sqlite.publish()

    when:
    def ours = postgres.tieout('sync')
    def theirs = sqlite.tieout('sync')

    then:
    ours.code == 5
    figures(ours) == figures(theirs)
    tieOut(ours) - tieOut(theirs) == []
    tieOut(theirs) - tieOut(ours) == []
    tieOut(ours) == tieOut(theirs)
    [House.ACCRUAL, House.CASH].every { books(postgres, it) == books(sqlite, it) && books(postgres, it).size() > 10 }

    and: 'what was shown is kept there as well'
    postgres.text('plan', '--show', '--company', 'demo-accrual').text.contains('difference 0.00')
    postgres.tieout('plan', '--show').json.plans*.documents*.size() == sqlite.tieout('plan', '--show').json.plans*.documents*.size()

    and:
    schemas() == ['tieout_desk', 'tieout_ledger', 'tieout_raw']

    when: 'once more'
    def again = postgres.tieout('sync')

    then:
    again.json.companies*.posted == [0, 0]
    again.json.companies*.write_calls == [0, 0]
    postgres.tieout('verify', '--deep').code == 0

    and: 'the judge says the same of both'
    postgres.judgedClean().verdicts() == sqlite.judgedClean().verdicts()
  }

  private static List figures(House.Ran ran) {
    ran.json.companies.collect { it.subMap(['company', 'posted', 'posted_total', 'refused', 'unknown', 'write_calls', 'marked']) }
  }

  private static List<String> tieOut(House.Ran ran) {
    ran.json.tie_out.collectMany { tie ->
      tie.rows.collect { "${tie.company} ${it.identity} ${it.scope.replaceAll(/(read|live at) \S+Z/, 'now')} ${it.account} ${it.columns} ${it.difference}".toString() }
    }
  }

  /** Number, date and amounts of every entry; ids and times are the sandbox's own. */
  private static List books(House house, String realm) {
    house.entries(realm).collect { [it.DocNumber, it.TxnDate, it.PrivateNote, it.Line*.Amount] }.sort { it[0] }
  }

  private List<String> schemas() {
    def connection = database.connect()
    try {
      def found = []
      def rows = connection.createStatement().executeQuery(
          "select schema_name from information_schema.schemata where schema_name like 'tieout%' order by 1")
      while (rows.next()) {
        found << rows.getString(1)
      }
      found
    } finally {
      connection.close()
    }
  }
}
