package io.tieout.sandbox.script

import groovy.json.JsonSlurper
import java.net.http.HttpClient
import java.net.http.HttpRequest
import java.net.http.HttpResponse
import java.time.Duration
import java.time.Instant
import spock.lang.AutoCleanup
import spock.lang.Specification

class SandboxServerSpec extends Specification {
  def clock = SandboxClock.standingAt(Instant.parse('2026-10-01T00:00:00Z'))
  def service = new CounterService()

  @AutoCleanup
  SandboxServer server = SandboxServer.start(service, SandboxSettings.on(clock).withBodyBytesMax(100_000))

  def http = HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build()

  HttpResponse<String> send(String method, String path, String body = '', Map headers = [:]) {
    sendBytes(method, path, body.getBytes('UTF-8'), headers)
  }

  HttpResponse<String> sendBytes(String method, String path, byte[] body, Map headers = [:]) {
    def request = HttpRequest.newBuilder(URI.create("${server.baseUri()}${path}"))
      .timeout(Duration.ofSeconds(5))
      .method(method, body.length == 0
      ? HttpRequest.BodyPublishers.noBody() : HttpRequest.BodyPublishers.ofByteArray(body))
    headers.each { name, value -> request.header(name, value) }
    http.send(request.build(), HttpResponse.BodyHandlers.ofString())
  }

  /** Writes raw bytes and reads until the server closes. */
  String raw(String text) {
    new Socket('127.0.0.1', server.port()).withCloseable { socket ->
      socket.soTimeout = 5000
      socket.outputStream.write(text.getBytes('ISO-8859-1'))
      socket.outputStream.flush()
      new String(socket.inputStream.readAllBytes(), 'ISO-8859-1')
    }
  }

  def "it listens on the loopback address only"() {
    expect:
    server.baseUri().host == '127.0.0.1'
  }

  def "requests are decoded: query, UTF-8 body, gzip, chunks"() {
    expect:
    send('GET', '/x?q=a%20b+c').body().contains('"query":"a b c"')
    send('POST', '/x', 'Reýes').body().contains('"body":"Reýes"')
    sendBytes('POST', '/x', KeptBody.gzip('packed'.bytes), ['Content-Encoding': 'gzip']).body()
      .contains('"body":"packed"')
    raw('POST /x HTTP/1.1\r\nHost: h\r\nConnection: close\r\nTransfer-Encoding: chunked\r\n\r\n' +
      '3\r\nabc\r\n2;x=y\r\nde\r\n0\r\n\r\n').contains('"body":"abcde"')
  }

  def "a connection is kept for several requests and an absolute URL is understood"() {
    when:
    def answers = raw('GET http://any.name/x?q=1 HTTP/1.1\r\nHost: any.name\r\n\r\n' +
      'GET /x?q=2 HTTP/1.1\r\nHost: h\r\nConnection: close\r\n\r\n')

    then:
    answers.count('HTTP/1.1 200 OK') == 2
    answers.contains('"query":"1"')
    answers.contains('"query":"2"')
  }

  def "an answer is gzipped for a client that takes gzip"() {
    when:
    def request = HttpRequest.newBuilder(URI.create("${server.baseUri()}/x")).header('Accept-Encoding', 'gzip').build()
    def answer = http.send(request, HttpResponse.BodyHandlers.ofByteArray())

    then:
    answer.headers().firstValue('Content-Encoding').get() == 'gzip'
    new String(KeptBody.gunzip(answer.body(), 1000)).contains('"count":0')
  }

  def "what is no HTTP or too large is refused with a sentence"() {
    expect:
    raw(request).startsWith("HTTP/1.1 ${status}")

    where:
    request                                                              || status
    'nonsense\r\n\r\n'                                                   || 400
    'GET /x HTTP/1.1\r\nno colon\r\n\r\n'                                || 400
    'GET /%zz HTTP/1.1\r\n\r\n'                                          || 400
    'POST /x HTTP/1.1\r\nContent-Length: many\r\n\r\n'                   || 400
    'POST /x HTTP/1.1\r\nContent-Length: 100001\r\n\r\n'                 || 413
    "GET /x HTTP/1.1\r\nX: ${'y' * 70_000}\r\n\r\n"                      || 431
    'POST /x HTTP/1.1\r\nContent-Encoding: gzip\r\nContent-Length: 2\r\n\r\nab' || 400
  }

