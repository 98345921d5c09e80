package io.tieout.store.mapping

import io.tieout.finding.Stopped
import io.tieout.flow.port.RunClock
import io.tieout.mapping.MappingCode
import spock.lang.Specification
import spock.lang.TempDir

import java.nio.file.Files
import java.nio.file.Path
import java.time.Duration
import java.time.Instant
import java.time.LocalDate

class FileMappingStoreSpec extends Specification {

  @TempDir
  Path folder

  def "each company has one working file, found by the company it names"() {
    given:
    write('oak.yml', text('oak', '1'))
    write('anything.yaml', text('elm', '2'))
    write('notes.txt', 'company: none')

    expect:
    store().companies() == ['elm', 'oak']
    with(store().working('elm')) {
      findings().empty
      value().get().mapping().binding().companyId() == '2'
      !value().get().published()
      value().get().label().endsWith(' DRAFT')
    }
  }

  def "a company without a file is refused with the names there are"() {
    given:
    write('oak.yml', text('oak', '1'))

    when:
    def working = store().working('aok')

    then:
    working.value().empty
    working.findings()*.code() == [MappingCode.NO_MAPPING]
    working.findings()[0].found().contains("oak. Did you mean 'oak'?")
  }

  def "without a folder there are no companies, and the message says where one was looked for"() {
    expect:
    store().companies() == []
    store().working('oak').findings()[0].place() == folder.resolve('mappings') as String
  }

  def "two files for one company, or two names for one company id, name both files"() {
    given:
    write('a.yml', text('oak', '1'))
    write('b.yml', text(company, id))

    when:
    def working = store().working('oak')

    then:
    def finding = working.findings().find { it.code() == MappingCode.COMPANY_TWICE }
    finding.found().contains('a.yml') && finding.found().contains('b.yml') && finding.found().contains(what)

    where:
    company | id  || what
    'oak'   | '2' || "the company 'oak'"
    'elm'   | '1' || 'the company id quickbooks:1'
  }

  def "a file whose company cannot be read is listed under its own name, with its faults"() {
    given:
    write('broken.yml', 'tieout: 1\nbinding:\n  company: [\n')

    expect:
    store().companies() == ['broken']
    with(store().working('broken')) {
      value().empty
      findings()[0].place().contains('broken.yml:')
    }
  }

  def "a published version is kept with its bytes, its persons and its reason, and stays when the file changes"() {
    given:
    write('oak.yml', text('oak', '1'))

    when:
    def published = store().publish('oak', 'Ana', 'Ben', 'first version')

    then:
    published.published()
    store().published('oak').get().hash() == published.hash()
    new String(store().publishedBytes(published.hash()).get()) == text('oak', '1')
    store().working('oak').value().get().published()
    with(folder.resolve('data/published/published.json').toFile().text) {
      contains('"author" : "Ana"') && contains('"approver" : "Ben"') && contains('"reason" : "first version"')
      contains('"at" : "2026-11-01T09:30:00Z"') && contains(published.hash())
    }

    when:
    write('oak.yml', text('oak', '1').replace('"4010-0000": "4010"', '"4010-0000": "4011"'))

    then:
    !store().working('oak').value().get().published()
    store().published('oak').get().hash() == published.hash()

    when:
    def second = store().publish('oak', 'Ana', 'Ben', 'second version')

    then:
    second.hash() != published.hash()
    store().published('oak').get().hash() == second.hash()
    store().publishedBytes(published.hash()).present
  }

  def "publishing the same content again adds nothing, and going back to an old version keeps its first evidence"() {
    given:
    write('oak.yml', text('oak', '1'))
    def first = store().publish('oak', 'Ana', 'Ben', 'first')

    when:
    write('oak.yml', '# a remark\n' + text('oak', '1'))
    store().publish('oak', 'Ana', 'Ben', 'again')

    then:
    entries() == 1

    when:
    write('oak.yml', text('oak', '1').replace('"4010"', '"4011"'))
    store().publish('oak', 'Ana', 'Ben', 'second')
    write('oak.yml', '# a remark\n' + text('oak', '1'))
    def back = store().publish('oak', 'Ana', 'Ben', 'back')

    then:
    back.hash() == first.hash()
    entries() == 3
    new String(store().publishedBytes(first.hash()).get()) == text('oak', '1')
  }

  def "author and approver must be two persons while either version asks for it"() {
    given:
    write('oak.yml', text('oak', '1'))

    when:
    store().publish('oak', 'Ana  Lima', ' ana lima ', 'alone')

    then:
    def alone = thrown(Stopped)
    alone.findings()*.code() == [MappingCode.SAME_PERSON]
    alone.exitCode() == 2
    store().published('oak').empty

    when: 'the author publishes with another, then tries to switch the rule off alone'
    store().publish('oak', 'Ana', 'Ben', 'first')
    write('oak.yml', text('oak', '1') + 'policies:\n  two-person-rule: false\n')
    store().publish('oak', 'Ana', 'Ana', 'off')

    then:
    def off = thrown(Stopped)
    off.findings()*.code() == [MappingCode.SAME_PERSON]

    when:
    store().publish('oak', 'Ana', 'Ben', 'off')
    write('oak.yml', text('oak', '1').replace('"4010"', '"4011"') + 'policies:\n  two-person-rule: false\n')

    then:
    store().publish('oak', 'Ana', 'Ana', 'alone').published()
  }

