package io.tieout.docs

import com.tngtech.archunit.core.importer.ClassFileImporter
import com.tngtech.archunit.core.importer.ImportOption
import groovy.io.FileType
import groovy.transform.CompileStatic
import io.tieout.finding.FindingCode
import java.util.regex.Pattern
import spock.lang.Shared
import spock.lang.Specification

/** Every finding has an id of its own, a section in docs/ERRORS.md, and a spec that makes it happen. */
class ErrorsSpec extends Specification {

  /** Letters of rooms, as FindingCode's Javadoc gives them. */
  private static final Pattern ID = ~/[MSFPTLWXC]\d{3}/

  private static final Pattern HEADING = ~/(?m)^### (\S+) (.+)$/

  @Shared
  List<FindingCode> codes = Codes.all()

  @Shared
  String document = new File('docs/ERRORS.md').getText('UTF-8')

  def "there are codes in every room that finds something"() {
    expect:
    codes.size() > 150
    (codes*.getClass()*.simpleName as Set).containsAll(['MappingCode', 'PlanCode', 'FactCode', 'SourceCode', 'QuickBooksCode', 'LedgerCode', 'StoreCode',
        'RawCode', 'FlowCode', 'SettingsCode', 'TieCode'])
  }

  def "an id means one thing in the whole product"() {
    expect:
    codes.groupBy { Codes.id(it) }.findAll { it.value.size() > 1 } == [:]
    codes.findAll { !(Codes.id(it) ==~ ID) } == []
  }

  def "every code has its section in docs/ERRORS.md, in order, with its title, category and exit code"() {
    given:
    def sections = sections()
    def expected = codes.sort(false) { Codes.id(it) }

    expect:
    sections.keySet().toList() == expected.collect { Codes.id(it) }
    expected.collect { "${Codes.id(it)} ${Codes.title(it)}".toString() } == sections.collect { "$it.key $it.value.title".toString() }
    expected.findAll { !sections[Codes.id(it)].body.contains(Codes.kind(it)) }.collect { Codes.id(it) } == []
  }

  def "every section shows a message as it is printed, and what to do"() {
    expect:
    sections().findAll { id, section ->
      !section.body.contains("  $id $section.title\n") || !section.body.contains('\n      expected: ') ||
          !section.body.contains('\n      found:    ') || !section.body.contains('\n      next:     ')
    }.keySet() == [] as Set
  }

  def "no example names a machine"() {
    expect:
    !(document =~ /\/(tmp|root|home|work|var)\//).find()
  }

  def "every code is made to happen by a spec"() {
    given:
    def specs = specs()

    expect:
    codes.findAll { code ->
      def qualified = "${code.getClass().simpleName}.${((Enum) code).name()}"
      !specs.any { it =~ /\b${Pattern.quote(qualified)}\b/ || it =~ /['"]${Codes.id(code)}\b/ || star(it, code) }
    }.collect { "${Codes.id(it)} ${it.getClass().simpleName}.${((Enum) it).name()}".toString() } == []
  }

  /** A spec that imports an enum's constants by a star may use the bare name. */
  private static boolean star(String spec, FindingCode code) {
    spec =~ /import static [\w.]+\.${code.getClass().simpleName}\.(\*|${((Enum) code).name()})/ && spec =~ /\b${((Enum) code).name()}\b/
  }

  private Map<String, Map<String, String>> sections() {
    def found = HEADING.matcher(document)
    def starts = []
    while (found.find()) {
      starts << [id: found.group(1), title: found.group(2), from: found.end(), at: found.start()]
    }
    def sections = [:]
    starts.eachWithIndex { start, i ->
      def end = i + 1 < starts.size() ? starts[i + 1].at : document.length()
      assert sections.put(start.id, [title: start.title, body: document.substring(start.from as int, end as int)]) == null
    }
    sections
  }

  private static List<String> specs() {
    def texts = []
    new File('src/test/groovy').eachFileRecurse(FileType.FILES) {
      if (it.name.endsWith('.groovy') && it.name != 'ErrorsSpec.groovy') {
        texts << it.getText('UTF-8')
      }
    }
    assert texts.size() > 50
    texts
  }

  /** Some enums are not public; the interface is. */
  @CompileStatic
  static class Codes {
    static List<FindingCode> all() {
      def classes = new ClassFileImporter().withImportOption(new ImportOption.DoNotIncludeTests()).importPackages('io.tieout')
      List<FindingCode> found = []
      for (def type : classes) {
        if (type.enum && type.isAssignableTo(FindingCode)) {
          for (def constant : Class.forName(type.name).enumConstants) {
            found.add((FindingCode) constant)
          }
        }
      }
      found
    }

    static String id(FindingCode code) {
      code.id()
    }

    static String title(FindingCode code) {
      code.title()
    }

    /** The first line of a section. */
    static String kind(FindingCode code) {
      String severity = code.severity().name().toLowerCase(Locale.ROOT)
      String category = code.category().name()
      code.severity() == io.tieout.finding.Severity.ERROR ? "*$severity, $category, exit code ${code.category().exitCode()}*" : "*$severity, $category*"
    }
  }
}
