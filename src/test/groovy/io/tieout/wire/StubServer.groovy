package io.tieout.wire

import java.nio.charset.StandardCharsets
import java.util.concurrent.CopyOnWriteArrayList
import java.util.zip.GZIPInputStream

/**
 * A raw-socket HTTP stub for wire specs: it keeps every request as bytes and answers as told, also by closing,
 * stalling or cutting off. One request per connection unless {@code keepAlive} is set.
 */
class StubServer implements Closeable {

  static class Seen {
    String requestLine
    Map<String, String> headers
    byte[] body
    int connection

    String getMethod() { requestLine.split(' ')[0] }

    String getTarget() { requestLine.split(' ')[1] }

    /** The body as it was before any gzip of the sender. */
    byte[] getPlainBody() {
      headers['content-encoding'] == 'gzip' && body.length > 0
          ? new GZIPInputStream(new ByteArrayInputStream(body)).bytes : body
    }

    String getText() { new String(plainBody, StandardCharsets.UTF_8) }
  }

  final List<Seen> seen = new CopyOnWriteArrayList<>()
  boolean keepAlive = false
  private final ServerSocket server
  private final Closure<byte[]> answering
  private volatile int connections = 0

  /** The closure takes a {@link Seen} and gives the raw bytes of the answer; none closes without an answer. */
  StubServer(Closure<byte[]> answering, ServerSocket socket = new ServerSocket(0, 50, InetAddress.loopbackAddress)) {
    this.answering = answering
    this.server = socket
    Thread.startDaemon('stub') { acceptAll() }
  }

  int getPort() { server.localPort }

  String getUrl() { "http://127.0.0.1:$port" }

  static byte[] http(int status, String body, Map<String, String> headers = [:]) {
    byte[] bytes = body.getBytes(StandardCharsets.UTF_8)
    def all = ['Content-Type': 'application/json;charset=utf-8', 'Content-Length': bytes.length as String] + headers
    def head = "HTTP/1.1 $status Some\r\n" + all.collect { k, v -> "$k: $v\r\n" }.join('') + '\r\n'
    def out = new ByteArrayOutputStream()
    out.write(head.getBytes(StandardCharsets.ISO_8859_1))
    out.write(bytes)
    out.toByteArray()
  }

  private void acceptAll() {
    while (!server.closed) {
      try {
        def socket = server.accept()
        int number = ++connections
        Thread.startDaemon('stub-connection') { serve(socket, number) }
      } catch (IOException ignored) {
        return
      }
    }
  }

  private void serve(Socket socket, int number) {
    socket.withCloseable {
      try {
        def input = new BufferedInputStream(socket.inputStream)
        while (true) {
          def request = read(input, number)
          if (request == null) return
          seen << request
          byte[] answer = answering.call(request)
          if (answer == null || answer.length == 0) return
          socket.outputStream.write(keepAlive ? answer : announcingClose(answer))
          socket.outputStream.flush()
          if (!keepAlive) return
        }
      } catch (IOException ignored) {
        // The other side went away; specs look at what was seen.
      }
    }
  }

  /** A server that closes says so; one that does not makes the client fall over a dead connection now and then. */
  private static byte[] announcingClose(byte[] answer) {
    def text = new String(answer, StandardCharsets.ISO_8859_1)
    text.startsWith('HTTP/1.1 ')
        ? text.replaceFirst('\r\n', '\r\nConnection: close\r\n').getBytes(StandardCharsets.ISO_8859_1) : answer
  }

  private static Seen read(InputStream input, int number) {
    def head = new ByteArrayOutputStream()
    while (!head.toString('ISO-8859-1').endsWith('\r\n\r\n')) {
      int b = input.read()
      if (b < 0) return null
      head.write(b)
    }
    def rows = head.toString('ISO-8859-1').split('\r\n')
    def headers = rows.drop(1).collectEntries { row -> [row.split(':', 2)[0].toLowerCase(), row.split(':', 2)[1].trim()] }
    int length = (headers['content-length'] ?: '0') as int
    new Seen(requestLine: rows[0], headers: headers, body: input.readNBytes(length), connection: number)
  }

  @Override
  void close() { server.close() }
}
