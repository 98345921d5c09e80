package io.tieout.sandbox.script;

import java.io.IOException;
import java.io.OutputStream;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Map;

/** Puts an answer on a socket, well or badly. */
final class AnswerWriter {
    private static final int PADDING_BYTES = 64 * 1024;
    private static final int DRAIN_MILLIS = 200;
    private static final long DRAIN_BYTES_MAX = 64L * 1024 * 1024;
    private static final Map<Integer, String> REASONS = Map.ofEntries(
            Map.entry(200, "OK"),
            Map.entry(201, "Created"),
            Map.entry(204, "No Content"),
            Map.entry(302, "Found"),
            Map.entry(400, "Bad Request"),
            Map.entry(401, "Unauthorized"),
            Map.entry(403, "Forbidden"),
            Map.entry(404, "Not Found"),
            Map.entry(405, "Method Not Allowed"),
            Map.entry(413, "Content Too Large"),
            Map.entry(429, "Too Many Requests"),
            Map.entry(431, "Request Header Fields Too Large"),
            Map.entry(500, "Internal Server Error"),
            Map.entry(502, "Bad Gateway"),
            Map.entry(503, "Service Unavailable"),
            Map.entry(504, "Gateway Timeout"));

    private final Socket socket;
    private final OutputStream out;
    private final boolean gzipAnswers;

    AnswerWriter(Socket socket, OutputStream out, boolean gzipAnswers) {
        this.socket = socket;
        this.out = out;
        this.gzipAnswers = gzipAnswers;
    }

    /** Sends; returns whether the connection can go on. */
    boolean send(WireRequest request, Delivery delivery) throws IOException, InterruptedException {
        byte[] body = delivery.answer().body();
        int half = body.length / 2;
        switch (delivery.manner()) {
            case WHOLE -> whole(request, delivery.answer());
            case CUT -> plain(request, delivery.answer(), Arrays.copyOf(body, half), half);
            case SHORT -> plain(request, delivery.answer(), Arrays.copyOf(body, half), Math.max(body.length, 1));
            case LATE -> {
                Thread.sleep(delivery.number());
                whole(request, delivery.answer());
            }
            case DRIP -> drip(request, delivery);
            case RESET -> reset();
            case CLOSE -> socket.close();
            case SILENCE -> silence(delivery.number());
            case PADDED -> padded(request, delivery);
            case HEADED ->
                plain(
                        request,
                        delivery.answer().with("X-Padding", "x".repeat((int) delivery.number())),
                        body,
                        body.length);
        }
        return switch (delivery.manner()) {
            case WHOLE, CUT, LATE, DRIP, PADDED, HEADED -> request.keepAlive();
            case SHORT, RESET, CLOSE, SILENCE -> false;
        };
    }

    /** An answer to something that could not be read as a request; the connection ends with it. */
    void refuse(HttpProblem problem) throws IOException {
        byte[] body = (problem.getMessage() + "\n").getBytes(StandardCharsets.UTF_8);
        var answer = SandboxAnswer.of(problem.status(), "text/plain;charset=utf-8", "");
        out.write(head(answer, body.length, false));
        out.write(body);
        out.flush();
        drain();
    }

    /** Closing with unread bytes would reset the connection, and the client might never see the answer. */
    private void drain() throws IOException {
        socket.shutdownOutput();
        socket.setSoTimeout(DRAIN_MILLIS);
        try {
            socket.getInputStream().skip(DRAIN_BYTES_MAX);
        } catch (SocketTimeoutException e) {
            // the client waits for us
        }
    }

    private void whole(WireRequest request, SandboxAnswer answer) throws IOException {
        boolean gzip = gzipAnswers && answer.body().length > 0 && request.headerHas("accept-encoding", "gzip");
        if (!gzip) {
            plain(request, answer, answer.body(), answer.body().length);
            return;
        }
        byte[] packed = KeptBody.gzip(answer.body());
        plain(request, answer.with("Content-Encoding", "gzip"), packed, packed.length);
    }

    private void plain(WireRequest request, SandboxAnswer answer, byte[] body, long promised) throws IOException {
        out.write(head(answer, promised, request.keepAlive()));
        if (!request.method().equals("HEAD")) {
            out.write(body);
        }
        out.flush();
    }

    private byte[] head(SandboxAnswer answer, long length, boolean keepAlive) {
        var head = new StringBuilder("HTTP/1.1 ")
                .append(answer.status())
                .append(' ')
                .append(REASONS.getOrDefault(answer.status(), "Status"))
                .append("\r\n");
        answer.headers()
                .forEach((name, value) ->
                        head.append(name).append(": ").append(value).append("\r\n"));
        if (answer.status() != 204) {
            head.append("Content-Length: ").append(length).append("\r\n");
        }
        head.append("Connection: ").append(keepAlive ? "keep-alive" : "close").append("\r\n\r\n");
        return head.toString().getBytes(StandardCharsets.UTF_8);
    }

    private void drip(WireRequest request, Delivery delivery) throws IOException, InterruptedException {
        byte[] body = delivery.answer().body();
        out.write(head(delivery.answer(), body.length, request.keepAlive()));
        for (byte one : body) {
            out.flush();
            Thread.sleep(delivery.number());
            out.write(one);
        }
        out.flush();
    }

    private void padded(WireRequest request, Delivery delivery) throws IOException {
        byte[] body = delivery.answer().body();
        long left = Math.max(0, delivery.number() - body.length);
        out.write(head(delivery.answer(), body.length + left, request.keepAlive()));
        out.write(body);
        byte[] blanks = new byte[PADDING_BYTES];
        Arrays.fill(blanks, (byte) ' ');
        for (; left > 0; left -= PADDING_BYTES) {
            out.write(blanks, 0, (int) Math.min(left, PADDING_BYTES));
        }
        out.flush();
    }

    /** Linger of zero makes the close a reset, as a broken load balancer gives it. */
    private void reset() throws IOException {
        socket.setSoLinger(true, 0);
        socket.close();
    }

    private void silence(long millis) throws IOException {
        socket.setSoTimeout((int) Math.min(millis, Integer.MAX_VALUE));
        try {
            while (socket.getInputStream().read() >= 0) {
                // what the client still sends is swallowed
            }
        } catch (SocketTimeoutException e) {
            // the silence has lasted as long as it should
        }
        socket.close();
    }
}
