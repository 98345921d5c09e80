package io.tieout.posting

import static io.tieout.posting.PlannedEntries.MADE
import static io.tieout.posting.PlannedEntries.rent
import static io.tieout.posting.PlannedEntries.stored

import io.tieout.posting.Resolution.Kind
import spock.lang.Specification

/** What may be concluded about a write that was never answered: the closed list. */
class ResolutionSpec extends Specification {

  static final Look EMPTY = look([], [])
  static final Look FOUND = look([stored()], [stored()])

  def "#what: #kind"() {
    when:
    def resolution = Resolution.of(rent(), first, second, MADE.minusSeconds(10))

    then:
    resolution.kind() == kind
    resolution.target() == Optional.ofNullable(target)
    resolution.evidence().contains(evidence)

    where:
    what                                        | first                        | second                       || kind            | target | evidence
    'found once and equal'                      | FOUND                        | FOUND                        || Kind.FOUND      | '8'    | 'equal to the plan'
    'it appeared between the looks'             | EMPTY                        | FOUND                        || Kind.FOUND      | '8'    | 'equal to the plan'
    'absent in two complete looks'              | EMPTY                        | EMPTY                        || Kind.ABSENT     | null   | 'two complete looks'
    'it vanished between the looks'             | FOUND                        | EMPTY                        || Kind.UNDECIDED  | null   | 'the second did not'
    'the first search by number broke off'      | look(null, [])               | EMPTY                        || Kind.UNDECIDED  | null   | 'did not complete'
    'the second list broke off'                 | EMPTY                        | look([], null)               || Kind.UNDECIDED  | null   | 'did not complete'
    'found by number, but the list broke off'   | FOUND                        | look([stored()], null)       || Kind.UNDECIDED  | null   | 'did not complete'
    'the first look is blind'                   | look([], [], false)          | EMPTY                        || Kind.UNDECIDED  | null   | 'known to exist'
    'the second look is blind'                  | EMPTY                        | look([], [], false)          || Kind.UNDECIDED  | null   | 'known to exist'
    'a blind look that found it'                | FOUND                        | look([stored()], [stored()], false) || Kind.UNDECIDED | null | 'known to exist'
    'the list has it, the number does not'      | EMPTY                        | look([], [stored()])         || Kind.UNDECIDED  | null   | 'disagree'
    'the number has it, the list does not'      | look([stored()], [])         | FOUND                        || Kind.UNDECIDED  | null   | 'disagree'
    'it stands twice'                           | FOUND                        | twice()                      || Kind.QUARANTINE | '8'    | '2 entries carry the number'
    'it stands on another day'                  | FOUND                        | both(stored(date: MADE.atZone(java.time.ZoneOffset.UTC).toLocalDate())) || Kind.QUARANTINE | '8' | 'differs: date'
    'it was made before our first attempt'      | FOUND                        | both(stored(createdAt: MADE.minusSeconds(11))) || Kind.QUARANTINE | '8' | 'before our attempt'
    'it was made at the margin'                 | FOUND                        | both(stored(createdAt: MADE.minusSeconds(10))) || Kind.FOUND | '8' | 'equal to the plan'
  }

  def "only a proven absence lets stored bytes go out again, and no other look does"() {
    given: 'every combination of what one look can show'
    def looks = [[], [stored()], [stored(), stored(id: '9')], null].collectMany { marker ->
      [[], [stored()], null].collectMany { list -> [true, false].collect { control -> look(marker, list, control) } }
    }

    expect:
    [looks, looks].combinations().every { first, second ->
      def absent = Resolution.of(rent(), first, second, MADE).kind() == Kind.ABSENT
      absent == ([first, second].every { it == EMPTY })
    }
  }

  private static Look look(List<TargetDocument> byMarker, List<TargetDocument> byList, boolean control = true) {
    new Look(Optional.ofNullable(byMarker), Optional.ofNullable(byList), control)
  }

  private static Look both(TargetDocument document) {
    look([document], [document])
  }

  private static Look twice() {
    look([stored(), stored(id: '9')], [stored(), stored(id: '9')])
  }
}
