package io.tieout.chain

import io.tieout.plan.Environment
import java.security.KeyPairGenerator
import spock.lang.Shared
import spock.lang.Specification

class SignedHeadSpec extends Specification {

  @Shared keys = KeyPairGenerator.getInstance('Ed25519').generateKeyPair()
  @Shared otherKeys = KeyPairGenerator.getInstance('Ed25519').generateKeyPair()

  def statement = new HeadStatement('inst-1', Environment.SANDBOX, 1_783_000_000_000_042L, [
    new StreamHead('org/demo', 3, 41, Sha256.of('b'.bytes)),
    new StreamHead('company/one', 0, 1, Sha256.of('a'.bytes)),
  ])

  def "the statement reads well and is sorted by stream"() {
    expect:
    statement.text() == """\
      tieout-heads 1
      installation inst-1
      environment sandbox
      time 2026-07-02T13:46:40.000042Z
      stream company/one 0 1 ca978112ca1bbdcafac231b39a23dc4da786eff8147c4e72b9807785afee48bb
      stream org/demo 3 41 3e23e8160039594a33894f6564e1b1348bbd7a0088d42c4acb73eeaed59c009d
      """.stripIndent()
    HeadStatement.parse(statement.text()) == statement
  }

  def "a signature holds for this text and this key only"() {
    given:
    def signed = SignedHead.sign(statement, keys.private)

    expect:
    signed.isSignedBy(keys.public)
    SignedHead.parse(signed.text()) == signed
    SignedHead.parse(signed.text()).isSignedBy(keys.public)
    !signed.isSignedBy(otherKeys.public)
    !SignedHead.parse(signed.text().replace('demo 3 41', 'demo 3 42')).isSignedBy(keys.public)
    !new SignedHead(statement, 'AAAA').isSignedBy(keys.public)
    !new SignedHead(statement, 'not base64!').isSignedBy(keys.public)
  }

  def "a text in any other form is refused: #what"() {
    when:
    HeadStatement.parse(change(statement.text()))

    then:
    thrown(RuntimeException)

    where:
    what            | change
    'other version' | { String t -> t.replace('heads 1', 'heads 2') }
    'two spaces'    | { String t -> t.replace('demo 3', 'demo  3') }
    'order'         | { String t -> t.replace('org/', 'aaa/') }
    'short time'    | { String t -> t.replace('.000042Z', 'Z') }
    'no last line'  | { String t -> t.trim() }
    'empty'         | { String t -> '' }
  }
}
