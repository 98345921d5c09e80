package io.tieout.source.answer

import groovy.json.JsonOutput
import io.tieout.flow.port.SourceLedger
import io.tieout.wire.JsonReader
import java.time.Instant

/** Calls answered by a closure that takes the call and gives the result as maps and lists, or as JSON text. */
class CannedCalls implements SourceCalls {

  final List<SourceCall> made = []
  final Closure<?> answering
  long total = -1

  CannedCalls(Closure<?> answering) {
    this.answering = answering
  }

  @Override
  SourceCalls.Answer read(SourceCall call) {
    made << call
    def result = answering.call(call)
    def text = result instanceof CharSequence ? result.toString() : JsonOutput.toJson(result)
    new SourceCalls.Answer(JsonReader.read(text.getBytes('UTF-8')), "hash${made.size()}", Instant.EPOCH,
        total < 0 ? OptionalLong.empty() : OptionalLong.of(total), false)
  }

  @Override
  SourceLedger.MarkAnswer write(SourceCall call) { throw new UnsupportedOperationException() }

  @Override
  SourceLedger.CallBudget budget() { new SourceLedger.CallBudget(made.size(), -1) }

  @Override
  void close() {}
}
