package io.tieout.sandbox.script;

/** A request that is no HTTP, or too large: answered with a status and a sentence, then the connection is closed. */
final class HttpProblem extends Exception {
    private static final long serialVersionUID = 1L;
    private final int status;

    HttpProblem(int status, String sentence) {
        super(sentence);
        this.status = status;
    }

    int status() {
        return status;
    }
}
