package io.tieout.sandbox.script;

import java.util.Arrays;
import java.util.Locale;
import java.util.stream.Collectors;

/**
 * What can go wrong with one request. The word in fault scripts is the name in lower case with hyphens, for example
 * {@code commit-then-drop}. What the argument means stands at each kind.
 */
public enum FaultKind {
    /** Applies the request, then resets the connection. */
    COMMIT_THEN_DROP(true),
    /** Resets the connection; nothing is applied. */
    DROP_BEFORE_COMMIT(false),
    /** Applies, then sends a 502 without a body. */
    COMMIT_THEN_502(true),
    /** Applies, then sends a 504 without a body: QuickBooks' SDK returns null for it. */
    COMMIT_THEN_504(true),
    /** Applies, then sends the vendor's 500. */
    COMMIT_THEN_500(true),
    /** The vendor's 500; nothing is applied. */
    ERROR_500(false),
    /** A 503 with an HTML page; nothing is applied. */
    MAINTENANCE(false),
    /** Applies, then sends the first half of the body with a matching Content-Length. */
    CUT_OFF_JSON(true),
    /** Applies, then sends half of what Content-Length promised and closes. */
    TRUNCATED_BODY(true),
    /** Applies, then waits (argument: real milliseconds, 1000 unless given) before answering. */
    SLOW(true),
    /** Applies, then sends the body in single bytes (argument: real milliseconds between them, 20 unless given). */
    DRIP(true),
    /** Neither applies nor answers (argument: real milliseconds until the close; for ever unless given). */
    STALL(false),
    /** Applies, but never answers (argument as for {@link #STALL}): a read time-out after the commit. */
    COMMIT_THEN_STALL(true),
    /** Closes without an answer and applies later (argument: milliseconds of the sandbox clock, 1000 unless given). */
    LATE_COMMIT(false),
    /** Applies, then sends 200 without a body. */
    EMPTY_200(true),
    /** 200 without a body; nothing is applied. */
    EMPTY_200_NOT_COMMITTED(false),
    /** 200 with an HTML page, as a captive portal gives it; nothing is applied. */
    HTML_200(false),
    /** The vendor's 401; nothing is applied. */
    UNAUTHORIZED(false),
    /** 403 without a body; nothing is applied. */
    FORBIDDEN(false),
    /** The vendor's 429 (argument: the Retry-After header as sent, 60 unless given); nothing is applied. */
    THROTTLED(false),
    /** 302 (argument: the location; another path of this server unless given); nothing is applied. */
    REDIRECT(false),
    /** Applies, then lets the service change the answer (argument: how, in the service's words). */
    ALTERED(true),
    /** Applies, then sends a body blown up with blanks (argument: bytes, 1 GiB unless given). */
    HUGE_BODY(true),
    /** Applies, then sends a header of that many bytes (argument: bytes, 65536 unless given). */
    HUGE_HEADER(true);

    private final boolean applies;

    FaultKind(boolean applies) {
        this.applies = applies;
    }

    /** Whether the service sees the request before the fault shows. */
    public boolean applies() {
        return applies;
    }

    /** The word used in fault scripts. */
    public String word() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /**
     * The kind of that word.
     *
     * @throws IllegalArgumentException naming all known words
     */
    public static FaultKind of(String word) {
        return Arrays.stream(values())
                .filter(kind -> kind.word().equals(word))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("unknown fault '" + word + "'; known are "
                        + Arrays.stream(values()).map(FaultKind::word).collect(Collectors.joining(", "))));
    }
}
