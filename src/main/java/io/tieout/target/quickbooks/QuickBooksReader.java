package io.tieout.target.quickbooks;

import io.tieout.finding.Finding;
import io.tieout.finding.Stopped;
import io.tieout.flow.port.RunClock;
import io.tieout.target.quickbooks.QuickBooksEntities.Misread;
import io.tieout.wire.AllowedHosts;
import io.tieout.wire.HttpSender;
import io.tieout.wire.Json;
import io.tieout.wire.WireAnswer;
import io.tieout.wire.WireRequest;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;

/**
 * Reading calls: repeated a few times where that is harmless, and {@link Stopped} with a finding where it is not enough.
 * Not for writes, which are never repeated here.
 */
final class QuickBooksReader {

    /** How often one reading call is tried in all. */
    private static final int TRIES_MAX = 3;

    /** Pages of one list: half a million entries a company and month are beyond any property manager. */
    private static final int PAGES_MAX = 1_000;

    private static final Duration PAUSE_AFTER_FAILURE = Duration.ofSeconds(2);

    /** What a throttle without a stated wait costs (Intuit: 60 s). */
    private static final Duration PAUSE_AFTER_THROTTLE = Duration.ofSeconds(60);

    /** A longer wait is the monthly cap, not a throttle: not slept through. */
    private static final Duration PAUSE_MAX = Duration.ofMinutes(10);

    /** Turns one entity into a value. */
    interface Reading<T> {
        T of(Json json) throws Misread;
    }

    private final QuickBooksAddress address;
    private final Supplier<String> accessToken;
    private final HttpSender sender;
    private final CallPace pace;
    private final RunClock clock;
    private long calls;

    QuickBooksReader(
            QuickBooksAddress address, Supplier<String> accessToken, HttpSender sender, CallPace pace, RunClock clock) {
        this.address = address;
        this.accessToken = accessToken;
        this.sender = sender;
        this.pace = pace;
        this.clock = clock;
    }

    long calls() {
        return calls;
    }

    /** One resource or report. */
    Json get(URI uri, String what) {
        return call(WireRequest.get(uri, Map.of()), what);
    }

    /** Every row of a list, by all pages, until a page is short. */
    <T> List<T> all(String entity, String list, Reading<T> reading) {
        List<T> values = new ArrayList<>();
        Set<String> ids = new HashSet<>();
        for (int page = 0; page < PAGES_MAX; page++) {
            Json answer = query(QuickBooksQueries.page(list, values.size() + 1), entity);
            List<Json> rows = answer.field("QueryResponse")
                    .orElseThrow(() -> notUnderstood(entity, "QueryResponse", "none"))
                    .at(entity)
                    .items();
            for (Json row : rows) {
                values.add(understood(entity, () -> reading.of(row)));
                if (!ids.add(row.at("Id").scalar().orElse(""))) {
                    throw notUnderstood(entity, "each Id once over all pages", "one Id twice");
                }
            }
            if (rows.size() < QuickBooksQueries.PAGE_ROWS) {
                return values;
            }
        }
        throw notUnderstood(entity, "at most " + PAGES_MAX + " pages", "more");
    }

    /** A reading step whose failure is a finding. */
    <T> T understood(String what, Understanding<T> step) {
        try {
            return step.value();
        } catch (Misread e) {
            throw notUnderstood(what, "a complete " + what, e.words());
        }
    }

    /** A step that may misread. */
    interface Understanding<T> {
        T value() throws Misread;
    }

    private Json query(String text, String entity) {
        if (text.length() <= QuickBooksQueries.ADDRESS_CHARACTERS_MAX) {
            return call(WireRequest.get(address.query(text), Map.of()), entity);
        }
        return call(
                WireRequest.post(
                        address.query(),
                        Map.of("Content-Type", "application/text"),
                        text.getBytes(StandardCharsets.UTF_8)),
                entity);
    }

