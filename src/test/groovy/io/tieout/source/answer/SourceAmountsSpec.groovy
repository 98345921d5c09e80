package io.tieout.source.answer

import io.tieout.money.CurrencyCode
import io.tieout.wire.JsonReader
import spock.lang.Specification

class SourceAmountsSpec extends Specification {

  def "every documented form is read exactly"() {
    expect:
    minor(json).getAsLong() == amount

    where:
    json             || amount
    '1525.0'         || 152500
    '1525'           || 152500
    '1236.13'        || 123613
    '-1525.0'        || -152500
    '0'              || 0
    '-0.0'           || 0
    '"6.00"'         || 600
    '"6"'            || 600
    '"6.5"'          || 650
    '"-6.00"'        || -600
    '"-0.00"'        || 0
    '"0.07"'         || 7
    '"$50.00"'       || 5000
    '"$-2416.66"'    || -241666
    '"1,234.56"'     || 123456
    '"-1,234.56"'    || -123456
    '"$1,234.56"'    || 123456
    '"$-1,234.56"'   || -123456
    '"$1,234,567.89"' || 123456789
    '"($70.00)"'     || -7000
    '"($1,234.56)"'  || -123456
    '"90071992547409.93"' || 9007199254740993
    '90071992547409.93' || 9007199254740993
  }

  def "anything else is no amount"() {
    expect:
    minor(json).isEmpty()

    where:
    json << ['"1E3"', '1E3', '1.5e1', '"6.001"', '6.001', '"6.000"', '"12,34.5"', '"1,23"', '"1234,567.00"', '"NaN"', '"Infinity"',
             '""', '" 6.00"', '"6.00 "', '"-$12.00"', '"$ 12.00"', '"(70.00)"', '"($-70.00)"', '"-($70.00)"', '"$(70.00)"',
             '"--6.00"', '"+6.00"', '"6.00-"', '".50"', '"6."', '"007.00"', '"00.00"', '"6,00"', '"6.0.0"', '"€6.00"', '"6.00 USD"',
             '"0x10"', '"٦.٠٠"', '"1 234.56"', 'true', 'null', '{}', '["6.00"]', '"99999999999999999999.00"',
             '99999999999999999999.00', '"1111111111111111111111111111111111.00"']
  }

  def "a currency without minor units takes no decimals"() {
    expect:
    SourceAmounts.minor(text, new CurrencyCode('JPY')) == (amount == null ? OptionalLong.empty() : OptionalLong.of(amount))

    where:
    text      || amount
    '1,200'   || 1200
    '1200.00' || null
  }

  private static OptionalLong minor(String json) {
    SourceAmounts.minor(JsonReader.read(json.getBytes('UTF-8')), CurrencyCode.USD)
  }
}
