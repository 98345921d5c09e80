package io.tieout.mapping

import spock.lang.Specification

class CodePatternSpec extends Specification {

  def "#code matches #number: #matches"() {
    expect:
    CodePattern.of(code).matches(number, Optional.of('240001')) == matches

    where:
    code                   | number      || matches
    '4010-0000'            | '4010-0000' || true
    '4010-0000'            | '4010'      || false
    'id:240001'            | '9'         || true
    'id:240002'            | '9'         || false
    '4000-0000..4999-9999' | '4010-0000' || true
    '4000-0000..4999-9999' | '4999-9999' || true
    '4000-0000..4999-9999' | '5000-0000' || false
    '4000-0000..4999-9999' | '4500'      || true
    '900..1100'            | '1000'      || true
    '0900..1100'           | '901'       || true
    '40*'                  | '4010-0000' || true
    '40*'                  | '40'        || true
    '40*'                  | '140'       || false
    '*'                    | ''          || true
    '*-0001'               | '4010-0001' || true
    '*-0001'               | '4010-0002' || false
    '4*-*1'                | '4010-0-01' || true
    '4*-*1'                | '4010-0-02' || false
    '*a*a*a*a*a*a*a*b'     | 'a' * 60    || false
  }

  def "without an id, a rule by id matches nothing"() {
    expect:
    !CodePattern.of('id:240001').matches('4010-0000', Optional.empty())
  }

  def "a code that cannot be meant is refused in words: '#code'"() {
    expect:
    CodePattern.faultOf(code).get().contains(words)

    when:
    CodePattern.of(code)

    then:
    thrown(IllegalArgumentException)

    where:
    code              || words
    ''                || 'empty'
    ' 4010'           || 'blanks around'
    'id:'             || 'without the id'
    '4010-0000"'      || 'the other quote is missing'
    '4000..'          || 'without its first or last'
    '..4000'          || 'without its first or last'
    '5000..4000'      || 'above its last'
    '4000..49*'       || "with a '*'"
    '4000..4100..42'  || "second '..'"
  }

  def "numbers are ordered as a person reads them"() {
    expect:
    ['1000', '999', '0100', '100', '4010-0000', '4010', '4010-0001', 'A2', 'A10', '4-2', '4-10'].sort(false, NaturalOrder.INSTANCE) ==
        ['4-2', '4-10', '0100', '100', '999', '1000', '4010', '4010-0000', '4010-0001', 'A2', 'A10']
    NaturalOrder.INSTANCE.compare('4010', '4010') == 0
  }

  def "the word most likely meant: #written"() {
    expect:
    DidYouMean.of(written, ['basis', 'book', 'tree', 'cutover', 'fiscal-year-start', '4010-0000']) == Optional.ofNullable(meant)

    where:
    written             || meant
    'bassis'            || 'basis'
    'bsais'             || 'basis'
    'Basis'             || 'basis'
    'fiscal_year_start' || 'fiscal-year-start'
    'cutovr'            || 'cutover'
    'tre'               || 'tree'
    'x'                 || null
    'something-else'    || null
    '4010-000'          || '4010-0000'
  }

  def "distance counts a swap of neighbours as one slip"() {
    expect:
    DidYouMean.distance(a, b) == slips

    where:
    a      | b      || slips
    ''     | ''     || 0
    ''     | 'ab'   || 2
    'ab'   | 'ba'   || 1
    'abcd' | 'acbd' || 1
    'abc'  | 'abd'  || 1
    'abc'  | 'ab'   || 1
  }
}
