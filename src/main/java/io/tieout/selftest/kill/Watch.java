package io.tieout.selftest.kill;

import io.tieout.flow.port.Connections;
import io.tieout.flow.port.Ledger;
import io.tieout.flow.port.SourceLedger;
import io.tieout.flow.port.TargetBooks;
import io.tieout.posting.PostingState;
import io.tieout.selftest.kill.Boundary.Moment;
import io.tieout.wiring.Workbench.Seams;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.util.List;
import java.util.Optional;
import java.util.function.BiConsumer;

/** Tells of every boundary that a night crosses, by watching the calls of its ports. */
final class Watch {

    private final BiConsumer<Boundary, Moment> reached;

    Watch(BiConsumer<Boundary, Moment> reached) {
        this.reached = reached;
    }

    /** The seams of a workbench whose ports are watched. */
    Seams seams(Seams others) {
        return new Seams(
                ledger -> watched(Ledger.class, others.ledger().apply(ledger)),
                connections -> watched(others.connections().apply(connections)),
                others.clock());
    }

    private Connections watched(Connections connections) {
        return new Connections() {
            @Override
            public SourceLedger source(io.tieout.mapping.Binding binding) {
                return watched(SourceLedger.class, connections.source(binding));
            }

            @Override
            public TargetBooks target(io.tieout.mapping.Binding binding) {
                return watched(TargetBooks.class, connections.target(binding));
            }
        };
    }

    private <T> T watched(Class<T> port, T real) {
        var proxy = Proxy.newProxyInstance(port.getClassLoader(), new Class<?>[] {port}, (self, method, arguments) -> {
            var boundary = boundary(port, method.getName(), arguments);
            boundary.ifPresent(b -> reached.accept(b, b.isExchange() ? Moment.BEFORE_CONNECT : Moment.BEFORE_COMMIT));
            try {
                return method.invoke(real, arguments);
            } catch (InvocationTargetException e) {
                throw e.getCause();
            } finally {
                boundary.ifPresent(b -> reached.accept(b, b.isExchange() ? Moment.ANSWER_READ : Moment.AFTER_COMMIT));
            }
        });
        return port.cast(proxy);
    }

    private static Optional<Boundary> boundary(Class<?> port, String method, Object[] arguments) {
        return Boundary.ofMethod(method)
                .filter(b -> b.isExchange() != port.equals(Ledger.class))
                .map(b -> b == Boundary.D7_VERDICT && isVerified(arguments) ? Boundary.D10_VERIFIED : b);
    }

    private static boolean isVerified(Object[] arguments) {
        return ((List<?>) arguments[0]).stream().allMatch(v -> ((Ledger.Verdict) v).state() == PostingState.VERIFIED);
    }
}
