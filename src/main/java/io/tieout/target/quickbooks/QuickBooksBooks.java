package io.tieout.target.quickbooks;

import io.tieout.finding.Finding;
import io.tieout.finding.FindingCode;
import io.tieout.finding.Stopped;
import io.tieout.flow.port.RunClock;
import io.tieout.flow.port.TargetBooks;
import io.tieout.mapping.CompanyKey;
import io.tieout.money.Side;
import io.tieout.plan.EntryLine;
import io.tieout.plan.Marker;
import io.tieout.plan.PlannedDocument;
import io.tieout.plan.TargetCompany;
import io.tieout.plan.TargetDimension;
import io.tieout.posting.TargetDocument;
import io.tieout.wire.HttpSender;
import io.tieout.wire.Json;
import io.tieout.wire.WireRequest;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Supplier;

/**
 * One QuickBooks Online company as the books that postings go to.
 *
 * <p>Not for use by several threads: one worker per company. Documents are rendered by Intuit's SDK and sent as stored
 * bytes by our own client; every answer is read as raw JSON.
 */
public final class QuickBooksBooks implements TargetBooks {

    /** Months of one ledger report: Intuit advises six at most, wider ones time out or are cut. */
    private static final int LEDGER_MONTHS_MAX = 6;

    private static final Set<FindingCode> TOKEN_CODES =
            Set.of(QuickBooksCode.TOKEN_REFUSED, QuickBooksCode.WRONG_COMPANY);

    private final QuickBooksAddress address;
    private final Supplier<String> accessToken;
    private final QuickBooksCodec codec = new QuickBooksCodec();
    private final HttpSender sender;
    private final CallPace pace;
    private final QuickBooksReader reader;
    private final QuickBooksCompany company;
    private long writes;

    /** Opens nothing yet. Throws {@link Stopped} when the address may not be called. */
    public QuickBooksBooks(QuickBooksSettings settings, RunClock clock) {
        this.address = settings.address();
        this.accessToken = settings.accessToken();
        this.sender = new HttpSender(settings.allowedHosts());
        this.pace = new CallPace(settings.limits(), clock);
        this.reader = new QuickBooksReader(address, accessToken, sender, pace, clock);
        this.company = new QuickBooksCompany(address, reader);
    }

    /** The key of a company by its QuickBooks id, for example {@code quickbooks:9341450000000001}. */
    public static CompanyKey keyOf(String realmId) {
        return new CompanyKey("quickbooks:" + realmId);
    }

    /** What stands in the memo of an entry: the plan's memo, then the business key, which is never cut. */
    static String privateNote(PlannedDocument document) {
        String key = "Tieout " + document.key().canonical();
        int room = WireJournalEntry.TEXT_MAX - key.length() - 1;
        String memo = document.entry().memo();
        return memo.isEmpty() ? key : cut(memo, room) + "\n" + key;
    }

    @Override
    public TargetCompany company() {
        return company.read();
    }

    @Override
    public int batchDocumentsMax() {
        return QuickBooksBatch.ITEMS_MAX;
    }

    @Override
    public byte[] render(PlannedDocument document) {
        if (document.entry().currency().decimals() != QuickBooksEntities.DECIMALS) {
            throw new IllegalArgumentException("QuickBooks entries are written in cents: "
                    + document.entry().currency());
        }
        return codec.render(new WireJournalEntry(
                document.marker().value(),
                document.entry().date(),
                privateNote(document),
                document.entry().lines().stream().map(QuickBooksBooks::line).toList()));
    }

    @Override
    public byte[] assemble(List<Item> items) {
        Map<String, byte[]> bytes = new LinkedHashMap<>();
        for (Item item : items) {
            if (bytes.put(item.itemId(), item.bytes()) != null) {
                throw new IllegalArgumentException("Two items of a call have the id " + item.itemId());
            }
        }
        return QuickBooksBatch.body(bytes);
    }

    @Override
    public SendAnswer send(String requestKey, byte[] body, List<Item> items) {
        if (requestKey.isBlank() || requestKey.length() > QuickBooksBatch.REQUEST_ID_MAX) {
            throw new IllegalArgumentException("A request key has 1 to " + QuickBooksBatch.REQUEST_ID_MAX
                    + " characters, found '" + requestKey + "'");
        }
        Map<String, String> headers = new HashMap<>();
        try {
            headers.putAll(QuickBooksReader.headers(accessToken.get()));
            pace.beforeBatch();
        } catch (Stopped noToken) {
            return QuickBooksAnswers.notSent(items, noToken.findings().get(0).text());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return QuickBooksAnswers.notSent(items, "interrupted before sending");
        }
        headers.put("Content-Type", "application/json");
        writes++;
        return QuickBooksAnswers.ofBatch(
                sender.send(WireRequest.post(address.batch(requestKey), headers, body)), items);
    }

