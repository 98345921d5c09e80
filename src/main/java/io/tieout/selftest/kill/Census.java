package io.tieout.selftest.kill;

import io.tieout.sandbox.script.LoggedRequest;
import io.tieout.selftest.kill.Boundary.Moment;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/** Every point at which a night can be killed, found by letting the nights of a house run without a kill. */
final class Census {

    private Census() {}

    /** Each point at its first, middle and last occurrence; boundaries in the order of the paper. */
    static List<KillPoint> points(Trial undisturbed) {
        var points = new ArrayList<KillPoint>();
        for (var boundary : Boundary.values()) {
            boundary.ownMoments().forEach(moment -> {
                var times = undisturbed.crossed().getOrDefault(boundary.code() + moment.sign(), 0);
                sample(times).forEach(n -> points.add(new KillPoint(boundary, moment, n)));
            });
            if (boundary.isExchange()) {
                var numbers = numbers(undisturbed, boundary);
                for (var moment : List.of(Moment.NOT_APPLIED, Moment.APPLIED)) {
                    sample(numbers.size())
                            .forEach(n -> points.add(new KillPoint(boundary, moment, numbers.get(n - 1))));
                }
            }
        }
        return points;
    }

    /** First, middle and last of so many, counted from 1. */
    private static List<Integer> sample(int times) {
        var chosen = new LinkedHashSet<Integer>();
        if (times > 0) {
            chosen.add(1);
            chosen.add((times + 1) / 2);
            chosen.add(times);
        }
        return List.copyOf(chosen);
    }

    /** Which requests of the boundary's call are exchanges of this boundary, counted among all of that call from 1. */
    private static List<Integer> numbers(Trial undisturbed, Boundary boundary) {
        var server = Calls.isOfSource(boundary) ? undisturbed.entrata().server() : undisturbed.quickBooksServer();
        var calls = server.log().entries(Calls.of(boundary));
        var wanted = wanted(undisturbed, boundary);
        var numbers = new ArrayList<Integer>();
        for (var i = 0; i < calls.size(); i++) {
            if (wanted.test(calls.get(i))) {
                numbers.add(i + 1);
            }
        }
        return numbers;
    }

    private static Predicate<LoggedRequest> wanted(Trial undisturbed, Boundary boundary) {
        return switch (boundary) {
            case H4_SEARCH ->
                call -> {
                    var query = URLDecoder.decode(call.target(), StandardCharsets.UTF_8);
                    return query.contains("JournalEntry")
                            && (query.contains("DocNumber") || query.contains("CreateTime"));
                };
            // The reads that follow a mark, until the next night begins to pull.
            case H1_PULL -> call -> !followsMark(undisturbed, call);
            case H6_MARK_READ -> call -> followsMark(undisturbed, call);
            default -> call -> true;
        };
    }

    private static boolean followsMark(Trial undisturbed, LoggedRequest read) {
        Optional<String> before = Optional.empty();
        for (var call : undisturbed.entrata().server().log().entries()) {
            if (call.number() == read.number()) {
                break;
            }
            if (!call.call().equals("getGlTransactions")) {
                before = Optional.of(call.call());
            }
        }
        return before.filter(call -> call.equals(Calls.of(Boundary.H5_MARK))).isPresent();
    }
}
