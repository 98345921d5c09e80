package io.tieout.target.quickbooks

import java.time.Instant
import java.time.LocalDate
import spock.lang.Specification

class QuickBooksQueriesSpec extends Specification {

  def "quotes and backslashes in a value are escaped by a backslash"() {
    expect:
    QuickBooksQueries.quoted(value) == text

    where:
    value                  || text
    'TO1'                  || "'TO1'"
    "O'Brien"              || "'O\\'Brien'"
    "x' or Id = '1"        || "'x\\' or Id = \\'1'"
    'a\\'                  || "'a\\\\'"
  }

  def "lists are ordered by Id and paged from 1"() {
    expect:
    QuickBooksQueries.page(QuickBooksQueries.journalEntriesDated(LocalDate.of(2026, 10, 1), LocalDate.of(2026, 10, 31)), 501) ==
        "select * from JournalEntry where TxnDate >= '2026-10-01' and TxnDate <= '2026-10-31' orderby Id startposition 501 maxresults 500"
    QuickBooksQueries.nameList('Account') == 'select * from Account where Active in (true,false)'
  }

  def "a creation time is taken down to its second, so that none is missed"() {
    expect:
    QuickBooksQueries.journalEntriesCreatedSince(Instant.parse('2026-11-02T06:00:00.999Z')) ==
        "select * from JournalEntry where MetaData.CreateTime >= '2026-11-02T06:00:00Z'"
  }
}
