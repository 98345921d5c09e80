package io.tieout.selftest.checker

import io.tieout.selftest.checker.Request.Act
import io.tieout.selftest.checker.Request.Item

/**
 * A history made by hand: one property, one company, as the bridge would have made it, unless a spec bends it.
 *
 * <p>Each method says what happened and hands it to the checker. Maps given last replace members of the event or of the
 * request, so that a spec can tell a lie about exactly one thing.
 */
class History {

  static final String ORG = 'demopm'
  static final String COMPANY = 'quickbooks:1'
  static final String HASH = 'mapping-1'

  final Checker checker
  final Map<String, Long> seqs = [:].withDefault { 0L }
  final List<LedgerEvent> events = []
  final Books books = new Books()
  final Lines source = new Lines()
  final List<Violation> found = []
  final Map<String, Map> postings = [:]
  final Map<String, Map> facts = [:]
  long epoch = 1
  long arrivals = 0
  long clock = 1_000_000
  int plans = 0
  int runs = 0
  String run

  History(Rules rules = Rules.standard()) {
    checker = new Checker(rules)
  }

  /** A published mapping, an open run, a month read, and nothing posted. */
  static History begun(Rules rules = Rules.standard()) {
    def history = new History(rules)
    history.publish()
    history.read('2026-10', [line('A1', '1200', 150_00), line('A2', '4000', -150_00), line('B1', '1200', 20_00), line('B2', '4000', -20_00)])
    history.openRun()
    history
  }

  static Map line(String id, String account, long minor, String date = '2026-10-05') {
    [id: id, account: account, minor: minor, date: date]
  }

  // ---- the ledger ----

  LedgerEvent event(String stream, String kind, Map<String, Object> payload, Map more = [:]) {
    if (seqs[stream] == 0L && kind != 'GENESIS') {
      event(stream, 'GENESIS', [environment: 'sandbox', installation: 'i', stream: stream])
    }
    def all = payload + more
    def typed = all.collectEntries { k, v -> [(k as String): v instanceof Integer ? (v as long) : v instanceof GString ? v.toString() : v] }
    def made = new LedgerEvent(stream, ++seqs[stream], kind, typed as Map<String, Object>, epoch, ++clock)
    events << made
    checker.accept(made)
    made
  }

  LedgerEvent ofCompany(String kind, Map<String, Object> payload, Map more = [:]) {
    event('company/' + COMPANY, kind, payload, more)
  }

  LedgerEvent ofSource(String kind, Map<String, Object> payload, Map more = [:]) {
    event('org/' + ORG, kind, payload, more)
  }

  void publish(Map more = [:]) {
    ofCompany('MAPPING_PUBLISHED', [publication_no: 1, target_company: COMPANY, mapping_hash: HASH, author: 'Ana', approver: 'Ben', reason: 'first',
        published_at: '2026-11-01T00:00:00Z'], more)
  }

  void openRun(Map more = [:]) {
    run = "run-${++runs}".toString()
    ofCompany('RUN_OPENED', [run_id: run, target_company: COMPANY, business_date: '2026-11-01', kind: 'sync', epoch: epoch, started_at: 'now'], more)
  }

  void closeRun(String outcome = 'clean') {
    ofCompany('RUN_CLOSED', [run_id: run, outcome: outcome, figures: '{}', ended_at: 'now'])
  }

  /** A complete reading of a month: the source has these lines, and the ledger learns them. */
  void read(String month, List<Map> lines, Map more = [:]) {
    ofSource('SNAPSHOT_TAKEN', [snapshot_no: 1, snapshot_id: 's', org: ORG, property: '510001', basis: 'accrual', book: '616', post_month: month,
        scope_no: 1, complete: 1, lines_count: lines.size(), debit_minor: lines.sum { Math.max(0L, it.minor as long) },
        credit_minor: lines.sum { Math.max(0L, -(it.minor as long)) }], more)
    lines.each { see(it, month) }
  }

  void see(Map line, String month, Map more = [:]) {
    def id = facts.size() + 1
    facts[line.id] = line + [fact: id, month: month]
    ofSource('FACT_SEEN', [fact_id: id, org: ORG, kind: 'gl', property: '510001', basis: 'accrual', book: '616', account: line.account,
        source_id: line.id, occurrence: 1] + version(line, month, 1), more)
    source.put(new SourceLine(ORG, '510001', 'accrual', '616', line.account as String, line.id as String, month, line.date as String,
        Math.max(0L, line.minor as long), Math.max(0L, -(line.minor as long)), true, SourceLine.NOT_MARKED))
  }

  static Map version(Map line, String month, int no) {
    [version: no, snapshot_no: 1, post_month: month, post_date: line.date, debit_minor: Math.max(0L, line.minor as long),
     credit_minor: Math.max(0L, -(line.minor as long))]
  }