  def "a gzip body that unpacks beyond the limit is refused"() {
    expect:
    sendBytes('POST', '/x', KeptBody.gzip(new byte[200_000]), ['Content-Encoding': 'gzip']).statusCode() == 413
  }

  def "faults decide about commit and answer: #fault"() {
    given:
    server.faults().add("add:1:${fault}")

    when:
    def status = 0
    try {
      status = send('POST', '/x', 'abcdefgh').statusCode()
    } catch (IOException expected) {
      assert expected
    }

    then:
    status == expectedStatus
    service.count == commits
    server.log().entries('add')[0].committed() == (commits == 1)
    server.log().entries('add')[0].fault() == "add:1:${fault}"

    and: "the next request goes through"
    send('POST', '/x').statusCode() == 200

    where:
    fault                     || expectedStatus | commits
    'commit-then-drop'        || 0              | 1
    'drop-before-commit'      || 0              | 0
    'commit-then-502'         || 502            | 1
    'commit-then-504'         || 504            | 1
    'commit-then-500'         || 500            | 1
    'error-500'               || 500            | 0
    'maintenance'             || 503            | 0
    'cut-off-json'            || 200            | 1
    'truncated-body'          || 0              | 1
    'slow:50'                 || 200            | 1
    'drip:1'                  || 200            | 1
    'stall:100'               || 0              | 0
    'commit-then-stall:100'   || 0              | 1
    'empty-200'               || 200            | 1
    'empty-200-not-committed' || 200            | 0
    'html-200'                || 200            | 0
    'unauthorized'            || 401            | 0
    'forbidden'               || 403            | 0
    'throttled:7'             || 429            | 0
    'redirect'                || 302            | 0
    'altered:amount'          || 200            | 1
    'huge-body:200000'        || 200            | 1
    'huge-header:5000'        || 200            | 1
  }

  def "a drop is a reset, a late commit a plain close, a truncated body an early end"() {
    given:
    server.faults().add('read:1:commit-then-drop')
    server.faults().add('read:1:late-commit:100000')
    server.faults().add('read:1:truncated-body')

    when:
    raw('GET /x HTTP/1.1\r\n\r\n')

    then:
    def e = thrown(SocketException)
    e.message.contains('reset')

    expect:
    raw('GET /x HTTP/1.1\r\n\r\n') == ''
    def truncated = raw('GET /x HTTP/1.1\r\n\r\n')
    def (head, body) = truncated.split('\r\n\r\n')
    (head =~ /Content-Length: (\d+)/)[0][1].toInteger() > body.length()
  }

  def "faults show as they say"() {
    given:
    ['cut-off-json', 'maintenance', 'throttled:7', 'throttled', 'redirect:http://evil.example/', 'altered:amount'].each {
      server.faults().add("read:1:$it")
    }

    expect:
    def cut = send('GET', '/x').body()
    cut.startsWith('{"count"')
    !cut.endsWith('}')
    send('GET', '/x').body().startsWith('<!DOCTYPE html>')
    send('GET', '/x').headers().firstValue('Retry-After').get() == '7'
    send('GET', '/x').headers().firstValue('Retry-After').get() == '60'
    send('GET', '/x').headers().firstValue('Location').get() == 'http://evil.example/'
    send('GET', '/x').body() == '{"altered":"amount"}'
  }

  def "the nth request is counted from when the fault was added; 0 means every one; a star any call"() {
    given:
    send('GET', '/x')
    server.faults().add('read:2:error-500')

    expect:
    send('GET', '/x').statusCode() == 200
    send('POST', '/x').statusCode() == 200
    send('GET', '/x').statusCode() == 500
    send('GET', '/x').statusCode() == 200

    when:
    server.faults().add('*:0:maintenance')

    then:
    send('GET', '/x').statusCode() == 503
    send('POST', '/x').statusCode() == 503

    when:
    server.faults().clear()

    then:
    send('GET', '/x').statusCode() == 200
  }

  def "a zombie commits later, by the sandbox clock"() {
    given:
    server.faults().add('add:1:late-commit:600000')

    when:
    send('POST', '/x')

    then:
    thrown(IOException)
    service.count == 0
    !server.log().entries('add')[0].committed()

    when:
    clock.advance(Duration.ofMinutes(9))

    then:
    service.count == 0

    when:
    clock.advance(Duration.ofMinutes(1))

    then:
    service.count == 1
    server.log().entries('add')[0].committed()
  }

