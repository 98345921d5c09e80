package io.tieout.story

import groovy.json.JsonOutput
import groovy.json.JsonSlurper
import groovy.sql.Sql
import io.tieout.edge.cli.Main
import io.tieout.sandbox.entrata.EntrataOddities
import io.tieout.sandbox.entrata.EntrataSandbox
import io.tieout.sandbox.entrata.portfolio.WorkedPortfolio
import io.tieout.sandbox.quickbooks.QuickBooksCompany
import io.tieout.sandbox.quickbooks.QuickBooksSandbox
import io.tieout.sandbox.quickbooks.QuickBooksSettings
import io.tieout.sandbox.script.LogKeeping
import io.tieout.sandbox.script.SandboxClock
import io.tieout.sandbox.script.SandboxServer
import io.tieout.sandbox.script.SandboxSettings
import io.tieout.selftest.checker.AtRest
import io.tieout.selftest.checker.Expectation
import io.tieout.selftest.checker.Invariant
import io.tieout.selftest.checker.Rules
import io.tieout.selftest.checker.reading.Evidence
import io.tieout.selftest.checker.reading.Judge
import java.lang.management.ManagementFactory
import java.nio.file.Files
import java.nio.file.Path
import java.time.Duration
import java.time.LocalDate
import java.util.concurrent.TimeUnit

/**
 * A whole house for a story: sandboxes of Entrata and QuickBooks on loopback, a home folder with configuration and the
 * demo's mappings, and the command line, called as a person calls it.
 */
class House implements Closeable {

  static final String ACCRUAL = '9341450000000001'
  static final String CASH = '9341450000000002'

  /** GL account ids of the worked portfolio. */
  static final long LANDSCAPING = 260002
  static final long ACCRUED = 220004

  final Path home
  EntrataSandbox entrata
  QuickBooksSandbox quickBooks
  SandboxServer quickBooksServer
  String extraSettings = ''
  String organisation
  String entrataBase
  String quickBooksBase
  String environment = 'sandbox'
  boolean sandboxHosts = true
  Map<String, String> tokens = [:]

  /** Largest heap of a process of its own for each command, for example {@code 512m}; null runs them in this one. */
  String heap

  /** Processors' time of the last command that ran in a process of its own. */
  Duration processors = Duration.ZERO

  House(Map options = [:]) {
    home = Files.createTempDirectory('tieout-house')
    def office = options.office ?: WorkedPortfolio.open()
    def log = options.log ?: LogKeeping.everything()
    def then = SandboxClock.startingAt(EntrataSandbox.afterLatestMonth(office))
    entrata = EntrataSandbox.start(office, options.oddities ?: EntrataOddities.defaults(), SandboxSettings.on(then).withLog(log))
    def clock = SandboxClock.real()
    quickBooks = new QuickBooksSandbox(clock, options.quickBooks ?: QuickBooksSettings.documented().withThrottles(false),
        options.companies ?: [company(ACCRUAL), company(CASH)])
    quickBooksServer = SandboxServer.start(quickBooks, SandboxSettings.on(clock).withLog(log))
    extraSettings = options.settings ?: ''
    heap = options.heap
    organisation = office.organisation().subdomain()
    entrataBase = entrata.baseUri().toString().replaceAll('/$', '')
    quickBooksBase = quickBooksServer.baseUri().toString().replaceAll('/$', '')
    configure()
    Files.createDirectories(home.resolve('mappings'))
    (options.mappings ?: ['demo-accrual', 'demo-cash']).each { name ->
      Files.writeString(mappingFile(name), Files.readString(Path.of('mappings', name + '.yml')))
    }
  }

  static QuickBooksCompany company(String realm, Closure more = { }) {
    def builder = QuickBooksCompany.named(realm, 'Company ' + realm).staticToken('token-' + realm)
        .closedThrough(LocalDate.of(2026, 8, 31))
    int id = 10
    [['1010', 'Cash - Operating', 'Bank'], ['1020', 'Cash - Security Deposits', 'Bank'],
     ['1090', 'Undeposited Funds (Entrata)', 'Other Current Asset'], ['1200', 'Accounts Receivable', 'Accounts Receivable'],
     ['1210', 'Resident receivables (Entrata)', 'Other Current Asset'], ['2000', 'Accounts Payable', 'Accounts Payable'],
     ['2015', 'Accounts payable (Entrata)', 'Other Current Liability'], ['2100', 'Security Deposits Held', 'Other Current Liability'],
     ['2200', 'Prepaid Rent', 'Other Current Liability'], ['2300', 'Accrued Expenses', 'Other Current Liability'],
     ['3100', 'Owner Equity', 'Equity'], ['3200', 'Opening Equity', 'Equity'], ['4010', 'Rental Income', 'Income'],
     ['4030', 'Parking Income', 'Income'], ['4110', 'Late Fees', 'Income'], ['4120', 'NSF Fees', 'Income'],
     ['4190', 'Damage Income', 'Income'], ['4900', 'Rent Concessions', 'Income'], ['6110', 'Plumbing Repairs', 'Expense'],
     ['6210', 'Landscaping', 'Expense'], ['6310', 'Water and Sewer', 'Expense']].each {
      builder.account(id++, it[0], it[1], it[2])
    }
    builder.klass(1, 'Cedar Ridge').klass(2, 'Harbor Point')
    more.call(builder)
    builder.build()
  }

