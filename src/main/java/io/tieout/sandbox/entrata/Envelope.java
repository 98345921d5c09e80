package io.tieout.sandbox.entrata;

/** The documented frame of a method's answer (entrata-api.md 2.4): the worked examples show all of them. */
enum Envelope {
    /** {@code {"response": {"requestId", "code": 200, "result"}}}. */
    WRAPPED(true, Code.NUMBER),
    /** The same with {@code "code": "200"}. */
    WRAPPED_TEXT_CODE(true, Code.TEXT),
    /** Without the wrapper, {@code "code": "200"}. */
    BARE_TEXT_CODE(false, Code.TEXT),
    /** Without the wrapper and without a code. */
    BARE(false, Code.NONE),
    /** MITS: {@code {"response": {"result"}}}, no code and no request id. */
    RESULT_ONLY(true, Code.ABSENT_WITH_REQUEST_ID);

    /** How {@code code} is written. */
    enum Code {
        NUMBER,
        TEXT,
        NONE,
        ABSENT_WITH_REQUEST_ID
    }

    private final boolean wrapped;
    private final Code code;

    Envelope(boolean wrapped, Code code) {
        this.wrapped = wrapped;
        this.code = code;
    }

    boolean wrapped() {
        return wrapped;
    }

    Code code() {
        return code;
    }
}
