package io.tieout.story

import groovy.json.JsonSlurper
import io.tieout.edge.cli.Main
import io.tieout.sandbox.script.LoggedRequest
import io.tieout.selftest.checker.Invariant
import java.nio.charset.StandardCharsets
import java.util.concurrent.TimeUnit
import spock.lang.AutoCleanup
import spock.lang.Shared
import spock.lang.Specification
import spock.lang.Stepwise

/**
 * A process dies, or an answer is lost, after QuickBooks stored a batch and before Tieout knows it. The next run finds
 * every document, or proves it absent and sends the same bytes again: nothing is lost, nothing stands twice.
 */
@Stepwise
class KillSpec extends Specification {

  @Shared
  @AutoCleanup
  House house = new House()

  /** Newest request before what a feature looks at. */
  @Shared
  long from = 0

  def setupSpec() {
    house.publish()
    assert house.tieout('pull').code == 0
  }

  def "a process killed after the commit and before the answer loses nothing and doubles nothing"() {
    given: 'QuickBooks stores the batch and never answers'
    house.quickBooksServer.faults().add('batch:1:commit-then-stall')

    when: 'a second JVM posts, and is killed by the system once the batch is stored'
    def process = secondJvm('sync', '--company', 'demo-accrual', '--no-pull', '--no-tie-out')
    waitFor(120) { batches().any { it.committed() } || !process.alive }
    def committedAlive = process.alive && batches().any { it.committed() }
    process.destroyForcibly().waitFor(20, TimeUnit.SECONDS)

    then:
    committedAlive
    process.exitValue() == 128 + 9
    batches().size() == 1
    def standing = house.entries(House.ACCRUAL)
    standing.size() > 10

    when: 'the night is started again'
    def night = house.tieout('sync', '--company', 'demo-accrual', '--no-pull')

    then: 'every document of the batch is found, none is sent again; what had not been begun follows'
    night.json.companies[0].recovered == standing.size()
    night.json.companies[0].unknown == 0
    night.json.companies[0].quarantined == 0
    batches().size() == 2
    numbers(batches()[0]).size() == standing.size()
    numbers(batches()[0]).intersect(numbers(batches()[1])).isEmpty()
    once(House.ACCRUAL)
    house.entries(House.ACCRUAL).size() == standing.size() + night.json.companies[0].posted
    numbers(batches()[1]).size() == night.json.companies[0].posted

    and: 'it goes on where it stopped: marks are set and the books tie out'
    night.json.companies[0].marked > 0
    night.json.tie_out[0].differences == 0
    notSentTwiceWithoutProof()
  }

  def "a connection lost before anything was stored is proven absent, and the same bytes go again under the same ids"() {
    given: 'the first batch of an empty company does not arrive'
    from = newest()
    house.quickBooksServer.faults().add('batch:1:drop-before-commit')

    when:
    def first = house.tieout('sync', '--company', 'demo-cash', '--no-pull', '--no-tie-out')

    then: 'the outcome is unknown, it is not guessed, and nothing else is sent before it is known'
    first.code == 3
    first.json.companies[0].posted == 0
    first.json.companies[0].unknown > 10
    first.json.companies[0].findings*.code.toSet() - 'P001' == ['P105'] as Set
    batches().size() == 1
    numbers(batches()[0]).size() == first.json.companies[0].unknown
    house.entries(House.CASH).isEmpty()

    when:
    def second = house.tieout('sync', '--company', 'demo-cash', '--no-pull')

    then:
    second.json.companies[0].unknown == 0
    second.json.companies[0].recovered == 0
    second.json.companies[0].sent_again == first.json.companies[0].unknown
    house.entries(House.CASH).size() == first.json.companies[0].unknown + second.json.companies[0].posted
    once(House.CASH)
    second.json.tie_out[0].differences == 0

    and: 'the same body under the same request id, with the searches in between'
    def sent = batches()
    body(sent[0]) == body(sent[1])
    sent[0].target() == sent[1].target()
    !sent[0].committed()
    sent[1].committed()
    notSentTwiceWithoutProof()
  }

