package io.tieout.wire;

/** Bytes that are no JSON value within our limits. The message says where and why, for example {@code line 3, column 17: ...}. */
public final class UnreadableJsonException extends Exception {

    private static final long serialVersionUID = 1L;

    public UnreadableJsonException(String message) {
        super(message);
    }
}
