package io.tieout.store.event;

/** The database refused rows of a unit of work (a key was used already): nothing of it was written. */
public final class RefusedException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    public RefusedException(Throwable cause) {
        super(cause.getMessage(), cause);
    }
}
