package io.tieout.wire;

/** Bytes that are no JSON value within our limits. The message says where and why, for example {@code line 3, column 17: ...}. */
public final class UnreadableJsonException extends Exception {

    private static final long serialVersionUID = 1L;

    private final boolean cutOff;

    public UnreadableJsonException(String message) {
        this(message, false);
    }

    UnreadableJsonException(String message, boolean cutOff) {
        super(message);
        this.cutOff = cutOff;
    }

    /** Whether the bytes are the beginning of JSON, and its end is missing. */
    public boolean isCutOff() {
        return cutOff;
    }
}
