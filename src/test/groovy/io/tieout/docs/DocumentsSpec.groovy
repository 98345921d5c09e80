package io.tieout.docs

import io.tieout.finding.Category
import java.util.regex.Pattern
import spock.lang.Specification

/** The documents keep to what they promise: pages exist, links lead somewhere, tables agree with the code. */
class DocumentsSpec extends Specification {

  private static final File DECISIONS = new File('docs/decisions')
  private static final Pattern PAGE = ~/\d{4}-[a-z0-9-]+\.md/

  def "every decision page that the index names exists, and each page has context, options, choice and consequences"() {
    given:
    def named = (read('docs/decisions/README.md') =~ /\((${PAGE.pattern()})\)/).collect { it[1] as String }
    def there = DECISIONS.list().findAll { it ==~ PAGE }.sort()

    expect:
    there.size() > 5
    named.size() > 5
    named - there == []
    there.findAll { page ->
      def text = new File(DECISIONS, page).getText('UTF-8')
      !(text ==~ /(?s)# ${page[0..3]}\. .+/) || (text =~ /(?m)^## (Context|Options|Choice|Consequences)$/).collect { it[1] } != ['Context', 'Options', 'Choice', 'Consequences']
    } == []
  }

  def "every relative link of #file leads to something"() {
    given:
    def here = new File(file).absoluteFile.parentFile
    def links = (read(file) =~ /\]\(([^)\s#]+)(#[^)]*)?\)/).collect { it[1] as String }.findAll { !(it =~ /^[a-z]+:/) }

    expect:
    links.findAll { !new File(here, it).exists() } == []

    where:
    file << ['README.md', 'CHANGELOG.md'] + new File('docs').list().findAll { it.endsWith('.md') }.sort().collect { "docs/$it".toString() } +
        DECISIONS.list().findAll { it.endsWith('.md') }.sort().collect { "docs/decisions/$it".toString() }
  }

  def "every document that the code's comments and messages name exists"() {
    given:
    def named = new TreeSet<String>()
    new File('src/main').eachFileRecurse {
      if (it.file && it.name =~ /\.(java|yml|txt|sql)$/) {
        (it.getText('UTF-8') =~ /\bdocs\/[\w.\/-]+\.md\b/).each { hit -> named << (hit as String) }
      }
    }

    expect:
    named.contains('docs/ERRORS.md')
    named.findAll { !new File(it).exists() } == [] as Set
  }

  def "the glossary explains the accountant's word '#term' exactly once"() {
    given:
    def words = (read('docs/GLOSSARY.md') =~ /(?m)^\| ([^|]+?) \|/).collect { it[1] as String }.collectMany { it.split(', ').toList() }

    expect:
    words.count { it == term } == 1

    where:
    term << ['journal entry', 'entry line', 'posting', 'debit', 'credit', 'post month', 'transaction date', 'property', 'control account',
        'sub-ledger', 'tie-out', 'drift', 'write-back', 'idempotency key', 'fingerprint', 'reversal', 'closed period']
  }

  def "the table of exit codes in docs/operations.md is the code's"() {
    given:
    def rows = (read('docs/operations.md') =~ /(?m)^\| (\d+) \| ([^|]+?) \| ([A-Z_, ]*?) ?\|/).collect {
      [(it[1] as String) as int, (it[3] as String).split(', ').findAll { w -> w }]
    }

    expect:
    rows.collectMany { row -> row[1].collect { [it, row[0]] } }.collectEntries { [it[0], it[1]] } ==
        Category.values().collectEntries { [it.name(), it.exitCode()] }
    rows*.getAt(0) == rows*.getAt(0).sort(false)
    rows*.getAt(0).contains(0)
  }

  def "no document names a machine's folders"() {
    given:
    def files = ['README.md', 'CHANGELOG.md'].collect { new File(it) } + new File('docs').listFiles().findAll { it.name.endsWith('.md') }

    expect:
    files.findAll { (it.getText('UTF-8') =~ /(?<![\w.~])\/(work|root|tmp)\//).find() } == []
  }

  private static String read(String file) {
    new File(file).getText('UTF-8')
  }
}
