package io.tieout.mapping

import io.tieout.fact.Basis
import io.tieout.fact.BookId
import io.tieout.fact.GlAccountId
import io.tieout.fact.OrganisationId
import io.tieout.fact.PostMonth
import io.tieout.fact.PropertyId
import io.tieout.money.CurrencyCode

/** Small mappings for specs, in few words. */
class Mappings {

  static final BINDING = new Binding('oak', new OrganisationId('demopm'), 'entrata-demo', TargetKind.QUICKBOOKS,
      'quickbooks-oak', '9341450000000009', CurrencyCode.USD, 1)

  static Mapping mapping(List<Rule> rules, UnmappedPolicy unmapped = hold(), Map changes = [:]) {
    def d = Policies.defaults()
    def policies = new Policies(unmapped, d.late(), d.grain(), d.lines(), d.linesMax(), d.guardRails(), d.repeatedIds(),
        d.markBatch(), d.apPayments(), d.twoPersonRule())
    new Mapping('oak.yml', changes.binding ?: BINDING, changes.properties ?: [property('510001', 'Cedar Ridge'), property('510002', 'Harbor Point')],
        rules, changes.policies ?: policies, changes.controls ?: new ControlAccounts([], [], [], [], []),
        changes.containsKey('openingEquity') ? Optional.ofNullable(changes.openingEquity) : Optional.of(number('3200')))
  }

  static PropertyMapping property(Map more = [:], String id, String trackingClass) {
    new PropertyMapping(new PropertyId(id), more.name ?: id, Optional.ofNullable(trackingClass), Optional.ofNullable(more.location),
        more.basis ?: Basis.ACCRUAL, new BookId('616'), '7001', more.flow ?: FlowMode.GL,
        PostMonth.parse(more.cutover ?: '2026-10'), more.opening ?: OpeningMode.POST, more.blackout ?: [], place(more.line ?: 1))
  }

  static Rule rule(Map more, String code) {
    rule(more, code, '1')
  }

  static Rule rule(Map more = [:], String code, String account) {
    new Rule(RuleLayer.of(more.layer ?: 'default').get(), Optional.ofNullable(more.property).map { new PropertyId(it) },
        more.kind ?: SubjectKind.GL_ACCOUNT, code, Optional.ofNullable(more.type),
        Optional.ofNullable(more.from).map { PostMonth.parse(it) }, Optional.ofNullable(more.to).map { PostMonth.parse(it) },
        more.action ?: to(account), place(more.line ?: 1))
  }

  static RuleAction to(Map more = [:], String account) {
    new RuleAction.ToAccount(number(account), Optional.ofNullable(more.trackingClass), Optional.ofNullable(more.location),
        Optional.ofNullable(more.name))
  }

  static AccountReference number(String number) {
    new AccountReference(AccountReference.Kind.NUMBER, number)
  }

  static SourcePlace place(int line) {
    new SourcePlace('oak.yml', line, 1)
  }

  static Subject subject(Map more = [:], String property, String number) {
    new Subject(new PropertyId(property), new GlAccountId(more.id ?: '1'), number, more.type ?: 'GJ', PostMonth.parse(more.month ?: '2026-10'))
  }

  static UnmappedPolicy hold() {
    UnmappedPolicy.hold()
  }

  static UnmappedPolicy block() {
    new UnmappedPolicy(UnmappedPolicy.Kind.BLOCK, Optional.empty(), Optional.empty())
  }

  static UnmappedPolicy suspense(String until) {
    new UnmappedPolicy(UnmappedPolicy.Kind.SUSPENSE, Optional.of(number('1999')), Optional.of(PostMonth.parse(until)))
  }

  static String account(Route route) {
    (route as Route.Mapped).account().value()
  }

  static List<String> names(List<Rule> rules) {
    rules.collect { (it.action() as RuleAction.ToAccount).account().value() }
  }
}
