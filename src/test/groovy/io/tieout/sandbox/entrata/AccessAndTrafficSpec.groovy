package io.tieout.sandbox.entrata

import io.tieout.sandbox.entrata.portfolio.WorkedPortfolio
import io.tieout.sandbox.script.SandboxClock
import io.tieout.sandbox.script.SandboxSettings
import spock.lang.AutoCleanup
import spock.lang.Specification

import java.net.http.HttpClient
import java.net.http.HttpRequest
import java.net.http.HttpResponse
import java.time.Clock
import java.time.Instant
import java.time.ZoneOffset

class AccessAndTrafficSpec extends Specification {

    @AutoCleanup
    def sandbox = EntrataSandbox.start(WorkedPortfolio.open(), EntrataOddities.defaults(),
            SandboxSettings.on(SandboxClock.standingAt(Instant.parse('2026-11-02T16:00:30Z'))))
    def http = HttpClient.newHttpClient()
    static final String STATUS = '{"auth":{"type":"apikey"},"requestId":"a","method":{"name":"getStatus","version":"r1","params":{}}}'

    private HttpResponse<String> post(String path, String body, Map<String, String> headers) {
        def request = HttpRequest.newBuilder(URI.create(sandbox.baseUri().toString() + path)).POST(HttpRequest.BodyPublishers.ofString(body))
        headers.each { k, v -> request.header(k, v) }
        http.send(request.build(), HttpResponse.BodyHandlers.ofString())
    }

    private static String basic(String user, String password) {
        'Basic ' + "$user:$password".bytes.encodeBase64()
    }

    def "over HTTP, #path answers to #headers"() {
        expect:
        post(path, STATUS, headers).body().contains('available and running')

        where:
        path                          | headers
        '/ext/orgs/demopm/v1/status'  | ['X-Api-Key': WorkedPortfolio.API_KEY]
        '/api/status'                 | ['X-Api-Key': WorkedPortfolio.API_KEY]
        '/api/v1/status'              | ['x-api-key': WorkedPortfolio.API_KEY]
        '/api/v1/status'              | [Authorization: basic('demo', 'demo-password-not-a-secret')]
        '/ext/orgs/demopm/v1/status'  | [Authorization: basic('X-Api-Key', WorkedPortfolio.API_KEY)]
    }

    def "a wrong key is 401 on the gateway and an error inside 200 on a tenant host"() {
        when:
        def answer = post(path, STATUS, ['X-Api-Key': 'wrong'])

        then:
        answer.statusCode() == status
        answer.body().contains('Authentication failed')

        where:
        path                          || status
        '/ext/orgs/demopm/v1/status'  || 401
        '/ext/orgs/another/v1/status' || 401
        '/api/v1/status'              || 200
    }

    def "an error inside 200 stands at response.error with code 200 around it, and the gateway puts its code in front"() {
        given:
        def body = '{"requestId":7,"method":{"name":"getVendors","version":"r1","params":{}}}'

        expect:
        post('/api/v1/vendors', body, ['X-Api-Key': WorkedPortfolio.API_KEY]).body() ==
                '{"response":{"requestId":"7","code":200,"error":{"code":302,"message":"The parameter vendorIds or vendorCodes is required."}}}'
        post('/ext/orgs/demopm/v1/vendors', body, ['X-Api-Key': WorkedPortfolio.API_KEY]).body() ==
                '{"requestId":"7","code":302,"message":"The parameter vendorIds or vendorCodes is required."}'
    }

    def "an unknown version is a plain 404 that names it; a method of another service, broken JSON and GET are refused"() {
        given:
        def key = ['X-Api-Key': WorkedPortfolio.API_KEY]

        expect:
        with(post('/ext/orgs/demopm/v1/status', STATUS.replace('r1', 'r9'), key)) {
            statusCode() == 404
            body().contains('provided version r9')
        }
        post('/ext/orgs/demopm/v1/vendors', STATUS, key).body().contains('does not exist in the service vendors')
        post('/ext/orgs/demopm/v1/status', '{"broken', key).statusCode() == 400
        post('/nowhere', STATUS, key).statusCode() == 404
    }

