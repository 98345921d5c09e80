package io.tieout.store.mapping

import io.tieout.mapping.AccountReference
import io.tieout.mapping.ApPayments
import io.tieout.mapping.CanonicalMapping
import io.tieout.mapping.FlowMode
import io.tieout.mapping.Grain
import io.tieout.mapping.LatePolicy
import io.tieout.mapping.LineMode
import io.tieout.mapping.Mapping
import io.tieout.mapping.MappingCode
import io.tieout.mapping.RepeatedIdPolicy
import io.tieout.mapping.RuleAction
import io.tieout.mapping.RuleLayer
import io.tieout.mapping.SubjectKind
import io.tieout.mapping.UnmappedPolicy
import spock.lang.Specification

import static io.tieout.store.mapping.MappingFiles.SOUND
import static io.tieout.store.mapping.MappingFiles.with as spoilt
import static io.tieout.store.mapping.MappingFiles.without

class MappingReaderSpec extends Specification {

  def "a mapping file becomes a mapping, with its texts as written and its parts with their places"() {
    when:
    def read = read(SOUND)

    then:
    read.findings().collect { it.text() } == []
    with(read.value().get()) { Mapping it ->
      it.rules().collect { r -> r.name() } == [
          'default gl-accounts 1010-0000', 'default gl-accounts 0100', 'default gl-accounts 4030-0000 from 2026-10',
          'company gl-accounts 8*', 'property 510001 gl-accounts 9999-0000', 'exception 510002 gl-accounts 1010-0000']
      (it.rules()[1].action() as RuleAction.ToAccount).account().value() == '0100'
      it.rules()*.place()*.line() == [31, 32, 33, 38, 43, 46]
      it.properties()[1].blackoutDays() == [1, 31]
      it.properties()[1].place() as String == 'oak.yml:22:5'
      it.place('policies.unmapped') as String == 'oak.yml:54:3'
      it.place('nothing') as String == 'oak.yml:1:1'
      it.policies().guardRails().documentMinorMax().asLong == 10_000_000L
    }
  }

  def "layout, order, quotes and remarks change nothing about the version"() {
    given:
    def other = '\uFEFF# remark\n---\n' + SOUND.replace('1010-0000: 1010\n', '"1010-0000": \'1010\' # cash\n').replace('  grain: type\n', '\n') + 'policies-free: x\n'.substring(0, 0)

    expect:
    version(other) == version(SOUND)
    version(SOUND.replace('\n', '\r\n')) == version(SOUND)
    version(spoilt('      - 1\n      - 31\n', '      - 31\n      - 1\n')) == version(SOUND)
    version(SOUND.replace('1010-0000: 1010\n', '1010-0000: {account: 1010}\n')) == version(SOUND)
    version(SOUND.replace('1010-0000: 1010\n', '1010-0000:\n        - account: 1010\n')) == version(SOUND)
    version(spoilt('1010-0000: 1010\n', '1010-0000: 1012\n')) != version(SOUND)
  }

