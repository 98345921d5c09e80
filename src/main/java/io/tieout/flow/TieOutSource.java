package io.tieout.flow;

import io.tieout.fact.FactKind;
import io.tieout.fact.GlAccountId;
import io.tieout.fact.GlScope;
import io.tieout.fact.PostMonth;
import io.tieout.finding.Finding;
import io.tieout.flow.port.Ledger.AccountLine;
import io.tieout.flow.port.Ledger.ClaimRow;
import io.tieout.flow.port.Ledger.SnapshotHeader;
import io.tieout.mapping.IndexedRuleBook;
import io.tieout.mapping.MappingVersion;
import io.tieout.mapping.PropertyMapping;
import io.tieout.mapping.RuleBook;
import io.tieout.mapping.Subject;
import io.tieout.money.Money;
import io.tieout.plan.FactState;
import io.tieout.plan.Plan;
import io.tieout.plan.TargetAccount;
import io.tieout.plan.TargetCompany;
import io.tieout.posting.PostingState;
import io.tieout.tie.ClosingTie.MappedClosing;
import io.tieout.tie.LineFate;
import io.tieout.tie.SourceAccountMonth;
import io.tieout.tie.SourceAccountMonth.Sides;
import io.tieout.tie.TieCode;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * The source's side of a company's tie-out, from the ledger alone: every account of every month read since cutover, and
 * what became of every line.
 */
final class TieOutSource {

    private final Tools tools;
    private final MappingVersion version;
    private final TargetCompany company;
    private final Plan plan;
    private final RuleBook rules;
    private final List<SourceAccountMonth> accounts = new ArrayList<>();
    private final List<LineFate> fates = new ArrayList<>();
    private final List<Finding> findings = new ArrayList<>();

    private TieOutSource(Tools tools, Planning.Made made) {
        this.tools = tools;
        this.version = made.version();
        this.company = made.company();
        this.plan = made.plan();
        this.rules = IndexedRuleBook.of(version.mapping());
    }

    /** @param made the plan that nobody posts: it says what is held, excluded and still to be posted */
    static TieOutSource read(Tools tools, Planning.Made made) {
        var source = new TieOutSource(tools, made);
        for (var property : source.version.mapping().properties()) {
            for (var scope : source.scopes(property)) {
                tools.ledger().latestSnapshot(scope).ifPresent(source::read);
            }
        }
        source.planFates();
        return source;
    }

    /** Every account of every scope of the company since cutover, whatever a selection shows. */
    List<SourceAccountMonth> accounts() {
        return accounts;
    }

    List<LineFate> fates() {
        return fates;
    }

    /** Readings that are not complete, and lines that changed or vanished after they were posted. */
    List<Finding> findings() {
        return findings;
    }

    /** Every account with its usual home in the target. */
    List<MappedClosing> mappedClosings() {
        return accounts.stream().map(a -> mapped(a, a.totals().netChange())).toList();
    }

    /** Closings at the end of a month: a property whose newest reading is older keeps its last balance. */
    List<MappedClosing> closings(PostMonth month) {
        var newest = new TreeMap<String, SourceAccountMonth>();
        accounts.stream()
                .filter(a -> !a.scope().month().isAfter(month))
                .sorted(Comparator.comparing(a -> a.scope().month()))
                .forEach(a -> newest.put(a.scope().property() + "|" + a.account(), a));
        return newest.values().stream()
                .map(a -> mapped(a, a.scope().month().equals(month) ? a.totals().netChange() : 0))
                .toList();
    }

    private MappedClosing mapped(SourceAccountMonth account, long netChange) {
        return new MappedClosing(
                account.scope().property().value(),
                account.number(),
                targetOf(account),
                account.totals().closing(),
                netChange);
    }

    /** Where the account's lines usually go; single lines that a rule sends elsewhere are counted apart. */
    private Optional<String> targetOf(SourceAccountMonth account) {
        var route = rules.route(new Subject(
                account.scope().property(),
                account.account(),
                account.number(),
                "",
                account.scope().month()));
        return route.fold(
                m -> company.account(m.account()).map(TargetAccount::id),
                h -> Optional.<String>empty(),
                e -> Optional.<String>empty());
    }

    private List<GlScope> scopes(PropertyMapping property) {
        return tools
                .ledger()
                .knownScopes(
                        version.mapping().binding().organisation(), property.id(), property.basis(), property.book())
                .stream()
                .filter(s -> !s.month().isBefore(property.cutover()))
                .toList();
    }

    private void read(SnapshotHeader header) {
        var previous = tools.ledger()
                .latestSnapshot(header.scope().previousMonth())
                .map(h -> tools.ledger().accounts(h).stream()
                        .collect(Collectors.toMap(
                                AccountLine::account, a -> a.totals().closing())))
                .orElse(Map.of());
        // The lines are known of complete readings only.
        var lines = header.complete() ? tools.ledger().lines(header, company.key()) : List.<FactState>of();
        var sides = header.complete() ? Optional.of(sides(lines)) : Optional.<Map<GlAccountId, Sides>>empty();
        for (var line : tools.ledger().accounts(header)) {
            var before = previous.get(line.account());
            accounts.add(new SourceAccountMonth(
                    header.scope(),
                    line.account(),
                    line.number(),
                    line.name(),
                    line.totals(),
                    line.lineDebits(),
                    line.lineCredits(),
                    before == null ? OptionalLong.empty() : OptionalLong.of(before),
                    sides.map(s -> s.getOrDefault(line.account(), Sides.NONE))));
        }
        var claims = tools.ledger().claims(company.key(), header.scope());
        claims.forEach(c -> fates.add(fate(c, header.scope().month())));
        if (!header.complete()) {
            findings.add(Finding.of(
                    FlowCode.SNAPSHOT_UNUSABLE,
                    header.scope().toString(),
                    "a complete reading",
                    "the newest reading of " + header.readAt() + " is not complete",
                    "Its differences are shown below; read again with `tieout pull`."));
            return;
        }
        noteChanges(lines, claims);
        noteChangedOpenings(header.scope(), claims);
    }