  void configure(String apiKey = WorkedPortfolio.API_KEY) {
    Files.writeString(home.resolve('tieout.yml'), """\
environment: ${environment}
data: data
keys: keys
mappings: mappings
zone: America/Denver
${sandboxHosts ? 'allow-sandbox-hosts: true' : ''}
${extraSettings}
connections:
  entrata-demo:
    kind: entrata
    base-url: ${entrataBase}/ext/orgs/${organisation}/v1
    organisation: ${organisation}
    sandbox-secret: ${apiKey}
  quickbooks-demo-accrual:
    kind: quickbooks
    base-url: ${quickBooksBase}/v3/company
    sandbox-secret: ${tokens[ACCRUAL] ?: 'token-' + ACCRUAL}
  quickbooks-demo-cash:
    kind: quickbooks
    base-url: ${quickBooksBase}/v3/company
    sandbox-secret: ${tokens[CASH] ?: 'token-' + CASH}
""")
  }

  Path mappingFile(String name) {
    home.resolve('mappings').resolve(name + '.yml')
  }

  void editMapping(String name, String before, String after) {
    def file = mappingFile(name)
    def text = Files.readString(file)
    assert text.contains(before)
    Files.writeString(file, text.replace(before, after))
  }

  /** Publishes both demo mappings. */
  void publish(String... companies) {
    (companies ?: ['demo-accrual', 'demo-cash']).each {
      assert tieout('mapping', 'publish', '--company', it, '--author', 'Ana', '--approver', 'Ben', '--reason', 'story').code == 0
    }
  }

  /** Runs one command line with --json and gives exit code, text and parsed JSON. */
  Ran tieout(String... words) {
    run(words.toList() + ['--home', home.toString(), '--json', '--quiet'])
  }

  /** Runs one command line as a person would, and gives what was printed. */
  Ran text(String... words) {
    run(words.toList() + ['--home', home.toString(), '--quiet'])
  }

  private Ran run(List<String> words) {
    if (heap) {
      return runApart(words)
    }
    def out = new StringWriter()
    def code = Main.run(words as String[], new PrintWriter(out))
    new Ran(code, out.toString())
  }

  private Ran runApart(List<String> words) {
    def out = Files.createTempFile('tieout-house', '.out')
    def jvm = ManagementFactory.runtimeMXBean.inputArguments.findAll { it.startsWith('-Djdk.httpclient') || it.startsWith('--enable') }
    def command = [Path.of(System.getProperty('java.home'), 'bin', 'java').toString(), '-Xmx' + heap] + jvm +
        ['-cp', System.getProperty('java.class.path'), Main.name] + words
    def process = new ProcessBuilder(command).redirectOutput(out.toFile()).redirectError(ProcessBuilder.Redirect.INHERIT).start()
    while (!process.waitFor(200, TimeUnit.MILLISECONDS)) {
      process.info().totalCpuDuration().ifPresent { processors = it }
    }
    def text = Files.readString(out)
    Files.delete(out)
    new Ran(process.exitValue(), text)
  }