  def "policies and rules in all their forms"() {
    given:
    def text = without('unmapped:', 'grain:', 'document-max', 'guard-rails') + '''\
  unmapped:
    suspense: name:Ask my accountant
    until: 2026-12
  late: carry
  grain: day
  lines: summary
  lines-max: 40
  guard-rails:
    run-max: 5
    new-unmapped-max: 0
  repeated-ids: header
  mark-batch: 50
  ap-payments: target
  two-person-rule: false
'''
    def mapping = read(text.replace('  exception:\n', '''\
  exception:
    - transaction-type: Year End Close
      exclude: closing entries
    - ar-code: RENT
      account: id:77
      class: Corporate
      location: North
      name: Tenant
      from: 2026-11
      to: 2026-12
''').replace('      8*:\n', '''\
      4500-0000:
        - account: "4500"
          to: 2026-12
        - account: 4501
          from: 2027-01
      8*:
''').replace('  company:\n    gl', '''\
    vendors:
      63001: Northfork Plumbing LLC
    tags:
      Reserve:
        class: Reserves
    bank-accounts:
      4417: 1010
  company:
    gl''')).value().get()
    def named = { String name -> mapping.rules().find { it.name() == name } }

    expect:
    with(mapping.policies()) {
      unmapped() == new UnmappedPolicy(UnmappedPolicy.Kind.SUSPENSE,
          Optional.of(new AccountReference(AccountReference.Kind.NAME, 'Ask my accountant')), unmapped().suspenseUntil())
      unmapped().suspenseUntil().get() as String == '2026-12'
      late() == LatePolicy.CARRY && grain() == Grain.DAY && lines() == LineMode.SUMMARY && linesMax() == 40
      guardRails().runMinorMax().asLong == 500 && guardRails().newUnmappedCodesMax().asLong == 0 && guardRails().documentMinorMax().empty
      repeatedIds() == RepeatedIdPolicy.HEADER && markBatch() == 50 && apPayments() == ApPayments.TARGET && !twoPersonRule()
    }
    named('exception gl-accounts * [Year End Close]').action() == new RuleAction.Exclude('closing entries')
    with(named('exception ar-codes RENT from 2026-11')) {
      layer() == RuleLayer.EXCEPTION && subject() == SubjectKind.AR_CODE && to().get() as String == '2026-12'
      action() == new RuleAction.ToAccount(new AccountReference(AccountReference.Kind.ID, '77'), Optional.of('Corporate'), Optional.of('North'), Optional.of('Tenant'))
    }
    named('default vendors 63001').action() == new RuleAction.Label(Optional.empty(), Optional.empty(), Optional.of('Northfork Plumbing LLC'))
    named('default tags Reserve').action() == new RuleAction.Label(Optional.of('Reserves'), Optional.empty(), Optional.empty())
    mapping.rules().findAll { it.code() == '4500-0000' }*.from()*.isPresent() == [false, true]
  }

  def "flow modes of later releases are read"() {
    expect:
    read(spoilt('flow: gl\n', "flow: $word\n")).value().get().properties()*.flow() == [mode] * 2
    read(without('flow:')).value().get().properties()*.flow() == [FlowMode.GL] * 2

    where:
    word         || mode
    'gl+bills'   || FlowMode.GL_BILLS
    'subledgers' || FlowMode.SUBLEDGERS
  }

  def "sections may be left empty"() {
    expect:
    read(without('cash:', '- 1010-0000')).findings() == []
    read(spoilt('opening-equity: 3200', 'opening-equity:')).value().get().openingEquity().empty
  }

