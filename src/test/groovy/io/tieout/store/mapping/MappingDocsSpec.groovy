package io.tieout.store.mapping

import io.tieout.fact.Basis
import io.tieout.fact.GlAccountId
import io.tieout.fact.PropertyId
import io.tieout.fact.SourceAccount
import io.tieout.fact.SourceProperty
import io.tieout.finding.Finding
import io.tieout.finding.Stopped
import io.tieout.flow.port.RunClock
import io.tieout.mapping.Binding
import io.tieout.mapping.CompanyKey
import io.tieout.mapping.ControlAccounts
import io.tieout.mapping.FlowMode
import io.tieout.mapping.LintContext
import io.tieout.mapping.Linter
import io.tieout.mapping.Mapping
import io.tieout.mapping.MappingCode
import io.tieout.mapping.SubjectKind
import io.tieout.mapping.TargetChart
import io.tieout.mapping.TargetKind
import io.tieout.money.CurrencyCode
import spock.lang.Shared
import spock.lang.Specification
import spock.lang.TempDir

import java.nio.file.Files
import java.nio.file.Path
import java.time.Instant

import static io.tieout.mapping.Mappings.*
import static io.tieout.store.mapping.MappingFiles.SOUND
import static io.tieout.store.mapping.MappingFiles.with as spoilt
import static io.tieout.store.mapping.MappingFiles.without

/** The papers say what the code says: one real message of each code, every key, and examples that are read without a finding. */
class MappingDocsSpec extends Specification {

  static final String ERRORS = Files.readString(Path.of('docs/ERRORS.md'))
  static final String FORMAT = Files.readString(Path.of('docs/mapping.md'))

  @TempDir
  @Shared
  Path folder

