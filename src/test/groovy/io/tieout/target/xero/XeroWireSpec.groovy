package io.tieout.target.xero

import com.fasterxml.jackson.annotation.JsonInclude
import com.fasterxml.jackson.core.JsonGenerator
import com.fasterxml.jackson.databind.DeserializationFeature
import com.fasterxml.jackson.databind.JsonSerializer
import com.fasterxml.jackson.databind.MapperFeature
import com.fasterxml.jackson.databind.ObjectMapper
import com.fasterxml.jackson.databind.SerializerProvider
import com.fasterxml.jackson.databind.json.JsonMapper
import com.fasterxml.jackson.databind.module.SimpleModule
import com.google.api.client.http.HttpTransport
import com.google.api.client.http.javanet.NetHttpTransport
import com.xero.api.ApiClient
import com.xero.api.client.AccountingApi
import com.xero.models.accounting.ManualJournal
import com.xero.models.accounting.ManualJournalLine
import com.xero.models.accounting.ManualJournals
import io.tieout.wire.AllowedHosts
import io.tieout.wire.HttpSender
import io.tieout.wire.JsonReader
import io.tieout.wire.StubServer
import io.tieout.wire.WireAnswer
import io.tieout.wire.WireRequest
import spock.lang.AutoCleanup
import spock.lang.Specification

/**
 * Proof (a) for Xero: the body of {@code createManualJournals} captured by a transport of ours equals the one the SDK
 * sends through its own, and our sender replays it identically, under the same dependency set as Intuit's SDK.
 */
class XeroWireSpec extends Specification {

  @AutoCleanup
  StubServer stub = new StubServer({ StubServer.http(200, '{"ManualJournals":[]}') })

  def "captured bytes equal the SDK's own call and are replayed identically"() {
    given:
    def journals = new ManualJournals().manualJournals((1..50).collect { journal(it) })

    when: 'the SDK with its own transport'
    create(new NetHttpTransport(), "$stub.url/api.xro/2.0", journals)

    and: 'the SDK with ours'
    def captured = new CapturingTransport()
    create(captured, "$stub.url/api.xro/2.0", journals)

    and: 'the captured bytes, sent by us'
    def request = WireRequest.put(URI.create(captured.url),
        captured.headers.subMap(['content-type', 'idempotency-key', 'xero-tenant-id', 'accept', 'authorization']),
        captured.body)
    def answer = new HttpSender(AllowedHosts.of(true, 'api.xero.com')).send(request)

    then:
    answer instanceof WireAnswer.Answered
    stub.seen.size() == 2
    captured.body.length > 10_000
    stub.seen[0].body == captured.body
    stub.seen[1].body == captured.body
    stub.seen*.requestLine.unique() == ['PUT /api.xro/2.0/ManualJournals?summarizeErrors=false HTTP/1.1']
    stub.seen.collect { it.headers['idempotency-key'] }.unique() == ['digest-of-the-body']
    stub.seen.collect { it.headers['xero-tenant-id'] }.unique() == ['tenant-1']
    stub.seen.collect { it.headers['content-type'] }.unique() == ['application/json; charset=UTF-8']
  }

  def "with our mapper the body holds ISO days, plain cents and no derived members"() {
    given:
    def captured = new CapturingTransport()

    when:
    create(captured, 'https://api.xero.com/api.xro/2.0', new ManualJournals().manualJournals([journal(7)]))
    def journal = JsonReader.read(captured.body).at('ManualJournals').items()[0]

    then:
    journal.textAt('Date').get() == '2026-10-31'
    journal.fields().keySet() as Set ==
        ['Narration', 'JournalLines', 'Date', 'Status', 'ShowOnCashBasisReports', 'HasAttachments'] as Set
    new String(captured.body, 'UTF-8').contains('"LineAmount":12345678.97')
    journal.at('JournalLines').items()*.at('LineAmount')*.number()*.get().sum() == 0.0G
  }

  private static void create(HttpTransport transport, String base, ManualJournals journals) {
    def client = new ApiClient(base, transport, null, mapper(), null)
    new AccountingApi(client).createManualJournals('t', 'tenant-1', journals, 'digest-of-the-body', false)
  }

  private static ManualJournal journal(int number) {
    def journal = new ManualJournal()
    journal.narration = "Oak Ridge 2026-10 Charge «Café» 漢字 #$number [TO$number]"
    journal.date = '2026-10-31'
    journal.status = ManualJournal.StatusEnum.POSTED
    journal.showOnCashBasisReports = false
    journal.journalLines = [line(12_345_678_90L + number, '200', number), line(-12_345_678_90L - number, '090', number)]
    journal
  }

  private static ManualJournalLine line(long cents, String account, int number) {
    def line = new ManualJournalLine()
    line.lineAmount = BigDecimal.valueOf(cents, 2).doubleValue()
    line.accountCode = account
    line.description = "Rent \"unit $number\""
    line.taxType = 'NONE'
    line
  }

  /** Cures derived getters in the body and scientific notation from ten million upwards (measured, SDK 4.29.1). */
  static ObjectMapper mapper() {
    def plain = new JsonSerializer<Double>() {
      @Override
      void serialize(Double value, JsonGenerator out, SerializerProvider provider) {
        out.writeNumber(new BigDecimal(Double.toString(value)).toPlainString())
      }
    }
    JsonMapper.builder()
        .disable(MapperFeature.AUTO_DETECT_GETTERS, MapperFeature.AUTO_DETECT_IS_GETTERS)
        .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
        .serializationInclusion(JsonInclude.Include.NON_EMPTY)
        .addModule(new SimpleModule().addSerializer(Double, plain))
        .build()
  }
}
