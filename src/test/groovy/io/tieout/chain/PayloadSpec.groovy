package io.tieout.chain

import spock.lang.Specification

class PayloadSpec extends Specification {

  def "what is written is read back, and the same fields give the same bytes"() {
    given:
    def write = {
      new PayloadWriter()
          .integer('amount', -2595)
          .bytes('fingerprint', [1, 2, 3] as byte[])
          .text('name', 'Müller & Söhne \u20ac')
          .texts('why', ['late', ''])
          .finish()
    }

    when:
    def payload = Payload.read(write())

    then:
    write() == write()
    payload.integer('amount') == -2595
    payload.bytes('fingerprint') == [1, 2, 3] as byte[]
    payload.text('name') == 'Müller & Söhne \u20ac'
    payload.texts('why') == ['late', '']
    !payload.has('other')
    payload.fields().keySet() as List == ['amount', 'fingerprint', 'name', 'why']
  }

  def "the layout is the one on paper"() {
    expect:
    HexFormat.of().formatHex(new PayloadWriter().integer('a', 258).text('b', 'hi').finish()) ==
        '01' + '61' + '02' + '0000000000000102' + '01' + '62' + '01' + '0002' + '6869'
  }

  def "fields out of order or twice are refused"() {
    when:
    new PayloadWriter().text('b', '').text(name, '')

    then:
    thrown(IllegalArgumentException)

    where:
    name << ['a', 'b', 'B', '']
  }

  def "bytes that no writer of ours made are refused: #what"() {
    when:
    Payload.read(HexFormat.of().parseHex(hex))

    then:
    thrown(Payload.MalformedPayload)

    where:
    what                | hex
    'cut value'         | '01610200000000000001'
    'cut name'          | '0561'
    'empty name'        | '00'
    'capital in name'   | '0141010000'
    'unknown type'      | '016109'
    'wrong order'       | '0162010000' + '0161010000'
    'same name twice'   | '0161010000' + '0161010000'
    'not UTF-8'         | '0161010001ff'
    'text beyond end'   | '016101ffff61'
    'name without type' | '0161'
  }

  def "values too long for a frame are refused with the name of the field"() {
    when:
    new PayloadWriter().text('memo', 'x' * 65_536)

    then:
    def e = thrown(IllegalArgumentException)
    e.message.contains('memo')
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