  def "a zombie commits by real time where the clock runs"() {
    given:
    def other = new CounterService()
    def running = SandboxServer.start(other, SandboxSettings.on(SandboxClock.real()))
    running.faults().add('add:1:late-commit:50')

    when:
    try {
      http.send(HttpRequest.newBuilder(URI.create("${running.baseUri()}/x"))
        .POST(HttpRequest.BodyPublishers.ofString('z')).build(), HttpResponse.BodyHandlers.ofString())
    } catch (IOException expected) {
      assert expected
    }
    def patience = System.nanoTime() + Duration.ofSeconds(5).toNanos()
    while (running.locked { other.count } == 0 && System.nanoTime() < patience) {
      sleep(10)
    }

    then:
    other.count == 1

    cleanup:
    running.close()
  }

  def "the log keeps order, bytes and outcome, but no credentials"() {
    when:
    send('POST', '/x?q=1', 'one', ['Authorization': 'Bearer secret-token', 'X-Api-Key': 'secret-key'])
    send('GET', '/x')
    def text = send('GET', '/_sandbox/log').body()
    def log = new JsonSlurper().parseText(text)

    then:
    log*.number == [1, 2]
    log[0].call == 'add'
    log[0].target == '/x?q=1'
    log[0].body == 'one'
    log[0].committed
    log[0].status == 200
    log[0].answer.contains('"count":1')
    log[0].headers.authorization == 'Bearer [redacted]'
    log[0].headers['x-api-key'] == '[redacted]'
    !text.contains('secret')
    !log[1].committed
    !new JsonSlurper().parseText(send('GET', '/_sandbox/log?from=2&bodies=false').body())[0].containsKey('body')
  }

  def "the log can cap bodies and entries"() {
    given:
    def small = SandboxServer.start(service, SandboxSettings.on(clock).withLog(new LogKeeping(4, true, 2)))

    when:
    3.times { n ->
      http.send(HttpRequest.newBuilder(URI.create("${small.baseUri()}/x"))
        .POST(HttpRequest.BodyPublishers.ofString("body${n}")).build(), HttpResponse.BodyHandlers.ofString())
    }

    then:
    small.log().entries()*.number() == [2, 3]
    small.log().entries()[0].body().text() == 'body'
    small.log().entries()[0].bodyBytes() == 5

    cleanup:
    small.close()
  }

  def "a defect of the sandbox itself is answered and logged, not hidden"() {
    expect:
    send('GET', '/broken').statusCode() == 500
    server.log().entries()[0].defect().contains('IllegalStateException: a defect')
  }

  def "the strings can be pulled over HTTP"() {
    expect:
    send('POST', '/_sandbox/fault', 'add:1:error-500\nread:1:maintenance').body() ==
      '{"pending":["add:1:error-500","read:1:maintenance"],"fired":[]}'
    send('POST', '/x').statusCode() == 500
    send('POST', '/_sandbox/clear-faults').body() == '{"pending":[],"fired":["add:1:error-500"]}'
    send('POST', '/_sandbox/clock', 'PT1H').body() == '{"now":"2026-10-01T01:00:00Z"}'
    clock.instant() == Instant.parse('2026-10-01T01:00:00Z')
    send('POST', '/_sandbox/do/set', '41').body() == '{"count":41}'
    send('GET', '/_sandbox/state').body() == '{"count":41}'
    send('POST', '/_sandbox/do/unknown', '{}').statusCode() == 404
    send('POST', '/_sandbox/reset-log').statusCode() == 200
    server.log().entries().empty
  }

  def "a wrong string is explained"() {
    expect:
    def answer = send('POST', path, body)
    answer.statusCode() == 400
    answer.body().contains(message)

    where:
    path              | body                  || message
    '/_sandbox/fault' | 'batch:1:explode'     || "unknown fault 'explode'; known are commit-then-drop"
    '/_sandbox/fault' | 'batch'               || 'expected call:nth:fault'
    '/_sandbox/fault' | 'batch:1:slow:soon'   || 'slow takes a whole number'
    '/_sandbox/clock' | 'PT-1H'               || 'forward only'
    '/_sandbox/clock' | 'tomorrow'            || 'Duration'
  }

  def "calls are serialised though connections are many"() {
    when:
    def threads = (1..8).collect {
      Thread.start { 25.times { send('POST', '/x', 'n') } }
    }
    threads*.join()

    then:
    service.count == 200
    server.log().entries()*.number() == (1L..200L).toList()
  }
}
