package io.tieout.edge.cli

import io.tieout.flow.port.PlanSheet
import io.tieout.flow.port.PlanSheet.Held
import spock.lang.Specification

class HeldViewSpec extends Specification {

  def "each reason and next step is said once, whatever number of groups and lines wait for it"() {
    given:
    def held = (1..5).collectMany { group("g$it", "GL 4190-0000: no rule names it", 'Add a rule for 4190-0000.', 100_00) } +
        group('h1', 'GL 4200-0000: no rule names it', 'Add a rule for 4200-0000.', 9_000_00)

    when:
    def text = printed(held)

    then: 'the largest sum first'
    text.count('no rule names it') == 2
    text.indexOf('GL 4200-0000') < text.indexOf('GL 4190-0000: no')
    text.contains('  2 lines in 1 group, 9,000.00\n')
    text.contains('  10 lines in 5 groups, 500.00\n')
    text.count('Add a rule for 4190-0000.') == 1

    and: 'each line of a group once, and which of them waits for itself'
    text.readLines().count { it.contains('waits') } == 6
    text.readLines().count { it.contains('balances with it') } == 6
    text.contains('Held: 12 lines, 9,500.00 USD')
  }

  def "of very many held lines the first are listed and the others counted, and every reason is still said"() {
    given:
    def held = (1..30).collectMany { group("g$it", 'GL 4190-0000: no rule names it', 'Add a rule.', 100_00) } + group('z', 'GL 5: inactive', 'Mend it.', 1)

    when:
    def text = printed(held)

    then:
    text.contains('GL 5: inactive')
    text.contains('next: Mend it.')
    text.contains('and 22 held lines more; all with `tieout plan --show P1 --csv`')
    text.readLines().count { it =~ /waits|balances with it/ } == 40
  }

  def "a group that waits for two things names both; one that an exclusion unbalances says so"() {
    given:
    def both = [held('g', 'unmapped', true, 'GL 1: no rule names it', 'Add a rule for 1.', 5), held('g', 'target-account', true, 'GL 2: inactive', 'Mend 2.', -5)]
    def alone = [held('e', 'with-held', false, 'balances only together with the excluded GL 3', 'Exclude the others too.', 7)]

    expect:
    with(HeldView.waits(both + alone)) {
      it*.words() == ['with-held: balances only together with the excluded GL 3', 'P001 unmapped: GL 1: no rule names it; P001 target-account: GL 2: inactive']
      it.collect { w -> w.reasons()*.next() } == [['Exclude the others too.'], ['Add a rule for 1.', 'Mend 2.']]
    }
  }

  private static List<Held> group(String id, String why, String next, long minor) {
    [held(id, 'unmapped', true, why, next, -minor), held(id, 'with-held', false, 'balances only together with the held', '', minor)]
  }

  private static Held held(String group, String reason, boolean cause, String why, String next, long minor) {
    new Held('fact', '93000066', '510002', '2026-10', 'accrual', '2026-10-22', '4190-0000', 'AR Charge', 'Charge', minor, reason, 'words', cause, cause ? 'P001' : '', why, next, group)
  }

  private static String printed(List<Held> held) {
    def out = new StringWriter()
    HeldView.print(new PlanSheet('P1', 'oak', 'quickbooks:1', 'Oak', 'USD', 'a' * 64, 'a', true, false, 'b' * 64, 'c' * 64, '2026-11-01T00:00:00Z', '',
        [:], [], held, [], [], [], []), new Console(new PrintWriter(out)))
    out.toString()
  }
}
