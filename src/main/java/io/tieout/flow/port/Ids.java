package io.tieout.flow.port;

/** Fresh ids: random, time-ordered, at most 26 characters of capitals and digits. */
public interface Ids {
    String next();
}