  /** Runs one command line with --csv among its words and gives its rows by heading. */
  List<Map<String, String>> csv(String... words) {
    def lines = text(words).text.split('\r\n').collect { line ->
      (line =~ /(?<=^|,)(?:"((?:[^"]|"")*)"|([^,]*))/).collect { (it[1] ?: it[2] ?: '').replace('""', '"') }
    }
    lines.tail().collect { cells -> [lines[0], cells].transpose().collectEntries { it } as Map<String, String> }
  }

  /** Makes every kept sheet that many days older. */
  void ageSheets(int days) {
    def sql = Sql.newInstance('jdbc:sqlite:' + home.resolve('data/desk.db'))
    sql.execute("update sheet set made_at = strftime('%Y-%m-%dT%H:%M:%f', made_at, ?) || '000Z'".toString(), ["-$days days".toString()])
    sql.close()
  }

  /** Journal entries that stand in a company, as the sandbox dumps them; the first 1,000. */
  List entries(String realm) {
    query(realm, 'select * from JournalEntry maxresults 1000').JournalEntry ?: []
  }

  /** How many journal entries stand in a company. */
  int entriesCount(String realm) {
    query(realm, 'select count(*) from JournalEntry').totalCount
  }

  private Map query(String realm, String text) {
    def uri = URI.create(quickBooksServer.baseUri().toString().replaceAll('/$', '') + "/v3/company/${realm}/query?query=" +
        URLEncoder.encode(text, 'UTF-8'))
    def answer = java.net.http.HttpClient.newHttpClient().send(java.net.http.HttpRequest.newBuilder(uri)
        .header('Authorization', 'Bearer token-' + realm).header('Accept', 'application/json').build(),
        java.net.http.HttpResponse.BodyHandlers.ofString())
    assert answer.statusCode() == 200
    new JsonSlurper().parseText(answer.body()).QueryResponse
  }

  /** Something done in Entrata behind the bridge's back: POST /_sandbox/do/{action}. */
  Object entrataDo(String action, Map body = [:]) {
    control(entrata.baseUri(), action, body)
  }

  /** Something done in QuickBooks behind the bridge's back. */
  Object quickBooksDo(String action, Map body = [:]) {
    control(quickBooksServer.baseUri(), action, body)
  }

  /** Puts a server between Tieout and QuickBooks, through which every call goes from now on. */
  Forwarder beforeQuickBooks() {
    def forwarder = new Forwarder('/between', quickBooksBase)
    quickBooksBase = forwarder.base
    configure()
    forwarder
  }

  /** Puts a server between Tieout and Entrata, through which every call goes from now on. */
  Forwarder beforeEntrata() {
    def forwarder = new Forwarder('/between', entrataBase)
    entrataBase = forwarder.base
    configure()
    forwarder
  }

  /** Whether each document number stands once in a company's books. */
  boolean once(String realm) {
    def numbers = entries(realm)*.DocNumber
    assert numbers.toSet().size() == numbers.size()
    true
  }

  /** A late entry of two lines: landscaping against accrued expenses, unless other accounts are given. */
  List<Long> late(Map more = [:], int property, String day, long minor) {
    def lines = more.lines ?: [[account: LANDSCAPING, minor: minor], [account: ACCRUED, minor: -minor]]
    entrataDo('late', [property: property, basis: more.basis ?: 'ACCRUAL', postMonth: more.month ?: day.take(7), type: 'GJ', postDate: day,
        reference: more.reference ?: 'JE - #9' + System.nanoTime(), lines: lines]).ids as List<Long>
  }

  /** What the story left behind up to now: the exported ledger with its signed heads, and both sandboxes with their logs. */
  Evidence evidence() {
    def export = home.resolve('judged.jsonl')
    Files.deleteIfExists(export)
    assert tieout('export', '--jsonl', '--out', export.toString()).code == 0
    def keys = home.resolve('keys')
    def heads = keys.resolve('ledger-heads.txt')
    new Evidence(Files.readString(export),
        Files.exists(heads) ? Files.readString(heads) : '', Files.readString(keys.resolve('ledger-signing.pub')),
        ask(quickBooksServer.baseUri(), 'state'), ask(quickBooksServer.baseUri(), 'log'),
        ask(entrata.baseUri(), 'state'), ask(entrata.baseUri(), 'log'))
  }

  /** Has the whole history judged by the independent checker. */
  AtRest judge(Expectation expectation = Expectation.fresh()) {
    Judge.judge(evidence(), Rules.standard(), expectation)
  }

  /** The history up to now keeps to every invariant: nothing lost, doubled or unexpected. Gives the judgement. */
  AtRest judgedClean(Expectation expectation = Expectation.fresh()) {
    def rest = judge(expectation)
    assert rest.violations() == []
    assert rest.verdicts().clean()
    assert rest.checks()[Invariant.I12] > 0
    rest
  }

  private static String ask(URI base, String what) {
    def uri = URI.create(base.toString().replaceAll('/$', '') + '/_sandbox/' + what)
    def answer = java.net.http.HttpClient.newHttpClient().send(java.net.http.HttpRequest.newBuilder(uri).build(),
        java.net.http.HttpResponse.BodyHandlers.ofString())
    assert answer.statusCode() == 200
    answer.body()
  }

  private static Object control(URI base, String action, Map body) {
    def uri = URI.create(base.toString().replaceAll('/$', '') + '/_sandbox/do/' + action)
    def answer = java.net.http.HttpClient.newHttpClient().send(java.net.http.HttpRequest.newBuilder(uri)
        .POST(java.net.http.HttpRequest.BodyPublishers.ofString(JsonOutput.toJson(body))).build(),
        java.net.http.HttpResponse.BodyHandlers.ofString())
    assert answer.statusCode() == 200 : answer.body()
    new JsonSlurper().parseText(answer.body() ?: '{}')
  }

  @Override
  void close() {
    entrata.close()
    quickBooksServer.close()
    home.toFile().deleteDir()
  }

  static class Ran {
    final int code
    final String text

    Ran(int code, String text) {
      this.code = code
      this.text = text
    }

    Object getJson() {
      new JsonSlurper().parseText(text)
    }

    @Override
    String toString() {
      "exit ${code}\n${text}"
    }
  }
}
