package io.tieout.sandbox.script;

/**
 * How an answer is to leave: the answer itself and what the fault does to it on the way.
 *
 * @param answer what to send; ignored where nothing is sent
 * @param manner how
 * @param number milliseconds or bytes, as the manner wants it
 */
record Delivery(SandboxAnswer answer, Manner manner, long number) {

    enum Manner {
        /** As HTTP wants it. */
        WHOLE,
        /** First half of the body under its own, shorter length. */
        CUT,
        /** First half of the body under the length of the whole. */
        SHORT,
        /** After {@code number} milliseconds. */
        LATE,
        /** One byte each {@code number} milliseconds. */
        DRIP,
        /** The socket is reset (RST). */
        RESET,
        /** The socket is closed without a word. */
        CLOSE,
        /** Silence for {@code number} milliseconds (0: until the client gives up). */
        SILENCE,
        /** The body followed by blanks up to {@code number} bytes. */
        PADDED,
        /** A header of {@code number} bytes. */
        HEADED
    }

    static Delivery whole(SandboxAnswer answer) {
        return new Delivery(answer, Manner.WHOLE, 0);
    }

    /** Whether a status line reaches the client. */
    boolean answers() {
        return manner != Manner.RESET && manner != Manner.CLOSE && manner != Manner.SILENCE;
    }
}
