package io.tieout.sandbox.script;

/**
 * How a sandbox server runs.
 *
 * @param port port on 127.0.0.1; 0 picks a free one
 * @param clock time of the server; the service must be built on the same clock
 * @param headerBytesMax longest request head accepted, else 431
 * @param bodyBytesMax longest request body accepted, sent or unpacked, else 413
 * @param gzipAnswers whether answers are gzipped for clients that accept it
 * @param log what the request log keeps
 */
public record SandboxSettings(
        int port, SandboxClock clock, int headerBytesMax, int bodyBytesMax, boolean gzipAnswers, LogKeeping log) {
    private static final int HEADER_BYTES_MAX = 64 * 1024;
    private static final int BODY_BYTES_MAX = 64 * 1024 * 1024;

    /** A free port, gzip on, everything logged. */
    public static SandboxSettings on(SandboxClock clock) {
        return new SandboxSettings(0, clock, HEADER_BYTES_MAX, BODY_BYTES_MAX, true, LogKeeping.everything());
    }

    public SandboxSettings withPort(int other) {
        return new SandboxSettings(other, clock, headerBytesMax, bodyBytesMax, gzipAnswers, log);
    }

    public SandboxSettings withLog(LogKeeping other) {
        return new SandboxSettings(port, clock, headerBytesMax, bodyBytesMax, gzipAnswers, other);
    }

    public SandboxSettings withBodyBytesMax(int other) {
        return new SandboxSettings(port, clock, headerBytesMax, other, gzipAnswers, log);
    }
}
