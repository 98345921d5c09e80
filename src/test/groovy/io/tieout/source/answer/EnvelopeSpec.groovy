package io.tieout.source.answer

import io.tieout.wire.JsonReader
import spock.lang.Specification

class EnvelopeSpec extends Specification {

  def "a result is found with and without wrapper, code and echo, the code as number or text"() {
    when:
    def opened = open(body)

    then:
    opened instanceof Envelope.Result
    opened.json().textAt('status').get() == 'Success'

    where:
    body << ['{"response": {"requestId": "r-1", "code": 200, "result": {"status": "Success"}}}',
             '{"response": {"requestId": "r-1", "code": "200", "result": {"status": "Success"}}}',
             '{"requestId": "r-1", "code": "200", "result": {"status": "Success"}}',
             '{"requestId": "r-1", "result": {"status": "Success"}}',
             '{"response": {"result": {"status": "Success"}}}',
             '{"code": 200, "response": {"code": 200, "error": [], "result": {"status": "Success"}}}',
             '{"requestId": 15, "result": {"status": "Success"}}',
             '{"response": {"requestId": "15", "code": 200, "result": {"status": "Success"}}}',
             '{"result": {"status": "Success"}}']
  }

  def "an empty result is a result"() {
    expect:
    open(body) instanceof Envelope.Result

    where:
    body << ['{"response": {"code": 200, "result": []}}', '{"response": {"code": 200, "result": ""}}', '{"result": null}']
  }

  def "an error is a refusal in the source's words, whatever the code and the HTTP status say"() {
    when:
    def opened = open(body)

    then:
    opened instanceof Envelope.Refused
    opened.words() == words

    where:
    body || words
    '{"response": {"requestId": "r-1", "code": 200, "error": {"code": 113, "message": "An error occurred."}}}' || "'An error occurred.' (code 113)"
    '{"response": {"requestId": "r-1", "code": 200, "error": {"code": 113, "message": "No."}, "result": {"status": "Success"}}}' || "'No.' (code 113)"
    '{"response": {"code": 500, "message": "Failure"}}' || "'Failure' (code 500)"
    '{"code": "301", "response": {"code": 200, "result": {}}}' || 'no message (code 301)'
    '{"code": 404, "message": "Not found"}' || "'Not found' (code 404)"
    '{"response": {"error": "Authentication failed."}}' || "'Authentication failed.'"
    '{"response": {"code": 300, "message": "two\\nlines"}}' || "'two lines' (code 300)"
  }

  def "what is neither a result nor an error is a fault"() {
    when:
    def opened = open(body)

    then:
    opened instanceof Envelope.Fault
    opened.code() == code

    where:
    body                                                      || code
    '{"response": {"requestId": "r-1", "code": 200}}'          || SourceCode.WRONG_SHAPE
    '{"response": {"requestId": "r-2", "code": 200, "result": {}}}' || SourceCode.OTHER_REQUEST
    '{"requestId": "r-12", "result": {}}'                     || SourceCode.OTHER_REQUEST
    '{"status": "Success"}'                                   || SourceCode.WRONG_SHAPE
    '[]'                                                      || SourceCode.WRONG_SHAPE
    '{}'                                                      || SourceCode.WRONG_SHAPE
    '"OK"'                                                    || SourceCode.WRONG_SHAPE
    '{"response": ""}'                                        || SourceCode.WRONG_SHAPE
  }

  private static Envelope open(String body) {
    Envelope.open(JsonReader.read(body.getBytes('UTF-8')), 'r-1')
  }
}