  def "a faulty key is named with place, expected, found and next: #code.id at #place"() {
    when:
    def findings = read(text).findings()

    then:
    findings.collect { "${it.code().id()} ${it.place()}" as String } == ["${code.id()} oak.yml:$place" as String]
    findings[0].found().contains(found)
    "${findings[0].expected()} | ${findings[0].next()}".contains(advice)
    read(text).value().empty

    where:
    text                                                              || code                     | place   | found                  | advice
    spoilt('  grain: type', '  grian: type')                          || MappingCode.UNKNOWN_KEY  | '55:3'  | "'grian'"              | "did you mean 'grain'?"
    spoilt('  basis: accrual', '  basis: acrual')                     || MappingCode.BAD_VALUE    | '12:10' | "'acrual'"             | "did you mean 'accrual'?"
    spoilt('controls:', 'grain: day\ncontrols:')                      || MappingCode.UNKNOWN_KEY  | '49:1'  | "'grain'"              | "'grain' belongs in 'policies'"
    spoilt('controls:', 'nonsense: day\ncontrols:')                   || MappingCode.UNKNOWN_KEY  | '49:1'  | "'nonsense'"           | 'docs/mapping.md'
    without('tieout:')                                                || MappingCode.KEY_MISSING  | '1:1'   | "no 'tieout'"          | "add 'tieout: ...'"
    spoilt('tieout: 1', 'tieout: 2')                                  || MappingCode.FORMAT_VERSION | '1:9' | 'tieout: 2'            | 'tieout: 1'
    without('company-id:')                                            || MappingCode.KEY_MISSING  | '3:3'   | "no 'company-id'"      | "in 'binding'"
    spoilt('company: oak', 'company:')                                || MappingCode.KEY_MISSING  | '3:3'   | "nothing after 'company:'" | "in 'binding' 'company'"
    spoilt('company: oak', 'company: Oak Street')                     || MappingCode.BAD_VALUE    | '3:12'  | "'Oak Street'"         | 'small letters'
    spoilt('organisation: demopm', 'organisation: demo pm')           || MappingCode.BAD_VALUE    | '4:17'  | "'demo pm'"            | 'as the configuration has it'
    spoilt('"9341450000000009"', 'oak')                               || MappingCode.BAD_VALUE    | '8:15'  | "'oak'"                | 'digits only'
    spoilt('target: quickbooks', 'target: quickbook')                 || MappingCode.BAD_VALUE    | '6:11'  | "'quickbook'"          | "did you mean 'quickbooks'?"
    spoilt('target: quickbooks', 'target: xero')                      || MappingCode.BAD_VALUE    | '8:15'  | '9341450000000009'     | 'a Xero tenant id'
    spoilt('currency: USD', 'currency: US$')                          || MappingCode.CURRENCY_UNKNOWN | '9:13' | "'US\$'"            | 'three capital letters'
    spoilt('fiscal-year-start: 1', 'fiscal-year-start: 13')           || MappingCode.BAD_VALUE    | '10:22' | "'13'"                 | 'from 1 to 12'
    spoilt('fiscal-year-start: 1', 'fiscal-year-start: July')         || MappingCode.BAD_VALUE    | '10:22' | "'July'"               | 'digits only'
    spoilt('- id: 510001', '- id: Cedar Ridge')                       || MappingCode.BAD_VALUE    | '19:9'  | "'Cedar Ridge'"        | "the property's id, not its name"
    spoilt('cutover: 2026-10', 'cutover: 2026-13')                    || MappingCode.BAD_VALUE    | '16:12' | "'2026-13'"            | 'as 2026-10'
    spoilt('cutover: 2026-10', 'cutover: Oct 2026')                   || MappingCode.BAD_VALUE    | '16:12' | "'Oct 2026'"           | 'as 2026-10'
    spoilt('      - 31\n', '      - 32\n')                            || MappingCode.BAD_VALUE    | '27:9'  | "'32'"                 | 'from 1 to 31'
    spoilt('opening: post', 'opening: posted')                        || MappingCode.BAD_VALUE    | '17:12' | "'posted'"             | "did you mean 'post'?"
    spoilt('100000.00', '100,000.00')                                 || MappingCode.BAD_VALUE    | '57:19' | "'100,000.00'"         | 'no sign, comma'
    spoilt('100000.00', '100000.005')                                 || MappingCode.BAD_VALUE    | '57:19' | "'100000.005'"         | 'at most 2 decimal places'
    spoilt('grain: type', 'two-person-rule: yes')                     || MappingCode.BAD_VALUE    | '55:20' | "'yes'"                | 'true or false'
    spoilt('grain: type', 'lines-max: 1')                             || MappingCode.BAD_VALUE    | '55:14' | "'1'"                  | 'from 2 to 10000'
    spoilt('grain: type', 'mark-batch: 99999999999')                  || MappingCode.BAD_VALUE    | '55:15' | "'99999999999'"        | 'from 1 to 1000'
    spoilt('unmapped: hold', 'unmapped: held')                        || MappingCode.BAD_VALUE    | '54:13' | "'held'"               | "did you mean 'hold'?"
    spoilt('unmapped: hold', 'unmapped: suspence')                    || MappingCode.BAD_VALUE    | '54:13' | "'suspence'"           | "did you mean 'suspense'?"
    spoilt('unmapped: hold', 'unmapped: suspense')                    || MappingCode.SUSPENSE_WITHOUT_EXPIRY | '54:13' | "the word 'suspense' alone" | 'until: 2026-12'
    spoilt('unmapped: hold', 'unmapped:\n    suspense: 1999')         || MappingCode.SUSPENSE_WITHOUT_EXPIRY | '55:5' | "no 'until'" | 'the last post month'
    spoilt('unmapped: hold', 'unmapped:\n    until: 2026-12')         || MappingCode.KEY_MISSING  | '55:5'  | "no 'suspense'"        | 'the suspense account'
    spoilt('opening-equity: 3200', 'opening-equity: 32*')             || MappingCode.BAD_VALUE    | '52:17' | "'32*'"                | 'one account of the target'
    spoilt('opening-equity: 3200', 'opening-equity: "id:"')           || MappingCode.BAD_VALUE    | '52:17' | "'id:'"                | 'one account of the target'
    spoilt('opening-equity: 3200', 'opening-equity: " 3200"')         || MappingCode.BAD_VALUE    | '52:17' | "' 3200'"              | 'blanks'
    spoilt('opening-equity: 3200', 'opening-equity: |\n  3200\n  3201') || MappingCode.BAD_VALUE  | '52:17' | "'3200 3201 '"         | 'on one line'
    spoilt('opening-equity: 3200', "opening-equity: ${'9' * 500}")    || MappingCode.BAD_VALUE    | '52:17' | '9...'                 | 'at most 400 characters'
    spoilt('opening-equity: 3200', 'opening-equity: ""')              || MappingCode.BAD_VALUE    | '52:17' | 'an empty text'        | 'blanks'
  }

