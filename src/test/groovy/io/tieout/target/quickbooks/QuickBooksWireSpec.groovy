package io.tieout.target.quickbooks

import com.intuit.ipp.core.Context
import com.intuit.ipp.core.ServiceType
import com.intuit.ipp.data.OperationEnum
import com.intuit.ipp.security.OAuth2Authorizer
import com.intuit.ipp.services.BatchOperation
import com.intuit.ipp.services.DataService
import com.intuit.ipp.util.Config
import io.tieout.wire.AllowedHosts
import io.tieout.wire.HttpSender
import io.tieout.wire.StubServer
import io.tieout.wire.WireAnswer
import io.tieout.wire.WireRequest
import java.security.MessageDigest
import spock.lang.AutoCleanup
import spock.lang.Specification

/**
 * Proof (a) for Intuit: what our capturing transport renders is what the untouched SDK, with its own transport, puts on
 * the wire. The stock transport drops the port of its base URL, so it reaches the stub through its proxy setting.
 */
class QuickBooksWireSpec extends Specification {

  static final REALM = '4620816365000000001'

  def codec = new QuickBooksCodec()

  @AutoCleanup
  StubServer stub = new StubServer({ seen ->
    StubServer.http(200, seen.target.contains('/batch') ? '{"BatchItemResponse":[]}' : '{"JournalEntry":{"Id":"8"}}')
  })

  def setup() {
    Config.setProperty(Config.BASE_URL_QBO, 'http://quickbooks.test/v3/company')
    Config.setProperty(Config.PROXY_HOST, '127.0.0.1')
    Config.setProperty(Config.PROXY_PORT, stub.port as String)
  }

  def cleanup() {
    Config.setProperty(Config.BASE_URL_QBO, 'https://the-sdk-never-connects.invalid/v3/company')
    Config.setProperty(Config.PROXY_HOST, '')
    Config.setProperty(Config.PROXY_PORT, '')
  }

  def "a single create: captured bytes equal the SDK's own call"() {
    when:
    new DataService(context('KEY-1')).add(QuickBooksCodec.toSdk(entry))

    then:
    stub.seen.size() == 1
    stub.seen[0].plainBody == codec.render(entry)

    where:
    entry << [Entries.entry(1), Entries.entry(29), Entries.roundEntry()]
  }

  def "a batch of #items: stored item bytes put together equal the SDK's own batch call"() {
    given:
    def entries = (1..items).collect { Entries.entry(it) }
    def batch = new BatchOperation()
    entries.eachWithIndex { entry, i ->
      batch.addEntity(QuickBooksCodec.toSdk(entry), OperationEnum.CREATE, QuickBooksBatch.bId(i + 1))
    }

    when:
    new DataService(context('KEY-2')).executeBatch(batch)

    then:
    stub.seen.size() == 1
    stub.seen[0].plainBody == batchBody(entries)

    where:
    items << [1, 2, 30]
  }

  def "captured bytes, stored and sent by us, arrive identically, at the address the SDK would have used"() {
    given: 'the SDK as it is'
    def entries = (1..30).collect { Entries.entry(it) }
    def batch = new BatchOperation()
    entries.eachWithIndex { entry, i ->
      batch.addEntity(QuickBooksCodec.toSdk(entry), OperationEnum.CREATE, QuickBooksBatch.bId(i + 1))
    }
    new DataService(context('KEY-3')).executeBatch(batch)

    and: 'our bytes, through a file and back'
    def stored = File.createTempFile('batch', '.json')
    stored.bytes = batchBody(entries)
    def address = QuickBooksAddress.of("$stub.url/v3/company", REALM)
    def request = WireRequest.post(address.batch('KEY-3'),
        ['Content-Type': 'application/json', 'Accept': 'application/json', 'Authorization': 'Bearer t'], stored.bytes)

    when: 'sent twice, as after a proven absence'
    def sender = new HttpSender(AllowedHosts.of(true, QuickBooksAddress.HOSTS))
    def answers = [sender.send(request), sender.send(request)]

    then:
    answers.every { it instanceof WireAnswer.Answered && it.status() == 200 }
    stub.seen.size() == 3
    stub.seen*.plainBody.collect { sha(it) }.unique().size() == 1
    stub.seen.collect { it.method }.unique() == ['POST']
    stub.seen.collect { path(it) }.unique() == ["/v3/company/$REALM/batch" as String]
    stub.seen.collect { parameters(it) }.unique() == [[requestid: 'KEY-3', minorversion: '75']]
    stub.seen.collect { it.headers['content-type'] }.unique() == ['application/json']
    stub.seen.collect { it.headers['authorization'] }.unique() == ['Bearer t']

    cleanup:
    stored.delete()
  }

  def "rendering sends nothing and needs no address: a thread of its own would meet a name that does not exist"() {
    when:
    codec.render(Entries.entry(1))
    def base = null
    Thread.start { base = Config.getProperty(Config.BASE_URL_QBO) }.join()

    then:
    stub.seen.isEmpty()
    base == 'https://the-sdk-never-connects.invalid/v3/company'
  }

  def "a realm that is no number is refused before it becomes part of an address"() {
    when:
    QuickBooksAddress.of('https://quickbooks.api.intuit.com/v3/company', '46/../9')

    then:
    thrown(IllegalArgumentException)
  }

  private static byte[] batchBody(List<WireJournalEntry> entries) {
    def renderer = new QuickBooksCodec()
    def items = new TreeMap<String, byte[]>()
    entries.eachWithIndex { entry, i -> items[QuickBooksBatch.bId(i + 1)] = renderer.render(entry) }
    QuickBooksBatch.body(items)
  }

  private static Context context(String requestId) {
    def context = new Context(new OAuth2Authorizer('t'), ServiceType.QBO, REALM)
    context.setRequestID(requestId)
    context.setMinorVersion('75')
    context
  }

  private static String path(StubServer.Seen seen) {
    URI.create(seen.target).path
  }

  private static Map<String, String> parameters(StubServer.Seen seen) {
    URI.create(seen.target).query.split('&').collectEntries { it.split('=') as List }
  }

  private static String sha(byte[] bytes) {
    MessageDigest.getInstance('SHA-256').digest(bytes).encodeHex()
  }
}
