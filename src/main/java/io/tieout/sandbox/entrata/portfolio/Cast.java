package io.tieout.sandbox.entrata.portfolio;

import io.tieout.sandbox.entrata.office.BankAccount;
import io.tieout.sandbox.entrata.office.Basis;
import io.tieout.sandbox.entrata.office.BookKey;
import io.tieout.sandbox.entrata.office.EntrataOffice;
import io.tieout.sandbox.entrata.office.Lease;
import io.tieout.sandbox.entrata.office.OfficeProperty;
import io.tieout.sandbox.entrata.office.Owner;
import io.tieout.sandbox.entrata.office.PostMonths;
import io.tieout.sandbox.entrata.office.Vendor;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.SplittableRandom;

/** Invents the organisation of a plan: properties, bank account, vendors, residents. All names are made up. */
final class Cast {

    private static final String[] FIRST = {
        "Ada", "Ben", "Clara", "Dev", "Elif", "Femi", "Gita", "Hugo", "Ines", "Jonas", "Kaya", "Liam", "Mei", "Nora",
        "Omar", "Paula", "Quinn", "Rosa", "Sven", "Tara", "Uma", "Viktor", "Wanda", "Xenia", "Yusuf", "Zoe"
    };
    private static final String[] LAST = {
        "Abel", "Brandt", "Castro", "Diaz", "Eriksen", "Farah", "Greco", "Huang", "Ivanova", "Jensen", "Khan", "Lopez",
        "Moreau", "Novak", "Ortiz", "Park", "Quist", "Rossi", "Singh", "Tanaka", "Ueda", "Vance", "Weber", "Young"
    };
    private static final String[] TREES = {"Cedar", "Birch", "Maple", "Juniper", "Aspen", "Willow", "Laurel", "Alder"};
    private static final String[] PLACES = {"Ridge", "Point", "Court", "Commons", "Heights", "Landing", "Grove", "Park"
    };
    private static final String[][] CITIES = {
        {"Boise", "ID", "83702"}, {"Tacoma", "WA", "98402"}, {"Denver", "CO", "80202"}, {"Austin", "TX", "78701"}
    };
    private static final String[] TRADES = {"Plumbing", "Grounds", "Water", "Roofing", "Paint", "Elevators"};
    private static final long[] TRADE_ACCOUNTS = {
        Chart.PLUMBING, Chart.LANDSCAPING, Chart.WATER, Chart.PLUMBING, Chart.LANDSCAPING, Chart.PLUMBING
    };
    private static final int VENDORS = 12;
    private static final long FIRST_PROPERTY = 520_001;
    private static final long OPENING_CASH_MINOR = 50_000_00L;

    private final EntrataOffice office;
    private final SplittableRandom random;
    private long nextLease = 1_000_001;

    Cast(EntrataOffice office, SplittableRandom random) {
        this.office = office;
        this.random = random;
    }

    EntrataOffice office() {
        return office;
    }

    static EntrataOffice organisation(PortfolioPlan plan) {
        var subdomain = "gen" + Long.toString(Math.floorMod(plan.seed(), 1_000_000L));
        var file = DataFile.read("demopm/office.json");
        var office = WorkedPortfolio.withChart(
                file, new EntrataOffice.Organisation(subdomain, 9000, "Generated Management " + plan.seed()));
        DataFile.read("demopm/receivables.json")
                .required("arCodes")
                .forEach(c -> office.receivables().add(SubLedgerFiles.arCode(c)));
        office.numbering().startJournals(5_000_001, 9_000_001);
        return office;
    }

    List<OfficeProperty> properties(PortfolioPlan plan) {
        var uses = new ArrayList<BankAccount.Use>();
        var ids = new ArrayList<Long>();
        for (int i = 0; i < plan.properties(); i++) {
            var property = property(i);
            office.add(property, PostMonths.all(plan.lastMonth()));
            uses.add(new BankAccount.Use(13_000L + i, property.id(), Chart.BANK));
            ids.add(property.id());
        }
        office.payables()
                .add(new BankAccount(12001, "Operating - 4417", 1, "Checking", "Example National Bank", 1001, uses));
        office.add(new Owner(60_001, "Generated Holdings LLC", ids));
        for (int i = 0; i < VENDORS; i++) {
            office.payables().add(vendor(i, ids));
        }
        return List.copyOf(office.properties());
    }