  def "a faulty rule is named with place, expected, found and next: #code.id at #place"() {
    when:
    def findings = read(text).findings()

    then:
    findings.collect { "${it.code().id()} ${it.place()}" as String } == ["${code.id()} oak.yml:$place" as String]
    findings[0].found().contains(found)
    "${findings[0].expected()} | ${findings[0].next()}".contains(advice)
    read(text).value().empty

    where:
    text                                                                   || code                        | place   | found                        | advice
    spoilt('  company:\n', '  companies:\n')                               || MappingCode.UNKNOWN_KEY     | '36:3'  | "'companies'"                | "did you mean 'company'?"
    spoilt('  default:\n    gl-accounts:', '  default:\n    gl-acounts:')  || MappingCode.UNKNOWN_KEY     | '30:5'  | "'gl-acounts'"               | "did you mean 'gl-accounts'?"
    spoilt('      1010-0000: 1010', '      1010-0000:')                    || MappingCode.RULE_ACTION     | '31:7'  | "nothing after '1010-0000:'" | 'one of account, hold'
    spoilt('        account: 4030\n', '')                                  || MappingCode.RULE_ACTION     | '34:9'  | 'none of them'               | 'one of account, hold'
    spoilt('          hold: ask Ana', '          hold: a\n          account: 1') || MappingCode.RULE_ACTION | '44:11' | 'account and hold'         | 'one of account, hold'
    spoilt('          hold: ask Ana', '          hold: a\n          class: A') || MappingCode.RULE_ACTION | '44:11' | 'hold together with class' | 'go with an account only'
    spoilt('          hold: ask Ana', '          hold:')                   || MappingCode.RULE_ACTION     | '44:11' | 'none of them'               | 'one of account, hold'
    spoilt('from: 2026-10', 'from: 2026-10\n        to: 2026-09')          || MappingCode.MONTHS_REVERSED | '36:9'  | 'to: 2026-09'                | "exchange 'from' and 'to'"
    spoilt('from: 2026-10', 'from: 10/2026')                               || MappingCode.BAD_VALUE       | '35:15' | "'10/2026'"                  | 'as 2026-10'
    spoilt('from: 2026-10', 'transaction-type: GJ')                        || MappingCode.UNKNOWN_KEY     | '35:9'  | "'transaction-type'"         | 'belongs in an exception'
    spoilt('      8*:', '      9000..8000:')                               || MappingCode.BAD_CODE        | '38:7'  | 'first number is above'      | 'as the source shows it'
    spoilt('    510001:\n      gl-accounts:\n        9999-0000:\n          hold: ask Ana', '    gl-accounts:\n      9999-0000: 1') || MappingCode.WRONG_KIND | '41:5' | "'gl-accounts'" | "put the property's id between"
    spoilt('    510001:\n      gl', '    Cedar Ridge:\n      gl')          || MappingCode.BAD_VALUE       | '41:5'  | "'Cedar Ridge'"              | 'not its name'
    spoilt('      gl-account: 1010-0000\n', '      gl-account: 1010-0000\n      ar-code: RENT\n') || MappingCode.BAD_CODE | '46:7' | '2 codes' | 'one exception for each code'
    spoilt('    - property: 510002\n      gl-account: 1010-0000\n      account: 1011', '    - account: 1011') || MappingCode.BAD_CODE | '46:7' | 'neither of them' | 'name what it is for'
    spoilt('    - property: 510002\n      gl-account: 1010-0000\n      account: 1011', '    property: 510002') || MappingCode.WRONG_KIND | '46:5' | 'a group of keys (property)' | "begin each exception with '- '"
    spoilt('      1010-0000: 1010\n', '      1010-0000: 1010\n      1010-0000: 1011\n') || MappingCode.KEY_TWICE | '32:7' | "'1010-0000' again; first at oak.yml:31:7" | 'delete one of the two'
  }

