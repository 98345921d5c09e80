package io.tieout.target.quickbooks;

import io.tieout.money.Side;
import io.tieout.plan.AccountClass;
import io.tieout.plan.TargetAccount;
import io.tieout.plan.TargetDimension;
import io.tieout.posting.TargetDocument;
import io.tieout.wire.Json;
import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * QuickBooks' entities, from raw JSON to plain values. Raw, because the SDK reads amounts through {@code double}, loses
 * the scale, turns a bad date into the year 9999 and gives up on a page with one unknown word.
 */
final class QuickBooksEntities {

    /** QuickBooks keeps amounts to the cent in every currency it is asked about here. */
    static final int DECIMALS = 2;

    private static final Map<String, AccountClass> CLASS_BY_TYPE = Map.ofEntries(
            Map.entry("Bank", AccountClass.BANK),
            Map.entry("Accounts Receivable", AccountClass.RECEIVABLE),
            Map.entry("Other Current Asset", AccountClass.ASSET),
            Map.entry("Fixed Asset", AccountClass.ASSET),
            Map.entry("Other Asset", AccountClass.ASSET),
            Map.entry("Accounts Payable", AccountClass.PAYABLE),
            Map.entry("Credit Card", AccountClass.LIABILITY),
            Map.entry("Other Current Liability", AccountClass.LIABILITY),
            Map.entry("Long Term Liability", AccountClass.LIABILITY),
            Map.entry("Equity", AccountClass.EQUITY),
            Map.entry("Income", AccountClass.INCOME),
            Map.entry("Other Income", AccountClass.INCOME),
            Map.entry("Cost of Goods Sold", AccountClass.EXPENSE),
            Map.entry("Expense", AccountClass.EXPENSE),
            Map.entry("Other Expense", AccountClass.EXPENSE));

    private static final Map<String, AccountClass> CLASS_BY_CLASSIFICATION = Map.of(
            "Asset", AccountClass.ASSET,
            "Liability", AccountClass.LIABILITY,
            "Equity", AccountClass.EQUITY,
            "Revenue", AccountClass.INCOME,
            "Expense", AccountClass.EXPENSE);

    /** An entity that does not hold what it must; the message names field and finding. */
    static final class Misread extends Exception {
        private static final long serialVersionUID = 1L;

        private final String words;

        Misread(String words) {
            super(words);
            this.words = words;
        }

        String words() {
            return words;
        }
    }

    private QuickBooksEntities() {}

    static TargetDocument journalEntry(Json json) throws Misread {
        String id = required(json, "Id");
        List<TargetDocument.Line> lines = new ArrayList<>();
        for (Json line : json.at("Line").items()) {
            // A line of another kind is a remark without an account or an amount.
            if (line.textAt("DetailType")
                    .filter("JournalEntryLineDetail"::equals)
                    .isPresent()) {
                lines.add(line(line, id));
            }
        }
        return new TargetDocument(
                id,
                json.at("SyncToken").scalar().orElse(""),
                json.textAt("DocNumber").orElse(""),
                day(required(json, "TxnDate"), "TxnDate of entry " + id),
                json.textAt("PrivateNote").orElse(""),
                lines,
                createdAt(json));
    }

    private static TargetDocument.Line line(Json line, String id) throws Misread {
        Json detail = line.at("JournalEntryLineDetail");
        String posting = required(detail, "PostingType");
        if (!posting.equals("Debit") && !posting.equals("Credit")) {
            throw new Misread("PostingType of entry " + id + ": expected Debit or Credit, found " + posting);
        }
        long amountMinor = minor(
                line.at("Amount").number().orElseThrow(() -> new Misread("a line of entry " + id + " without Amount")),
                "Amount of entry " + id);
        if (amountMinor < 0) {
            throw new Misread("Amount of entry " + id + ": expected zero or more, found " + amountMinor + " cents");
        }
        return new TargetDocument.Line(
                detail.at("AccountRef", "value")
                        .scalar()
                        .orElseThrow(() -> new Misread("a line of entry " + id + " without AccountRef")),
                posting.equals("Debit") ? Side.DEBIT : Side.CREDIT,
                amountMinor,
                detail.at("ClassRef", "value").scalar(),
                detail.at("DepartmentRef", "value").scalar(),
                line.textAt("Description").orElse(""));
    }

    /** An account of the chart; {@code Non-Posting} ones are left out, because no book holds them. */
    static Optional<TargetAccount> account(Json json) throws Misread {
        String id = required(json, "Id");
        String type = json.textAt("AccountType").orElse("");
        if (type.equals("Non-Posting")) {
            return Optional.empty();
        }
        Optional<AccountClass> known = Optional.ofNullable(CLASS_BY_TYPE.get(type));
        AccountClass accountClass = known.or(() -> json.textAt("Classification").map(CLASS_BY_CLASSIFICATION::get))
                .orElseThrow(() -> new Misread("account " + id + " has the unknown type '" + type + "'"));
        if (accountClass == AccountClass.EQUITY
                && json.textAt("AccountSubType")
                        .filter("RetainedEarnings"::equals)
                        .isPresent()) {
            accountClass = AccountClass.RETAINED_EARNINGS;
        }
        return Optional.of(new TargetAccount(
                id,
                json.textAt("AcctNum").orElse(""),
                name(json),
                accountClass,
                type,
                json.at("Active").truth().orElse(true),
                known.isPresent() && accountClass != AccountClass.RECEIVABLE && accountClass != AccountClass.PAYABLE));
    }

    /** A class or department ("location"). */
    static TargetDimension dimension(Json json) throws Misread {
        return new TargetDimension(
                required(json, "Id"), name(json), json.at("Active").truth().orElse(true));
    }

    static LocalDate day(String text, String place) throws Misread {
        try {
            return LocalDate.parse(text);
        } catch (DateTimeException e) {
            throw new Misread(place + ": expected a day like 2026-10-31, found '" + text + "'");
        }
    }

    static long minor(BigDecimal amount, String place) throws Misread {
        try {
            return amount.movePointRight(DECIMALS).longValueExact();
        } catch (ArithmeticException e) {
            throw new Misread(place + ": expected whole cents, found " + amount.toPlainString());
        }
    }

    static String required(Json json, String field) throws Misread {
        return json.at(field)
                .scalar()
                .filter(text -> !text.isEmpty())
                .orElseThrow(() -> new Misread("expected the field " + field + ", found none"));
    }

    /** With the names of its parents ({@code Rent:Parking}), since only those are unique. */
    private static String name(Json json) throws Misread {
        Optional<String> full = json.textAt("FullyQualifiedName").filter(text -> !text.isEmpty());
        return full.isPresent() ? full.get() : required(json, "Name");
    }

    private static Optional<Instant> createdAt(Json json) throws Misread {
        Optional<String> text = json.textAt("MetaData", "CreateTime");
        try {
            return text.map(time -> OffsetDateTime.parse(time).toInstant());
        } catch (DateTimeException e) {
            throw new Misread("MetaData.CreateTime: expected a time with offset, found '" + text.orElse("") + "' in "
                    + json.textAt("domain").orElse("QBO").toLowerCase(Locale.ROOT));
        }
    }
}
