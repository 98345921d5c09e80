package io.tieout.chain

import spock.lang.Specification

class PayloadSpec extends Specification {

  def "what is written is read back, and the same values give the same bytes"() {
    given:
    def write = {
      new PayloadWriter()
          .integer(-2595)
          .bytes([1, 2, 3] as byte[])
          .text('Müller & Söhne \u20ac')
          .texts(['late', ''])
          .finish()
    }

    when:
    def payload = Payload.read(write())

    then:
    write() == write()
    payload.values() == [-2595L, [1, 2, 3] as byte[], 'Müller & Söhne \u20ac', ['late', '']]
    payload.text(2) == 'Müller & Söhne \u20ac'

    when:
    payload.text(place)

    then:
    thrown(Payload.MalformedPayload)

    where:
    place << [0, 4]
  }

  def "the layout is the one on paper"() {
    expect:
    HexFormat.of().formatHex(new PayloadWriter().integer(258).text('hi').bytes([7] as byte[]).texts(['a', 'b']).finish()) ==
        '02' + '0000000000000102' + '01' + '0002' + '6869' + '03' + '0001' + '07' + '04' + '0002' + '0001' + '61' + '0001' + '62'
  }

  def "bytes that no writer of ours made are refused: #what"() {
    when:
    Payload.read(HexFormat.of().parseHex(hex))

    then:
    thrown(Payload.MalformedPayload)

    where:
    what              | hex
    'cut value'       | '0200000000000001'
    'unknown type'    | '09'
    'type alone'      | '01'
    'cut length'      | '0300'
    'not UTF-8'       | '010001ff'
    'text beyond end' | '01ffff61'
    'bytes left over' | '01000000'
  }

  def "a payload that was not finished leaves nothing in the next"() {
    given:
    def writer = new PayloadWriter()
    writer.text('half')

    when:
    writer.text('x' * 65_536)

    then:
    thrown(IllegalArgumentException)
    Payload.read(writer.begin().integer(1).finish()).values() == [1L]
  }

  def "a salted hash depends on salt, text and the border between texts"() {
    given:
    def salt = new byte[16]
    def other = ([1] * 16) as byte[]

    expect:
    SaltedHash.of(salt, ['ab', 'c']) == SaltedHash.of(salt, ['ab', 'c'])
    SaltedHash.of(salt, ['ab', 'c']) != SaltedHash.of(other, ['ab', 'c'])
    SaltedHash.of(salt, ['ab', 'c']) != SaltedHash.of(salt, ['a', 'bc'])
  }

  def "event codes are unique and stable"() {
    expect:
    EventKind.values()*.code().toSet().size() == EventKind.values().size()
    EventKind.ofCode(30).get() == EventKind.FACT_SEEN
    EventKind.ofCode(60).get() == EventKind.CLAIM
    EventKind.ofCode(9999).empty
  }
}