  def "a value of the wrong kind is named: #place"() {
    when:
    def findings = read(text).findings()

    then:
    findings.collect { "${it.code().id()} ${it.place()}" as String } == ["M008 oak.yml:$place" as String]
    findings[0].found().contains(found)

    where:
    text                                                                                          || place  | found
    'just a sentence\n'                                                                           || '1:1'  | "'just a sentence'"
    '- a\n- b\n'                                                                                  || '1:1'  | 'a list of 2'
    spoilt('currency: USD', 'currency:\n    - USD')                                               || '10:5' | 'a list of 1'
    spoilt('opening-equity: 3200', 'opening-equity:\n  account: 3200')                            || '53:3' | 'a group of keys (account)'
    spoilt('policies:\n  unmapped: hold\n  grain: type\n  guard-rails:\n    document-max: 100000.00', 'policies: hold') || '53:11' | "'hold'"
    spoilt('    document-max: 100000.00', '    - 1')                                              || '57:5' | 'a list of 1'
    spoilt('  default:\n', '  default:\n    [gl]: x\n')                                           || '30:5' | 'a list of 1'
    SOUND.replaceAll(/(?s)properties:\n  - id.*?rules:/, 'properties: all\nrules:')               || '18:13' | "'all'"
  }

  def "the cutover is asked for by name"() {
    when:
    def findings = read(without('cutover:')).findings()

    then:
    findings*.code() == [MappingCode.CUTOVER_MISSING] * 2
    findings*.place() == ['oak.yml:18:5', 'oak.yml:21:5']
  }

  def "a word that is no policy for what is unmapped is answered with all three that are"() {
    expect:
    with(read(SOUND.replace('unmapped: hold', 'unmapped: whatever')).findings()[0]) {
      it.code() == MappingCode.BAD_VALUE
      ['hold', 'block', 'suspense'].every { word -> it.expected().contains(word) }
    }
  }

  def "a rule whose account lost its closing quote is one fault, not two"() {
    when:
    def findings = read(SOUND.replace('    gl-accounts:\n      1010-0000: 1010\n', '    gl-accounts:\n      "1010-0000": "1010\n      "0200": "0200"\n')).findings()

    then:
    findings*.code() == [MappingCode.NOT_YAML]
    findings[0].place() == 'oak.yml:31:20'
  }

  def "every fault is gathered in one reading"() {
    given:
    def text = SOUND.replace('grain: type', 'grian: type').replace('currency: USD', 'currency: XXQ').replace('basis: accrual', 'basis: a')
        .replace('from: 2026-10', 'from: soon').replace('hold: ask Ana', 'hld: ask Ana')

    expect:
    read(text).findings()*.code()*.id().sort() == ['M006', 'M006', 'M009', 'M009', 'M023']
  }

  def "YAML that mapping files do not use is refused where it stands: #found"() {
    when:
    def findings = read(text).findings()

    then:
    findings*.code().unique() == [MappingCode.YAML_FEATURE]
    findings*.place() == places.collect { "oak.yml:$it" as String }
    findings[0].found() == found

    where:
    text                                                                                   || places           | found
    spoilt('  default:\n', '  default: &base\n')                                           || ['29:12']        | "the anchor '&base'"
    spoilt('    gl-accounts:\n      8*:', '    gl-accounts: &x\n      8*:').replace('hold: ask Ana', 'hold: *x') || ['37:18', '44:17'] | "the anchor '&x'"
    spoilt('book: 616', 'book: !!str 616')                                                 || ['13:9']         | "the tag 'tag:yaml.org,2002:str'"
    spoilt('book: 616', 'book: !java.lang.Runtime 616')                                    || ['13:9']         | "the tag '!java.lang.Runtime'"
    spoilt('controls:', '---\ncontrols:')                                                  || ['49:1']         | "a second document after '---'"
  }

