package io.tieout.story

import com.sun.net.httpserver.HttpExchange
import com.sun.net.httpserver.HttpServer
import java.net.http.HttpClient
import java.net.http.HttpRequest
import java.net.http.HttpResponse
import java.util.concurrent.Executors

/** Somebody's own server on loopback, under a path of its own, that answers like the sandbox behind it. */
class Forwarder implements Closeable {

  private static final Set<String> NOT_FORWARDED = ['host', 'content-length', 'connection', 'transfer-encoding']

  final String base
  private final HttpServer server
  private final HttpClient client = HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build()
  /** What to answer instead of asking: takes path and body, gives a body, or null to ask. */
  Closure<byte[]> instead = { path, body -> null }
  /** What to make of an answer: takes path, the request's body and the answer's. */
  Closure<byte[]> altered = { path, request, answer -> answer }
  final List<String> paths = Collections.synchronizedList([])

  Forwarder(String prefix, String target) {
    server = HttpServer.create(new InetSocketAddress(InetAddress.loopbackAddress, 0), 0)
    server.executor = Executors.newCachedThreadPool()
    server.createContext(prefix) { forward(it, prefix, target) }
    server.start()
    base = "http://127.0.0.1:${server.address.port}${prefix}"
  }

  private void forward(HttpExchange exchange, String prefix, String target) {
    try {
      def path = exchange.requestURI.toString().substring(prefix.length())
      paths << path
      def body = exchange.requestBody.bytes
      def own = instead.call(path, body)
      if (own != null) {
        exchange.responseHeaders.set('Content-Type', 'application/json')
        send(exchange, 200, own)
        return
      }
      def request = HttpRequest.newBuilder(URI.create(target + path))
          .method(exchange.requestMethod, body.length == 0 ? HttpRequest.BodyPublishers.noBody() : HttpRequest.BodyPublishers.ofByteArray(body))
      exchange.requestHeaders.each { name, values ->
        if (!(name.toLowerCase() in NOT_FORWARDED) && !name.equalsIgnoreCase('accept-encoding')) {
          values.each { request.header(name, it) }
        }
      }
      def answer = client.send(request.build(), HttpResponse.BodyHandlers.ofByteArray())
      answer.headers().map().each { name, values ->
        if (!(name.toLowerCase() in NOT_FORWARDED)) {
          exchange.responseHeaders.put(name, values)
        }
      }
      send(exchange, answer.statusCode(), altered.call(path, body, answer.body()))
    } finally {
      exchange.close()
    }
  }

  private static void send(HttpExchange exchange, int status, byte[] body) {
    exchange.sendResponseHeaders(status, body.length == 0 ? -1 : body.length)
    exchange.responseBody.write(body)
  }

  @Override
  void close() {
    server.stop(0)
    server.executor.shutdownNow()
  }
}