    private Json call(WireRequest request, String what) {
        String failure = "";
        for (int attempt = 1; attempt <= TRIES_MAX; attempt++) {
            WireAnswer answer = send(request);
            if (answer instanceof WireAnswer.Answered answered) {
                Optional<Json> json = QuickBooksAnswers.json(answered);
                Optional<QuickBooksFault> fault = json.flatMap(QuickBooksFault::in);
                if (answered.status() == 200 && json.isPresent() && fault.isEmpty()) {
                    return json.get();
                }
                failure = "HTTP " + answered.status()
                        + fault.map(f -> ", " + f.words()).orElse("");
                stopIfFinal(answered, fault, what, failure, attempt);
                pause(answered, attempt);
            } else {
                failure = answer.fold(Object::toString, notSent -> notSent.reason(), unknown -> unknown.reason());
                pauseAfter(PAUSE_AFTER_FAILURE, attempt);
            }
        }
        throw stopped(
                QuickBooksCode.UNREACHABLE,
                what,
                "an answer",
                failure + ", " + TRIES_MAX + " times",
                AllowedHosts.isLoopback(address.base())
                        ? AllowedHosts.startSandboxAgain(address.base())
                        : "Check the network and status.developer.intuit.com, then run the command again.");
    }

    private WireAnswer send(WireRequest request) {
        Map<String, String> headers = new LinkedHashMap<>(request.headers());
        headers.putAll(headers(accessToken.get()));
        try {
            pace.beforeCall();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return new WireAnswer.NotSent("interrupted while waiting");
        }
        calls++;
        return sender.send(new WireRequest(request.method(), request.uri(), headers, request.body()));
    }

    static Map<String, String> headers(String token) {
        return Map.of(
                "Accept", "application/json",
                "Accept-Encoding", "gzip",
                "User-Agent", "Tieout",
                "Authorization", "Bearer " + token);
    }

    private void stopIfFinal(
            WireAnswer.Answered answered, Optional<QuickBooksFault> fault, String what, String failure, int attempt) {
        int status = answered.status();
        boolean throttle = status == 429
                || fault.map(f -> QuickBooksAnswers.isThrottle(status, f)).orElse(false);
        if (throttle) {
            stopIfThrottledFor(answered, what, attempt);
            return;
        }
        if (status == 401) {
            throw stopped(
                    QuickBooksCode.TOKEN_REFUSED,
                    what,
                    "an access token that is valid now",
                    failure,
                    "Access tokens live 60 minutes: get a new one and set it again, then repeat the command.");
        }
        if (status == 403) {
            throw stopped(
                    QuickBooksCode.WRONG_COMPANY,
                    what,
                    "a token of company " + address.realmId() + " and of this environment",
                    failure,
                    "Connect the company of the mapping again; a sandbox token never opens a production company.");
        }
        if (status < 500 && status != 200) {
            throw stopped(
                    QuickBooksCode.CALL_REFUSED,
                    what,
                    "an answer with HTTP 200",
                    failure,
                    "Look the code up in Intuit's error list; with 610 or 500 check the company id in the mapping.");
        }
        if (status == 200 && fault.isEmpty()) {
            throw notUnderstood(what, "whole JSON", QuickBooksAnswers.withoutResults(answered));
        }
    }

    private void stopIfThrottledFor(WireAnswer.Answered answered, String what, int attempt) {
        Duration wait = throttlePause(answered);
        if (attempt == TRIES_MAX || wait.compareTo(PAUSE_MAX) > 0) {
            throw stopped(
                    QuickBooksCode.THROTTLED,
                    what,
                    "a free call",
                    "HTTP 429, wait " + wait.toSeconds() + " s",
                    "Run the command again after that time; everything read and posted so far is kept.");
        }
    }

    private void pause(WireAnswer.Answered answered, int attempt) {
        boolean throttled = answered.status() == 429 || answered.status() == 403;
        pauseAfter(throttled ? throttlePause(answered) : PAUSE_AFTER_FAILURE, attempt);
    }

    private static Duration throttlePause(WireAnswer.Answered answered) {
        long seconds = QuickBooksAnswers.retryAfterSeconds(answered);
        return seconds > 0 ? Duration.ofSeconds(seconds) : PAUSE_AFTER_THROTTLE;
    }

    private void pauseAfter(Duration pause, int attempt) {
        if (attempt == TRIES_MAX) {
            return;
        }
        try {
            clock.sleep(pause);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private Stopped notUnderstood(String what, String expected, String found) {
        return stopped(
                QuickBooksCode.NOT_UNDERSTOOD,
                what,
                expected,
                found,
                "Nothing is decided on a guess. Run the command again; if it stays, report it with this message.");
    }

    private Stopped stopped(QuickBooksCode code, String what, String expected, String found, String next) {
        return new Stopped(Finding.of(
                code,
                "QuickBooks company " + address.realmId() + " at " + AllowedHosts.address(address.base()) + ", " + what,
                expected,
                found,
                next));
    }
}