    private static OfficeProperty property(int i) {
        var tree = TREES[i % TREES.length];
        var place = PLACES[(i / TREES.length) % PLACES.length];
        var city = CITIES[i % CITIES.length];
        var name = tree + " " + place + " " + (i + 1);
        var code = (tree.substring(0, 2) + place.charAt(0)).toUpperCase(Locale.ROOT) + (i + 1);
        return new OfficeProperty(
                FIRST_PROPERTY + i,
                name,
                code,
                "BU-" + (1000 + i),
                false,
                Integer.toString(1990 + i % 30),
                new OfficeProperty.Address((100 + i) + " Example Ave", city[0], city[1], city[2]),
                Map.of(),
                Map.of(62_000L + i, "A1"),
                Map.of(1_700L + i, "Building A"),
                Map.of(5_600L + i, "A1"));
    }

    private static Vendor vendor(int i, List<Long> properties) {
        var trade = TRADES[i % TRADES.length];
        var name = TREES[(i * 3) % TREES.length] + " " + trade + (i % 2 == 0 ? " LLC" : " Inc.");
        return new Vendor(
                64_001L + i,
                name,
                "V-" + (64_001 + i),
                1841,
                "Net 30",
                3,
                trade,
                64_101L + i,
                "31-00010" + (10 + i),
                64_201L + i,
                64_301L + i,
                new Vendor.Location(53_001L + i, "Main", "GV-" + (i + 1)),
                64_401L + i,
                TRADE_ACCOUNTS[i % TRADE_ACCOUNTS.length],
                properties,
                LocalDate.of(2026, 1, 15));
    }

    /** A new resident of a unit; rent between 900.00 and 2,400.00. */
    Tenancy tenancy(OfficeProperty property, int unit) {
        var id = nextLease++;
        var first = FIRST[random.nextInt(FIRST.length)];
        var last = LAST[random.nextInt(LAST.length)];
        var email = (first + "." + last + id).toLowerCase(Locale.ROOT) + "@example.com";
        var floor = 1 + unit / 20;
        var number = floor * 100 + unit % 20 + 1 + (unit % 7 == 0 ? "A" : "");
        var lease = new Lease(
                id,
                property.id(),
                property.id() * 10_000 + unit,
                property.id() * 10_000 + 5_000 + unit,
                number,
                4,
                false,
                id + 20_000_000,
                new Lease.Customer(id + 1_000_000, first, last, email));
        office.receivables().add(lease);
        return new Tenancy(lease, 900_00 + random.nextInt(301) * 5_00L, random.nextInt(10) < 4);
    }

    /** A past resident keeps the lease with another status. */
    void moveOut(Tenancy t) {
        var l = t.lease;
        office.receivables()
                .add(new Lease(
                        l.id(),
                        l.propertyId(),
                        l.unitId(),
                        l.unitSpaceId(),
                        l.unit(),
                        6,
                        l.otherIncome(),
                        l.intervalId(),
                        l.customer()));
    }

    /** Openings of a property on both bases: cash against equity, and the deposits held in their own bank account. */
    void open(OfficeProperty property, long depositsMinor) {
        for (var basis : Basis.values()) {
            var ledger = office.ledger(new BookKey(property.id(), basis, Chart.BOOK));
            ledger.open(Chart.BANK, OPENING_CASH_MINOR);
            ledger.open(Chart.EQUITY, -OPENING_CASH_MINOR);
            if (depositsMinor > 0) {
                ledger.open(Chart.DEPOSIT_BANK, depositsMinor);
                ledger.open(Chart.DEPOSITS_HELD, -depositsMinor);
            }
        }
    }
}