  def "text that is no YAML gets a place and advice, never a stack trace: #found"() {
    when:
    def findings = read(text).findings()

    then:
    findings.collect { "${it.code().id()} ${it.place()}" as String } == ["M001 oak.yml:$place" as String]
    findings[0].found().contains(found)
    findings[0].next().contains(next)

    where:
    text                                                                || place   | found                                            | next
    spoilt('currency: USD', 'currency: USD: x')                         || '9:16'  | 'a second colon in the line: currency: USD: x'   | "quote a value that contains ': '"
    spoilt('  currency: USD', '  currency USD')                         || '10:3'  | 'a line without a colon'                         | "write 'key: value'"
    spoilt('  currency: USD', '   currency: USD')                       || '9:4'   | 'a line at another depth'                        | 'align it'
    spoilt('  currency: USD', ' currency: USD')                         || '9:2'   | 'a line at another depth'                        | 'align it'
    spoilt('currency: USD', 'currency: "USD')                           || '9:13'  | 'a quoted text that ends 23 lines below'         | 'close the quote'
    spoilt('document-max: 100000.00', 'document-max: "100000.00')       || '57:19' | 'a quote that is not closed where it should be'  | 'close the quote'
    spoilt('      1010-0000: 1010\n', '      "1010-0000: "1010"\n')    || '31:7'  | 'not closed where it should be: "1010-0000: "1010"' | 'close the quote that opens here'
    spoilt('      1010-0000: 1010\n', "      '1010-0000: 1010\n")        || '31:7'  | "not closed where it should be: '1010-0000: 1010" | 'close the quote that opens here'
    spoilt('"0100": 0100', '"0100": "0100')                             || '32:15' | 'not closed where it should be: "0100": "0100'   | 'close the quote that opens here'
    spoilt('currency: USD', 'currency: [USD')                           || '10:20' | 'something else in a list in brackets'           | 'brackets and commas'
    spoilt('currency: USD', 'currency: {a: b')                          || '10:20' | 'something else in a group in braces'            | 'braces and commas'
    spoilt('currency: USD', 'currency: "\\q"')                          || '9:15'  | 'an unknown escape'                              | 'single quotes'
    spoilt('currency: USD', 'currency: @USD')                           || '9:13'  | 'a character with a meaning of its own'          | 'put the value in quotes'
    spoilt('currency: USD', 'currency: US\u0007D')                      || '9:15'  | 'the invisible character U+0007'                 | 'copied text'
    spoilt('currency: USD', 'currency: - USD')                          || '9:13'  | 'in the wrong place'                             | 'two blanks deeper'
  }

  def "what stands before an error of layout is still checked, what is cut off is not called missing"() {
    when:
    def findings = read(SOUND.replace('basis: accrual\n', 'bassis: accrual\n').replace('  default:\n', '  default: [\n')).findings()

    then:
    findings*.code()*.id().sort() == ['M001', 'M006']
  }

  def "tabs are refused by line, and once"() {
    when:
    def findings = read(SOUND.replace('  grain: type', '\tgrain: type').replace('tieout: 1', 'tieout: 1\t# remark with a\ttab')).findings()

    then:
    findings.collect { "${it.code().id()} ${it.place()}" as String } == ['M004 oak.yml:1:10', 'M004 oak.yml:55:1']
    read(SOUND.replace('tieout: 1', 'tieout: 1 # only a remark with a\ttab')).findings() == []
  }

  def "bytes that are no text get a place"() {
    when:
    def findings = MappingReader.read('oak.yml', 'tieout: 1\nbinding: '.bytes.toList() + [0xC3, 0x28] as byte[]).findings()

    then:
    findings.collect { "${it.code().id()} ${it.place()}" as String } == ['M001 oak.yml:2:10']
    findings[0].found().contains('0xc3')
    findings[0].next().contains('UTF-8')
  }

  def "an empty file is no mapping: #text"() {
    expect:
    read(text).findings()*.code() == [MappingCode.KEY_MISSING]
    read(text).findings()[0].found() == 'an empty file'

    where:
    text << ['', '\n\n', '# only a remark\n', '\uFEFF']
  }

  def "files too large or nested too deeply are refused"() {
    expect:
    MappingReader.read('oak.yml', new byte[YamlText.BYTES_MAX + 1]).findings()*.code() == [MappingCode.TOO_LARGE]
    read(spoilt('hold: ask Ana', 'hold: ' + '[' * 100_000)).findings()[0].code() == MappingCode.TOO_LARGE
    read(spoilt('hold: ask Ana', 'hold: ' + '[' * 30 + ']' * 30)).findings()*.place() == ['oak.yml:44:31']
  }

  private static read(String text) {
    MappingReader.read('oak.yml', text.getBytes('UTF-8'))
  }

  private static String version(String text) {
    CanonicalMapping.hash(read(text).value().get())
  }
}
