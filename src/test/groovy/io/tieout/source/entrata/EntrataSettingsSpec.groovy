package io.tieout.source.entrata

import io.tieout.fact.OrganisationId
import io.tieout.finding.Stopped
import io.tieout.source.answer.SourceCode
import spock.lang.Specification

class EntrataSettingsSpec extends Specification {

  static final KEY = new EntrataCredentials.ApiKey('k')
  static final BASIC = new EntrataCredentials.Basic('u', 'p')

  def "the documented addresses are taken, with or without the organisation's place filled"() {
    given:
    def settings = EntrataSettings.of(url, new OrganisationId('demopm'), credentials, sandbox)

    expect:
    settings.baseUrl() == base
    settings.strictPaperContract() == !sandbox

    where:
    url                                                  | credentials | sandbox || base
    'https://apis.entrata.com/ext/orgs/demopm/v1'        | KEY         | false   || 'https://apis.entrata.com/ext/orgs/demopm/v1'
    'https://apis.entrata.com/ext/orgs/{organisation}/v1/' | KEY       | false   || 'https://apis.entrata.com/ext/orgs/demopm/v1'
    'https://demopm.entrata.com/api/v1'                  | BASIC       | false   || 'https://demopm.entrata.com/api/v1'
    'https://demopm.entrata.com/api'                     | KEY         | false   || 'https://demopm.entrata.com/api'
    'http://127.0.0.1:4711/ext/orgs/demopm/v1'           | KEY         | true    || 'http://127.0.0.1:4711/ext/orgs/demopm/v1'
    'http://127.0.0.1:4711/api'                          | BASIC       | true    || 'http://127.0.0.1:4711/api'
    'http://127.0.0.1:4711/some/prefix'                  | KEY         | true    || 'http://127.0.0.1:4711/some/prefix'
    'http://localhost:4711/stub/entrata/ext/orgs/{organisation}/v1' | KEY | true   || 'http://localhost:4711/stub/entrata/ext/orgs/demopm/v1'
    'http://[::1]:4711'                                  | BASIC       | true    || 'http://[::1]:4711'
  }

  def "any other address is refused with what was expected"() {
    when:
    EntrataSettings.of(url, new OrganisationId('demopm'), credentials, sandbox)

    then:
    def stopped = thrown(Stopped)
    stopped.findings()*.code() == [SourceCode.SETTINGS_WRONG]
    stopped.exitCode() == 2
    stopped.message.contains(word)

    where:
    url                                            | credentials | sandbox || word
    'https://apis.entrata.com'                     | KEY         | false   || '/ext/orgs/'
    'https://apis.entrata.com/ext/orgs/demopm/v2'  | KEY         | false   || '/v1'
    'https://apis.entrata.com/ext/orgs/other/v1'   | KEY         | false   || 'one of other'
    'https://other.entrata.com/api/v1'             | KEY         | false   || 'one of other'
    'https://apis.entrata.com/ext/orgs/demopm/v1'  | BASIC       | false   || 'API key'
    'http://apis.entrata.com/ext/orgs/demopm/v1'   | KEY         | false   || 'https only'
    'https://apis.entrata.com.evil.example/ext/orgs/demopm/v1' | KEY | false || 'not on the list'
    'https://example.com/ext/orgs/demopm/v1'       | KEY         | false   || 'not on the list'
    'http://127.0.0.1:4711/ext/orgs/demopm/v1'     | KEY         | false   || 'sandbox'
    'https://apis.entrata.com/stub/ext/orgs/demopm/v1' | KEY      | true    || '/ext/orgs/'
    'http://127.0.0.1:4711/stub/ext/orgs/other/v1' | KEY         | true    || 'one of other'
    'http://127.0.0.1:4711/stub/ext/orgs/demopm/v1' | BASIC      | true    || 'API key'
    'http://127.0.0.1:4711/api?x=1'                | KEY         | true    || 'query'
    'http://10.0.0.5:4711/api'                     | KEY         | true    || '127.0.0.1, [::1] and localhost, any port and path, with the setting allow-sandbox-hosts: true'
    'nonsense'                                     | KEY         | true    || 'not an address'
  }

  def "waits and pages below one are refused"() {
    when:
    new EntrataSettings('http://127.0.0.1/api', new OrganisationId('demopm'), KEY, false, seconds, items, true)

    then:
    thrown(Stopped)

    where:
    seconds | items
    0       | 500
    180     | 0
  }
}