  def "a file with errors is not published"() {
    given:
    write('oak.yml', text('oak', '1') + 'polices:\n  grain: type\n')

    when:
    store().publish('oak', 'Ana', 'Ben', 'first')

    then:
    def stopped = thrown(Stopped)
    stopped.findings()*.code() == [MappingCode.NOT_PUBLISHABLE, MappingCode.UNKNOWN_KEY]
    entries() == 0
  }

  def "who publishes must say who and why"() {
    given:
    write('oak.yml', text('oak', '1'))

    when:
    store().publish('oak', author, approver, reason)

    then:
    def stopped = thrown(Stopped)
    stopped.findings()*.code() == [MappingCode.PERSON_MISSING]

    where:
    author | approver | reason
    ' '    | 'Ben'    | 'why'
    'Ana'  | ''       | 'why'
    'Ana'  | 'Ben'    | ''
    'Ana'  | 'Ben'    | 'two\nlines'
  }

  def "a published binding cannot change, and no company id moves to another name"() {
    given:
    write('oak.yml', text('oak', '1'))
    store().publish('oak', 'Ana', 'Ben', 'first')
    Files.delete(folder.resolve('mappings/oak.yml'))
    write('other.yml', text(company, id).replace('demopm', organisation))

    when:
    store().publish(company, 'Ana', 'Ben', 'moved')

    then:
    def stopped = thrown(Stopped)
    stopped.findings()*.code() == [MappingCode.BINDING_CHANGED]
    stopped.findings()[0].expected().startsWith('oak bound to quickbooks:1')

    where:
    company | id  | organisation
    'oak'   | '2' | 'demopm'
    'elm'   | '1' | 'demopm'
    'oak'   | '1' | 'otherpm'
  }

  def "evidence that was changed or lost is an invariant broken"() {
    given:
    write('oak.yml', text('oak', '1'))
    def hash = store().publish('oak', 'Ana', 'Ben', 'first').hash()
    def evidence = folder.resolve("data/published/oak/${hash}.yml")

    when:
    damage(evidence)
    store().published('oak')

    then:
    def stopped = thrown(Stopped)
    stopped.findings()*.code() == [MappingCode.PUBLISHED_DAMAGED]
    stopped.exitCode() == 4

    where:
    damage << [
        { Path p -> p.toFile().append(' ') },
        { Path p -> Files.delete(p) },
        { Path p -> p.parent.resolveSibling('published.json').toFile().text = '{"versions": [' },
        { Path p -> p.parent.resolveSibling('published.json').toFile().text = '{"versions": [{"company": "../x", "hash": "a"}]}' }]
  }

  def "a folder that cannot be used is said in words"() {
    given:
    write('oak.yml', text('oak', '1'))
    Files.writeString(folder.resolve('data'), 'a file where the folder should be')

    when:
    store().publish('oak', 'Ana', 'Ben', 'first')

    then:
    def stopped = thrown(Stopped)
    stopped.findings()*.code() == [MappingCode.FILE_UNREADABLE]
  }

  def "several processes publishing at once lose no entry"() {
    given:
    (1..6).each { write("c${it}.yml", text("c$it", "$it")) }

    when:
    (1..6).collect { n -> Thread.start { store().publish("c$n", 'Ana', 'Ben', 'first') } }*.join()

    then:
    entries() == 6
  }

  private FileMappingStore store() {
    new FileMappingStore(folder.resolve('mappings'), folder.resolve('data'), CLOCK)
  }

  private int entries() {
    def log = folder.resolve('data/published/published.json')
    Files.exists(log) ? log.toFile().text.count('"author"') : 0
  }

  private void write(String name, String content) {
    Files.createDirectories(folder.resolve('mappings'))
    Files.writeString(folder.resolve('mappings').resolve(name), content)
  }

  private static String text(String company, String id) {
    """\
tieout: 1
binding:
  company: $company
  organisation: demopm
  source: entrata-demo
  target: quickbooks
  connection: quickbooks-$company
  company-id: "$id"
  currency: USD
property-defaults:
  basis: accrual
  book: 616
  tree: 7001
  cutover: 2026-10
  opening: accept
properties:
  - id: 510001
    class: Cedar Ridge
rules:
  default:
    gl-accounts:
      "4010-0000": "4010"
"""
  }

  private static final RunClock CLOCK = new RunClock() {
    Instant now() { Instant.parse('2026-11-01T09:30:00Z') }

    LocalDate businessDate() { LocalDate.of(2026, 11, 1) }

    long monotonicNanos() { 0 }

    void sleep(Duration duration) {}
  }
}
