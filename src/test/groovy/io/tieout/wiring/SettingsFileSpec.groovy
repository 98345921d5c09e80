package io.tieout.wiring

import io.tieout.finding.Stopped
import io.tieout.flow.port.RawStore
import io.tieout.flow.port.RunClock
import io.tieout.mapping.Binding
import java.nio.file.Files
import java.nio.file.Path
import spock.lang.Specification
import spock.lang.TempDir

class SettingsFileSpec extends Specification {

  @TempDir
  Path home

  private static final String GOOD = '''\
environment: sandbox
data: data
keys: keys
zone: America/Denver
allow-sandbox-hosts: true
connections:
  entrata-demo:
    kind: entrata
    base-url: http://127.0.0.1:1/ext/orgs/demopm/v1
    organisation: demopm
    sandbox-secret: abc
'''

  def "a good file is read, with its paths below the home folder"() {
    given:
    def settings = parse(GOOD)

    expect:
    settings.data() == home.resolve('data')
    settings.connections().keySet() == ['entrata-demo'] as Set
  }

  def "without a file the message says what makes one"() {
    when:
    SettingsFile.read(home)

    then:
    def fault2 = thrown(Stopped)
    def finding = fault2.findings()[0]
    finding.code() == SettingsCode.NO_FILE
    finding.place() == home.resolve('tieout.yml').toString()
    finding.expected() == 'a configuration file'
    finding.found() == 'none'
    finding.next().contains('tieout init')
  }

  def "#what is #code with its place"() {
    when:
    parse((change as Closure).call(GOOD) as String)

    then:
    def stopped = thrown(Stopped)
    def finding = stopped.findings().find { it.code() == code }
    finding.place() == place
    finding.expected().contains(expected)
    finding.found().contains(found)
    !finding.next().blank
    stopped.exitCode() == 2

    where:
    what                         | code                               | change                                                             || place                                      | expected                | found
    'an open quote'              | SettingsCode.UNREADABLE            | { it.replace('data: data', 'data: "data') }                        || 'tieout.yml:12:1'                          | 'YAML'                  | 'stream'
    'an empty file'              | SettingsCode.UNREADABLE            | { '' }                                                             || 'tieout.yml:1:1'                           | 'YAML'                  | 'no keys'
    'a misspelt key'             | SettingsCode.UNKNOWN_KEY           | { it.replace('zone:', 'zoen:') }                                   || 'tieout.yml:4:1, zoen'                     | 'zone'                  | 'zoen'
    'a word that is none'        | SettingsCode.WRONG_VALUE           | { it.replace('environment: sandbox', 'environment: sandbx') }      || 'tieout.yml:1:1, environment'              | 'sandbox, production'   | 'sandbx'
    'no such zone'               | SettingsCode.WRONG_VALUE           | { it.replace('America/Denver', 'Amerika/Denver') }                 || 'tieout.yml:4:1, zone'                     | 'a time zone'           | 'Amerika/Denver'
    'a wait that is too short'   | SettingsCode.WRONG_VALUE           | { production(it) + 'resolve:\n  settle-seconds: 5\n' }             || 'tieout.yml:13:3, resolve.settle-seconds'  | 'at least 300'          | '5'
    'a connection without kind'  | SettingsCode.MISSING               | { it.replace('    kind: entrata\n', '') }                          || 'tieout.yml:7:3'                           | 'connections.entrata-demo.kind' | 'nothing'
    'sandbox in production'      | SettingsCode.SANDBOX_IN_PRODUCTION | { it.replace('environment: sandbox', 'environment: production') }  || 'tieout.yml:5:1, allow-sandbox-hosts'      | 'environment: sandbox'  | 'environment: production'
    'keys beside the data'       | SettingsCode.KEY_IN_DATA_FOLDER    | { it.replace('keys: keys', 'keys: data/keys') }                    || 'tieout.yml:3:1, keys'                     | 'outside'               | 'keys'
  }

  def "every fault of a file is said in one go"() {
    when:
    parse(GOOD.replace('zone:', 'zoen:').replace('keys: keys', 'keys: data/keys'))

    then:
    def fault3 = thrown(Stopped)
    fault3.findings()*.code() as Set == [SettingsCode.UNKNOWN_KEY, SettingsCode.KEY_IN_DATA_FOLDER] as Set
  }

  def "a connection that the mapping names must be there, and be of the right kind"() {
    when:
    connections(GOOD).target(binding('entrata-demo', target))

    then:
    def stopped = thrown(Stopped)
    with(stopped.findings()[0]) {
      code() == SettingsCode.NO_CONNECTION
      place() == "tieout.yml, connections.$target"
      expected().contains(expect)
      found() == there
      next().contains('mapping')
    }
    stopped.exitCode() == 2

    where:
    target         || expect            | there
    'oak'          || 'binding.connection' | 'entrata-demo'
    'entrata-demo' || 'quickbooks'      | 'another kind'
  }

  def "a secret comes from the environment, and is missed by the variable's name"() {
    when:
    connections(GOOD.replace('sandbox-secret: abc', 'secret-env: TIEOUT_SPEC_NO_SUCH_VARIABLE')).source(binding('entrata-demo', 'oak'))

    then:
    def fault1 = thrown(Stopped)
    with(fault1.findings()[0]) {
      code() == SettingsCode.NO_SECRET
      place() == 'connections.entrata-demo'
      expected().contains('TIEOUT_SPEC_NO_SUCH_VARIABLE')
      found() == 'not set'
      next().startsWith('Set TIEOUT_SPEC_NO_SUCH_VARIABLE')
    }
  }

  def "a secret written into the file is for sandbox hosts only, and is not shown"() {
    when:
    connections(GOOD.replace('http://127.0.0.1:1/', 'https://apis.entrata.com/')).source(binding('entrata-demo', 'oak'))

    then:
    def stopped = thrown(Stopped)
    stopped.findings()[0].code() == SettingsCode.SANDBOX_IN_PRODUCTION
    !stopped.findings()[0].text().contains('abc')
  }

  private static String production(String text) {
    text.replace('environment: sandbox', 'environment: production').replace('allow-sandbox-hosts: true', 'allow-sandbox-hosts: false')
  }

  private Settings parse(String text) {
    Files.createDirectories(home)
    SettingsFile.parse(home, text, 'tieout.yml')
  }

  private VendorConnections connections(String text) {
    new VendorConnections(parse(text), Stub(RawStore), Stub(RunClock))
  }

  private static Binding binding(String source, String target) {
    new Binding('oak', new io.tieout.fact.OrganisationId('demopm'), source, io.tieout.mapping.TargetKind.QUICKBOOKS, target, '1',
        io.tieout.money.CurrencyCode.USD, 1)
  }
}
