package io.tieout.wire;

import java.io.IOException;
import java.net.ConnectException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpTimeoutException;
import java.security.cert.CertificateException;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import javax.net.ssl.SSLHandshakeException;

/**
 * Sends a request exactly once and says what is known afterwards.
 *
 * <p>No retry, no redirect, HTTP/1.1, certificates and host names checked. The vendors' SDKs are not used for this: one
 * accepts any certificate and drops the port, and {@code HttpURLConnection} under the other sends a request twice when a
 * server closes without an answer (measured on JDK 17). Safe for use by many threads.
 */
public final class HttpSender {

    /** Longest wait for a connection. */
    public static final Duration CONNECT_MAX = Duration.ofSeconds(10);

    /** Longest wait for the whole answer: Intuit ends a request after 120 s (developer documentation), and we outwait it. */
    public static final Duration TOTAL_MAX = Duration.ofSeconds(130);

    /** Largest answer read, after un-gzipping, in bytes. A larger one is unknown, not cut. */
    public static final int ANSWER_BYTES_MAX = 50 * 1024 * 1024;

    /**
     * What the JDK's client does by itself, switched off before its first use. A pooled connection idle for longer than
     * 5 s is not used again: a server that closed it meanwhile would make a write unknown for nothing. The second stops
     * the one silent repeat of a GET on a dead connection, which would escape the call budget; a POST is never repeated.
     * The third stops a second try to connect, which would hide the first refusal behind "too many retries".
     */
    private static final Map<String, String> JDK_CLIENT_SETTINGS = Map.of(
            "jdk.httpclient.keepalive.timeout", "5",
            "jdk.httpclient.redirects.retrylimit", "1",
            "jdk.httpclient.disableRetryConnect", "true");

    /** TLS alerts a server sends before it has read any application data. */
    private static final Pattern ALERT_BEFORE_DATA = Pattern.compile(
            "fatal alert: (handshake_failure|protocol_version|insufficient_security|unrecognized_name)");

    static {
        JDK_CLIENT_SETTINGS.forEach((name, value) -> {
            if (System.getProperty(name) == null) {
                System.setProperty(name, value);
            }
        });
    }

    private final AllowedHosts allowedHosts;
    private final Duration totalMax;
    private final int answerBytesMax;
    private final HttpClient client;

    public HttpSender(AllowedHosts allowedHosts) {
        this(allowedHosts, CONNECT_MAX, TOTAL_MAX, ANSWER_BYTES_MAX);
    }

    /** With other limits, for specs and for the sandbox. */
    public HttpSender(AllowedHosts allowedHosts, Duration connectMax, Duration totalMax, int answerBytesMax) {
        this.allowedHosts = allowedHosts;
        this.totalMax = totalMax;
        this.answerBytesMax = answerBytesMax;
        this.client = HttpClient.newBuilder()
                .version(HttpClient.Version.HTTP_1_1)
                .followRedirects(HttpClient.Redirect.NEVER)
                .connectTimeout(connectMax)
                .build();
    }

    /**
     * Sends the request once.
     *
     * @throws IllegalArgumentException if the host is not allowed; base URLs are checked when settings are read
     */
    public WireAnswer send(WireRequest request) {
        Optional<String> refusal = allowedHosts.refusal(request.uri());
        if (refusal.isPresent()) {
            throw new IllegalArgumentException("Not sent: " + refusal.get());
        }
        CompletableFuture<HttpResponse<byte[]>> sending =
                client.sendAsync(httpRequest(request), info -> new LimitedBody(answerBytesMax));
        try {
            return answered(sending.get(totalMax.toMillis(), TimeUnit.MILLISECONDS));
        } catch (TimeoutException e) {
            sending.cancel(true);
            return new WireAnswer.Unknown(
                    "no complete answer of " + AllowedHosts.address(request.uri()) + " within " + totalMax.toSeconds()
                            + " s",
                    WireAnswer.Silence.TOO_LATE);
        } catch (InterruptedException e) {
            sending.cancel(true);
            Thread.currentThread().interrupt();
            return new WireAnswer.Unknown("interrupted while waiting for the answer", WireAnswer.Silence.TOO_LATE);
        } catch (ExecutionException e) {
            return failed(AllowedHosts.address(request.uri()), e.getCause() == null ? e : e.getCause());
        }
    }

    private static HttpRequest httpRequest(WireRequest request) {
        HttpRequest.BodyPublisher body = request.body()
                .map(HttpRequest.BodyPublishers::ofByteArray)
                .orElseGet(HttpRequest.BodyPublishers::noBody);
        HttpRequest.Builder builder =
                HttpRequest.newBuilder(request.uri()).method(request.method().name(), body);
        request.headers().forEach(builder::header);
        return builder.build();
    }

    private WireAnswer answered(HttpResponse<byte[]> response) {
        var plain = new WireAnswer.Answered(
                response.statusCode(), response.headers().map(), response.body());
        if (!plain.header("content-encoding").filter("gzip"::equalsIgnoreCase).isPresent()) {
            return plain;
        }
        try {
            return new WireAnswer.Answered(
                    plain.status(), plain.headers(), LimitedBody.gunzip(plain.body(), answerBytesMax));
        } catch (IOException e) {
            return new WireAnswer.Unknown(
                    "the gzipped answer cannot be read: " + e.getMessage(), WireAnswer.Silence.UNUSABLE);
        }
    }

    /**
     * Everything is unknown unless it is proven that no byte of the request left. A connect time-out is not in the
     * closed list and stays unknown.
     */
    private static WireAnswer failed(String address, Throwable failure) {
        if (failure instanceof ConnectException) {
            // The JDK's client gives this for a name that is not found, a refused connection and an unreachable
            // network.
            return new WireAnswer.NotSent("no connection to " + address + ": " + words(failure));
        }
        if (failure instanceof SSLHandshakeException && refusedBeforeData(failure)) {
            return new WireAnswer.NotSent("TLS not established with " + address + ": " + words(failure));
        }
        var silence = silence(failure);
        var what = switch (silence) {
            case BROKEN_OFF -> "the connection to " + address + " ended before a whole answer came: ";
            case TOO_LATE -> "no whole answer of " + address + " in time: ";
            case UNUSABLE -> "an answer of " + address + " that cannot be taken in: ";
        };
        return new WireAnswer.Unknown(what + words(failure), silence);
    }

    private static WireAnswer.Silence silence(Throwable failure) {
        if (causes(failure).anyMatch(HttpTimeoutException.class::isInstance)) {
            return WireAnswer.Silence.TOO_LATE;
        }
        return causes(failure).anyMatch(LimitedBody.TooLargeException.class::isInstance)
                ? WireAnswer.Silence.UNUSABLE
                : WireAnswer.Silence.BROKEN_OFF;
    }

    private static boolean refusedBeforeData(Throwable failure) {
        boolean refusedByUs = causes(failure).anyMatch(CertificateException.class::isInstance);
        return refusedByUs
                || causes(failure)
                        .map(Throwable::getMessage)
                        .anyMatch(text ->
                                text != null && ALERT_BEFORE_DATA.matcher(text).find());
    }

    private static String words(Throwable failure) {
        return causes(failure)
                .map(cause -> cause.getMessage() == null ? cause.getClass().getSimpleName() : cause.getMessage())
                .distinct()
                .limit(3)
                .reduce((a, b) -> a + ": " + b)
                .orElse("no reason given");
    }

    private static Stream<Throwable> causes(Throwable failure) {
        return Stream.iterate(failure, cause -> cause != null, Throwable::getCause)
                .limit(10);
    }
}
