package io.tieout.sandbox.script;

/**
 * How much of each request the log keeps in memory.
 *
 * @param bodyBytesMax bytes kept of each request and answer body; 0 keeps none
 * @param compressed whether bodies are held gzipped (they are written out in full all the same)
 * @param entriesMax requests kept; the oldest go first
 */
public record LogKeeping(int bodyBytesMax, boolean compressed, int entriesMax) {

    /** Full bodies, compressed, and one million requests. */
    public static LogKeeping everything() {
        return new LogKeeping(Integer.MAX_VALUE, true, 1_000_000);
    }

    /** For large portfolios: the first bytes of each body only. */
    public static LogKeeping bodiesUpTo(int bytes) {
        return new LogKeeping(bytes, true, 1_000_000);
    }
}
