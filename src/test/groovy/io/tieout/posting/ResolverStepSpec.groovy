package io.tieout.posting

import static io.tieout.posting.Resolution.Kind.*
import static io.tieout.posting.ResolverStep.*

import java.time.Duration
import java.time.Instant
import spock.lang.Specification

/** When to look, when to look again, and what two looks make of a posting. */
class ResolverStepSpec extends Specification {

  static final Instant NOON = Instant.parse('2026-11-01T12:00:00Z')
  static final Waits WAITS = new Waits(Duration.ofMinutes(8), Duration.ofSeconds(60))

  def "#what: #step"() {
    expect:
    ResolverStep.next(at(now), optional(sent), optional(first), optional(second), WAITS) == step

    where:
    what                                       | now  | sent | first | second || step
    'just sent'                                | 0    | 0    | null  | null   || WAIT_TO_SETTLE
    'a second before it has settled'           | 479  | 0    | null  | null   || WAIT_TO_SETTLE
    'settled'                                  | 480  | 0    | null  | null   || LOOK
    'sent long ago'                            | 9000 | 0    | null  | null   || LOOK
    'never sent'                               | 0    | null | null  | null   || LOOK
    'the clock went back since it was sent'    | -600 | 0    | null  | null   || WAIT_TO_SETTLE
    'just looked'                              | 480  | 0    | 480   | null   || WAIT_BETWEEN_LOOKS
    'a second before the second look'          | 539  | 0    | 480   | null   || WAIT_BETWEEN_LOOKS
    'a minute after the first look'            | 540  | 0    | 480   | null   || LOOK_AGAIN
    'looked twice'                             | 540  | 0    | 480   | 540    || CONCLUDE
  }

  def "#kind after #sends sends: #event"() {
    expect:
    ResolverStep.conclude(kind, sends) == event

    where:
    kind       | sends || event
    FOUND      | 1     || PostingEvent.FOUND
    FOUND      | 9     || PostingEvent.FOUND
    QUARANTINE | 1     || PostingEvent.FOUND_OTHERWISE
    UNDECIDED  | 1     || PostingEvent.UNDECIDED
    UNDECIDED  | 9     || PostingEvent.UNDECIDED
    ABSENT     | 0     || PostingEvent.ABSENT
    ABSENT     | 1     || PostingEvent.ABSENT
    ABSENT     | 3     || PostingEvent.ABSENT
    ABSENT     | 4     || PostingEvent.GIVEN_UP
  }

  private static Instant at(int second) {
    NOON.plusSeconds(second)
  }

  private static Optional<Instant> optional(Integer second) {
    Optional.ofNullable(second == null ? null : at(second))
  }
}
