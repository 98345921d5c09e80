package io.tieout.store.ledger

import groovy.json.JsonSlurper
import io.tieout.chain.ChainEvent
import io.tieout.chain.EventKind
import io.tieout.chain.PayloadWriter
import io.tieout.flow.port.Progress
import io.tieout.store.event.EventFields
import spock.lang.Specification

class EventFieldsSpec extends Specification {

  def "the fields of every kind are those on paper: a payload has no names, so no list may ever change"() {
    given:
    def rows = (new File('docs/export-format.md').getText('UTF-8') =~ /(?m)^\| `([A-Z_]+)` \| (\d+) \| (.*) \|$/).collect { it as List }
    def onPaper = rows.collectEntries { [it[1], [it[2] as int, (it[3] =~ /`(\w+)`/).collect { m -> m[1] }]] }
    def inProgram = EventKind.values().collectEntries { [it.name(), [it.code(), EventFields.of(it.code(), 1)]] }.findAll { it.value[1] }

    expect:
    inProgram == onPaper
    onPaper.values().every { code, names -> names == names.toSorted() }
    EventFields.of(EventKind.FACT_SEEN.code(), 2).empty
  }

  def "an event of a kind whose fields the program does not know is exported with its values in order"() {
    given:
    def home = new LedgerHome(LedgerTemplates.sqlite())
    def ledger = home.open()
    ledger.writer().write({ LedgerTransaction t ->
      t.append('org/demopm', ChainEvent.of(EventKind.TEXT_ERASED, new PayloadWriter().text('fact').integer(7).finish()))
    } as UnitOfWork)

    when:
    def out = new ByteArrayOutputStream()
    ledger.export(out, Progress.SILENT)
    def events = out.toString('UTF-8').readLines().collect { new JsonSlurper().parseText(it) as Map }.findAll { it.type == 'event' }

    then:
    events.find { it.kind == 'TEXT_ERASED' }.payload == ['fact', 7]
    events.find { it.kind == 'GENESIS' }.payload.stream == 'installation'

    cleanup:
    ledger.close()
    home.close()
  }

  def "a value too long for its frame is refused by kind and column, and the next event is whole"() {
    given:
    def writer = new PayloadWriter()

    when:
    Shapes.RUN_END.event(writer, 'RUN', 'CLEAN', 'x' * 65_536, 'now')

    then:
    def e = thrown(IllegalArgumentException)
    e.message.startsWith('RUN_CLOSED, figures: ')
    Shapes.RUN_END.event(writer, 'RUN', 'CLEAN', '{}', 'now').payload() ==
        Shapes.RUN_END.event(new PayloadWriter(), 'RUN', 'CLEAN', '{}', 'now').payload()
  }
}
