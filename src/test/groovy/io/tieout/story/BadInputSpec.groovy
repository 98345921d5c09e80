package io.tieout.story

import io.tieout.flow.port.Progress
import io.tieout.sandbox.entrata.portfolio.WorkedPortfolio
import io.tieout.wiring.SettingsFile
import io.tieout.wiring.Workbench
import java.nio.file.Files
import java.nio.file.attribute.PosixFilePermissions
import spock.lang.AutoCleanup
import spock.lang.Shared
import spock.lang.Specification

/**
 * What a person sees when something outside is wrong: a finding with its place, what was expected and found, and the next
 * step; the exit code that a scheduler acts on; no stack trace; the rest of the run goes on and nothing is sent twice.
 */
class BadInputSpec extends Specification {

  @Shared
  @AutoCleanup
  House house = new House()

  def "a company that does not exist"() {
    expect:
    said(2, run('plan', '--company', 'demo-acrual'), 'C001', 'demo-acrual', 'demo-accrual')
  }

  def "a mapping with a typo: file, line and column, and what was meant"() {
    given:
    house.editMapping('demo-accrual', '\n  company-id:', '\n  compny-id:')

    when:
    def lint = run('mapping', 'lint', '--company', 'demo-accrual')

    then:
    said(2, lint, 'M006', 'demo-accrual.yml:', 'company-id')
    lint =~ /demo-accrual\.yml:\d+:\d+/

    cleanup:
    house.editMapping('demo-accrual', '\n  compny-id:', '\n  company-id:')
  }

  def "a sandbox's address in production"() {
    when:
    house.environment = 'production'
    house.configure()

    then:
    said(2, run('pull'), 'C109', 'allow-sandbox-hosts', 'Remove allow-sandbox-hosts')

    when: 'and without the permission, in a folder of its own'
    house.home.resolve('data').toFile().deleteDir()
    house.home.resolve('keys').toFile().deleteDir()
    house.sandboxHosts = false
    house.configure()
    def ran = run('pull')

    then:
    ran.code == 2
    ran.text.contains('127.0.0.1') || ran.text.contains('sandbox-secret')
    clean(ran)

    cleanup:
    house.environment = 'sandbox'
    house.sandboxHosts = true
    house.home.resolve('data').toFile().deleteDir()
    house.home.resolve('keys').toFile().deleteDir()
    house.configure()
  }

  def "an API key that Entrata refuses"() {
    when:
    house.configure('wrong')

    then:
    said(3, run('pull'), 'S002', "127.0.0.1:${house.entrata.baseUri().port}", 'key')
    house.quickBooksServer.log().entries().isEmpty()

    cleanup:
    house.configure()
  }

  def "a QuickBooks token that has expired: it says so, and the other company goes on"() {
    given:
    house.publish()
    house.tokens[House.ACCRUAL] = 'expired'
    house.configure()

    when:
    def night = run('sync')

    then:
    said(3, night, 'T002', "company ${House.ACCRUAL} at 127.0.0.1:${house.quickBooksServer.baseUri().port}", 'token')
    house.entries(House.CASH).size() > 10
    house.entries(House.ACCRUAL).isEmpty()

    cleanup:
    house.tokens.clear()
    house.configure()
  }

  def "a throttle that asks for longer than a run waits: partial, with the time to go on"() {
    given:
    house.quickBooksServer.faults().add('batch:2:throttled:7200')

    when:
    def night = house.tieout('sync', '--company', 'demo-accrual', '--no-pull', '--no-tie-out')

    then:
    night.code == 3
    night.json.companies[0].posted == 30
    night.json.companies[0].not_sent > 0
    night.json.companies[0].resume_at.startsWith('20')
    night.json.companies[0].findings*.code.contains('P107')

    when: 'later'
    def next = house.tieout('sync', '--company', 'demo-accrual', '--no-pull')

    then:
    next.json.companies[0].posted + next.json.companies[0].sent_again == night.json.companies[0].not_sent
    next.json.tie_out[0].differences == 0
    once()
  }

  def "QuickBooks cannot be reached"() {
    given:
    def closed = '127.0.0.1:' + closedPort()
    house.quickBooksBase = 'http://' + closed
    house.configure()

    when:
    def ran = run('sync', '--company', 'demo-accrual', '--no-pull')

    then: 'at an address of this machine it is the sandbox that is missing, not the Internet'
    said(3, ran, 'T001', closed, 'again')
    ran.text.contains('tieout sandbox')
    !(ran.text =~ /(?i)intuit\.com|check the network/)

    cleanup:
    house.quickBooksBase = house.quickBooksServer.baseUri().toString()
    house.configure()
  }