    def "windows are fixed by the clock: the seventh health probe of a minute is 429 and the next minute is free"() {
        given:
        def key = ['X-Api-Key': WorkedPortfolio.API_KEY]
        def probe = { post('/api/v1/status', STATUS, key) }

        when:
        def first = probe()
        5.times { probe() }
        def seventh = probe()
        sandbox.server().clock().advance(java.time.Duration.ofSeconds(30))
        def eighth = probe()

        then:
        first.headers().firstValue('x-ratelimit-limit').get() == '8640/day;360/hour;6/minute'
        first.headers().firstValue('x-ratelimit-remaining').get() == '8639/day;359/hour;5/minute'
        first.headers().firstValue('x-ratelimit-reset').get() == '53970;3570;30'
        seventh.statusCode() == 429
        seventh.headers().firstValue('x-ratelimit-remaining').get().endsWith(';0/minute')
        eighth.statusCode() == 200
    }

    def "faults and control actions reach the service over HTTP"() {
        given:
        def key = ['X-Api-Key': WorkedPortfolio.API_KEY]
        def gl = '{"method":{"name":"getGlTransactions","version":"r1","params":{"propertyIds":"510001","isDetailed":1}}}'
        def read = { post('/api/v1/financial', gl, key) }

        when:
        post('/_sandbox/do/tamper', '{"id":93000001,"byMinor":1}', [:])
        post('/_sandbox/fault', 'getGlTransactions:1:altered:"25000.00"=>"25x00.00"\ngetGlTransactions:2:throttled', [:])
        def altered = read()
        def throttled = read()
        def usual = read()

        then:
        altered.body().contains('"25x00.00"')
        altered.body().contains('"1450.01"')
        throttled.statusCode() == 429
        usual.statusCode() == 200
        !usual.body().contains('25x00')
        post('/_sandbox/do/unheard-of', '{}', [:]).statusCode() == 404
    }

    def "pages are asked for in the query string, and a tenant may ignore them"() {
        given:
        def caller = new EntrataCaller(EntrataOddities.defaults().with(traffic))
        def answer = caller.send('getInvoices', 'r2', [:], [page_no: [page], per_page: ['2']])
        def ids = EntrataCaller.many(EntrataCaller.body(answer).at('/result/invoices/invoice'))*.get('id')*.asLong()

        expect:
        ids == found
        answer.headers()['X-Total-Count'] == '6'
        answer.headers()['Link'].contains('rel="next"') == more

        where:
        page | traffic                           || found                                                | more
        '1'  | Traffic.usual()                   || [740101, 740102]                                     | true
        '3'  | Traffic.usual()                   || [740105, 740106]                                     | false
        '4'  | Traffic.usual()                   || []                                                   | false
        '2'  | Traffic.usual().ignoringPages()   || [740101, 740102, 740103, 740104, 740105, 740106]     | false
    }

    def "a key without the permission for a method or a property gets a generic error"() {
        given:
        def caller = new EntrataCaller()
        caller.office.keys()[0].denyMethod('getInvoices')
        caller.office.keys()[0].denyProperty(510002)

        expect:
        EntrataCaller.error(caller.send('getInvoices', 'r2', [:])) == 'An error occurred while processing the request.'
        EntrataCaller.error(caller.send('getGlTransactions', 'r1', [propertyIds: '510001,510002'])) == 'An error occurred while processing the request.'
        caller.result('getProperties', 'r1', [:]).at('/PhysicalProperty/Property').size() == 1
        !caller.result('getAccessibleServices', 'r1', [:]).toString().contains('getInvoices')
    }

    def "parameters may be [{}], [] or missing where none is needed"() {
        given:
        def caller = new EntrataCaller(EntrataOddities.defaults())
        caller.clock = Clock.fixed(Instant.parse('2026-11-02T16:00:30Z'), ZoneOffset.UTC)

        expect:
        EntrataCaller.body(caller.send('properties', [requestID: 'misspelt', method: method])).at('/result/PhysicalProperty/Property').size() == 2

        where:
        method << [[name: 'getProperties', params: [[:]]], [name: 'getProperties', params: []], [name: 'getProperties'], [name: 'getProperties', version: 'r1', params: [:]]]
    }
}