  /** A document for source lines, each on a line of its own: intent, lines and claims, as one commit. */
  Map intend(List<String> ids, Map more = [:]) {
    def no = postings.size() + 1
    def id = (more.posting_id ?: "posting-$no") as String
    def marker = (more.marker ?: 'TO' + '0' * 17 + no) as String
    def lines = ids.collect { facts[it] }
    def plan = "plan-${++plans}".toString()
    ofCompany('PLAN_MADE', [plan_id: plan, target_company: COMPANY, content_hash: 'c', inputs_hash: 'i', mapping_hash: HASH, made_at: 'now'])
    def posting = [id: id, marker: marker, ids: ids, lines: lines, date: more.document_date ?: lines[0].date, sha: "item-$id".toString(),
        body: "body-$id".toString(), key: "key-$id".toString()]
    postings[id] = posting
    ofCompany('POSTING_INTENT', [posting_id: id, environment: 'sandbox', org: ORG, target_company: COMPANY, property: '510001', basis: 'accrual',
        book: '616', post_month: lines[0].month, purpose: 'journal', key_group: "type:$id", sequence: 1, part: 1, revision: 0, marker: marker,
        plan_id: plan, mapping_hash: HASH, document_hash: 'd', document_date: posting.date, currency: 'USD',
        total_minor: lines.sum { Math.max(0L, it.minor as long) }, lines_count: lines.size(), claims_count: lines.size()], more)
    lines.eachWithIndex { line, n -> planLine(posting, line, n + 1, more.line ?: [:]) }
    lines.eachWithIndex { line, n -> claim(posting, line, n + 1, more.claim ?: [:]) }
    checker.acceptStoredItem(id, posting.sha as String)
    posting
  }

  void planLine(Map posting, Map line, int no, Map more = [:]) {
    ofCompany('POSTING_LINE', [posting_id: posting.id, line_no: no, account_id: 'q' + line.account, side: line.minor > 0 ? 'D' : 'C',
        amount_minor: Math.abs(line.minor as long), class_id: '1', location_id: ''], more)
  }

  void claim(Map posting, Map line, int no, Map more = [:]) {
    ofCompany('CLAIM', [target_company: COMPANY, fact_id: line.fact, ordinal: 1, version: 1, posting_id: posting.id, line_no: no, act: 'POST',
        rule: 'r', target_account_id: 'q' + line.account], more)
  }

  /** A call with documents is announced. */
  Map attempt(List<Map> documents, Map more = [:]) {
    def id = (more.attempt_id ?: "attempt-${events.count { it.kind() == 'POSTING_ATTEMPT' } + 1}") as String
    ofCompany('POSTING_ATTEMPT', [attempt_id: id, target_company: COMPANY, request_key: documents[0].key, body_sha256: documents[0].body,
        resend_of: '', epoch: epoch, attempted_at: 'now'], more)
    documents.eachWithIndex { d, n ->
      ofCompany('ATTEMPT_ITEM', [attempt_id: id, position: n + 1, posting_id: d.id, item_id: '0' + (n + 1)], more.item ?: [:])
    }
    [id: id, documents: documents]
  }

  void outcome(Map attempt, Map document, String outcome, String state, Map more = [:]) {
    ofCompany('POSTING_OUTCOME', [attempt_id: attempt.id, posting_id: document.id, outcome_no: 1, outcome: outcome, state: state, target_id: '',
        version_token: '', words: '', correlation: ''], more)
  }

  void verdict(Map document, String state) {
    ofCompany('POSTING_VERDICT', [posting_id: document.id, verdict_no: 1, state: state, target_id: '', evidence: 'looked'])
  }

  void release(Map document, Map more = [:]) {
    document.lines.eachWithIndex { line, n ->
      ofCompany('CLAIM', [target_company: COMPANY, fact_id: line.fact, ordinal: 2, version: 1, posting_id: document.id, line_no: n + 1,
          act: 'RELEASE', rule: 'r', target_account_id: 'q'], more)
    }
  }

  void decide(String kind, String sourceId, Map more = [:]) {
    ofCompany(kind, [decision_no: 1, target_company: COMPANY, fact_id: facts[sourceId].fact, kind: kind, reason: 'because', decided_by: 'Ana',
        decided_at: 'now'], more)
  }

  void markIntent(String sourceId, Map more = [:]) {
    ofSource('MARK_INTENT', markOf(sourceId), more)
  }

  void markOutcome(String sourceId, String state = 'MARKED', Map more = [:]) {
    ofSource('MARK_OUTCOME', markOf(sourceId) + [outcome_no: 1, state: state, words: ''], more)
  }

