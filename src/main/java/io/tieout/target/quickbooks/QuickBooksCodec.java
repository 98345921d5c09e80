package io.tieout.target.quickbooks;

import com.intuit.ipp.data.JournalEntry;
import com.intuit.ipp.data.JournalEntryLineDetail;
import com.intuit.ipp.data.Line;
import com.intuit.ipp.data.LineDetailTypeEnum;
import com.intuit.ipp.data.PostingTypeEnum;
import com.intuit.ipp.data.ReferenceType;
import com.intuit.ipp.exception.FMSException;
import io.tieout.wire.Json;
import io.tieout.wire.JsonReader;
import io.tieout.wire.UnreadableJsonException;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/**
 * Renders journal entries by Intuit's own serialiser, without sending anything.
 *
 * <p>The same entry gives the same bytes for ever (with this version of the SDK), so a plan can hold their hash and
 * {@code apply} can meet it. Every rendering is read back as raw JSON and compared with what was asked, so that a
 * surprise in the SDK stops us before a byte is stored.
 */
final class QuickBooksCodec {

    /** Builds the codec and checks that days and cents survive the SDK on this machine. */
    QuickBooksCodec() {
        QuickBooksDates.pinZone();
        for (LocalDate day : QuickBooksDates.SELF_CHECK_DAYS) {
            render(selfCheckEntry(day));
        }
    }

    /**
     * The body of one {@code JournalEntry}, as it stands in a create call or inside a batch item.
     *
     * @throws IllegalStateException if the SDK writes something else than the entry says
     */
    byte[] render(WireJournalEntry entry) {
        try {
            var service = new CapturingDataService();
            service.add(toSdk(entry));
            byte[] bytes = service.captured();
            requireSaysTheSame(entry, bytes);
            return bytes;
        } catch (FMSException e) {
            throw new IllegalStateException("Intuit's SDK cannot render entry " + entry.docNumber(), e);
        }
    }

    static JournalEntry toSdk(WireJournalEntry entry) {
        var journalEntry = new JournalEntry();
        journalEntry.setDocNumber(entry.docNumber());
        journalEntry.setTxnDate(QuickBooksDates.toSdk(entry.txnDate()));
        journalEntry.setPrivateNote(entry.privateNote());
        journalEntry.setLine(entry.lines().stream().map(QuickBooksCodec::toSdk).toList());
        return journalEntry;
    }

    private static Line toSdk(WireJournalEntry.Line line) {
        var detail = new JournalEntryLineDetail();
        detail.setPostingType(
                line.postingType() == WireJournalEntry.PostingType.DEBIT
                        ? PostingTypeEnum.DEBIT
                        : PostingTypeEnum.CREDIT);
        detail.setAccountRef(reference(line.accountId()));
        line.classId().ifPresent(id -> detail.setClassRef(reference(id)));
        line.departmentId().ifPresent(id -> detail.setDepartmentRef(reference(id)));

        var sdkLine = new Line();
        if (!line.description().isEmpty()) {
            sdkLine.setDescription(line.description());
        }
        // Scale 2 exactly: the SDK writes BigDecimal.toString(), and a stripped 100.00 would travel as 1E+2.
        sdkLine.setAmount(BigDecimal.valueOf(line.amountMinor(), 2));
        sdkLine.setDetailType(LineDetailTypeEnum.JOURNAL_ENTRY_LINE_DETAIL);
        sdkLine.setJournalEntryLineDetail(detail);
        return sdkLine;
    }

    private static ReferenceType reference(String id) {
        var reference = new ReferenceType();
        reference.setValue(id);
        return reference;
    }

    private static void requireSaysTheSame(WireJournalEntry entry, byte[] bytes) {
        try {
            Json json = JsonReader.read(bytes);
            requireSame(entry, "DocNumber", entry.docNumber(), json.textAt("DocNumber"));
            requireSame(entry, "TxnDate", entry.txnDate().toString(), json.textAt("TxnDate"));
            requireSame(entry, "PrivateNote", entry.privateNote(), json.textAt("PrivateNote"));
            List<Json> lines = json.at("Line").items();
            requireSame(entry, "Line count", String.valueOf(entry.lines().size()), Optional.of(lines.size() + ""));
            for (int i = 0; i < lines.size(); i++) {
                requireSaysTheSame(entry, entry.lines().get(i), lines.get(i));
            }
        } catch (UnreadableJsonException e) {
            throw new IllegalStateException("Intuit's SDK rendered entry " + entry.docNumber() + " unreadably", e);
        }
    }

    private static void requireSaysTheSame(WireJournalEntry entry, WireJournalEntry.Line line, Json json) {
        Json detail = json.at("JournalEntryLineDetail");
        String side = line.postingType() == WireJournalEntry.PostingType.DEBIT ? "Debit" : "Credit";
        requireSame(
                entry,
                "Description",
                line.description(),
                Optional.of(json.textAt("Description").orElse("")));
        requireSame(
                entry,
                "Amount",
                BigDecimal.valueOf(line.amountMinor(), 2).toPlainString(),
                json.at("Amount").number().map(BigDecimal::toPlainString));
        requireSame(entry, "DetailType", "JournalEntryLineDetail", json.textAt("DetailType"));
        requireSame(entry, "PostingType", side, detail.textAt("PostingType"));
        requireSame(entry, "AccountRef", line.accountId(), detail.textAt("AccountRef", "value"));
        requireSame(entry, "ClassRef", line.classId().orElse(""), orEmpty(detail.textAt("ClassRef", "value")));
        requireSame(
                entry,
                "DepartmentRef",
                line.departmentId().orElse(""),
                orEmpty(detail.textAt("DepartmentRef", "value")));
    }

    private static Optional<String> orEmpty(Optional<String> text) {
        return Optional.of(text.orElse(""));
    }

    private static void requireSame(WireJournalEntry entry, String field, String expected, Optional<String> found) {
        if (!found.equals(Optional.of(expected))) {
            throw new IllegalStateException(
                    "Entry %s: Intuit's SDK wrote %s '%s' where '%s' was asked; nothing is posted"
                            .formatted(entry.docNumber(), field, found.orElse("(nothing)"), expected));
        }
    }

    private static WireJournalEntry selfCheckEntry(LocalDate day) {
        var debit = new WireJournalEntry.Line(
                "self-check é",
                123_456_789_10L,
                WireJournalEntry.PostingType.DEBIT,
                "1",
                Optional.of("2"),
                Optional.empty());
        var credit = new WireJournalEntry.Line(
                "", 123_456_789_10L, WireJournalEntry.PostingType.CREDIT, "3", Optional.empty(), Optional.of("4"));
        return new WireJournalEntry("SELF-CHECK", day, "start-up self-check", List.of(debit, credit));
    }
}
