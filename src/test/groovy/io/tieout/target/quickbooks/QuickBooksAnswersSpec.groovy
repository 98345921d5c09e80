package io.tieout.target.quickbooks

import static io.tieout.flow.port.TargetBooks.Rejection.ACCOUNT_INACTIVE_OR_MISSING
import static io.tieout.flow.port.TargetBooks.Rejection.CLOSED_PERIOD
import static io.tieout.flow.port.TargetBooks.Rejection.COMPANY_BLOCKED
import static io.tieout.flow.port.TargetBooks.Rejection.CONTROL_ACCOUNT
import static io.tieout.flow.port.TargetBooks.Rejection.DUPLICATE_NUMBER
import static io.tieout.flow.port.TargetBooks.Rejection.VALIDATION
import static io.tieout.posting.OutcomeClass.APPLIED
import static io.tieout.posting.OutcomeClass.NOT_APPLIED
import static io.tieout.posting.OutcomeClass.REJECTED
import static io.tieout.posting.OutcomeClass.UNKNOWN

import groovy.json.JsonOutput
import io.tieout.flow.port.TargetBooks
import io.tieout.money.Side
import io.tieout.plan.Marker
import io.tieout.wire.WireAnswer
import java.nio.charset.StandardCharsets
import java.time.Instant
import java.time.LocalDate
import spock.lang.Specification

class QuickBooksAnswersSpec extends Specification {

  static final ENTRY = [
    SyncToken: '0', domain: 'QBO', DocNumber: 'TO0123456789ABCDEFGH', TxnDate: '2026-10-31', Id: '8',
    PrivateNote: 'memo', MetaData: [CreateTime: '2026-11-02T06:00:00-08:00'],
    Line: [
      [Id: '0', Description: 'Rent', Amount: 1234.5, DetailType: 'JournalEntryLineDetail',
       JournalEntryLineDetail: [PostingType: 'Debit', AccountRef: [value: '84', name: 'Bank'],
                                ClassRef: [value: '7'], DepartmentRef: [value: '2']]],
      [Id: '1', Amount: 1234.50, DetailType: 'JournalEntryLineDetail',
       JournalEntryLineDetail: [PostingType: 'Credit', AccountRef: [value: '79']]],
      [DetailType: 'DescriptionOnly', Description: 'a remark']]]

  def "an applied item carries what QuickBooks stored, exact to the cent"() {
    when:
    def answer = batch(200, [[JournalEntry: ENTRY, bId: '01']], ['01'])

    then:
    def item = answer.items()['01']
    item.outcome() == APPLIED
    item.document().get().with {
      assert id() == '8'
      assert documentNumber() == 'TO0123456789ABCDEFGH'
      assert date() == LocalDate.of(2026, 10, 31)
      assert createdAt().get() == Instant.parse('2026-11-02T14:00:00Z')
      assert lines()*.amountMinor() == [123_450L, 123_450L]
      assert lines()*.side() == [Side.DEBIT, Side.CREDIT]
      assert lines()*.accountId() == ['84', '79']
      assert lines()[0].classId().get() == '7'
      assert lines()[0].locationId().get() == '2'
      lines()[1].classId().isEmpty()
    }
    answer.correlation() == '1-tid'
    answer.httpStatus() == 200
  }

  def "items are matched by bId and never by place, and a missing or doubled one is unknown"() {
    when:
    def answer = batch(200, [
      [JournalEntry: ENTRY + [Id: '30'], bId: '03'],
      [Fault: fault('6210', 'Account Period Closed', 'ValidationFault').Fault, bId: '02'],
      [JournalEntry: ENTRY + [Id: '41'], bId: '04'],
      [JournalEntry: ENTRY + [Id: '42'], bId: '04'],
      [JournalEntry: ENTRY + [Id: '99'], bId: '77']], ['01', '02', '03', '04'])

    then:
    answer.items().collectEntries { id, item -> [id, item.outcome()] } ==
        ['01': UNKNOWN, '02': REJECTED, '03': APPLIED, '04': UNKNOWN]
    answer.items()['03'].document().get().id() == '30'
    answer.items()['02'].rejection().get() == CLOSED_PERIOD
  }

