package io.tieout.target.quickbooks

import io.tieout.wire.JsonReader
import java.time.LocalDate

/** Started by a spec in a JVM of its own: renders three days in whatever zone and charset the JVM has. */
class RenderInAnotherZone {
  static void main(String[] args) {
    def codec = new QuickBooksCodec()
    def days = [LocalDate.of(2024, 1, 15), LocalDate.of(2024, 7, 15), LocalDate.of(2026, 10, 31)]
    def written = days.collect { day -> JsonReader.read(codec.render(Entries.entry(3, day))).textAt('TxnDate').get() }
    System.out.println(written.join(' ') + ' ok')
  }
}
