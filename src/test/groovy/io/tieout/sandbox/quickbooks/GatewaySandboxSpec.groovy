package io.tieout.sandbox.quickbooks

import java.time.Duration

class GatewaySandboxSpec extends QuickBooksSandboxSpecification {
  static final String BASIC = 'Basic ' + 'sandbox-client:sandbox-secret'.bytes.encodeBase64()

  def refresh(String refreshToken, String basic = BASIC) {
    send('POST', '/oauth2/v1/tokens/bearer', [
      body       : "grant_type=refresh_token&refresh_token=${urlEncoded(refreshToken)}",
      contentType: 'application/x-www-form-urlencoded',
      headers    : [Authorization: basic]
    ])
  }

  def "every answer carries intuit_tid, faults and tokens too"() {
    expect:
    send('GET', path('preferences')).headers().firstValue('intuit_tid').present
    send('GET', path('journalentry/1')).headers().firstValue('intuit_tid').present
    send('GET', path('preferences'), [token: 'bad']).headers().firstValue('intuit_tid').present
    refresh('bad').headers().firstValue('intuit_tid').present
    send('GET', path('preferences'), [headers: [intuit_tid: 'mine']]).headers().firstValue('intuit_tid').get() == 'mine'
  }

  def "an unknown token gets 401 in the gateway's shape"() {
    when:
    def answer = send('GET', path('preferences'), [token: 'nobody'])

    then:
    answer.statusCode() == 401
    json(answer).fault.type == 'AUTHENTICATION'
    json(answer).fault.error[0].code == '3200'
    json(answer).fault.error[0].message == 'message=AuthenticationFailed; errorCode=003200; statusCode=401'
    !json(answer).Fault
  }

  def "a token of another company gets 403 with 3100"() {
    when:
    def answer = send('GET', path('preferences'), [token: "static-${OTHER_REALM}"])

    then:
    answer.statusCode() == 403
    json(answer).fault.type == 'AUTHORIZATION'
    json(answer).fault.error[0].code == '3100'
  }

  def "access tokens live an hour of the sandbox clock"() {
    given:
    def granted = json(refresh("RT1-seed-${REALM}"))

    expect:
    granted.token_type == 'bearer'
    granted.expires_in == 3600
    send('GET', path('preferences'), [token: granted.access_token]).statusCode() == 200

    when:
    clock.advance(Duration.ofSeconds(3599))

    then:
    send('GET', path('preferences'), [token: granted.access_token]).statusCode() == 200

    when:
    clock.advance(Duration.ofSeconds(1))

    then:
    send('GET', path('preferences'), [token: granted.access_token]).statusCode() == 401
    send('GET', path('preferences')).statusCode() == 200
  }

  def "the refresh token changes about daily, the old value dies, and 101 days without use end it"() {
    given:
    def first = "RT1-seed-${REALM}"

    expect:
    json(refresh(first)).refresh_token == first

    when:
    clock.advance(Duration.ofHours(24))
    def second = json(refresh(first)).refresh_token

    then:
    second != first
    refresh(first).statusCode() == 400
    json(refresh(first)) == [error: 'invalid_grant']
    json(refresh(second)).refresh_token == second

    when:
    clock.advance(Duration.ofDays(101))

    then:
    json(refresh(second)) == [error: 'invalid_grant']
  }

  def "the token endpoint wants its client and a grant it knows; a code stands for consent"() {
    expect:
    json(refresh("RT1-seed-${REALM}", 'Basic bm9ib2R5')) == [error: 'invalid_client']
    json(send('POST', '/oauth2/v1/tokens/bearer', [body: 'grant_type=password', headers: [Authorization: BASIC],
      contentType: 'application/x-www-form-urlencoded'])) == [error: 'unsupported_grant_type']
    def granted = json(send('POST', '/oauth2/v1/tokens/bearer', [body: "grant_type=authorization_code&code=code-${REALM}",
      headers: [Authorization: BASIC], contentType: 'application/x-www-form-urlencoded']))
    send('GET', path('preferences'), [token: granted.access_token]).statusCode() == 200
  }