  def "fault of an item: #code '#text' of type #type is #outcome #rejection"() {
    when:
    def item = batch(200, [fault(code, text, type) + [bId: '01']], ['01']).items()['01']

    then:
    item.outcome() == outcome
    item.rejection().orElse(null) == rejection
    item.words().contains(code)
    item.document().isEmpty()

    where:
    code    | text                                                      | type              || outcome  | rejection
    '6200'  | 'Account Period Closed'                                   | 'ValidationFault' || REJECTED | CLOSED_PERIOD
    '6210'  | 'The account period has closed and the account books cannot be updated' | 'ValidationFault' || REJECTED | CLOSED_PERIOD
    '5010'  | 'Account Period Closed'                                   | 'ValidationFault' || REJECTED | CLOSED_PERIOD
    '5010'  | 'Stale Object Error: You and admin were working'          | 'ValidationFault' || UNKNOWN  | null
    '6210'  | 'Duplicate Document Number Error'                         | 'ValidationFault' || UNKNOWN  | DUPLICATE_NUMBER
    '6210'  | 'Something new'                                           | 'ValidationFault' || UNKNOWN  | null
    '6140'  | 'Duplicate Document Number Error'                         | 'ValidationFault' || UNKNOWN  | DUPLICATE_NUMBER
    '600'   | 'Duplicate request id'                                    | 'ValidationFault' || UNKNOWN  | null
    '610'   | "Something you're trying to use has been made inactive"   | 'ValidationFault' || REJECTED | ACCOUNT_INACTIVE_OR_MISSING
    '610'   | 'Object Not Found'                                        | 'ValidationFault' || REJECTED | ACCOUNT_INACTIVE_OR_MISSING
    '2500'  | 'Invalid Reference Id : Accounts element id 7 not found'  | 'ValidationFault' || REJECTED | ACCOUNT_INACTIVE_OR_MISSING
    '6000'  | 'When you use Accounts Receivable, you must choose a customer in the Name field.' | 'ValidationFault' || REJECTED | CONTROL_ACCOUNT
    '6000'  | 'When you use Accounts Payable, you must choose a vendor' | 'ValidationFault' || REJECTED | CONTROL_ACCOUNT
    '6000'  | 'You cannot enter more than 50 characters in the request_id field' | 'ValidationFault' || REJECTED | VALIDATION
    '6000'  | 'A business validation error has occurred'                | 'ValidationFault' || UNKNOWN  | null
    '6000'  | 'An unexpected error has occurred. Accounts Payable'      | 'ValidationFault' || UNKNOWN  | null
    '2300'  | 'Debits and credits do not match'                         | 'ValidationFault' || REJECTED | VALIDATION
    '2010'  | 'Request has invalid or unsupported property'             | 'ValidationFault' || REJECTED | VALIDATION
    '2050'  | 'Invalid String: too long'                                | 'Validation'      || REJECTED | VALIDATION
    '6190'  | 'Invalid Company Status: subscription period has ended'   | 'ValidationFault' || REJECTED | COMPANY_BLOCKED
    '5030'  | 'Feature Not Supported Error'                             | 'ValidationFault' || REJECTED | COMPANY_BLOCKED
    '6200'  | 'Account Period Closed'                                   | 'SystemFault'     || UNKNOWN  | null
    '6200'  | 'Account Period Closed'                                   | ''                || UNKNOWN  | null
    '10000' | 'An application error has occurred'                       | 'SystemFault'     || UNKNOWN  | null
    '3001'  | 'ThrottleExceeded'                                        | 'SERVICE'         || UNKNOWN  | null
    '4711'  | 'Never seen before'                                       | 'ValidationFault' || UNKNOWN  | null
  }