  private Map markOf(String sourceId) {
    [mark_batch_id: 'm', source_id: sourceId, org: ORG, property: '510001', basis: 'accrual', book: '616', post_month: facts[sourceId].month]
  }

  // ---- the other sides ----

  Request request(Act act, List<Item> items = [], Map more = [:]) {
    def made = new Request((more.company ?: (act == Act.MARK ? ORG : COMPANY)) as String, act, act.name().toLowerCase(), (more.key ?: '') as String,
        (more.body ?: '') as String, items, more.answered != false, (more.found ?: 0) as int, more.committed != false, more.late == true, ++arrivals,
        (more.at ?: ++clock) as long)
    checker.accept(made)
    made
  }

  /** The announced call arrives, and its documents stand. */
  Request send(Map attempt, Map more = [:]) {
    def first = attempt.documents[0]
    def items = attempt.documents.withIndex().collect { d, n -> new Item((more.item ?: '0' + (n + 1)) as String, d.marker as String, (more.sha ?: d.sha) as String) }
    def made = request(Act.CREATE, items, [key: first.key, body: first.body] + more)
    if (more.stands != false) {
      attempt.documents.each { stand(it, [madeBy: made.arrival()] + (more.document ?: [:])) }
    }
    made
  }

  /** A document stands in the target, as planned unless bent. */
  Document stand(Map posting, Map more = [:]) {
    def lines = more.lines ?: posting.lines.collect {
      new Document.Line('q' + it.account, it.minor > 0 ? 'D' : 'C', Math.abs(it.minor as long), '1', '')
    }
    def document = new Document((more.company ?: COMPANY) as String, (more.id ?: "doc-${books.all.size() + 1}") as String,
        (more.marker ?: posting.marker) as String, (more.date ?: posting.date) as String, 'USD', lines as List, more.live != false,
        (more.madeBy ?: 0) as long, more.touched == true, (more.lockedThrough ?: '') as String)
    books.put(document)
    document
  }

  void mark(List<String> ids, Map more = [:]) {
    def made = request(Act.MARK, ids.collect { new Item(it, '', '') }, more)
    ids.each { source.mark(it, made.arrival()) }
  }

  /** One look: the list of what was created, a control, and the search for each document. */
  void look(List<Map> documents, Map more = [:]) {
    request(Act.SEARCH_CREATED, [], more)
    if (more.control != null) {
      request(Act.SEARCH_NUMBER, [new Item('', more.control as String, '')], more + [found: 1])
    }
    documents.each { request(Act.SEARCH_NUMBER, [new Item('', it.marker as String, '')], more) }
  }

  // ---- whole steps ----

  /** Documents go out, are answered, and are found to be as planned. */
  Map post(List<Map> documents) {
    def call = attempt(documents)
    send(call)
    documents.each { outcome(call, it, 'APPLIED', 'CONFIRMED') }
    documents.each { verdict(it, 'MATCHED') }
    check()
    call
  }

  void marked(List<String> ids) {
    ids.each { markIntent(it) }
    mark(ids)
    ids.each { markOutcome(it) }
    check()
  }

  List<Violation> check() {
    def now = checker.checkNow(books, source)
    found.addAll(now)
    now
  }

  AtRest rest(Expectation expectation = Expectation.fresh()) {
    checker.checkAtRest(books, source, expectation)
  }

  /** Everything said at rest, once by name. */
  Set<Invariant> broken(Expectation expectation = Expectation.fresh()) {
    rest(expectation).violations()*.invariant() as Set
  }

  static class Books implements TargetState {
    final Map<String, Document> all = [:]
    final List<String> log = []

    void put(Document document) {
      all[document.company() + document.id()] = document
      log << document.company() + document.id()
    }

    long changes() {
      log.size()
    }

    List<Document> changedSince(long changes) {
      log.drop(changes as int).collect { all[it] }
    }

    List<Document> documents() {
      all.values().toList()
    }
  }

  static class Lines implements SourceState {
    final Map<String, SourceLine> all = [:]
    final List<String> log = []
    final List<SourceOpening> balances = []

    void put(SourceLine line) {
      all[line.id()] = line
      log << line.id()
    }

    void mark(String id, long by) {
      def l = all[id]
      if (l != null) {
        put(new SourceLine(l.org(), l.property(), l.basis(), l.book(), l.account(), l.id(), l.postMonth(), l.postDate(), l.debitMinor(), l.creditMinor(),
            l.present(), by))
      }
    }

    long changes() {
      log.size()
    }

    List<SourceLine> changedSince(long changes) {
      log.drop(changes as int).collect { all[it] }
    }

    List<SourceLine> lines() {
      all.values().findAll { it.present() }
    }

    List<SourceOpening> openings() {
      balances
    }
  }
}
