package io.tieout.selftest.kill;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * A place in a night where a process may die (safety paper, 3.2): an exchange with the outside, or a durable commit.
 *
 * <p>Exchanges have four moments: before the connection (a), received and not applied (c), applied and not answered (d),
 * answered and nothing kept (e). A request of which only a part left (b) is one that the other side cannot apply: to both
 * sides it is (c). Commits have two: just before and just after. Token points join with the connections.
 */
enum Boundary {
    H1_PULL("readGl"),
    H3_CREATE("send"),
    H4_SEARCH("findByMarker", "createdSince"),
    H5_MARK("markGlExported"),
    H6_MARK_READ("unmarkedGlIds"),
    D1_RUN_OPENED("openRun"),
    D2_SNAPSHOT("store"),
    D3_PLAN("recordPlan"),
    D4_INTENT("recordIntents"),
    D5_ATTEMPT("recordAttempt"),
    D6_OUTCOME("recordOutcomes"),
    D7_VERDICT("recordVerdicts"),
    D8_MARK_INTENT("recordMarkIntent"),
    D9_MARK_OUTCOME("recordMarkOutcomes"),
    D10_VERIFIED("recordVerdicts"),
    D11_RUN_CLOSED("closeRun");

    private final List<String> methods;

    Boundary(String... methods) {
        this.methods = List.of(methods);
    }

    /** The letter and number of the paper: {@code H3}, {@code D7}. */
    String code() {
        return name().substring(0, name().indexOf('_'));
    }

    boolean isExchange() {
        return name().startsWith("H");
    }

    /** In words, for reports. */
    String words() {
        return name().substring(name().indexOf('_') + 1)
                .toLowerCase(Locale.ROOT)
                .replace('_', ' ');
    }

    /** The boundary a call of a port stands for; verified verdicts are told apart by the caller. */
    static Optional<Boundary> ofMethod(String method) {
        return Arrays.stream(values()).filter(b -> b.methods.contains(method)).findFirst();
    }

    /** The moments at which the watched process itself can be stopped. */
    Stream<Moment> ownMoments() {
        return isExchange()
                ? Stream.of(Moment.BEFORE_CONNECT, Moment.ANSWER_READ)
                : Stream.of(Moment.BEFORE_COMMIT, Moment.AFTER_COMMIT);
    }

    /** When, within a boundary. */
    enum Moment {
        BEFORE_CONNECT("a"),
        NOT_APPLIED("c"),
        APPLIED("d"),
        ANSWER_READ("e"),
        BEFORE_COMMIT("-"),
        AFTER_COMMIT("+");

        private final String sign;

        Moment(String sign) {
            this.sign = sign;
        }

        String sign() {
            return sign;
        }
    }
}