  def "a fault with one uncertain error among certain ones is unknown"() {
    given:
    def both = [Fault: [type: 'ValidationFault', Error: [
      [code: '6200', Message: 'Account Period Closed'], [code: '4711', Message: 'new']]], bId: '01']

    expect:
    batch(200, [both], ['01']).items()['01'].outcome() == UNKNOWN
  }

  def "a numeric code with leading zeros is the same code"() {
    expect:
    QuickBooksFault.in(json([fault: [type: 'AUTHENTICATION', error: [[code: '003200', message: 'm']]]])).get().hasCode('3200')
  }

  def "an answer that is cut off reads otherwise than one that is not JSON: #what"() {
    given:
    def wire = new WireAnswer.Answered(200, ['Content-Type': [type]], body.getBytes('UTF-8'))

    expect:
    QuickBooksAnswers.ofBatch(wire, items(['01'])).items()['01'].words().startsWith(words)

    where:
    what          | type               | body                                  || words
    'cut off'     | 'application/json' | '{"BatchItemResponse":[{"bId":"01"'   || 'HTTP 200, JSON cut off after 33 bytes (application/json): line 1'
    'cut in text' | 'application/json' | '{"BatchItemResponse":[{"bId":"0'     || 'HTTP 200, JSON cut off after 31 bytes'
    'not JSON'    | 'application/json' | 'Internal error'                      || 'HTTP 200, 14 bytes (application/json) that are not JSON: line 1'
    'a page'      | 'text/html'        | '<html>maintenance</html>'            || 'HTTP 200, 24 bytes (text/html) that are not JSON: line 1'
    'nothing'     | 'application/json' | ''                                    || 'HTTP 200, an empty answer (application/json)'
    'typed wrong' | 'text/plain'       | '{"BatchItemResponse":[]}'            || "HTTP 200, 24 bytes of 'text/plain', expected application/json"
    'other JSON'  | 'application/json' | '{"time":"2026-11-02"}'               || 'HTTP 200, JSON without results'
  }

  def "whole answer: #what makes every item #outcome"() {
    when:
    def answer = QuickBooksAnswers.ofBatch(wire, items(['01', '02']))

    then:
    answer.items().values()*.outcome() == [outcome, outcome]
    answer.items().values().every { it.document().isEmpty() && !it.words().isEmpty() }

    where:
    what                              | wire                                                       || outcome
    'a refused connection'            | new WireAnswer.NotSent('no connection')                    || NOT_APPLIED
    'silence'                         | new WireAnswer.Unknown('silence', WireAnswer.Silence.TOO_LATE)    || UNKNOWN
    'the throttle'                    | http(429, gateway('SERVICE', '3001', 'ThrottleExceeded'))  || NOT_APPLIED
    'the older throttle'              | http(403, gateway('SERVICE', '3001', 'ThrottleExceeded'))  || NOT_APPLIED
    'the throttle, service shape'     | http(429, fault('3001', 'ThrottleExceeded', 'SERVICE'))    || NOT_APPLIED
    '429 of somebody else'            | http(429, [error: 'slow down'])                            || UNKNOWN
    '429 without a body'              | http(429, null)                                            || UNKNOWN
    'an expired token'                | http(401, gateway('AUTHENTICATION', '3200', 'AuthenticationFailed')) || NOT_APPLIED
    '401 of a proxy'                  | http(401, [error: 'who are you'])                          || UNKNOWN
    'a foreign token'                 | http(403, gateway('AUTHORIZATION', '3100', 'AuthorizationFailed'))   || NOT_APPLIED
    '403 without a body'              | http(403, null)                                            || UNKNOWN
    'a refused batch'                 | http(400, fault('1040', 'Batch too big', 'ValidationFault')) || UNKNOWN
    'a known fault, but of no item'   | http(400, fault('6200', 'Account Period Closed', 'ValidationFault')) || UNKNOWN
    'a fault in HTTP 200'             | http(200, fault('6200', 'Account Period Closed', 'ValidationFault')) || UNKNOWN
    'a server error'                  | http(500, fault('10000', 'error', 'SystemFault'))          || UNKNOWN
    'a gateway time-out'              | http(504, null)                                            || UNKNOWN
    'a redirect'                      | http(302, null)                                            || UNKNOWN
    'an empty object'                 | http(200, [:])                                             || UNKNOWN
    'a single entity'                 | http(200, [JournalEntry: ENTRY])                           || UNKNOWN
    'an empty list'                   | http(200, [BatchItemResponse: []])                         || UNKNOWN
    'results of a server error'       | http(503, [BatchItemResponse: [[JournalEntry: ENTRY, bId: '01']]]) || UNKNOWN
    'a maintenance page'              | raw(200, 'text/html', '<html>down</html>')                 || UNKNOWN
    'JSON under another name'         | raw(200, 'text/plain', '{"BatchItemResponse":[]}')         || UNKNOWN
    'a cut-off answer'                | raw(200, 'application/json', '{"BatchItemResponse":[{"bId":"01"') || UNKNOWN
  }

