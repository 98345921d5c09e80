package io.tieout.wire

import spock.lang.Specification

class AllowedHostsSpec extends Specification {

  def "an address of this machine is told from one of the Internet: #uri"() {
    expect:
    AllowedHosts.isLoopback(URI.create(uri)) == loopback

    where:
    uri                                  || loopback
    'http://127.0.0.1:8080/v3/company'   || true
    'http://LocalHost:8080'              || true
    'http://[::1]:8080'                  || true
    'https://quickbooks.api.intuit.com'  || false
    'https://127.0.0.1.example.com'      || false
  }

  def "#url is #verdict with sandbox hosts #flag"() {
    given:
    def refusal = AllowedHosts.of(flag, 'quickbooks.api.intuit.com', '*.entrata.com').refusal(url as String)

    expect:
    refusal.isEmpty() == (verdict == 'allowed')
    refusal.isEmpty() || refusal.get().contains(because)

    where:
    url                                            | flag  || verdict   | because
    'https://quickbooks.api.intuit.com/v3/company' | false || 'allowed' | ''
    'https://QuickBooks.API.intuit.com'            | false || 'allowed' | ''
    'https://quickbooks.api.intuit.com:443/v3'     | false || 'allowed' | ''
    'https://apis.entrata.com/ext/orgs/x/v1'       | false || 'allowed' | ''
    'https://entrata.com'                          | false || 'refused' | 'not on the list'
    'https://evilentrata.com'                      | false || 'refused' | 'not on the list'
    'https://apis.entrata.com.evil.example'        | true  || 'refused' | 'not on the list'
    'http://quickbooks.api.intuit.com'             | true  || 'refused' | 'https only'
    'https://quickbooks.api.intuit.com:8443'       | true  || 'refused' | 'port 443'
    'https://me:pw@quickbooks.api.intuit.com'      | false || 'refused' | 'user name'
    'http://127.0.0.1:18080/v3/company'            | true  || 'allowed' | ''
    'http://[::1]:18080'                           | true  || 'allowed' | ''
    'http://127.0.0.1:18080'                       | false || 'refused' | 'allow-sandbox-hosts: true'
    'http://localhost'                             | false || 'refused' | 'allow-sandbox-hosts: true'
    'http://127.0.0.1:18080/any/path/at/all'       | true  || 'allowed' | ''
    'http://10.0.0.5:8080/v3/company'              | true  || 'refused' | "host '10.0.0.5' is not on the list"
    'ftp://127.0.0.1'                              | true  || 'refused' | 'not an address'
    'quickbooks.api.intuit.com'                    | true  || 'refused' | 'not an address'
    'https://'                                     | true  || 'refused' | 'not an address'
    'https://a b'                                  | true  || 'refused' | 'not an address'
  }
}
