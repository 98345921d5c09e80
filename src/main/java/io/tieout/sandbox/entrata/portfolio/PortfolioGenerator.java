package io.tieout.sandbox.entrata.portfolio;

import static io.tieout.sandbox.entrata.portfolio.Scribe.credit;
import static io.tieout.sandbox.entrata.portfolio.Scribe.debit;

import io.tieout.sandbox.entrata.office.Basis;
import io.tieout.sandbox.entrata.office.BookKey;
import io.tieout.sandbox.entrata.office.EntrataOffice;
import io.tieout.sandbox.entrata.office.OfficeProperty;
import io.tieout.sandbox.entrata.portfolio.Scribe.Entry;
import io.tieout.sandbox.entrata.portfolio.Scribe.Leg;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;

/**
 * Makes a portfolio of any size from a plan: month by month, residents and vendors act, and the ledgers of both bases and the
 * sub-ledgers follow.
 *
 * <p>Every entry balances, so every property and month does; totals roll forward; the sub-ledgers tie to their control
 * accounts at the end of every month (accounting.md T5). Equal plans give equal books, down to the ids.
 */
public final class PortfolioGenerator {

    private final PortfolioPlan plan;
    private final EntrataOffice office;
    private final SplittableRandom random;
    private final Scribe scribe;
    private final Cast cast;
    private final Receipts receipts;
    private final ResidentLife residents;
    private final VendorLife vendors;
    private long nextJournalNumber = 1001;

    private PortfolioGenerator(PortfolioPlan plan) {
        this.plan = plan;
        this.random = new SplittableRandom(plan.seed());
        this.office = Cast.organisation(plan);
        this.scribe = new Scribe(office, plan.irregularities(), random.split());
        this.cast = new Cast(office, random.split());
        this.receipts = new Receipts(scribe);
        var desk = new ResidentDesk(office, scribe, receipts);
        var payables = new VendorDesk(office, scribe);
        this.vendors = new VendorLife(office, payables, random.split());
        this.residents = new ResidentLife(cast, desk, new DepositDesk(office, scribe, desk), vendors, random.split());
    }

    /** The books of a plan. */
    public static EntrataOffice generate(PortfolioPlan plan) {
        return new PortfolioGenerator(plan).run();
    }

    private EntrataOffice run() {
        var properties = cast.properties(plan);
        for (var property : properties) {
            cast.open(property, residents.settle(property, plan.unitsPerProperty(), plan.firstMonth()));
        }
        for (var month = plan.firstMonth(); !month.isAfter(plan.lastMonth()); month = month.plusMonths(1)) {
            month(properties, month);
        }
        fill(properties);
        if (plan.yearEndClose()) {
            properties.forEach(this::closeYears);
        }
        return office;
    }

    private void month(List<OfficeProperty> properties, YearMonth month) {
        for (var property : properties) {
            residents.live(property, month);
        }
        vendors.live(properties, month, plan.unitsPerProperty());
        for (var property : properties) {
            receipts.deposit(property.id(), month);
            accrueWater(property, month);
        }
    }

    /** Water is accrued at month end and taken back on the first of the next month, on the accrual basis only. */
    private void accrueWater(OfficeProperty property, YearMonth month) {
        var minor = 100_00 + random.nextInt(90_000);
        var reference = "JE - #" + nextJournalNumber++;
        scribe.accrual(
                Entry.of(property.id(), "GJ", month.atEndOfMonth(), reference, "Accrue water"),
                debit(Chart.WATER, minor),
                credit(Chart.ACCRUED, minor));
        if (month.isBefore(plan.lastMonth())) {
            scribe.accrual(
                    Entry.of(property.id(), "GJ", month.plusMonths(1).atDay(1), reference, "Accrue water, reversed")
                            .takingBack(),
                    credit(Chart.WATER, minor),
                    debit(Chart.ACCRUED, minor));
        }
    }

    /** Shared costs between two expense accounts, until the plan's number of lines is reached. */
    private void fill(List<OfficeProperty> properties) {
        for (int i = 0; scribe.lines() < plan.linesAtLeast(); i++) {
            var property = properties.get(i % properties.size());
            var month = plan.firstMonth().plusMonths(random.nextInt(plan.months()));
            var minor = 1 + random.nextInt(50_000);
            scribe.both(
                    Entry.of(
                            property.id(),
                            "GJ",
                            month.atDay(1 + random.nextInt(28)),
                            "JE - #" + nextJournalNumber++,
                            "Shared costs"),
                    debit(Chart.PLUMBING, minor),
                    credit(Chart.LANDSCAPING, minor));
        }
    }

    private void closeYears(OfficeProperty property) {
        for (var month = plan.firstMonth(); !month.isAfter(plan.lastMonth()); month = month.plusMonths(1)) {
            if (month.getMonthValue() == 12) {
                for (var basis : Basis.values()) {
                    close(property, basis, month);
                }
            }
        }
    }

    /** Income and expense of the year go to equity on the last day of December. */
    private void close(OfficeProperty property, Basis basis, YearMonth december) {
        var legs = new ArrayList<Leg>();
        office.ledger(new BookKey(property.id(), basis, Chart.BOOK))
                .openingsOf(december.plusMonths(1))
                .forEach((account, balance) -> {
                    if (account >= 240_000 && balance.netMinor() != 0) {
                        legs.add(credit(account, balance.netMinor()));
                    }
                });
        var result = legs.stream().mapToLong(Leg::signedMinor).sum();
        legs.add(credit(Chart.EQUITY, result));
        var entry = Entry.of(
                property.id(), "GJ", december.atEndOfMonth(), "JE - #" + nextJournalNumber++, "Year-end close");
        if (basis == Basis.CASH) {
            scribe.cash(entry, legs);
        } else {
            scribe.accrual(entry, legs.toArray(new Leg[0]));
        }
    }
}
