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
    settings.tenantHost() == tenant
    settings.strictPaperContract() == !sandbox

    where:
    url                                                  | credentials | sandbox || base                                      | tenant
    'https://apis.entrata.com/ext/orgs/demopm/v1'        | KEY         | false   || 'https://apis.entrata.com/ext/orgs/demopm/v1' | false
    'https://apis.entrata.com/ext/orgs/{organisation}/v1/' | KEY       | false   || 'https://apis.entrata.com/ext/orgs/demopm/v1' | false
    'https://demopm.entrata.com/api/v1'                  | BASIC       | false   || 'https://demopm.entrata.com/api/v1'       | true
    'https://demopm.entrata.com/api'                     | KEY         | false   || 'https://demopm.entrata.com/api'          | true
    'http://127.0.0.1:4711/ext/orgs/demopm/v1'           | KEY         | true    || 'http://127.0.0.1:4711/ext/orgs/demopm/v1' | false
    'http://127.0.0.1:4711/api'                          | BASIC       | true    || 'http://127.0.0.1:4711/api'               | true
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
