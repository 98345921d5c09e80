package io.tieout.money

import static io.tieout.money.CurrencyCode.USD
import static io.tieout.money.Side.CREDIT
import static io.tieout.money.Side.DEBIT

import spock.lang.Specification

class MoneySpec extends Specification {

  static final CurrencyCode JPY = new CurrencyCode('JPY')
  static final CurrencyCode KWD = new CurrencyCode('KWD')

  def "a decimal becomes whole minor units and back: #text #currency is #minor"() {
    given:
    def money = Money.parse(text, currency)

    expect:
    money.amountMinor() == minor
    money.toString() == shown
    Money.of(money.toDecimal(), currency) == money

    where:
    text                    | currency || minor               | shown
    '25.95'                 | USD      || 2595                | '25.95'
    '-1234.5'               | USD      || -123450             | '-1234.50'
    '0'                     | USD      || 0                   | '0.00'
    '1E+2'                  | USD      || 10000               | '100.00'
    '12.500'                | USD      || 1250                | '12.50'
    '1234'                  | JPY      || 1234                | '1234'
    '0.001'                 | KWD      || 1                   | '0.001'
    '92233720368547758.07'  | USD      || Long.MAX_VALUE      | '92233720368547758.07'
    '-92233720368547758.08' | USD      || Long.MIN_VALUE      | '-92233720368547758.08'
  }

  def "nothing is ever rounded or cut: '#text' #currency is refused"() {
    when:
    Money.parse(text, currency)

    then:
    thrown(fault)

    where:
    text                   | currency || fault
    '0.005'                | USD      || ArithmeticException
    '1.5'                  | JPY      || ArithmeticException
    '92233720368547758.08' | USD      || ArithmeticException
    '1,234.50'             | USD      || NumberFormatException
    '(5.00)'               | USD      || NumberFormatException
    ''                     | USD      || NumberFormatException
  }

  def "sums are exact and an overflow is said, not wrapped"() {
    expect:
    usd(250).plus(usd(-75)) == usd(175)
    usd(250).minus(usd(300)) == usd(-50)
    usd(-50).negate() == usd(50)
    usd(-50).abs() == usd(50)
    usd(50).abs() == usd(50)
    Money.zero(USD).zero
    !usd(1).zero
    usd(-1) < usd(1)

    when:
    operation()

    then:
    thrown(ArithmeticException)

    where:
    operation << [
        { usd(Long.MAX_VALUE).plus(usd(1)) },
        { usd(Long.MIN_VALUE).minus(usd(1)) },
        { usd(Long.MIN_VALUE).negate() },
        { usd(Long.MIN_VALUE).abs() },
    ]
  }

  def "two currencies never meet in one sum or comparison"() {
    when:
    operation(usd(1), Money.of(1, JPY))

    then:
    def fault = thrown(IllegalArgumentException)
    fault.message.contains('USD')
    fault.message.contains('JPY')

    where:
    operation << [
        { a, b -> a.plus(b) },
        { a, b -> a.minus(b) },
        { a, b -> a.compareTo(b) },
    ]
  }

  def "#amount cents by #weights become #parts, which sum to the whole"() {
    expect:
    usd(amount).allocate(weights.collect { it as Long })*.amountMinor() == parts
    parts.sum() == amount

    where:
    amount | weights         || parts
    100    | [1, 1, 1]       || [34, 33, 33]
    -100   | [1, 1, 1]       || [-34, -33, -33]
    101    | [1, 2]          || [34, 67]
    5      | [3, 7]          || [2, 3]
    1      | [1, 1]          || [1, 0]
    100    | [0, 5, 0]       || [0, 100, 0]
    0      | [1, 1]          || [0, 0]
    10     | [1]             || [10]
  }

  def "parts of any amount sum to the whole (seed #seed)"() {
    given:
    def random = new Random(seed)
    def amount = random.nextLong()
    def weights = (0..random.nextInt(20)).collect { random.nextInt(1000) as Long } + [1L]

    expect:
    usd(amount).allocate(weights).inject(Money.zero(USD)) { sum, part -> sum.plus(part) } == usd(amount)

    where:
    seed << (1..50)
  }

  def "weights of nothing, or below zero, are refused: #weights"() {
    when:
    usd(100).allocate(weights.collect { it as Long })

    then:
    thrown(IllegalArgumentException)

    where:
    weights << [[], [0, 0], [2, -1]]
  }

  def "a debit is positive, a credit negative, and zero stands on the debit side"() {
    expect:
    Side.of(signed) == side
    usd(signed).side() == side
    side.opposite() != side
    side.opposite().opposite() == side
    side.sign() * Math.abs(signed) == signed

    where:
    signed || side
    1      || DEBIT
    -1     || CREDIT
    0      || DEBIT
  }

  def "'#code' is #what"() {
    expect:
    CurrencyCode.isKnown(code) == known

    when:
    def made = null
    try {
      made = new CurrencyCode(code)
    } catch (IllegalArgumentException refused) {
      assert refused.message.contains(code)
    }

    then:
    (made != null) == known
    !known || made.decimals() == decimals
    !known || made.toString() == code

    where:
    code  || known | decimals
    'USD' || true  | 2
    'JPY' || true  | 0
    'KWD' || true  | 3
    'usd' || false | null
    'ABC' || false | null
    'XAU' || false | null
    ''    || false | null

    what = known ? "a currency with $decimals decimal places" : 'no currency to count in'
  }

  private static Money usd(long minor) {
    Money.of(minor, USD)
  }
}
