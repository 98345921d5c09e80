package io.tieout.target.quickbooks

import java.time.LocalDate

/** Journal entries for specs, with the awkward contents of real ones. */
class Entries {

  static WireJournalEntry.Line debit(long cents, String account, Map more = [:]) {
    line(cents, WireJournalEntry.PostingType.DEBIT, account, more)
  }

  static WireJournalEntry.Line credit(long cents, String account, Map more = [:]) {
    line(cents, WireJournalEntry.PostingType.CREDIT, account, more)
  }

  private static WireJournalEntry.Line line(long cents, WireJournalEntry.PostingType side, String account, Map more) {
    new WireJournalEntry.Line(more.memo ?: '', cents, side, account,
        Optional.ofNullable(more.classId), Optional.ofNullable(more.departmentId))
  }

  static WireJournalEntry entry(int number, LocalDate day = LocalDate.of(2026, 10, 31)) {
    long cents = 10_000L * number + number
    new WireJournalEntry("TO" + 'ABCDEFGHIJKLMNOP' + String.format('%03d', number), day,
        "Oak Ridge 2026-10 Charge\nBK:sandbox/oak/4620/${number}",
        [debit(cents, '84', [memo: "Miete für Café \"Zoë\" \\ 漢字 😀 #$number", classId: '5000000001']),
         credit(cents - 1, '79', [memo: 'Rent', classId: '5000000001', departmentId: '2']),
         credit(1, '80')])
  }

  /** Round thousands and more than ten million: where a stripped scale or a double would show. */
  static WireJournalEntry roundEntry() {
    new WireJournalEntry('TO-ROUND', LocalDate.of(2026, 3, 1), 'round',
        [debit(1_234_567_890_100L, '1'), debit(10_000L, '2'), credit(1_234_567_900_100L, '3')])
  }
}
