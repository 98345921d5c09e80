package io.tieout.target.xero

import com.google.api.client.http.HttpTransport
import com.google.api.client.http.LowLevelHttpRequest
import com.google.api.client.http.LowLevelHttpResponse
import com.google.api.client.testing.http.MockLowLevelHttpResponse

/** Xero's only hook into a request is the HTTP transport: this one keeps the bytes and sends nothing. */
class CapturingTransport extends HttpTransport {

  String method
  String url
  byte[] body
  Map<String, String> headers = [:]

  @Override
  protected LowLevelHttpRequest buildRequest(String methodName, String address) {
    method = methodName
    url = address
    new LowLevelHttpRequest() {
      @Override
      void addHeader(String name, String value) {
        CapturingTransport.this.headers[name.toLowerCase()] = value
      }

      @Override
      LowLevelHttpResponse execute() {
        def out = new ByteArrayOutputStream()
        streamingContent.writeTo(out)
        CapturingTransport.this.body = out.toByteArray()
        CapturingTransport.this.headers['content-type'] = contentType
        new MockLowLevelHttpResponse().setStatusCode(200).setContentType('application/json').setContent('{}')
      }
    }
  }
}
