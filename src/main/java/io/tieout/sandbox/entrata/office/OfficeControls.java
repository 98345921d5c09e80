package io.tieout.sandbox.entrata.office;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What people do in Entrata's own screens behind a bridge's back: change, add and delete lines, return payments, close months.
 *
 * <p>Totals follow every change, because they are computed from the lines. Each method throws {@code IllegalArgumentException}
 * with a sentence when what it names does not exist.
 */
public final class OfficeControls {

    /** What happens to the balance of a property when one line changes. */
    public enum Counter {
        /** Another line of the same entry changes by the same amount the other way. */
        SAME_ENTRY,
        /** The property is left out of balance. */
        NONE
    }

    /** Where a line stands. */
    public record Found(BookKey book, GlLine line) {}

    /** One line of a late entry; signed, debit positive, in cents. */
    public record LateLine(long accountId, long signedMinor) {}

    private final EntrataOffice office;

    public OfficeControls(EntrataOffice office) {
        this.office = office;
    }

    /** The first line with an id, on either basis or on the one given. */
    public Found find(long glId, Optional<Basis> basis) {
        for (var entry : office.ledgers().entrySet()) {
            if (basis.map(b -> b == entry.getKey().basis()).orElse(true)) {
                for (var line : entry.getValue().lines()) {
                    if (line.id() == glId) {
                        return new Found(entry.getKey(), line);
                    }
                }
            }
        }
        throw new IllegalArgumentException("No GL line has the id " + glId);
    }

    /**
     * Changes the amount of a line and with it the totals of its account.
     *
     * @param byMinor cents added to the signed amount, debit positive
     * @param on day of the change, for {@code lastUpdatedOn*}
     */
    public Found tamper(long glId, Optional<Basis> basis, long byMinor, Counter counter, LocalDate on) {
        var found = find(glId, basis);
        var target = found.line();
        var other = office.ledger(found.book()).lines(target.postMonth()).stream()
                .filter(l -> l.journal() == target.journal() && !l.equals(target))
                .findFirst();
        if (counter == Counter.SAME_ENTRY && other.isEmpty()) {
            throw new IllegalArgumentException(
                    "Line " + glId + " stands alone in its entry, so nothing can balance it");
        }
        replace(found.book(), target, target.withSigned(target.signedMinor() + byMinor, on));
        if (counter == Counter.SAME_ENTRY) {
            other.ifPresent(o -> replace(found.book(), o, o.withSigned(o.signedMinor() - byMinor, on)));
        }
        return find(glId, Optional.of(found.book().basis()));
    }

    private void replace(BookKey book, GlLine old, GlLine changed) {
        office.ledger(book).rewrite(old.postMonth(), lines -> {
            var copy = new ArrayList<>(lines);
            copy.set(copy.indexOf(old), changed);
            return copy;
        });
    }

    /** Deletes a line, or with it its whole entry; returns the ids that are gone. */
    public List<Long> delete(long glId, Optional<Basis> basis, boolean wholeEntry) {
        var found = find(glId, basis);
        var gone = new ArrayList<GlLine>();
        office.ledger(found.book()).rewrite(found.line().postMonth(), lines -> {
            var left = new ArrayList<GlLine>();
            for (var line : lines) {
                var goes = wholeEntry ? line.journal() == found.line().journal() : line.equals(found.line());
                (goes ? gone : left).add(line);
            }
            return left;
        });
        var ids = gone.stream().map(GlLine::id).toList();
        ids.forEach(office::forgetGlId);
        return ids;
    }

    /**
     * Adds a group of lines after the fact; it need not balance. Returns the new lines.
     *
     * @param recorded day the system records them
     * @param postDate accounting date, inside the post month or not
     */
    public List<GlLine> late(
            BookKey book,
            YearMonth postMonth,
            LocalDate recorded,
            LocalDate postDate,
            String type,
            String reference,
            List<LateLine> lines) {
        var numbering = office.numbering();
        var journal = numbering.nextJournal();
        var added = new ArrayList<GlLine>();
        for (var late : lines) {
            var gross = GrossBalance.ofSigned(late.signedMinor());
            added.add(new GlLine(
                    numbering.nextGlLine(),
                    journal,
                    late.accountId(),
                    type,
                    recorded,
                    postDate,
                    postMonth,
                    gross.debitMinor(),
                    gross.creditMinor(),
                    false,
                    reference,
                    "Late entry",
                    recorded));
        }
        added.forEach(line -> office.post(book, line));
        return added;
    }

    /** Moves the open months of a property on by one month, or to the month given. */
    public PostMonths advance(long propertyId, Optional<YearMonth> to) {
        var open = office.postMonths(propertyId);
        var next = to.map(PostMonths::all)
                .orElse(new PostMonths(
                        open.ar().plusMonths(1),
                        open.ap().plusMonths(1),
                        open.gl().plusMonths(1)));
        office.setPostMonths(propertyId, next);
        return next;
    }
}
