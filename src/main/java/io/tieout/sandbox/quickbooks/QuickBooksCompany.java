package io.tieout.sandbox.quickbooks;

import java.time.LocalDate;
import java.time.Month;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A company to begin with: its chart of accounts, name lists and preferences, in a few lines.
 *
 * <pre>
 * QuickBooksCompany.named("9130350000000001", "Cedar Ridge LLC")
 *     .account(35, "1010", "Operating Bank", "Bank")
 *     .account(79, "4010", "Rental Income", "Income")
 *     .klass(201, "Cedar Ridge")
 *     .closedThrough(LocalDate.of(2026, 8, 31))
 *     .build();
 * </pre>
 *
 * <p>An account of sub-type Retained Earnings is added when none is given. Class and location tracking are on from the
 * first class or location.
 */
public final class QuickBooksCompany {
    static final long RETAINED_EARNINGS_ID = 2;

    /** One entry of a name list; {@code kind} and {@code number} are empty except for accounts. */
    record Seed(EntityType type, long id, String name, String number, String accountType, String accountSubType) {}

    private final Builder with;

    private QuickBooksCompany(Builder with) {
        this.with = with;
    }

    public static Builder named(String realm, String name) {
        return new Builder(realm, name);
    }

    /** The company's id in URLs; digits only. */
    public String realm() {
        return with.realm;
    }

    public String name() {
        return with.name;
    }

    /** A bearer token that never expires, so that a demo needs no OAuth. */
    public String staticToken() {
        return with.staticToken;
    }

    /** The refresh token to begin with. */
    public String refreshToken() {
        return "RT1-seed-" + with.realm;
    }

    String homeCurrency() {
        return with.homeCurrency;
    }

    boolean multiCurrency() {
        return with.multiCurrency;
    }

    boolean classTracking() {
        return with.classTracking.orElse(has(EntityType.KLASS));
    }

    boolean departmentTracking() {
        return with.departmentTracking.orElse(has(EntityType.DEPARTMENT));
    }

    boolean useAccountNumbers() {
        return with.useAccountNumbers;
    }

    boolean autoJournalEntryNumber() {
        return with.autoJournalEntryNumber;
    }

    boolean duplicateNumbersRefused() {
        return with.duplicateNumbersRefused;
    }

    Month fiscalYearStart() {
        return with.fiscalYearStart;
    }

    Optional<LocalDate> closedThrough() {
        return with.closedThrough;
    }

    boolean closedWithPassword() {
        return with.closedWithPassword;
    }

    List<Seed> seeds() {
        return List.copyOf(with.seeds);
    }

    private boolean has(EntityType type) {
        return with.seeds.stream().anyMatch(seed -> seed.type() == type);
    }

    /** Collects a company. Ids must be unique within accounts, within classes, within locations and among names. */
    public static final class Builder {
        private final String realm;
        private final String name;
        private final List<Seed> seeds = new ArrayList<>();
        private String staticToken;
        private String homeCurrency = "USD";
        private boolean multiCurrency;
        private Optional<Boolean> classTracking = Optional.empty();
        private Optional<Boolean> departmentTracking = Optional.empty();
        private boolean useAccountNumbers = true;
        private boolean autoJournalEntryNumber;
        private boolean duplicateNumbersRefused;
        private Month fiscalYearStart = Month.JANUARY;
        private Optional<LocalDate> closedThrough = Optional.empty();
        private boolean closedWithPassword;

        private Builder(String realm, String name) {
            if (!realm.matches("\\d{1,20}")) {
                throw new IllegalArgumentException("a realm id has digits only, not '" + realm + "'");
            }
            this.realm = realm;
            this.name = name;
            this.staticToken = "static-" + realm;
        }

        /**
         * Adds an account.
         *
         * @param number account number, empty for none
         * @param accountType QuickBooks' word, for example {@code Other Current Asset}
         */
        public Builder account(long id, String number, String accountName, String accountType) {
            AccountKind kind = AccountKind.of(accountType)
                    .orElseThrow(() -> new IllegalArgumentException("unknown account type '" + accountType + "'"));
            return account(id, number, accountName, accountType, kind.usualSubType());
        }

        public Builder account(long id, String number, String accountName, String accountType, String subType) {
            seeds.add(new Seed(EntityType.ACCOUNT, id, accountName, number, accountType, subType));
            return this;
        }

        public Builder klass(long id, String className) {
            return list(EntityType.KLASS, id, className);
        }

        /** Adds a location, which the API calls a department. */
        public Builder department(long id, String departmentName) {
            return list(EntityType.DEPARTMENT, id, departmentName);
        }

        public Builder vendor(long id, String displayName) {
            return list(EntityType.VENDOR, id, displayName);
        }

        public Builder customer(long id, String displayName) {
            return list(EntityType.CUSTOMER, id, displayName);
        }

        private Builder list(EntityType type, long id, String entryName) {
            seeds.add(new Seed(type, id, entryName, "", "", ""));
            return this;
        }

        public Builder staticToken(String token) {
            this.staticToken = token;
            return this;
        }

        public Builder homeCurrency(String code) {
            this.homeCurrency = code;
            return this;
        }

        public Builder multiCurrency(boolean on) {
            this.multiCurrency = on;
            return this;
        }

        public Builder classTracking(boolean on) {
            this.classTracking = Optional.of(on);
            return this;
        }

        public Builder departmentTracking(boolean on) {
            this.departmentTracking = Optional.of(on);
            return this;
        }

        public Builder useAccountNumbers(boolean on) {
            this.useAccountNumbers = on;
            return this;
        }

        /** Journal entries without a number get the next one. */
        public Builder autoJournalEntryNumber(boolean on) {
            this.autoJournalEntryNumber = on;
            return this;
        }

        /** A repeated DocNumber is refused with 6140; off, it is accepted, as users report for journal entries [C]. */
        public Builder duplicateNumbersRefused(boolean on) {
            this.duplicateNumbersRefused = on;
            return this;
        }

        public Builder fiscalYearStart(Month month) {
            this.fiscalYearStart = month;
            return this;
        }

        /** Closes the books through that day, so that 6200 answers a write on or before it. */
        public Builder closedThrough(LocalDate date) {
            this.closedThrough = Optional.of(date);
            return this;
        }

        /** As {@link #closedThrough}, with a password the API cannot give: 6210. */
        public Builder closedWithPassword(LocalDate date) {
            this.closedWithPassword = true;
            return closedThrough(date);
        }

        public QuickBooksCompany build() {
            boolean retained =
                    seeds.stream().anyMatch(seed -> seed.accountSubType().equals("RetainedEarnings"));
            if (!retained) {
                boolean taken = seeds.stream()
                        .anyMatch(seed -> seed.type() == EntityType.ACCOUNT && seed.id() == RETAINED_EARNINGS_ID);
                long highest = seeds.stream().mapToLong(Seed::id).max().orElse(0);
                long id = taken ? highest + 1 : RETAINED_EARNINGS_ID;
                account(id, "", "Retained Earnings", "Equity", "RetainedEarnings");
            }
            return new QuickBooksCompany(this);
        }
    }
}
