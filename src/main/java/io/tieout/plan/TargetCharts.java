package io.tieout.plan;

import io.tieout.mapping.TargetChart;

/** The target company as the linter of mappings wants it, which knows nothing of plans. */
public final class TargetCharts {

    private TargetCharts() {}

    public static TargetChart of(TargetCompany company) {
        return new TargetChart(
                company.key(),
                company.name(),
                company.homeCurrency(),
                company.multiCurrency(),
                company.classPerLine(),
                company.locations(),
                company.accounts().stream().map(TargetCharts::account).toList(),
                company.classes().stream().map(TargetCharts::dimension).toList(),
                company.locationList().stream().map(TargetCharts::dimension).toList());
    }

    private static TargetChart.Account account(TargetAccount account) {
        var kept = switch (account.accountClass()) {
            case RECEIVABLE, PAYABLE, RETAINED_EARNINGS -> true;
            case BANK, ASSET, LIABILITY, EQUITY, INCOME, EXPENSE -> false;
        };
        return new TargetChart.Account(
                account.id(),
                account.number(),
                account.name(),
                kind(account.accountClass()),
                account.vendorType(),
                account.active(),
                account.journalAllowed() && !kept);
    }

    private static TargetChart.Kind kind(AccountClass accountClass) {
        return switch (accountClass) {
            case BANK, RECEIVABLE, ASSET -> TargetChart.Kind.ASSET;
            case PAYABLE, LIABILITY -> TargetChart.Kind.LIABILITY;
            case RETAINED_EARNINGS, EQUITY -> TargetChart.Kind.EQUITY;
            case INCOME -> TargetChart.Kind.INCOME;
            case EXPENSE -> TargetChart.Kind.EXPENSE;
        };
    }

    private static TargetChart.Dimension dimension(TargetDimension dimension) {
        return new TargetChart.Dimension(dimension.id(), dimension.name(), dimension.active());
    }
}