    @Override
    public Optional<List<TargetDocument>> findByMarker(Marker marker) {
        return ifComplete(() -> journalEntries(QuickBooksQueries.journalEntriesByNumber(marker.value())));
    }

    @Override
    public List<TargetDocument> journalEntries(LocalDate first, LocalDate last) {
        return journalEntries(QuickBooksQueries.journalEntriesDated(first, last));
    }

    @Override
    public Optional<List<TargetDocument>> createdSince(Instant since) {
        return ifComplete(() -> journalEntries(QuickBooksQueries.journalEntriesCreatedSince(since)));
    }

    @Override
    public Map<String, Long> trialBalance(LocalDate asOf, boolean cashBasis) {
        Map<String, String> parameters = new TreeMap<>(reportPeriod(company.fiscalYearStart(asOf), asOf, cashBasis));
        Json report = reader.get(address.report("TrialBalance", parameters), "TrialBalance");
        return reader.understood("TrialBalance", () -> {
            QuickBooksReports.requireBasis(report, cashBasis);
            return QuickBooksReports.trialBalance(report);
        });
    }

    @Override
    public List<LedgerEntry> ledgerEntries(LocalDate first, LocalDate last, boolean cashBasis) {
        List<LedgerEntry> entries = new ArrayList<>();
        LocalDate from = first;
        while (!from.isAfter(last)) {
            LocalDate next = from.plusMonths(LEDGER_MONTHS_MAX);
            LocalDate to = next.minusDays(1).isBefore(last) ? next.minusDays(1) : last;
            entries.addAll(ledgerReport(from, to, cashBasis));
            from = next;
        }
        return entries;
    }

    @Override
    public CallCount calls() {
        return new CallCount(writes, reader.calls());
    }

    @Override
    public void close() {
        // The JDK's client of this release level needs no closing; its threads end with it.
    }

    /** One report, or two of half the days where QuickBooks cut one off. */
    private List<LedgerEntry> ledgerReport(LocalDate from, LocalDate to, boolean cashBasis) {
        Map<String, String> parameters = new TreeMap<>(reportPeriod(from, to, cashBasis));
        parameters.put("columns", QuickBooksReports.LEDGER_COLUMNS);
        Json report = reader.get(address.report("GeneralLedger", parameters), "GeneralLedger");
        if (QuickBooksReports.isCut(report) && from.isBefore(to)) {
            LocalDate middle = from.plusDays(ChronoUnit.DAYS.between(from, to) / 2);
            List<LedgerEntry> halves = new ArrayList<>(ledgerReport(from, middle, cashBasis));
            halves.addAll(ledgerReport(middle.plusDays(1), to, cashBasis));
            return halves;
        }
        return reader.understood("GeneralLedger", () -> {
            QuickBooksReports.requireBasis(report, cashBasis);
            return QuickBooksReports.generalLedger(report, company::accountClass);
        });
    }

    private static WireJournalEntry.Line line(EntryLine line) {
        // A name has no id here: it stands before the memo, where a person reads it.
        String text = line.name()
                .map(name -> line.memo().isEmpty() ? name : name + ": " + line.memo())
                .orElse(line.memo());
        return new WireJournalEntry.Line(
                cut(text, WireJournalEntry.TEXT_MAX),
                line.amountMinor(),
                line.side() == Side.DEBIT ? WireJournalEntry.PostingType.DEBIT : WireJournalEntry.PostingType.CREDIT,
                line.account().id(),
                line.trackingClass().map(TargetDimension::id),
                line.location().map(TargetDimension::id));
    }

    /** Never cuts a character of two units (an emoji) in half, which would be no UTF-8. */
    private static String cut(String text, int charactersMax) {
        if (text.length() <= charactersMax) {
            return text;
        }
        boolean inside = Character.isHighSurrogate(text.charAt(charactersMax - 1));
        return text.substring(0, inside ? charactersMax - 1 : charactersMax);
    }

    private List<TargetDocument> journalEntries(String query) {
        return reader.all("JournalEntry", query, QuickBooksEntities::journalEntry);
    }

    private static <T> Optional<T> ifComplete(Supplier<T> search) {
        try {
            return Optional.of(search.get());
        } catch (Stopped incomplete) {
            // Without a token no search will ever complete: that is for a person, not for the resolver.
            if (incomplete.findings().stream().map(Finding::code).anyMatch(TOKEN_CODES::contains)) {
                throw incomplete;
            }
            return Optional.empty();
        }
    }

    private static Map<String, String> reportPeriod(LocalDate first, LocalDate last, boolean cashBasis) {
        return Map.of(
                "start_date", first.toString(),
                "end_date", last.toString(),
                "accounting_method", cashBasis ? "Cash" : "Accrual");
    }
}
