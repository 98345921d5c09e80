package io.tieout.wire

import java.nio.charset.StandardCharsets
import spock.lang.Specification

class JsonReaderSpec extends Specification {

  def "decimals are exact and keep their places, where a double would not"() {
    given:
    def json = read('{"a":99999999999999.99,"b":1234567.10,"c":100,"d":1E+2}')

    expect:
    json.at('a').number().get() == new BigDecimal('99999999999999.99')
    json.at('b').number().get().toPlainString() == '1234567.10'
    json.at('c').scalar().get() == '100'
    json.at('d').number().get() == 100.0G
  }

  def "looking up never throws: what is missing, null or of another shape is empty"() {
    given:
    def json = read('{"a":{"b":[1,"x",true,null]},"n":null,"id":"7"}')

    expect:
    json.at('a', 'b').items().size() == 4
    json.at('a', 'b').items()[0].scalar().get() == '1'
    json.at('a', 'b').items()[2].truth().get()
    json.textAt('id').get() == '7'
    json.field('n').isEmpty()
    json.at('a', 'z', 'y') == Json.Nothing.NULL
    json.at('id').items() == []
    json.at('id').number().isEmpty()
    json.fields().keySet() as List == ['a', 'n', 'id']
  }

  def "#what is refused with its place"() {
    when:
    JsonReader.read(bytes as byte[])

    then:
    def e = thrown(UnreadableJsonException)
    e.message.contains(says)

    where:
    what                         | bytes                                                  || says
    'an empty text'              | new byte[0]                                            || 'empty'
    'a cut-off object'           | '{"JournalEntry":{"Id":"8"'.bytes                      || 'line 1'
    'a cut-off array'            | '[1,2'.bytes                                           || 'line 1'
    'two values'                 | '{"a":1} {"b":2}'.bytes                                || 'more after'
    'a name given twice'         | '{"Id":"8","Id":"9"}'.bytes                            || 'Duplicate'
    'a page of HTML'             | '<html>Maintenance</html>'.bytes                       || 'line 1, column 1'
    'bytes that are not UTF-8'   | '{"a":"Caf\u00e9"}'.getBytes(StandardCharsets.ISO_8859_1) || 'UTF-8'
    'NaN'                        | '{"a":NaN}'.bytes                                      || 'NaN'
    'nesting without end'        | ('[' * 100).bytes                                      || 'nesting depth'
    'a number without end'       | ('9' * 100).bytes                                      || 'exceeds the maximum'
    'an exponent without end'    | '1e999999'.bytes                                       || 'exponent'
  }

  static Json read(String text) {
    JsonReader.read(text.getBytes(StandardCharsets.UTF_8))
  }
}
