package io.tieout.source.answer;

import io.tieout.fact.ArCode;
import io.tieout.fact.ArPayment;
import io.tieout.fact.GlAccountId;
import io.tieout.fact.GlReading;
import io.tieout.fact.GlScope;
import io.tieout.fact.LeaseLedger;
import io.tieout.fact.OrganisationId;
import io.tieout.fact.PostMonth;
import io.tieout.fact.PropertyId;
import io.tieout.fact.SourceAccount;
import io.tieout.fact.SourceProperty;
import io.tieout.fact.SubLedgerReading;
import io.tieout.finding.Finding;
import io.tieout.flow.port.RunClock;
import io.tieout.flow.port.SourceLedger;
import io.tieout.money.CurrencyCode;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Collectors;

/**
 * The source's ledgers as its answers tell them, whoever brings the answers. Not for sharing between threads.
 *
 * <p>What the source only gives for the whole organisation (payments, charge codes, properties) is asked for once and kept
 * for a quarter of an hour, or every property would cost these calls again.
 */
public final class AnsweredLedger implements SourceLedger {

    private final SourceCalls calls;
    private final OrganisationId organisation;
    private final CompanyReads company;
    private final GlReads ledger;
    private final List<Finding> findings;
    private final RunClock clock;
    private final Kept<List<SourceProperty>> properties;
    private final Kept<List<ArCode>> arCodes;
    private final Kept<PaymentsRead> payments;

    /** @param known findings made before the first call */
    public AnsweredLedger(SourceCalls calls, OrganisationId organisation, RunClock clock, List<Finding> known) {
        this.calls = calls;
        this.findings = new ArrayList<>(known);
        this.organisation = organisation;
        this.company = new CompanyReads(calls, organisation, findings::add);
        this.ledger = new GlReads(calls);
        this.clock = clock;
        this.properties = new Kept<>(clock);
        this.arCodes = new Kept<>(clock);
        this.payments = new Kept<>(clock);
    }

    @Override
    public OrganisationId organisation() {
        return company.organisation();
    }

    @Override
    public Set<String> grantedCalls() {
        return company.grantedCalls();
    }

    @Override
    public List<SourceProperty> properties() {
        return properties.fresh(company::properties);
    }

    @Override
    public List<SourceAccount> chart(String tree) {
        return company.chart(tree);
    }

    @Override
    public List<Book> books() {
        return company.books();
    }

    @Override
    public List<ArCode> arCodes() {
        return arCodes.fresh(company::arCodes);
    }

    @Override
    public Set<GlAccountId> bankAccounts() {
        return company.bankAccounts();
    }

    @Override
    public GlReading readGl(GlScope scope, String tree, CurrencyCode currency, ReadPart part) {
        return ledger.read(scope, tree, currency, part);
    }

    @Override
    public Set<String> unmarkedGlIds(GlScope scope, String tree) {
        return ledger.unmarked(scope, tree);
    }

    @Override
    public SubLedgerReading readSubLedgers(
            PropertyId property, PostMonth month, LocalDate from, LocalDate to, CurrencyCode currency) {
        var found = new ArrayList<Finding>();
        var receivables = new Receivables(calls, currency, found::add);
        var leases = receivables.leases(property);
        var arInvoices = receivables.invoices(property, from, to);
        var invoices = new Payables(calls, currency, found::add).invoices(property, from, to);
        var all = payments.kept(p -> p.covers(from, to, currency), () -> PaymentsRead.read(calls, from, to, currency));
        found.addAll(all.findings());
        var known = properties.kept(p -> true, company::properties);
        var mine = ofProperty(property, all.payments(), leases, known, found::add);
        return new SubLedgerReading(
                organisation,
                property,
                leases,
                mine,
                arInvoices,
                invoices,
                arCodes.kept(c -> true, company::arCodes),
                clock.now(),
                found);
    }

    /**
     * A payment names its property only by the marketing name, which can repeat or change. So it goes first by the
     * resident ledgers that name the payment; the name decides for payments that no ledger names.
     */
    static List<ArPayment> ofProperty(
            PropertyId property,
            List<ArPayment> payments,
            List<LeaseLedger> leases,
            List<SourceProperty> properties,
            Consumer<Finding> findings) {
        var inLedger = new HashSet<String>();
        leases.forEach(l -> l.transactions().forEach(t -> t.arPaymentId().ifPresent(inLedger::add)));
        var customers = leases.stream().map(LeaseLedger::customerId).collect(Collectors.toSet());
        var name = properties.stream()
                .filter(p -> p.id().equals(property))
                .map(SourceProperty::name)
                .findFirst()
                .orElse("");
        var mine = new ArrayList<ArPayment>();
        for (var payment : payments) {
            var named = !name.isEmpty() && payment.propertyName().equals(name);
            if (inLedger.contains(payment.id()) || (named && customers.contains(payment.customerId()))) {
                mine.add(payment);
            } else if (named) {
                findings.accept(unplaced(property, payment));
            }
        }
        return mine;
    }

    private static Finding unplaced(PropertyId property, ArPayment payment) {
        return Finding.of(
                SourceCode.PAYMENT_UNPLACED,
                "Entrata resident payment " + payment.id(),
                "a resident ledger of property " + property + " that names it, or has its customer "
                        + payment.customerId(),
                "only the property's name, which is not unique",
                "The payment is left out of the property's payments. See in the source where it was entered.");
    }

    @Override
    public MarkAnswer markGlExported(List<String> sourceIds) {
        if (sourceIds.isEmpty() || sourceIds.size() > MARKS_PER_CALL_MAX) {
            throw new IllegalArgumentException(
                    "1 to " + MARKS_PER_CALL_MAX + " ids to a call, not " + sourceIds.size());
        }
        if (sourceIds.stream().anyMatch(id -> id.isBlank() || id.contains(","))) {
            throw new IllegalArgumentException("an id that would change the list: " + sourceIds);
        }
        return calls.write(
                SourceCall.of("financial", "markGlTransactionsExported", "r1", sourceIds.size() + " GL lines")
                        .with("glDetailId", String.join(",", sourceIds)));
    }

    @Override
    public List<Finding> findings() {
        return List.copyOf(findings);
    }

    @Override
    public CallBudget budget() {
        return calls.budget();
    }

    @Override
    public void close() {
        calls.close();
    }

    private record PaymentsRead(
            LocalDate from, LocalDate to, CurrencyCode currency, List<ArPayment> payments, List<Finding> findings) {

        static PaymentsRead read(SourceCalls calls, LocalDate from, LocalDate to, CurrencyCode currency) {
            var findings = new ArrayList<Finding>();
            var payments = new Receivables(calls, currency, findings::add).payments(from, to);
            return new PaymentsRead(from, to, currency, payments, findings);
        }

        boolean covers(LocalDate first, LocalDate last, CurrencyCode wanted) {
            return from.equals(first) && to.equals(last) && currency.equals(wanted);
        }
    }
}
