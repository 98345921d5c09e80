package io.tieout.plan;

import io.tieout.mapping.AccountReference;
import io.tieout.mapping.CompanyKey;
import io.tieout.money.CurrencyCode;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/**
 * The target company as it stands when a plan is made: read afresh before every run.
 *
 * @param closedThrough last day the company has locked
 * @param classPerLine whether a class may stand on an entry line
 * @param locations whether a location may stand on an entry line
 * @param multiCurrency whether the company keeps several currencies; refused by this version
 */
public record TargetCompany(
        CompanyKey key,
        String name,
        CurrencyCode homeCurrency,
        boolean multiCurrency,
        Optional<LocalDate> closedThrough,
        boolean classPerLine,
        boolean locations,
        List<TargetAccount> accounts,
        List<TargetDimension> classes,
        List<TargetDimension> locationList) {

    public TargetCompany {
        accounts = List.copyOf(accounts);
        classes = List.copyOf(classes);
        locationList = List.copyOf(locationList);
    }

    /** The one account a reference means, usable or not; empty where there is none, or more than one. */
    public Optional<TargetAccount> account(AccountReference reference) {
        var meant = Chart.meant(this, reference);
        return meant.size() == 1 ? Optional.of(meant.get(0)) : Optional.empty();
    }
}
