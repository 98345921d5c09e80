package io.tieout.sandbox.quickbooks

import java.time.Duration

class QuerySandboxSpec extends QuickBooksSandboxSpecification {

  List<String> numbers(String where) {
    def answer = query("select * from JournalEntry ${where}")
    assert !answer.Fault : answer
    (answer.QueryResponse.JournalEntry ?: [])*.DocNumber
  }

  void fill() {
    [['A-1', '2026-10-01'], ['A-2', '2026-10-15'], ["O'Brien", '2026-10-31'], ['B-1', '2026-11-01']].each { number, date ->
      posted(DocNumber: number, TxnDate: date)
      clock.advance(Duration.ofMinutes(1))
    }
  }

  def "conditions are joined by AND: #where"() {
    given:
    fill()

    expect:
    numbers(where + ' orderby Id') == expected

    where:
    where                                                                  || expected
    ''                                                                     || ['A-1', 'A-2', "O'Brien", 'B-1']
    "where DocNumber = 'A-2'"                                              || ['A-2']
    "where DocNumber = 'O\\'Brien'"                                        || ["O'Brien"]
    "WHERE DocNumber IN ('A-1', 'B-1', 'none')"                            || ['A-1', 'B-1']
    "where DocNumber like 'A-%'"                                           || ['A-1', 'A-2']
    "where TxnDate >= '2026-10-15' and TxnDate <= '2026-10-31'"            || ['A-2', "O'Brien"]
    "where TxnDate > '2026-10-15' and TxnDate < '2026-11-01'"              || ["O'Brien"]
    "where TxnDate = '2026-10-31'"                                         || ["O'Brien"]
    "where TxnDate in ('2026-10-01', '2026-11-01')"                        || ['A-1', 'B-1']
    "where TxnDate >= '2026-12-01'"                                        || []
    "where Id in ('101', '104', '999')"                                    || ['A-1', 'B-1']
    "where Id > '102'"                                                     || ["O'Brien", 'B-1']
    "where MetaData.CreateTime > '2026-11-02T07:01:00-08:00'"              || ["O'Brien", 'B-1']
    "where Metadata.LastUpdatedTime <= '2026-11-02T15:01:00Z'"             || ['A-1', 'A-2']
    "where DocNumber = 'A-2' and TxnDate = '2026-10-01'"                   || []
  }

  def "an empty result is an empty object; count fills totalCount only"() {
    expect:
    query("select * from JournalEntry").QueryResponse == [:]
    query("select count(*) from JournalEntry").QueryResponse == [totalCount: 0]
    query("select * from Invoice").QueryResponse == [:]

    when:
    fill()

    then:
    query("select count(*) from JournalEntry where DocNumber like 'A-%'").QueryResponse == [totalCount: 2]
  }

  def "pages start at one, hold 100 unless asked and at most 1000"() {
    given:
    (1..105).each { posted(DocNumber: "P-$it".toString()) }

    expect:
    query('select * from JournalEntry').QueryResponse.maxResults == 100
    def page = query('select * from JournalEntry orderby Id startposition 101 maxresults 1000').QueryResponse
    page.startPosition == 101
    page.maxResults == 5
    page.JournalEntry*.DocNumber == (101..105).collect { "P-$it".toString() }
    query('select * from JournalEntry orderby Id startposition 106').QueryResponse == [:]
    code(query('select * from JournalEntry startposition 0')) == '4001'
    code(query('select * from JournalEntry maxresults 1001')) == '4001'
  }

  def "rows can be ordered by several fields, also by ORDER BY; without an order the newest come first"() {
    given:
    fill()

    expect:
    numbers('orderby TxnDate desc') == ['B-1', "O'Brien", 'A-2', 'A-1']
    numbers('order by DocNumber asc, Id desc') == ['A-1', 'A-2', 'B-1', "O'Brien"]
    numbers('') == ['B-1', "O'Brien", 'A-2', 'A-1']
  }

  def "single fields can be selected"() {
    given:
    fill()

    expect:
    query("select DocNumber, MetaData.CreateTime from JournalEntry where DocNumber = 'A-1'").QueryResponse.JournalEntry ==
      [[domain: 'QBO', sparse: true, Id: '101', DocNumber: 'A-1',
        MetaData: [CreateTime: '2026-11-02T07:00:00-08:00', LastUpdatedTime: '2026-11-02T07:00:00-08:00']]]
  }

  def "a long query goes by POST as application/text"() {
    given:
    fill()
    def text = "select * from JournalEntry where DocNumber in (${(['A-1'] + (1..60).collect { "none-$it" }).collect { "'$it'" }.join(',')})"

    expect:
    json(send('POST', path('query'), [body: text, contentType: 'application/text'])).QueryResponse.JournalEntry*.DocNumber == ['A-1']
    code(json(send('POST', path('query'), [body: text, contentType: 'text/plain']))) == '500'
  }

  def "what the language does not know is refused: #text"() {
    expect:
    code(query(text)) == expected

    where:
    text                                                                     || expected
    'selct * from JournalEntry'                                              || '4000'
    "select * from JournalEntry where DocNumber = 'a' or DocNumber = 'b'"    || '4000'
    "select * from JournalEntry where DocNumber = 'O'Brien'"                 || '4000'
    'select * from JournalEntry where DocNumber'                             || '4000'
    'select * from JournalEntry where DocNumber = unquoted'                  || '4000'
    'select * from Journal'                                                  || '4001'
    "select * from JournalEntry where Colour = 'red'"                        || '4001'
    "select * from JournalEntry where PrivateNote = 'tieout key'"            || '4001'
    "select * from JournalEntry where TxnDate > 'soon'"                      || '4001'
    'select Colour from JournalEntry'                                        || '4001'
    'select * from JournalEntry orderby Colour'                              || '4001'
  }

  def "name lists show active entries only, unless Active is asked for"() {
    given:
    hand('deactivate', [type: 'Class', id: '202'])

    expect:
    query('select * from Class').QueryResponse.Class*.Name == ['Cedar Ridge']
    query('select * from Class where Active in (true, false)').QueryResponse.Class*.Name == ['Cedar Ridge', 'Harbor Point (deleted)']
    query('select * from Class where Active = false').QueryResponse.Class*.Id == ['202']
    query("select * from Account where AccountType = 'Bank'").QueryResponse.Account*.Name == ['Operating Bank']
    query("select * from Account where Classification = 'Revenue' and Active = true").QueryResponse.Account*.AcctNum == ['4010']
  }

  def "search lag hides a new document from queries, not from a read by id"() {
    given:
    hand('settings', [searchLagSeconds: 30])
    def stored = posted()

    expect:
    query("select * from JournalEntry where DocNumber = '${stored.DocNumber}'").QueryResponse == [:]
    get("journalentry/${stored.Id}").JournalEntry.Id == stored.Id

    when:
    clock.advance(Duration.ofSeconds(30))

    then:
    query("select * from JournalEntry where DocNumber = '${stored.DocNumber}'").QueryResponse.JournalEntry*.Id == [stored.Id]
  }

  def "a silent filter matches nothing and says nothing, other filters work"() {
    given:
    posted()
    hand('settings', [silentFilter: 'JournalEntry.DocNumber'])

    expect:
    query("select * from JournalEntry where DocNumber = 'T-510001-2610-01'").QueryResponse == [:]
    query("select * from JournalEntry where TxnDate = '2026-10-31'").QueryResponse.JournalEntry.size() == 1
  }
}
