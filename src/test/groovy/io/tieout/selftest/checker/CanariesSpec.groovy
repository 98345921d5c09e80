package io.tieout.selftest.checker

import java.nio.charset.StandardCharsets
import spock.lang.Specification

class CanariesSpec extends Specification {

  static final String SECRET = 'canary/7f3a+token=Z'

  def "I24: a secret is found as it is, in hexadecimal, in an address, and in Base64 at every offset: #form"() {
    given:
    def text = "some log line with ${form} in it".toString()

    when:
    def found = Canaries.search([refresh: SECRET], [log: text.getBytes(StandardCharsets.UTF_8), clean: 'nothing'.bytes])

    then:
    found*.invariant() == [Invariant.I24]
    found[0].place().startsWith('log, byte ')
    !found[0].toString().contains(SECRET)

    where:
    form << [SECRET, SECRET.bytes.encodeHex().toString(), URLEncoder.encode(SECRET, 'UTF-8')] +
        ['', 'u', 'us', 'user:'].collect { (it + SECRET + ':rest').bytes.encodeBase64().toString() }
  }

  def "nothing is found where nothing is, and a canary too short to mean anything is refused"() {
    expect:
    Canaries.search([refresh: SECRET], [log: SECRET.reverse().bytes, empty: new byte[0]]) == []

    when:
    Canaries.search([short: 'abc'], [:])

    then:
    thrown(IllegalArgumentException)
  }
}
