package io.tieout.sandbox.script

/** The smallest service that can commit: POST adds one, GET tells. */
class CounterService implements SandboxService {
  long count

  @Override
  String name() {
    'counter'
  }

  @Override
  String callOf(SandboxRequest request) {
    request.method() == 'POST' ? 'add' : 'read'
  }

  @Override
  SandboxAnswer answer(SandboxRequest request) {
    if (request.path() == '/broken') {
      throw new IllegalStateException('a defect')
    }
    if (request.method() == 'POST') {
      count++
    }
    def body = new String(request.body(), 'UTF-8')
    def json = /{"count":${count},"body":"${body}","query":"${request.parameter('q').orElse('')}"}/
    SandboxAnswer.json(200, json)
  }

  @Override
  String dumpJson() {
    /{"count":${count}}/
  }

  @Override
  long changes() {
    count
  }

  @Override
  SandboxAnswer act(String action, byte[] body) {
    if (action == 'set') {
      count = new String(body) as long
      return SandboxAnswer.json(200, dumpJson())
    }
    SandboxAnswer.json(404, "{}")
  }

  @Override
  SandboxAnswer alter(SandboxRequest request, SandboxAnswer answer, String how) {
    SandboxAnswer.json(200, /{"altered":"${how}"}/)
  }
}
