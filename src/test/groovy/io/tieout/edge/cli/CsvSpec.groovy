package io.tieout.edge.cli

import spock.lang.Specification

class CsvSpec extends Specification {

  def "a cell is quoted where it must be, and no text becomes a formula: #text"() {
    given:
    def out = new StringWriter()

    when:
    new Csv(new PrintWriter(out)).row([text, 'x'])

    then:
    out.toString() == cell + ',x\r\n'

    where:
    text                   || cell
    'Rent'                 || 'Rent'
    'Rent, October'        || '"Rent, October"'
    'the "old" flat'       || '"the ""old"" flat"'
    'two\nlines'           || '"two\nlines"'
    '=HYPERLINK("http")'   || '"\'=HYPERLINK(""http"")"'
    '@sum'                 || "'@sum"
    '-12.50'               || '-12.50'
    '-12.50 off'           || "'-12.50 off"
    '100.00'               || '100.00'
    ''                     || ''
  }
}
