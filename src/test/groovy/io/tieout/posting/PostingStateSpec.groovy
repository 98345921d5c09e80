package io.tieout.posting

import static io.tieout.posting.PostingEvent.*
import static io.tieout.posting.PostingState.*

import spock.lang.Specification

/** The life of a posting, as a table: every state by every event. A dash is a happening that cannot be. */
class PostingStateSpec extends Specification {

  static final List<PostingEvent> EVENTS = [ATTEMPTED, ANSWERED_APPLIED, ANSWERED_NOT_APPLIED, ANSWERED_REJECTED, ANSWERED_UNKNOWN,
    ECHO_EQUAL, ECHO_DIFFERENT, FOUND, FOUND_OTHERWISE, ABSENT, GIVEN_UP, UNDECIDED, SEEN_AGAIN, SEEN_TOO_OFTEN]

  def "from #from"() {
    expect:
    EVENTS.collect { from.after(it).map { next -> next.name() }.orElse('-') } ==
        [attempted, applied, notApplied, rejected, unknown, equal, different, found, otherwise, absent, givenUp, undecided, again, tooOften]

    where:
    from        | attempted | applied     | notApplied | rejected   | unknown   | equal     | different     | found     | otherwise     | absent        | givenUp       | undecided     | again      | tooOften
    INTENT      | 'SENT'    | '-'         | '-'        | '-'        | '-'       | '-'       | '-'           | 'MATCHED' | 'QUARANTINED' | 'INTENT'      | 'REJECTED'    | 'UNKNOWN'     | '-'        | 'QUARANTINED'
    SENT        | '-'       | 'CONFIRMED' | 'INTENT'   | 'REJECTED' | 'UNKNOWN' | '-'       | '-'           | 'MATCHED' | 'QUARANTINED' | 'INTENT'      | 'REJECTED'    | 'UNKNOWN'     | '-'        | '-'
    UNKNOWN     | '-'       | '-'         | '-'        | '-'        | '-'       | '-'       | '-'           | 'MATCHED' | 'QUARANTINED' | 'INTENT'      | 'REJECTED'    | 'UNKNOWN'     | '-'        | '-'
    CONFIRMED   | '-'       | '-'         | '-'        | '-'        | '-'       | 'MATCHED' | 'QUARANTINED' | 'MATCHED' | 'QUARANTINED' | 'QUARANTINED' | 'QUARANTINED' | 'CONFIRMED'   | '-'        | '-'
    MATCHED     | '-'       | '-'         | '-'        | '-'        | '-'       | '-'       | '-'           | '-'       | '-'           | '-'           | '-'           | '-'           | 'VERIFIED' | 'QUARANTINED'
    VERIFIED    | '-'       | '-'         | '-'        | '-'        | '-'       | '-'       | '-'           | '-'       | '-'           | '-'           | '-'           | '-'           | 'VERIFIED' | 'QUARANTINED'
    REJECTED    | '-'       | '-'         | '-'        | '-'        | '-'       | '-'       | '-'           | '-'       | '-'           | '-'           | '-'           | '-'           | '-'        | 'QUARANTINED'
    QUARANTINED | '-'       | '-'         | '-'        | '-'        | '-'       | '-'       | '-'           | 'MATCHED' | 'QUARANTINED' | 'REJECTED'    | 'REJECTED'    | 'QUARANTINED' | '-'        | 'QUARANTINED'
  }

  def "the table has every state and every event"() {
    expect:
    EVENTS.toSet() == PostingEvent.values().toList().toSet()
    EVENTS.size() == PostingEvent.values().size()
    PostingState.values().size() == 8
  }

  def "only an intent is ever attempted, and only proof or a promise of none leads back to one"() {
    expect:
    PostingState.values().findAll { it.after(ATTEMPTED).present } == [INTENT]
    [PostingState.values().toList(), EVENTS].combinations()
        .findAll { state, event -> state != INTENT && state.after(event).orElse(null) == INTENT }
        .collect { state, event -> event }.toSet() == [ANSWERED_NOT_APPLIED, ABSENT] as Set
  }

  def "every doubtful state takes every conclusion of the resolver"() {
    expect:
    [[INTENT, SENT, UNKNOWN, CONFIRMED, QUARANTINED], Resolution.Kind.values().toList(), [1, ResolverStep.RESENDS_MAX + 1]].combinations()
        .every { state, kind, sends -> state.after(ResolverStep.conclude(kind, sends)).present }
  }

  def "a happening that cannot be is a defect and says so"() {
    when:
    MATCHED.require(ATTEMPTED)

    then:
    def e = thrown(IllegalStateException)
    e.message == 'MATCHED knows no ATTEMPTED'
  }

  def "#state is counted as posted: #posted"() {
    expect:
    state.isPosted() == posted

    where:
    state << PostingState.values()
    posted = state in [MATCHED, VERIFIED]
  }
}
