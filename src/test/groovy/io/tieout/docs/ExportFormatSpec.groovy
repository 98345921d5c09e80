package io.tieout.docs

import static io.tieout.store.ledger.Books.scope
import static io.tieout.store.ledger.Books.snapshot

import groovy.json.JsonSlurper
import io.tieout.flow.port.Progress
import io.tieout.store.ledger.LedgerHome
import io.tieout.store.ledger.LedgerTemplates
import java.nio.ByteBuffer
import java.security.MessageDigest
import spock.lang.Specification

/** Recomputes a ledger's chain by docs/export-format.md alone, as a program of another author would: no class of the chain is used. */
class ExportFormatSpec extends Specification {

  def "leaves and heads can be recomputed from the exported file, and an altered payload cannot hide"() {
    given:
    def home = new LedgerHome(LedgerTemplates.sqlite())
    def ledger = home.open()
    ledger.store(snapshot(scope(), [['1200', 'A1', 150_00], ['4000', 'A2', -150_00]]))
    ledger.store(snapshot(scope('2026-11'), [['1200', 'B1', 20_00], ['4000', 'B2', -20_00]]))
    def out = new ByteArrayOutputStream()
    ledger.export(out, Progress.SILENT)
    ledger.close()
    def lines = out.toString('UTF-8').readLines().collect { new JsonSlurper().parseText(it) as Map }

    expect:
    lines[0].type == 'ledger'
    lines[0].format == 1
    lines[0].environment == 'sandbox'
    lines*.type as Set == ['ledger', 'block', 'event', 'text'] as Set
    lines.findAll { it.type == 'block' }.size() >= 4
    faults(lines) == []

    when:
    def event = lines.find { it.type == 'event' && it.kind == 'FACT_SEEN' }
    event.payload.debit_minor = 150_01

    then:
    faults(lines) == ["leaf of ${event.stream} ${event.seq}".toString()]

    and: 'texts are in the file, each under the table and members that the document lists'
    def documented = (new File('docs/export-format.md').getText('UTF-8') =~ /(?m)^\| `(\w+_text|\w+_body)` \| (.*?) \|/).collect { it as List }.collectEntries { row ->
      [row[1], (row[2] =~ /`(\w+)`/).collect { it[1] } as Set]
    }
    lines.findAll { it.type == 'text' }.every { documented[it.table] == it.keySet() - ['type', 'table'] }

    cleanup:
    home.close()
  }

  private static List<String> faults(List<Map> lines) {
    def faults = []
    lines.findAll { it.type == 'block' }.groupBy { it.stream }.each { stream, blocks ->
      byte[] previous = new byte[32]
      blocks.each { block ->
        def events = lines.findAll { it.type == 'event' && it.stream == stream && it.seq >= block.first_seq && it.seq < block.first_seq + block.event_count }
        def frames = events.collect { frame(it) }
        [events, frames].transpose().each { event, bytes ->
          if (sha([bytes]).encodeHex().toString() != event.leaf) {
            faults << "leaf of $stream ${event.seq}".toString()
          }
        }
        if (frames.sum { (it as byte[]).length } != block.body_bytes) {
          faults << "length of $stream ${block.block_no}".toString()
        }
        def header = ByteBuffer.allocate(80).put('TOB1'.bytes).put(sha([stream.getBytes('UTF-8')])).putLong(block.block_no as long)
            .putLong(block.first_seq as long).putInt(block.event_count as int).putLong(block.epoch as long)
            .putLong(block.committed_at_micros as long).putLong(block.body_bytes as long).array()
        def head = sha([previous, header] + events.collect { (it.leaf as String).decodeHex() })
        if (head.encodeHex().toString() != block.head) {
          faults << "head of $stream ${block.block_no}".toString()
        }
        previous = head
      }
    }
    faults
  }

  private static byte[] frame(Map event) {
    def payload = new ByteArrayOutputStream()
    def data = new DataOutputStream(payload)
    event.payload.keySet().sort().each { name ->
      value(data, event.payload[name])
    }
    ByteBuffer.allocate(8 + payload.size()).putInt(4 + payload.size()).putShort(event.code as short).putShort(event.version as short)
        .put(payload.toByteArray()).array()
  }

  private static void value(DataOutputStream data, Object value) {
    if (value instanceof String) {
      data.writeByte(1)
      sized(data, value.getBytes('UTF-8'))
    } else if (value instanceof Number) {
      data.writeByte(2)
      data.writeLong(value as long)
    } else if (value instanceof Map) {
      data.writeByte(3)
      sized(data, (value.hex as String).decodeHex())
    } else {
      data.writeByte(4)
      data.writeShort(value.size())
      value.each { sized(data, (it as String).getBytes('UTF-8')) }
    }
  }

  private static void sized(DataOutputStream data, byte[] bytes) {
    data.writeShort(bytes.length)
    data.write(bytes)
  }

  private static byte[] sha(List<byte[]> parts) {
    def digest = MessageDigest.getInstance('SHA-256')
    parts.each { digest.update(it as byte[]) }
    digest.digest()
  }
}
