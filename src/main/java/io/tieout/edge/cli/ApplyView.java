package io.tieout.edge.cli;

import io.tieout.finding.Category;
import io.tieout.finding.Count;
import io.tieout.finding.Finding;
import io.tieout.finding.Severity;
import io.tieout.flow.ApplyReport;
import io.tieout.flow.port.PlanSheet;
import io.tieout.money.CurrencyCode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** What a posting run did, as text and as JSON. */
final class ApplyView {

    private ApplyView() {}

    /** @param heldShown whether what is held was shown already and only its sum is wanted */
    static void print(ApplyReport report, CurrencyCode currency, boolean heldShown, Console console) {
        console.heading(
                "Posted to " + report.company() + (report.planId().isEmpty() ? "" : ", plan " + report.planId()));
        if (report.resolved().recovered() > 0) {
            console.line(Count.of(report.resolved().recovered(), "document")
                    + " found in the books although their answer was lost; not sent again");
        }
        if (report.resolved().posted() > report.resolved().recovered()) {
            console.line(Count.of(report.resolved().posted() - report.resolved().recovered(), "document")
                    + " proven absent from the books, or never sent; sent with their stored bytes");
        }
        console.line(Count.of(report.posted().posted(), "document") + " posted and found equal to the plan, "
                + Console.money(report.posted().postedMinor(), currency) + " " + currency + ", in "
                + Count.of(report.posted().calls(), "call"));
        count(report.posted().refused() + report.resolved().refused(), "refused by the target", console);
        count(report.posted().quarantined() + report.resolved().quarantined(), "quarantined", console);
        count(report.posted().unknown() + report.resolved().unknown(), "of unknown outcome, not sent again", console);
        count(report.posted().notSent() + report.resolved().notSent(), "not sent", console);
        report.posted().resumeAt().ifPresent(at -> console.line("the target's limits allow to go on at " + at));
        console.line(Count.of(report.marks().marked(), "source id") + " marked as exported and read back"
                + (report.marks().held() == 0 ? "" : "; " + report.marks().held() + " held")
                + (report.marks().unconfirmed() == 0
                        ? ""
                        : "; " + report.marks().unconfirmed() + " not confirmed"));
        ReconciliationView.print(report.reconciliations(), currency, console);
        report.plan().ifPresent(p -> held(p, heldShown, console));
        console.findings(findings(report).stream()
                .filter(f ->
                        report.plan().map(p -> !HeldView.tells(p, f.next())).orElse(true))
                .toList());
    }

    private static void held(PlanSheet plan, boolean shown, Console console) {
        if (!shown) {
            HeldView.print(plan, console);
        } else if (!plan.held().isEmpty()) {
            console.line(Count.of(plan.held().size(), "line") + " held, "
                    + Console.money(plan.heldMinor(), new CurrencyCode(plan.currency()))
                    + "; why and what to do: `tieout plan --show " + plan.planId() + "`");
        }
    }

    private static void count(int documents, String what, Console console) {
        if (documents > 0) {
            console.line(Count.of(documents, "document") + " " + what);
        }
    }

    static List<Finding> findings(ApplyReport report) {
        var findings = new ArrayList<Finding>(report.findings());
        findings.addAll(report.resolved().findings());
        findings.addAll(report.posted().findings());
        findings.addAll(report.marks().findings());
        return findings;
    }

    static Map<String, Object> json(ApplyReport report, CurrencyCode currency) {
        var posted = report.posted();
        var resolved = report.resolved();
        return Json.object(
                "company",
                report.company(),
                "plan",
                report.planId(),
                "clean",
                report.clean() && report.findings().isEmpty(),
                "posted",
                posted.posted(),
                "posted_total",
                PlanView.amount(posted.postedMinor(), currency),
                "recovered",
                resolved.recovered(),
                "sent_again",
                resolved.posted() - resolved.recovered(),
                "refused",
                posted.refused() + resolved.refused(),
                "quarantined",
                posted.quarantined() + resolved.quarantined(),
                "unknown",
                posted.unknown() + resolved.unknown(),
                "not_sent",
                posted.notSent() + resolved.notSent(),
                "write_calls",
                posted.calls() + resolved.calls(),
                "resume_at",
                posted.resumeAt().map(Object::toString).orElse(""),
                "marked",
                report.marks().marked(),
                "marks_held",
                report.marks().held(),
                "marks_unconfirmed",
                report.marks().unconfirmed(),
                "reconciliation",
                ReconciliationView.json(report.reconciliations(), currency),
                "findings",
                Json.findings(findings(report)));
    }

    /** 3 when the outside did not take a call or left an outcome unknown, 5 when something waits for a person. */
    static int exitCode(List<ApplyReport> reports) {
        var outside = reports.stream()
                .anyMatch(r -> r.posted().notSent()
                                + r.resolved().notSent()
                                + r.posted().unknown()
                                + r.resolved().unknown()
                        > 0);
        if (outside) {
            return ExitCodes.OUTSIDE;
        }
        return reports.stream().allMatch(r -> r.clean() && findings(r).stream().noneMatch(ApplyView::waitsForPerson))
                ? ExitCodes.CLEAN
                : ExitCodes.HELD;
    }

    private static boolean waitsForPerson(Finding finding) {
        return finding.isError()
                || finding.code().category() == Category.HELD && finding.code().severity() == Severity.WARNING;
    }
}