    /** Debits and credits by the sign of each line. */
    private static Map<GlAccountId, Sides> sides(List<FactState> lines) {
        var sides = new HashMap<GlAccountId, Sides>();
        lines.forEach(s -> sides.merge(
                s.line().key().account(),
                Sides.NONE.plus(s.line().signedMinor()),
                (a, b) -> new Sides(a.debits() + b.debits(), a.credits() + b.credits())));
        return sides;
    }

    private void noteChanges(List<FactState> lines, List<ClaimRow> claims) {
        var present = lines.stream().collect(Collectors.toMap(s -> s.line().key(), s -> s, (a, b) -> a));
        for (var claim : claims) {
            if (claim.fact().key().kind() != FactKind.GL_LINE) {
                continue;
            }
            var now = present.get(claim.fact().key());
            if (now == null) {
                findings.add(change(TieCode.SOURCE_GONE, claim, "no longer in the reading"));
            } else if (!now.line().fingerprint().equals(claim.fact().fingerprint())) {
                findings.add(change(
                        TieCode.SOURCE_CHANGED,
                        claim,
                        money(now.line().signedMinor()) + " on " + now.line().postDate() + ", "
                                + now.line().transactionType()));
            }
        }
    }

    private void noteChangedOpenings(GlScope scope, List<ClaimRow> claims) {
        var posted = claims.stream()
                .filter(c -> c.fact().key().kind() == FactKind.OPENING)
                .toList();
        if (posted.isEmpty()) {
            return;
        }
        var now = tools.ledger().openings(scope).stream()
                .collect(Collectors.toMap(o -> o.fact().key(), o -> o.fact().signedMinor()));
        for (var claim : posted) {
            var amount = now.getOrDefault(claim.fact().key(), claim.fact().signedMinor());
            if (amount != claim.fact().signedMinor()) {
                findings.add(change(TieCode.SOURCE_CHANGED, claim, money(amount)));
            }
        }
    }

    private String money(long signedMinor) {
        var currency = version.mapping().binding().currency();
        return Money.of(signedMinor, currency) + " " + currency;
    }

    private Finding change(TieCode code, ClaimRow claim, String found) {
        var what = claim.fact().key().kind() == FactKind.OPENING ? "opening balance " : "line ";
        return Finding.of(
                code,
                what + claim.fact().key() + ", GL " + claim.accountNumber(),
                "as posted: " + money(claim.fact().signedMinor()) + " on " + claim.postingDate(),
                found,
                "Nothing is corrected by itself. Settle it with the site; the difference stays in the tie-out.");
    }

    private LineFate fate(ClaimRow claim, PostMonth month) {
        var posted = claim.state().isPosted() || claim.state() == PostingState.CONFIRMED;
        return new LineFate(
                claim.fact().key(),
                claim.accountNumber(),
                month,
                posted ? LineFate.Kind.JOURNALED : LineFate.Kind.IN_FLIGHT,
                claim.fact().signedMinor(),
                Optional.of(claim.targetAccountId()),
                Optional.of(claim.postingDate()),
                claim.state().name());
    }

    /** What the plan would do with lines that nothing claims yet. */
    private void planFates() {
        for (var held : plan.held()) {
            fates.add(new LineFate(
                    held.line().key(),
                    held.line().accountNumber(),
                    month(held.line().key().kind(), held.line().postMonth()),
                    LineFate.Kind.HELD,
                    held.line().signedMinor(),
                    Optional.empty(),
                    Optional.empty(),
                    held.reason().words()));
        }
        for (var excluded : plan.excluded()) {
            fates.add(new LineFate(
                    excluded.line().key(),
                    excluded.line().accountNumber(),
                    month(excluded.line().key().kind(), excluded.line().postMonth()),
                    LineFate.Kind.EXCLUDED,
                    excluded.line().signedMinor(),
                    Optional.empty(),
                    Optional.empty(),
                    excluded.reason()));
        }
        var numbers = accounts.stream()
                .collect(Collectors.toMap(a -> a.account().value(), SourceAccountMonth::number, (a, b) -> a));
        for (var document : plan.documents()) {
            for (var fact : document.facts()) {
                fates.add(new LineFate(
                        fact.key(),
                        numbers.getOrDefault(
                                fact.key().account().value(),
                                fact.key().account().value()),
                        month(fact.key().kind(), document.key().month()),
                        LineFate.Kind.IN_FLIGHT,
                        fact.signedMinor(),
                        Optional.empty(),
                        Optional.of(document.entry().date()),
                        "planned, not posted"));
            }
        }
    }

    /** A held opening stands for the month before cutover; it counts from the cutover month on. */
    private PostMonth month(FactKind kind, PostMonth month) {
        return kind == FactKind.OPENING ? month.next() : month;
    }
}
