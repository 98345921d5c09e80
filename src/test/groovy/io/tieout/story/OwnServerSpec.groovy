package io.tieout.story

import java.nio.file.Files
import spock.lang.AutoCleanup
import spock.lang.Specification

/** A user's own stand-in for a vendor, at whatever path of this machine, takes a whole night; other machines are refused. */
class OwnServerSpec extends Specification {

  @AutoCleanup
  House house = new House(mappings: ['demo-accrual'])

  def "a night over servers under a path of their own: #entrataPath and #quickBooksPath"() {
    given:
    def entrata = new Forwarder(entrataPath, house.entrataBase + entrataTarget)
    def quickBooks = new Forwarder(quickBooksPath, house.quickBooksBase + '/v3/company')
    at(entrata.base + entrataRest, quickBooks.base)
    house.publish('demo-accrual')

    when:
    def night = house.tieout('sync')

    then:
    night.json.companies[0].posted > 10
    night.json.companies[0].marked > 0
    night.json.tie_out[0].differences == 0
    entrata.paths.size() > 5 && quickBooks.paths.size() > 5

    cleanup:
    entrata?.close()
    quickBooks?.close()

    where:
    entrataPath     | entrataRest           | entrataTarget          | quickBooksPath
    '/some/prefix'  | '/ext/orgs/demopm/v1' | ''                     | '/some/prefix'
    '/some/prefix'  | ''                    | '/ext/orgs/demopm/v1'  | '/a/b/v3/company'
    '/stub'         | '/'                   | '/ext/orgs/demopm/v1'  | '/v3'
  }

  def "an address of another machine is refused, with its connection, what is allowed, and before any call: #what"() {
    given:
    secret(what)
    at(entrata ?: house.entrataBase + '/ext/orgs/demopm/v1', quickBooks ?: house.quickBooksBase + '/v3/company')
    house.publish('demo-accrual')

    when:
    def night = house.tieout('sync')
    def finding = night.json.stopped[0].findings[0]

    then:
    night.code == 2
    finding.code == code
    finding.place.contains("connections.${connection}")
    finding.found.contains(found)
    house.entries(House.ACCRUAL).empty

    where:
    what                 | entrata                         | quickBooks                                      || code   | connection                | found
    'Entrata elsewhere'  | 'http://10.1.2.3:8080/entrata'  | null                                            || 'S020' | 'entrata-demo'            | "host '10.1.2.3' is not on the list of allowed hosts (*.entrata.com by https; on this machine 127.0.0.1, [::1] and localhost"
    'a sandbox secret elsewhere' | 'http://10.1.2.3:8080/entrata' | null                                      || 'C109' | 'entrata-demo'            | '10.1.2.3:8080'
    'QuickBooks elsewhere' | null                          | 'https://books.example.com/v3/company'          || 'T007' | 'quickbooks-demo-accrual' | "host 'books.example.com' is not on the list of allowed hosts (quickbooks.api.intuit.com"
    'Intuit, other path' | null                            | 'https://quickbooks.api.intuit.com/v4/company'  || 'T007' | 'quickbooks-demo-accrual' | "path '/v4/company' of quickbooks.api.intuit.com"
    'a key in the address' | null                          | 'http://127.0.0.1:1/v3/company?token=secret'    || 'T007' | 'quickbooks-demo-accrual' | 'with a query'
  }

  /** A secret that is accepted for every host: from the environment. */
  private void secret(String what) {
    if (what == 'Entrata elsewhere') {
      def file = house.home.resolve('tieout.yml')
      Files.writeString(file, Files.readString(file).replaceFirst(/sandbox-secret: \S+/, 'secret-env: PATH'))
    }
  }

  private void at(String entrata, String quickBooks) {
    def file = house.home.resolve('tieout.yml')
    def text = Files.readString(file)
    text = text.replaceFirst(/base-url: \S+\/ext\S+/, "base-url: ${entrata}").replaceAll(/base-url: \S+\/v3\/company/, "base-url: ${quickBooks}")
    Files.writeString(file, text)
  }
}
