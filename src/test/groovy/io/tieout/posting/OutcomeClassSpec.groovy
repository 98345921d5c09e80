package io.tieout.posting

import static io.tieout.posting.OutcomeClass.*
import static io.tieout.posting.OutcomeClass.Call.*
import static io.tieout.posting.OutcomeClass.ItemKind.*

import spock.lang.Specification

/** The closed list of safety 2.3 as a table: how a call was answered by what it says of an item. */
class OutcomeClassSpec extends Specification {

  def "a call that #call"() {
    expect:
    [STORED, REFUSED, UNKNOWN_FAULT, UNREADABLE, MISSING, NAMED_TWICE].collect { of(call, it) } ==
        [stored, refused, fault, unreadable, missing, twice]

    where:
    call        | stored      | refused     | fault       | unreadable  | missing     | twice
    NEVER_LEFT  | NOT_APPLIED | NOT_APPLIED | NOT_APPLIED | NOT_APPLIED | NOT_APPLIED | NOT_APPLIED
    SILENT      | UNKNOWN     | UNKNOWN     | UNKNOWN     | UNKNOWN     | UNKNOWN     | UNKNOWN
    TURNED_AWAY | NOT_APPLIED | NOT_APPLIED | NOT_APPLIED | NOT_APPLIED | NOT_APPLIED | NOT_APPLIED
    ANSWERED    | APPLIED     | REJECTED    | UNKNOWN     | UNKNOWN     | UNKNOWN     | UNKNOWN
    UNCLEAR     | UNKNOWN     | UNKNOWN     | UNKNOWN     | UNKNOWN     | UNKNOWN     | UNKNOWN
  }

  def "applied and rejected need a whole answer; silence is never failure"() {
    expect:
    Call.values().findAll { call -> ItemKind.values().any { of(call, it) in [APPLIED, REJECTED] } } == [ANSWERED]
    ItemKind.values().every { of(SILENT, it) == UNKNOWN && of(UNCLEAR, it) == UNKNOWN }
  }

  def "each class has its own event, and a sent posting takes each"() {
    expect:
    OutcomeClass.values()*.event().toSet().size() == OutcomeClass.values().size()
    OutcomeClass.values().collectEntries { [it, PostingState.SENT.require(it.event())] } == [
      (APPLIED): PostingState.CONFIRMED, (NOT_APPLIED): PostingState.INTENT,
      (OutcomeClass.REJECTED): PostingState.REJECTED, (UNKNOWN): PostingState.UNKNOWN]
  }
}