  def "Entrata cannot be reached: nothing new is read, and the night goes on with what was"() {
    given:
    def closed = '127.0.0.1:' + closedPort()
    house.entrataBase = 'http://' + closed
    house.configure()

    when:
    def ran = run('sync', '--company', 'demo-cash')

    then:
    said(3, ran, 'S001', 'Entrata getAccessibleClients', 'run again')
    ran.text.contains('tieout sandbox')
    !ran.text.contains('list of allowed callers')
    ran.text.contains("an answer of ${closed} within")
    ran.text.contains("no connection to ${closed}")
    ran.text.contains('Tie-out of demo-cash')

    cleanup:
    house.entrataBase = house.entrata.baseUri().toString()
    house.configure()
  }

  def "#what: the reading of one month is refused, the others are read"() {
    given:
    house.entrata.server().faults().add("getGlTransactions:${nth}:${fault}")

    when:
    def ran = run('pull', '--company', 'demo-accrual')

    then:
    said(5, ran, code, '510001, 2026-10', next)
    ran.text.contains('complete')
    ran.text.readLines().count { it.startsWith('51') && it.endsWith('NOT COMPLETE') } == 1

    where:
    what                      | nth | fault                              || code   | next
    'a malformed amount'      | 1   | 'altered:1450.00=>14.50.00'        || 'S030' | ''
    'a cut-off answer'        | 1   | 'cut-off-json'                     || 'S006' | ''
    'an HTML page'            | 1   | 'html-200'                         || 'S006' | ''
    'a long throttle'         | 1   | 'throttled:7200'                   || 'S009' | 'run again'
  }

  def "an answer that is cut in transit is read again after a wait"() {
    given:
    house.entrata.server().faults().add('getGlTransactions:1:truncated-body')

    expect:
    house.tieout('pull', '--company', 'demo-accrual').json.complete
  }

  def "an error inside HTTP 200: revoked access"() {
    given:
    house.entrataDo('revoke-key')

    expect:
    said(3, run('pull'), 'S00', '', '')

    cleanup:
    house.entrataDo('restore-key')
  }

  def "a property that is not in the source: the other properties are read"() {
    given:
    house.editMapping('demo-accrual', '- id: 510002', '- id: 519999')
    house.publish('demo-accrual')

    when:
    def ran = run('pull', '--company', 'demo-accrual')

    then:
    said(5, ran, 'C006', '519999', 'Correct the id')
    ran.text.contains('Cedar Ridge')

    cleanup:
    house.editMapping('demo-accrual', '- id: 519999', '- id: 510002')
    house.publish('demo-accrual')
  }

  def "#what: the lines are held and named, and everything else is posted"() {
    given:
    late()
    spoil.call(house)
    house.publish('demo-accrual')
    def before = house.entries(House.ACCRUAL).size()

    when:
    house.tieout('pull', '--company', 'demo-accrual')
    def plan = run('plan', '--company', 'demo-accrual')
    def night = house.tieout('sync', '--no-pull', '--no-tie-out', '--company', 'demo-accrual')

    then:
    held(plan, code, place)
    night.code == 5
    night.json.companies[0].refused == 0
    house.entries(House.ACCRUAL).size() == before + posted

    and: 'what the night did says so too'
    night.json.companies[0].findings*.code.contains(code)

    when: 'mended, they are posted'
    mend.call(house)
    house.publish('demo-accrual')
    def mended = house.tieout('sync', '--no-pull', '--company', 'demo-accrual')

    then:
    mended.json.companies[0].posted == 2 - posted
    mended.json.tie_out[0].differences == 0
    once()

    where:
    what                    | code   | place           | posted | spoil                                                                            | mend
    'an account not there'  | 'P005' | '6299'          | 0      | { it.editMapping('demo-accrual', '"6210-0000": "6210"', '"6210-0000": "6299"') }   | { it.editMapping('demo-accrual', '"6299"', '"6210"') }
    'an inactive account'   | 'P006' | '6210'          | 0      | { it.quickBooksDo('deactivate-account', [realm: House.ACCRUAL, id: '29']) }        | { it.quickBooksDo('reactivate', [realm: House.ACCRUAL, type: 'Account', id: '29']) }
    'a class not there'     | 'P007' | 'Harbour Point' | 1      | { it.editMapping('demo-accrual', 'class: Harbor Point', 'class: Harbour Point') }  | { it.editMapping('demo-accrual', 'class: Harbour Point', 'class: Harbor Point') }
    'closed books'          | 'P009' | '2026-10'       | 0      | { it.quickBooksDo('close-books', [realm: House.ACCRUAL, date: '2026-10-31']) }     | { it.quickBooksDo('close-books', [realm: House.ACCRUAL, date: '2026-08-31']) }
  }