  def "revoking and expiring by hand end tokens"() {
    when:
    hand('expire-tokens', [:])

    then:
    send('GET', path('preferences')).statusCode() == 401

    when:
    hand('revoke', [:])

    then:
    json(refresh("RT1-seed-${REALM}")) == [error: 'invalid_grant']
  }

  def "more than ten requests a second are throttled with 3001 and Retry-After, by the sandbox clock"() {
    given:
    sandbox.settings(behaviour().withThrottles(true))
    10.times { assert send('GET', path('preferences')).statusCode() == 200 }

    when:
    def refused = send('GET', path('preferences'))

    then:
    refused.statusCode() == 429
    json(refused).fault.type == 'SERVICE'
    json(refused).fault.error[0].code == '3001'
    refused.headers().firstValue('Retry-After').get() == '1'

    when:
    clock.advance(Duration.ofSeconds(1))

    then:
    send('GET', path('preferences')).statusCode() == 200
  }

  def "forty batches a minute, five hundred requests a minute; Retry-After can be left out"() {
    given:
    sandbox.settings(behaviour().withThrottles(true).withRetryAfter(false))
    def empty = [BatchItemRequest: [[bId: '1', Query: 'select count(*) from JournalEntry']]]

    when:
    def statuses = (1..41).collect {
      clock.advance(Duration.ofMillis(100))
      send('POST', path('batch'), [body: empty]).statusCode()
    }
    def last = send('POST', path('batch'), [body: empty])

    then:
    statuses.count(200) == 40
    last.statusCode() == 429
    !last.headers().firstValue('Retry-After').present

    when:
    clock.advance(Duration.ofSeconds(1))
    def others = (1..480).collect {
      clock.advance(Duration.ofMillis(100))
      send('GET', path('preferences')).statusCode()
    }

    then: "the minute holds 500 in all"
    others.count(200) == 460
    others.drop(460).every { it == 429 }
  }

  def "without Accept there is no JSON"() {
    expect:
    send('GET', path('preferences'), [headers: [Accept: 'text/html']]).statusCode() == 406
  }

  def "company and preferences can be read and queried"() {
    expect:
    get("companyinfo/${REALM}").CompanyInfo.CompanyName == 'Cedar Ridge LLC'
    query('select * from CompanyInfo').QueryResponse.CompanyInfo[0].Country == 'USA'
    def preferences = query('select * from Preferences').QueryResponse.Preferences[0]
    preferences.AccountingInfoPrefs.FirstMonthOfFiscalYear == 'January'
    preferences.AccountingInfoPrefs.ClassTrackingPerTxnLine
    preferences.CurrencyPrefs == [MultiCurrencyEnabled: false, HomeCurrency: [value: 'USD']]
    !preferences.AccountingInfoPrefs.BookCloseDate
  }

  def "what does not exist is refused, not guessed"() {
    expect:
    code(json(send('POST', path('invoice'), [body: [:]]))) == '500'
    code(get('reports/CashFlow')) == '500'
    send('GET', '/v2/nothing').statusCode() == 404
    code(json(send('POST', path('journalentry'), [body: entry(), contentType: 'text/plain']))) == '500'
  }

  def "faults of the script take QuickBooks' shapes"() {
    given:
    ['preferences:1:unauthorized', 'preferences:1:throttled:13', 'preferences:1:error-500'].each { server.faults().add(it) }

    expect:
    json(send('GET', path('preferences'))).fault.error[0].code == '3200'
    def throttled = send('GET', path('preferences'))
    json(throttled).fault.error[0].code == '3001'
    throttled.headers().firstValue('Retry-After').get() == '13'
    json(send('GET', path('preferences'))).Fault.type == 'SystemFault'
  }
}