  def "#fault: what was stored is found, what was not is sent again, each document stands once"() {
    given: 'a late entry in each property, so that there is something to post'
    from = newest()
    def before = house.entries(House.ACCRUAL).size()
    late(510001, day)
    late(510002, day)
    house.quickBooksServer.faults().add("batch:1:${fault}")

    when:
    def first = house.tieout('sync', '--company', 'demo-accrual', '--no-tie-out')

    then:
    first.code == 3
    first.json.companies[0].unknown == unknown
    first.json.companies[0].posted == 2 - unknown
    batches().size() == 1
    batches()[0].committed() == stored

    when:
    def second = house.tieout('sync', '--company', 'demo-accrual')

    then:
    second.json.companies[0].unknown == 0
    second.json.companies[0].recovered == (stored ? unknown : 0)
    second.json.companies[0].sent_again == (stored ? 0 : unknown)
    second.json.tie_out[0].differences == 0
    batches().size() == (stored ? 1 : 2)
    house.entries(House.ACCRUAL).size() == before + 2
    once(House.ACCRUAL)
    notSentTwiceWithoutProof()

    when: 'and a third night has nothing to do'
    def third = house.tieout('sync', '--company', 'demo-accrual', '--no-pull', '--no-tie-out')

    then:
    third.json.companies[0].posted == 0
    third.json.companies[0].write_calls == 0

    where:
    fault                     | day | stored | unknown
    'commit-then-drop'        | 12  | true   | 2
    'commit-then-504'         | 13  | true   | 2
    'cut-off-json'            | 14  | true   | 2
    'empty-200-not-committed' | 15  | false  | 2
    'altered:missing-item'    | 16  | true   | 1
  }

  def "the judge finds nothing lost, doubled or unexpected in all of it, and names what was recovered"() {
    when:
    house.tieout('sync')
    def judged = house.judgedClean()

    then:
    judged.verdicts().posted() > 150
    judged.verdicts().recovered() > 60
    judged.checks()[Invariant.I16] > 30
  }

  private void late(int property, int day) {
    def done = house.entrataDo('late', [property: property, basis: 'ACCRUAL', postMonth: '2026-10', type: 'GJ',
        postDate: "2026-10-${day}".toString(), reference: "JE - #9${day}".toString(),
        lines: [[account: House.LANDSCAPING, minor: 12_34], [account: House.ACCRUED, minor: -12_34]]])
    assert done.ids.size() == 2
  }

  private List<LoggedRequest> batches() {
    house.quickBooksServer.log().entries('batch').findAll { it.number() > from }
  }

  private long newest() {
    house.quickBooksServer.log().entries()*.number().max() ?: 0
  }

  private static List<String> numbers(LoggedRequest request) {
    new JsonSlurper().parseText(body(request)).BatchItemRequest*.JournalEntry*.DocNumber
  }

  private static String body(LoggedRequest request) {
    new String(request.body().bytes(), StandardCharsets.UTF_8)
  }

  /** A body goes twice only after both searches, twice each, showed that the first did not arrive. */
  private boolean notSentTwiceWithoutProof() {
    batches().groupBy { body(it) }.values().every { same ->
      same.size() == 1 || (1..<same.size()).every { proven(same[it - 1], same[it]) }
    }
  }

  private boolean proven(LoggedRequest first, LoggedRequest again) {
    def between = house.quickBooksServer.log().entries().findAll { it.number() in (first.number() + 1)..<again.number() }
        .collect { URLDecoder.decode(it.target(), 'UTF-8') }
    assert !first.committed()
    numbers(first).every { number -> between.count { it.contains("'${number}'") } >= 2 } &&
        between.count { it.contains('MetaData.CreateTime') } >= 2
  }

  /** Each document number stands once in the books. */
  private boolean once(String realm) {
    def numbers = house.entries(realm)*.DocNumber
    numbers.toSet().size() == numbers.size()
  }

  private Process secondJvm(String... words) {
    def command = [Path.java(), '-cp', System.getProperty('surefire.test.class.path') ?: System.getProperty('java.class.path'),
        Main.name] + words.toList() + ['--home', house.home.toString(), '--json', '--quiet']
    new ProcessBuilder(command)
        .redirectErrorStream(true)
        .redirectOutput(house.home.resolve('second-jvm.txt').toFile())
        .start()
  }

  private static void waitFor(int seconds, Closure<Boolean> condition) {
    def end = System.nanoTime() + TimeUnit.SECONDS.toNanos(seconds)
    while (!condition.call() && System.nanoTime() < end) {
      Thread.sleep(50)
    }
  }

  private static class Path {
    static String java() {
      java.nio.file.Path.of(System.getProperty('java.home'), 'bin', 'java').toString()
    }
  }
}
