package io.tieout.edge.cli;

import java.util.concurrent.atomic.AtomicReference;

/**
 * Ctrl-C and SIGTERM: the running command ends at its next safe point and closes its stores before the process goes.
 */
final class StopSignal {

    /** How long the process waits for the command to reach a safe point. */
    private static final long GRACE_MILLIS = 150_000;

    private static final AtomicReference<Thread> HOOK = new AtomicReference<>();

    private StopSignal() {}

    static void listen(Terminal terminal) {
        var worker = Thread.currentThread();
        var hook = new Thread(() -> {
            terminal.requestStop();
            try {
                worker.join(GRACE_MILLIS);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        });
        var earlier = HOOK.getAndSet(hook);
        if (earlier != null) {
            Runtime.getRuntime().removeShutdownHook(earlier);
        }
        Runtime.getRuntime().addShutdownHook(hook);
    }

    /** The command is done: an exit from here on needs no waiting. */
    static void done() {
        var hook = HOOK.getAndSet(null);
        if (hook != null) {
            try {
                Runtime.getRuntime().removeShutdownHook(hook);
            } catch (IllegalStateException shuttingDown) {
                // The process is going down already; the hook then waits for this very thread, which is about to end.
                return;
            }
        }
    }
}