  def "an entity that cannot be read as an entry is unknown: #what"() {
    expect:
    batch(200, [[JournalEntry: ENTRY + change, bId: '01']], ['01']).items()['01'].outcome() == UNKNOWN

    where:
    what                | change
    'no id'             | [Id: null]
    'an empty id'       | [Id: '']
    'no date'           | [TxnDate: null]
    'a strange date'    | [TxnDate: '31.10.2026']
    'a deleted one'     | [status: 'Deleted']
    'part of a cent'    | [Line: [[Amount: 1.005, DetailType: 'JournalEntryLineDetail', JournalEntryLineDetail: [PostingType: 'Debit', AccountRef: [value: '1']]]]]
    'a strange side'    | [Line: [[Amount: 1, DetailType: 'JournalEntryLineDetail', JournalEntryLineDetail: [PostingType: 'Both', AccountRef: [value: '1']]]]]
    'no account'        | [Line: [[Amount: 1, DetailType: 'JournalEntryLineDetail', JournalEntryLineDetail: [PostingType: 'Debit']]]]
  }

  def "Retry-After in seconds is handed on, a date is not guessed at"() {
    expect:
    QuickBooksAnswers.ofBatch(http(429, gateway('SERVICE', '3001', 't'), ['retry-after': [given]]), items(['01']))
        .retryAfterSeconds() == seconds

    where:
    given                           || seconds
    '60'                            || 60
    '71468'                         || 71468
    'Wed, 21 Oct 2026 07:28:00 GMT' || 0
    ''                              || 0
  }

  static fault(String code, String text, String type) {
    [Fault: [type: type, Error: [[code: code, Message: text, Detail: text, element: '']]]]
  }

  static gateway(String type, String code, String message) {
    [warnings: null, intuitObject: null, requestId: null,
     fault: [type: type, error: [[code: code, message: "message=$message; errorCode=00$code", detail: 'detail']]]]
  }

  static batch(int status, List responses, List<String> ids) {
    QuickBooksAnswers.ofBatch(http(status, [BatchItemResponse: responses, time: '2026-11-02']), items(ids))
  }

  static http(int status, Object body, Map more = [:]) {
    def headers = [intuit_tid: ['1-tid']] + (body == null ? [:] : ['content-type': ['application/json;charset=utf-8']]) + more
    new WireAnswer.Answered(status, headers, body == null ? new byte[0] : JsonOutput.toJson(body).getBytes(StandardCharsets.UTF_8))
  }

  static raw(int status, String type, String body) {
    new WireAnswer.Answered(status, ['content-type': [type]], body.getBytes(StandardCharsets.UTF_8))
  }

  static items(List<String> ids) {
    ids.collect { new TargetBooks.Item(it, new Marker('TO0123456789ABCDEFGH'), new byte[0]) }
  }

  static json(Object value) {
    io.tieout.wire.JsonReader.read(JsonOutput.toJson(value).getBytes(StandardCharsets.UTF_8))
  }
}