  def "docs/ERRORS.md shows a real message of #code.id #code.title"() {
    given:
    def finding = examples()[code]
    def section = ERRORS.split(/(?m)^### /).find { it.startsWith(code.id()) }

    expect:
    finding.code() == code
    section.startsWith("${code.id()} ${code.title()}\n")
    section.contains(shown(finding))

    where:
    code << MappingCode.values()
  }

  def "codes are numbered without gaps or doubles"() {
    expect:
    MappingCode.values()*.id().sort() == (1..MappingCode.values().size()).collect { String.format('M%03d', it) }
  }

  def "docs/mapping.md names every key"() {
    expect:
    [Keys.FILE, Keys.BINDING, Keys.PROPERTY, Keys.LAYERS, Keys.SUBJECTS, Keys.RULE, Keys.EXCEPTION, Keys.CONTROLS, Keys.POLICIES, Keys.UNMAPPED, Keys.GUARD_RAILS]
        .flatten().findAll { !FORMAT.contains("`$it`") } == []
  }

  def "whole examples in docs/mapping.md are read without a finding"() {
    given:
    def examples = (FORMAT =~ /(?s)```yaml\n(.*?)```/).collect { it[1] as String }

    expect:
    examples.size() >= 7
    examples.every { example -> FORMAT.contains(example) }
    examples.collectMany { example -> MappingReader.read('doc.yml', completed(example).bytes).findings()*.text() } == []
  }

  /** Examples show one group; the others come from a sound file. */
  private static String completed(String example) {
    if (example.startsWith('tieout:')) {
      return example
    }
    def groups = example.readLines().findAll { it && !it.startsWith(' ') && !it.startsWith('#') }*.split(':')*.first()
    def rest = SOUND.split(/(?m)^(?=[a-z-]+:)/).findAll { part -> !groups.contains(part.split(':').first()) }.join('')
    rest + example
  }

  private String shown(Finding finding) {
    finding.text().replace(folder.toString() + '/', '').readLines().collect { '    ' + it }.join('\n')
  }

  private Map<MappingCode, Finding> examples() {
    def c = MappingCode
    [
        (c.NOT_YAML): bad(spoilt('currency: USD', 'currency: USD: dollars')),
        (c.TOO_LARGE): bad(spoilt('hold: ask Ana', 'hold: ' + '[' * 30)),
        (c.YAML_FEATURE): bad(spoilt('  default:\n', '  default: &base\n')),
        (c.TAB): bad(spoilt('  grain: type', '\tgrain: type')),
        (c.KEY_TWICE): bad(spoilt('      1010-0000: 1010\n', '      1010-0000: 1010\n      1010-0000: 1011\n')),
        (c.UNKNOWN_KEY): bad(spoilt('  grain: type', '  grian: type')),
        (c.KEY_MISSING): bad(without('company-id:')),
        (c.WRONG_KIND): bad(spoilt('currency: USD', 'currency:\n    - USD')),
        (c.BAD_VALUE): bad(spoilt('  basis: accrual', '  basis: acrual')),
        (c.FORMAT_VERSION): bad(spoilt('tieout: 1', 'tieout: 2')),
        (c.RULE_ACTION): bad(spoilt('hold: ask Ana', 'hold: ask Ana\n          account: 9999')),
        (c.MONTHS_REVERSED): bad(spoilt('from: 2026-10', 'from: 2026-10\n        to: 2026-09')),
        (c.BAD_CODE): bad(spoilt('      8*:', '      9000..8000:')),
        (c.SUSPENSE_WITHOUT_EXPIRY): bad(spoilt('unmapped: hold', 'unmapped:\n    suspense: 1999')),
        (c.CUTOVER_MISSING): bad(without('cutover:')),
        (c.CURRENCY_UNKNOWN): bad(spoilt('currency: USD', 'currency: US$')),
    ] + ofContent() + ofFit() + ofStore()
  }

  private static Map<MappingCode, Finding> ofContent() {
    def c = MappingCode
    def sound = [rule('4010-0000', '4010')]
    [
        (c.PROPERTY_TWICE): content(sound, [properties: [property('510001', 'A', line: 19), property('510001', 'A', line: 25)]]),
        (c.TWO_BASES): content(sound, [properties: [property('510001', 'A'), property('510002', 'B', basis: Basis.CASH, line: 25)]]),
        (c.FLOW_NOT_POSTED): content(sound, [properties: [property('510001', 'A', flow: FlowMode.GL_BILLS, line: 19)]]),
        (c.DIMENSION_MISSING): content(sound, [properties: [property('510001', 'A'), property('510002', null, name: 'Harbor Point Lofts', line: 25)]]),
        (c.OPENING_EQUITY_MISSING): content(sound, [openingEquity: null, properties: [property('510001', 'A', cutover: '2027-01', line: 19)]]),
        (c.TARGET_NOT_POSTED): content(sound, [binding: new Binding('oak', BINDING.organisation(), 's', TargetKind.XERO, 'x', 'y', CurrencyCode.USD, 1)]),
        (c.DUPLICATE_RULE): content([rule('4010-0000', '1', line: 41), rule('4010-0000', '2', line: 52)]),
        (c.SHADOWED_RULE): content([rule('4010-0000', '1', line: 41), rule('4010-0000', '2', line: 44, to: '2026-09')]),
        (c.MONTHS_GAP): content([rule('4010-0000', '1', line: 41, to: '2026-11'), rule('4010-0000', '2', line: 43, from: '2027-02')]),
        (c.RANGES_OVERLAP): content([rule('4000-0000..4100-9999', '1', line: 41), rule('4050-0000..4200-9999', '2', line: 42)]),
        (c.RULE_FOR_UNLISTED_PROPERTY): content([rule('4010-0000', '1', layer: 'property', property: '510003', line: 60)]),
        (c.RULE_WITHOUT_EFFECT): content([rule('RENT', '1', kind: SubjectKind.AR_CODE, line: 70)]),
    ]
  }

  private static Map<MappingCode, Finding> ofFit() {
    def c = MappingCode
    def of = { String number -> [rule('4010-0000', number, line: 41)] }
    [
        (c.TARGET_ACCOUNT_MISSING): fit(of('4011'), chart()),
        (c.TARGET_ACCOUNT_INACTIVE): fit(of('4900'), chart()),
        (c.TARGET_ACCOUNT_CLOSED): fit(of('1200'), chart()),
        (c.TARGET_ACCOUNT_AMBIGUOUS): fit(of('8000'), chart()),
        (c.DIMENSION_UNKNOWN): fit(of('4010'), chart(), [properties: [property('510001', 'Cedar Rige', line: 19)]]),
        (c.TRACKING_OFF): fit(of('4010'), chart(classes: false), [properties: [property('510001', 'Cedar Ridge', line: 19)]]),
        (c.CONTROL_ACCOUNT_CLASS): fit([rule('2100-0000', '4010', line: 41)], chart(), [controls: new ControlAccounts([], [], ['2100-0000'], [], [])]),
        (c.OTHER_COMPANY): fit(of('4010'), chart(key: 'quickbooks:9341450000000001')),
        (c.CURRENCY_DIFFERS): fit(of('4010'), chart(multi: true)),
        (c.PROPERTY_UNKNOWN): Linter.fit(mapping(of('4010'), hold(), [properties: [property('510010', 'Cedar Ridge', line: 19)]]), properties())[0],
        (c.PROPERTY_NOT_MAPPED): Linter.fit(mapping(of('4010'), hold(), [properties: [property('510001', 'Cedar Ridge', line: 19)]]), properties())[0],
        (c.ACCOUNT_NOT_MAPPED): Linter.fit(mapping(of('4010')), accounts())[0],
        (c.CODE_UNKNOWN): Linter.fit(mapping([rule('4190-000', '1', line: 41)]), accounts())[0],
    ]
  }

  private Map<MappingCode, Finding> ofStore() {
    def mappings = Files.createDirectories(folder.resolve('mappings'))
    def store = new FileMappingStore(mappings, folder.resolve('data'), [now: { Instant.parse('2026-11-01T09:30:00Z') }] as RunClock)
    def oak = mappings.resolve('oak.yml')
    def examples = [:]
    Files.writeString(oak, SOUND)
    examples[MappingCode.NO_MAPPING] = store.working('aok').findings()[0]
    examples[MappingCode.PERSON_MISSING] = stopped { store.publish('oak', 'Ana', '', 'why') }
    examples[MappingCode.SAME_PERSON] = stopped { store.publish('oak', 'Ana', 'ana', 'why') }
    Files.writeString(mappings.resolve('copy-of-oak.yml'), SOUND)
    examples[MappingCode.COMPANY_TWICE] = store.working('oak').findings()[0]
    examples[MappingCode.NOT_PUBLISHABLE] = stopped { store.publish('oak', 'Ana', 'Ben', 'why') }
    Files.delete(mappings.resolve('copy-of-oak.yml'))
    def hash = store.publish('oak', 'Ana', 'Ben', 'first').hash()
    Files.writeString(oak, SOUND.replace('9341450000000009', '9341450000000007'))
    examples[MappingCode.BINDING_CHANGED] = stopped { store.publish('oak', 'Ana', 'Ben', 'why') }
    Files.writeString(folder.resolve("data/published/oak/${hash}.yml"), SOUND + '\n')
    examples[MappingCode.PUBLISHED_DAMAGED] = stopped { store.published('oak') }
    folder.resolve('data').toFile().deleteDir()
    Files.writeString(folder.resolve('data'), 'a file')
    examples[MappingCode.FILE_UNREADABLE] = stopped { store.publish('oak', 'Ana', 'Ben', 'why') }
    Files.delete(folder.resolve('data'))
    examples
  }

  private static Finding stopped(Closure<?> work) {
    try {
      work()
    } catch (Stopped e) {
      return e.findings()[0]
    }
    throw new AssertionError('not stopped')
  }

  private static Finding bad(String text) {
    MappingReader.read('mappings/oak.yml', text.bytes).findings()[0]
  }

  private static Finding content(List rules, Map changes = [:]) {
    Linter.content(mapping(rules, hold(), changes))[0]
  }

  private static Finding fit(List rules, TargetChart chart, Map changes = [:]) {
    Linter.fit(mapping(rules, hold(), changes), LintContext.none().withTarget(chart))[0]
  }

  private static LintContext properties() {
    LintContext.none().withProperties(['510001': 'Cedar Ridge Apartments', '510002': 'Harbor Point Lofts'].collect { id, name ->
      new SourceProperty(new PropertyId(id), name, '', false, Optional.empty(), Optional.empty(), Optional.empty())
    })
  }

  private static LintContext accounts() {
    LintContext.none().withAmounts([(new PropertyId('510002')): [(new GlAccountId('240005')): 10_000L]]).withCharts(['7001': [
        new SourceAccount(new GlAccountId('240001'), '4010-0000', 'Rental Income', 'Income', true),
        new SourceAccount(new GlAccountId('240005'), '4190-0000', 'Damage Income', 'Income', true)]])
  }

  private static TargetChart chart(Map changes = [:]) {
    def kind = TargetChart.Kind
    new TargetChart(new CompanyKey(changes.key ?: 'quickbooks:9341450000000009'), 'Oak Holdings', CurrencyCode.USD,
        changes.multi ?: false, changes.classes != false, true,
        [
            new TargetChart.Account('10', '4010', 'Rental income', kind.INCOME, 'Income', true, true),
            new TargetChart.Account('12', '1200', 'Accounts receivable', kind.ASSET, 'Accounts Receivable', true, false),
            new TargetChart.Account('13', '4900', 'Rent concessions', kind.INCOME, 'Income', false, true),
            new TargetChart.Account('14', '3200', 'Opening equity', kind.EQUITY, 'Equity', true, true),
            new TargetChart.Account('20', '8000', 'Old interest', kind.EXPENSE, 'Expense', true, true),
            new TargetChart.Account('21', '8000', 'Interest', kind.EXPENSE, 'Expense', true, true)],
        [new TargetChart.Dimension('1', 'Cedar Ridge', true), new TargetChart.Dimension('2', 'Harbor Point', true)], [])
  }
}
