package io.tieout.selftest.kill;

import io.tieout.flow.port.RunClock;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.regex.Pattern;

/**
 * The sandboxes' clock as the clock of a night: who waits moves it on instead. A wait of eight minutes costs nothing, and
 * the sandboxes see the same time as the night.
 */
final class SandboxTime implements RunClock {

    private static final Pattern NOW = Pattern.compile("\"now\"\\s*:\\s*\"([^\"]+)\"");

    private final HttpClient http = HttpClient.newHttpClient();
    private final List<URI> sandboxes;
    private final ZoneId zone;
    private Duration offset;

    /** @param sandboxes roots of the sandboxes; the first one's time counts */
    SandboxTime(List<URI> sandboxes, ZoneId zone) {
        this.sandboxes = List.copyOf(sandboxes);
        this.zone = zone;
        // Both clocks are the machine's, apart by what was waited so far: whole seconds, so the way of the answer does
        // not
        // matter.
        var there = read(HttpRequest.newBuilder(clock(sandboxes.get(0))).build());
        this.offset = wholeSeconds(Duration.between(Instant.now(), there).plusMillis(500));
    }

    @Override
    public Instant now() {
        return Instant.now().plus(offset);
    }

    @Override
    public LocalDate businessDate() {
        return now().atZone(zone).toLocalDate();
    }

    @Override
    public long monotonicNanos() {
        return System.nanoTime() + offset.toNanos();
    }

    @Override
    public void sleep(Duration wanted) throws InterruptedException {
        var duration = wholeSeconds(wanted.plusMillis(999));
        for (var sandbox : sandboxes) {
            read(HttpRequest.newBuilder(clock(sandbox))
                    .POST(HttpRequest.BodyPublishers.ofString(duration.toString()))
                    .build());
        }
        offset = offset.plus(duration);
    }

    private static Duration wholeSeconds(Duration duration) {
        return Duration.ofSeconds(Math.floorDiv(duration.toMillis(), 1000));
    }

    private Instant read(HttpRequest request) {
        try {
            var matcher =
                    NOW.matcher(http.send(request, BodyHandlers.ofString()).body());
            if (!matcher.find()) {
                throw new IllegalStateException("no time from " + request.uri());
            }
            return Instant.parse(matcher.group(1));
        } catch (IOException e) {
            throw new IllegalStateException("no sandbox at " + request.uri(), e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted", e);
        }
    }

    private static URI clock(URI sandbox) {
        return sandbox.resolve("/_sandbox/clock");
    }
}
