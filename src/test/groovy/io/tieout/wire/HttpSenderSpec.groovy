package io.tieout.wire

import java.nio.charset.StandardCharsets
import java.time.Duration
import spock.lang.AutoCleanup
import spock.lang.Specification

class HttpSenderSpec extends Specification {

  static final BODY = '{"DocNumber":"TO-1","Memo":"Café"}'.getBytes(StandardCharsets.UTF_8)

  @AutoCleanup
  StubServer stub

  def sender = sender(Duration.ofSeconds(20))

  def "stored bytes arrive as they are, once, and the whole answer comes back"() {
    given:
    stub = new StubServer({ StubServer.http(200, '{"ok":true}', ['intuit_tid': '1-abc']) })

    when:
    def answer = sender.send(post())

    then:
    answer instanceof WireAnswer.Answered
    answer.status() == 200
    answer.bodyText() == '{"ok":true}'
    answer.header('Intuit_TID').get() == '1-abc'
    answer.mediaType() == 'application/json'
    stub.seen.size() == 1
    stub.seen[0].body == BODY
    stub.seen[0].requestLine == 'POST /v3/company/1/batch?requestid=K1 HTTP/1.1'
    stub.seen[0].headers['authorization'] == 'Bearer secret'
  }

  def "a server that reads the whole POST and closes is sent it exactly once, and the outcome is unknown"() {
    given:
    stub = new StubServer({ null })

    when:
    def answer = sender.send(post())
    sleep(300)

    then:
    answer instanceof WireAnswer.Unknown
    stub.seen.size() == 1
  }

  def "a POST on a kept connection that the server closes after reading is sent once, too"() {
    given:
    int calls = 0
    stub = new StubServer({ ++calls == 1 ? StubServer.http(200, '{}') : null })
    stub.keepAlive = true

    when:
    def first = sender.send(post())
    def second = sender.send(post())
    sleep(300)

    then:
    first instanceof WireAnswer.Answered
    second instanceof WireAnswer.Unknown
    stub.seen.size() == 2
    stub.seen*.connection == [1, 1]
  }

  def "a GET is not repeated either"() {
    given:
    int calls = 0
    stub = new StubServer({ ++calls == 1 ? StubServer.http(200, '{}') : null })
    stub.keepAlive = true

    when:
    sender.send(get())
    def answer = sender.send(get())
    sleep(300)

    then:
    answer instanceof WireAnswer.Unknown
    stub.seen.size() == 2
  }

  def "a redirect is an answer and is not followed"() {
    given:
    stub = new StubServer({ StubServer.http(302, '', ['Location': stub.url + '/elsewhere']) })

    when:
    def answer = sender.send(post())

    then:
    answer.status() == 302
    stub.seen.size() == 1
  }

  def "#what is unknown"() {
    given:
    stub = new StubServer({ raw.getBytes(StandardCharsets.ISO_8859_1) })

    expect:
    sender.send(post()) instanceof WireAnswer.Unknown

    where:
    what                                   | raw
    'a body shorter than announced'        | 'HTTP/1.1 200 OK\r\nContent-Length: 100\r\n\r\n{"JournalEntry":{'
    'a chunked body that breaks off'       | 'HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n20\r\n{"Jour'
    'an answer that is no HTTP'            | 'SSH-2.0-OpenSSH_9.6\r\n'
    'a broken gzip body'                   | 'HTTP/1.1 200 OK\r\nContent-Encoding: gzip\r\nContent-Length: 4\r\n\r\nabcd'
  }

  def "an answer that stalls after its head is unknown at the total limit, not later"() {
    given:
    stub = new StubServer({ seen ->
      Thread.sleep(30_000)
      null
    })
    def stalled = new StubServer({ 'HTTP/1.1 200 OK\r\nContent-Length: 9\r\n\r\n{'.bytes })
    stalled.keepAlive = true

    when:
    def start = System.nanoTime()
    def silent = sender(Duration.ofMillis(700)).send(post())
    def halfway = sender(Duration.ofMillis(700)).send(post(stalled.url))
    def millis = (System.nanoTime() - start) / 1_000_000

    then:
    silent instanceof WireAnswer.Unknown
    halfway instanceof WireAnswer.Unknown
    millis < 8_000

    cleanup:
    stalled.close()
  }

  def "an answer beyond the size limit is unknown, also when it is small until un-gzipped"() {
    given:
    stub = new StubServer({ StubServer.http(200, 'x' * 5_000) })
    def bomb = new ByteArrayOutputStream()
    new java.util.zip.GZIPOutputStream(bomb).withCloseable { it.write(new byte[100_000]) }
    def head = "HTTP/1.1 200 OK\r\nContent-Encoding: gzip\r\nContent-Length: ${bomb.size()}\r\n\r\n".bytes
    def zipped = new StubServer({ (head.toList() + bomb.toByteArray().toList()) as byte[] })
    def small = new HttpSender(AllowedHosts.of(true), Duration.ofSeconds(5), Duration.ofSeconds(20), 1_000)

    expect:
    small.send(post()).reason().contains('larger than 1000 bytes')
    small.send(post(zipped.url)).reason().contains('larger than 1000 bytes')

    cleanup:
    zipped.close()
  }

  def "a gzipped answer is read as plain"() {
    given:
    def packed = new ByteArrayOutputStream()
    new java.util.zip.GZIPOutputStream(packed).withCloseable { it.write('{"a":1}'.bytes) }
    def head = "HTTP/1.1 200 OK\r\nContent-Encoding: gzip\r\nContent-Length: ${packed.size()}\r\n\r\n".bytes
    stub = new StubServer({ (head.toList() + packed.toByteArray().toList()) as byte[] })

    expect:
    sender.send(get()).bodyText() == '{"a":1}'
  }

  def "a refused connection and an unknown name are proven not sent"() {
    given:
    def free = new ServerSocket(0, 1, InetAddress.loopbackAddress)
    int port = free.localPort
    free.close()

    expect:
    sender.send(post("http://127.0.0.1:$port")) instanceof WireAnswer.NotSent
    new HttpSender(AllowedHosts.of(false, '*.invalid')).send(post('https://nowhere.invalid')) instanceof WireAnswer.NotSent
  }

  def "a certificate that nobody vouches for is refused before any byte of the request is sent"() {
    given:
    stub = new StubServer({ StubServer.http(200, '{}') }, SelfSigned.serverSocket())

    when:
    def answer = sender.send(post("https://localhost:${stub.port}"))

    then:
    answer instanceof WireAnswer.NotSent
    stub.seen.isEmpty()
  }

  def "a request to a host that is not allowed is a programmer's mistake"() {
    when:
    sender.send(post('https://quickbooks.example.com'))

    then:
    def e = thrown(IllegalArgumentException)
    e.message.contains('quickbooks.example.com')
  }

  def "a request prints without its secrets"() {
    expect:
    post('https://a.example').toString() == 'POST https://a.example/v3/company/1/batch'
  }

  HttpSender sender(Duration total) {
    new HttpSender(AllowedHosts.of(true), Duration.ofSeconds(5), total, HttpSender.ANSWER_BYTES_MAX)
  }

  WireRequest post(String base = stub.url) {
    WireRequest.post(URI.create("$base/v3/company/1/batch?requestid=K1"),
        ['Authorization': 'Bearer secret', 'Content-Type': 'application/json'], BODY)
  }

  WireRequest get() {
    WireRequest.get(URI.create("$stub.url/v3/company/1/query"), [:])
  }
}
