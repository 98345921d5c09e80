package io.tieout.story

import java.nio.file.Files
import spock.lang.AutoCleanup
import spock.lang.Specification

/**
 * Several companies in one night: what stops one never keeps the others from being read, planned, posted, marked and tied
 * out; the night's exit code is the worst, and the stopped one says why.
 */
class StoppedCompanySpec extends Specification {

  @AutoCleanup
  House house = new House()

  def "#what stops demo-accrual: demo-cash is posted, marked and tied out"() {
    given:
    house.publish()
    spoil.call(house)

    when:
    def night = house.tieout('sync')

    then:
    night.code == code
    night.json.stopped*.companies == [['demo-accrual']]
    night.json.stopped[0].exit_code == code
    night.json.stopped[0].findings*.code == [finding]

    and:
    whole(night, 'demo-cash', House.CASH)
    house.entries(House.ACCRUAL).empty

    when: 'mended, the stopped one follows, and nothing stands twice'
    mend.call(house)
    def next = house.tieout('sync')

    then:
    next.code == 5
    next.json.stopped == []
    whole(next, 'demo-accrual', House.ACCRUAL)
    next.json.companies.find { it.company == 'demo-cash' }.posted == 0

    where:
    what                             | code | finding | spoil                                                                           | mend
    'a token that has expired'       | 3    | 'T002'  | { it.tokens[House.ACCRUAL] = 'expired'; it.configure() }                        | { it.tokens.clear(); it.configure() }
    'a connection that is not named' | 2    | 'C106'  | { rename(it, 'quickbooks-demo-accrual:', 'quickbooks-oak:') }                   | { it.configure() }
  }

  def "a broken promise stops all: nothing is read or posted for anybody"() {
    given: 'the evidence of a published mapping was edited'
    house.publish()
    evidence(house) { it + '# a remark\n' }

    when:
    def night = house.tieout('sync')

    then:
    night.code == 4
    night.json.stopped*.companies == [['demo-accrual', 'demo-cash']]
    night.json.stopped[0].findings*.code == ['M044']
    house.entries(House.ACCRUAL).empty && house.entries(House.CASH).empty

    when:
    evidence(house) { it - '# a remark\n' }

    then:
    house.tieout('sync').code == 5
    house.entries(House.ACCRUAL).size() > 10 && house.entries(House.CASH).size() > 10
  }

  def "a mapping that cannot be read stops its company alone, in reading too"() {
    given: 'demo-accrual was never published and its file is broken; demo-cash is'
    house.publish('demo-cash')
    house.editMapping('demo-accrual', '\n  company-id:', '\n  compny-id:')

    when:
    def night = house.tieout('sync')

    then:
    night.code == 2
    night.json.stopped*.companies == [['demo-accrual']]
    night.json.stopped[0].findings*.code.contains('M006')
    night.json.pull.scopes*.basis as Set == ['cash'] as Set
    whole(night, 'demo-cash', House.CASH)

    and: 'with a property named as well'
    house.tieout('sync', '--property', '510001').json.companies*.company == ['demo-cash']
  }

  def "a mapping of another organisation stops its company alone"() {
    given:
    house.editMapping('demo-accrual', 'organisation: demopm', 'organisation: otherpm')
    house.publish()

    when:
    def night = house.tieout('sync')

    then:
    night.code == 2
    night.json.stopped*.findings*.code == [['C003']]
    night.json.pull.scopes*.basis as Set == ['cash'] as Set
    whole(night, 'demo-cash', House.CASH)
  }

  def "two Entrata connections: one that is down stops the reading of its company, which goes on with what was read"() {
    given: 'a connection of its own for the accrual book'
    house.editMapping('demo-accrual', 'source: entrata-demo', 'source: entrata-other')
    house.publish()
    house.tieout('pull', '--company', 'demo-cash')
    other(house, 'http://127.0.0.1:' + closedPort())

    when:
    def night = house.tieout('sync')

    then: 'nothing of it was read yet, so nothing of it is posted; the other one has its whole night'
    night.code == 3
    night.json.stopped*.companies == [['demo-accrual']]
    night.json.stopped[0].findings*.code == ['S001']
    night.json.companies*.company == ['demo-accrual', 'demo-cash']
    night.json.companies[0].posted == 0
    whole(night, 'demo-cash', House.CASH)

    when: 'it was read once, and is down again'
    other(house, house.entrataBase)
    house.tieout('pull', '--company', 'demo-accrual')
    other(house, 'http://127.0.0.1:' + closedPort())
    def next = house.tieout('sync')

    then:
    next.code == 3
    next.json.companies[0].posted > 10
    next.json.tie_out[0].differences == 0
  }

  def "plan, tie-out, resolve and write-back go on with the others as well, and say who was stopped"() {
    given:
    house.publish()
    house.tieout('sync', '--company', 'demo-cash')
    house.tokens[House.ACCRUAL] = 'expired'
    house.configure()

    expect:
    with(house.tieout(command)) {
      it.code == code
      it.json.stopped*.companies == [['demo-accrual']]
      it.json.stopped[0].findings*.code == ['T002']
      (it.json.companies ?: it.json.plans)*.company == ['demo-cash']
    }
    house.text(command).text.contains('Stopped: demo-accrual')

    where:
    command   | code
    'plan'    | 3
    'tie-out' | 3
  }

  def "where all are stopped the command says only why"() {
    given:
    house.publish()
    house.tokens[House.ACCRUAL] = 'expired'
    house.tokens[House.CASH] = 'expired'
    house.configure()

    when:
    def plan = house.tieout('plan')

    then:
    plan.code == 3
    plan.json.outcome == 'stopped'
    plan.json.findings*.code == ['T002', 'T002']
  }

  private static boolean whole(House.Ran night, String company, String realm) {
    def posted = night.json.companies.find { it.company == company }
    assert posted.posted > 10 : night
    assert posted.refused + posted.quarantined + posted.unknown + posted.not_sent == 0
    assert posted.marked > 0
    def tie = night.json.tie_out.find { it.company == company }
    assert tie != null && tie.differences == 0 : night
    true
  }

  private static void rename(House house, String before, String after) {
    def file = house.home.resolve('tieout.yml')
    def text = Files.readString(file)
    assert text.contains(before)
    Files.writeString(file, text.replace(before, after))
  }

  /** Changes the kept bytes of the accrual mapping as it was published. */
  private static void evidence(House house, Closure<String> change) {
    def file = Files.walk(house.home.resolve('data')).toList()
        .findAll { Files.isRegularFile(it) && it.toString().contains('published') }
        .find { Files.readString(it).contains('company: demo-accrual') }
    Files.writeString(file, change.call(Files.readString(file)))
  }

  private static void other(House house, String base) {
    house.configure()
    def file = house.home.resolve('tieout.yml')
    Files.writeString(file, Files.readString(file) + """\
  entrata-other:
    kind: entrata
    base-url: ${base}/ext/orgs/${house.organisation}/v1
    organisation: ${house.organisation}
    sandbox-secret: ${io.tieout.sandbox.entrata.portfolio.WorkedPortfolio.API_KEY}
""")
  }

  private static int closedPort() {
    def socket = new ServerSocket(0)
    socket.close()
    socket.localPort
  }
}
