package io.tieout.sandbox.script;

import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.Closeable;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;

/**
 * Serves one {@link SandboxService} over HTTP/1.1 on 127.0.0.1. One thread per connection; calls of the service are
 * serialised by one lock, waits of faults are not.
 *
 * <p>Besides the service's own paths it answers the control paths of {@link ControlEndpoints}.
 */
public final class SandboxServer implements Closeable {
    private static final int BACKLOG_CONNECTIONS = 128;
    private static final int IDLE_MILLIS = 60_000;

    private final SandboxService service;
    private final SandboxSettings settings;
    private final FaultScript faults = new FaultScript();
    private final RequestLog log;
    private final Object lock = new Object();
    private final Exchange exchange;
    private final ControlEndpoints control;
    private final ServerSocket listener;
    private final Set<Socket> open = ConcurrentHashMap.newKeySet();
    private volatile boolean closed;

    private SandboxServer(SandboxService service, SandboxSettings settings) throws IOException {
        this.service = service;
        this.settings = settings;
        this.log = new RequestLog(settings.log());
        this.exchange = new Exchange(service, faults, log, settings.clock(), lock);
        this.control = new ControlEndpoints(service, faults, log, settings.clock(), lock);
        InetAddress loopback = InetAddress.getByAddress(new byte[] {127, 0, 0, 1});
        this.listener = new ServerSocket(settings.port(), BACKLOG_CONNECTIONS, loopback);
    }

    /**
     * Starts to listen.
     *
     * @throws IOException if the port is taken
     */
    public static SandboxServer start(SandboxService service, SandboxSettings settings) throws IOException {
        var server = new SandboxServer(service, settings);
        server.daemon(server::accept, "accept");
        return server;
    }

    /** For example {@code http://127.0.0.1:41234}, without a slash at the end. */
    public URI baseUri() {
        return URI.create("http://127.0.0.1:" + port());
    }

    public int port() {
        return listener.getLocalPort();
    }

    public FaultScript faults() {
        return faults;
    }

    public RequestLog log() {
        return log;
    }

    public SandboxClock clock() {
        return settings.clock();
    }

    /** Looks at or changes the service's state between two requests. */
    public <T> T locked(Supplier<T> work) {
        synchronized (lock) {
            return work.get();
        }
    }

    private void accept() {
        while (!closed) {
            try {
                Socket socket = listener.accept();
                open.add(socket);
                daemon(() -> serve(socket), "connection");
            } catch (IOException e) {
                if (!closed) {
                    throw new IllegalStateException("sandbox " + service.name() + " can no longer listen", e);
                }
            }
        }
    }

    private void daemon(Runnable work, String role) {
        var thread = new Thread(work, "sandbox-" + service.name() + "-" + role);
        thread.setDaemon(true);
        thread.start();
    }

    private void serve(Socket socket) {
        try (socket) {
            socket.setTcpNoDelay(true);
            socket.setSoTimeout(IDLE_MILLIS);
            var in = new BufferedInputStream(socket.getInputStream(), 32 * 1024);
            var out = new BufferedOutputStream(socket.getOutputStream(), 32 * 1024);
            conversation(new HttpReader(in, out, settings), new AnswerWriter(socket, out, settings.gzipAnswers()));
        } catch (IOException e) {
            // The client has gone, or a fault has closed the socket; the log says what became of the request.
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } finally {
            open.remove(socket);
        }
    }

    private void conversation(HttpReader reader, AnswerWriter writer) throws IOException, InterruptedException {
        boolean goesOn = true;
        while (goesOn && !closed) {
            try {
                Optional<WireRequest> request = reader.next();
                if (request.isEmpty()) {
                    return;
                }
                goesOn = writer.send(request.get(), deliveryOf(request.get()));
            } catch (HttpProblem e) {
                writer.refuse(e);
                return;
            }
        }
    }

    private Delivery deliveryOf(WireRequest request) {
        return request.path().startsWith(ControlEndpoints.PREFIX)
                ? Delivery.whole(control.handle(request))
                : exchange.handle(request);
    }

    @Override
    public void close() throws IOException {
        closed = true;
        listener.close();
        for (Socket socket : open) {
            socket.close();
        }
        exchange.close();
    }
}