  def "a month that does not balance: its property waits, the other one is posted"() {
    given:
    late()
    house.entrataDo('tamper', [id: 93000044, byMinor: 1, basis: 'ACCRUAL', counter: false])
    def before = house.entries(House.ACCRUAL).size()

    when:
    def pull = run('pull', '--company', 'demo-accrual')
    def night = house.tieout('sync', '--no-pull', '--company', 'demo-accrual')

    then:
    said(5, pull, 'F004', 'property 510001, 2026-10', '')
    night.code == 5
    night.json.companies[0].posted == 1
    house.entries(House.ACCRUAL).size() == before + 1
  }

  def "a second process while one is at work"() {
    given:
    def bench = Workbench.open(SettingsFile.read(house.home), Stub(Progress))

    expect:
    said(75, run('status'), 'L002', 'ledger.lock', 'wait')

    cleanup:
    bench?.close()
  }

  def "a signing key that others may read"() {
    given:
    def key = Files.list(house.home.resolve('keys')).toList().find { Files.readString(it).contains('PRIVATE KEY') }
    Files.setPosixFilePermissions(key, PosixFilePermissions.fromString('rw-r--r--'))

    expect:
    said(2, run('status'), 'L008', key.fileName.toString(), '')

    cleanup:
    Files.setPosixFilePermissions(key, PosixFilePermissions.fromString('rw-------'))
  }

  /** A late entry in each property, so that there is something to post. */
  private void late() {
    [510001, 510002].each { property ->
      house.entrataDo('late', [property: property, basis: 'ACCRUAL', postMonth: '2026-10', type: 'GJ', postDate: '2026-10-27',
          reference: 'JE - #9' + System.nanoTime(), lines: [[account: House.LANDSCAPING, minor: 7_00], [account: House.ACCRUED, minor: -7_00]]])
    }
  }

  /** A command as a person runs it, with what it said on either stream. */
  private House.Ran run(String... words) {
    def errors = new ByteArrayOutputStream()
    def before = System.err
    System.err = new PrintStream(errors, true, 'UTF-8')
    try {
      def ran = house.text(words)
      new House.Ran(ran.code, ran.text + errors.toString('UTF-8'))
    } finally {
      System.err = before
    }
  }

  private static boolean said(int exitCode, House.Ran ran, String code, CharSequence place, String next) {
    assert ran.code == exitCode : ran
    assert ran.text.contains(code) : ran
    assert ran.text.contains(place.toString()) : ran
    assert ran.text.contains(next) : ran
    assert ran.text.contains('expected:') && ran.text.contains('found:') : ran
    clean(ran)
  }

  /** Held lines tell their reason, by its code, and the next step, once for all of them. */
  private static boolean held(House.Ran plan, String code, String place) {
    def lines = plan.text.readLines()
    def told = lines.findIndexValues { it.startsWith(code + ' ') && it.contains(place) }*.intValue()
    assert !told.empty : plan
    assert told.collect { lines[it] }.toSet().size() == told.size() : plan
    assert told.every { lines[it + 1].startsWith('  next: ') } : plan
    clean(plan)
  }

  private static boolean clean(House.Ran ran) {
    assert !(ran.text =~ /(?m)^\s+at [\w.$]+\(|Exception|a defect/) : ran
    assert !ran.text.contains(WorkedPortfolio.API_KEY) && !ran.text.contains('token-934') : ran
    true
  }

  private boolean once() {
    def numbers = house.entries(House.ACCRUAL)*.DocNumber
    numbers.toSet().size() == numbers.size()
  }

  private static int closedPort() {
    def socket = new ServerSocket(0)
    socket.close()
    socket.localPort
  }
}
