package io.tieout.plan

import static io.tieout.plan.Reconciliation.Part.*

import io.tieout.fact.Basis
import io.tieout.plan.Reconciliation.Sum
import spock.lang.Specification

class ReconciliationSpec extends Specification {

  def "source = posted + in flight + to post + held + excluded: the difference is nil, on both sides and in lines"() {
    given:
    def whole = new Reconciliation(Basis.ACCRUAL, new Sum(8, 400_00, 400_00), 1,
        [(POSTED): new Sum(3, 150_00, 150_00), (IN_FLIGHT): new Sum(2, 50_00, 50_00), (TO_POST): new Sum(1, 100_00, 0),
         (HELD): new Sum(1, 0, 200_00), (EXCLUDED): new Sum(1, 100_00, 0)])

    expect:
    whole.difference() == Sum.NIL
    whole.whole
    whole.part(NOT_PLANNED) == Sum.NIL
  }

  def "what is missing, twice or of another amount shows: #parts"() {
    expect:
    def reconciliation = new Reconciliation(Basis.CASH, new Sum(2, 100_00, 100_00), 0, parts)
    reconciliation.difference() == difference
    !reconciliation.whole

    where:
    parts                                                             || difference
    [:]                                                               || new Sum(2, 100_00, 100_00)
    [(POSTED): new Sum(2, 100_00, 100_01)]                            || new Sum(0, 0, -1)
    [(POSTED): new Sum(2, 100_00, 100_00), (HELD): new Sum(1, 0, 0)]  || new Sum(-1, 0, 0)
  }

  def "amounts go to their sides, debit positive"() {
    expect:
    Sum.NIL.plus(25_00).plus(-10_00).plus(0) == new Sum(3, 25_00, 10_00)
    Sum.NIL.plus(4, 0).plus(0, -7) == new Sum(4, 0, 7)
  }
}
