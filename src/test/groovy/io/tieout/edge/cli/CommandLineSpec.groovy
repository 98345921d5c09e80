package io.tieout.edge.cli

import groovy.json.JsonSlurper
import java.nio.file.Files
import java.nio.file.Path
import spock.lang.Specification
import spock.lang.TempDir

class CommandLineSpec extends Specification {

  @TempDir
  Path folder

  def "init writes a configuration once and never over one"() {
    expect:
    run('init', '--home', folder.toString()).code == 0
    Files.exists(folder.resolve('tieout.yml'))

    when:
    def again = run('init', '--home', folder.toString())

    then:
    again.code == 2
    with(again.json.findings[0]) {
      code == 'C112'
      place.endsWith('tieout.yml')
      found == 'a file that is there already'
      next.startsWith('Nothing was written')
    }
  }

  def "the demo never removes a folder that it did not make"() {
    given:
    Files.writeString(folder.resolve('my-books.txt'), 'mine')

    when:
    def demo = run('demo', '--once', '--folder', folder.toString())

    then:
    demo.code == 2
    demo.json.findings*.code == ['C112']
    demo.json.findings[0].found == 'a folder with files of yours'
    Files.exists(folder.resolve('my-books.txt'))
  }

  def "the folder of an earlier demo is moved aside, whole, and the new place is told"() {
    given:
    def demo = folder.resolve('demo')

    expect: 'nothing to move the first time'
    DemoHome.prepare(demo) == Optional.empty()

    when:
    Files.writeString(demo.resolve('my-mapping.yml'), 'mine')
    def moved = DemoHome.prepare(demo).get()

    then:
    moved == folder.resolve('demo-1')
    Files.readString(moved.resolve('my-mapping.yml')) == 'mine'
    !Files.exists(demo.resolve('my-mapping.yml'))

    and: 'an earlier one is never written over'
    DemoHome.prepare(demo).get() == folder.resolve('demo-2')
    Files.readString(moved.resolve('my-mapping.yml')) == 'mine'
  }

  def "a home that cannot be made is said with its place"() {
    given:
    def file = Files.writeString(folder.resolve('a-file'), '')

    when:
    def init = run('init', '--home', file.resolve('books').toString())

    then:
    init.code == 2
    with(init.json.findings[0]) {
      code == 'C114'
      place.contains('a-file')
      expected == 'a place that can be written'
      next.contains('--home')
    }
  }

  def "a port that is taken is said with the port"() {
    given:
    def taken = new ServerSocket(0, 1, InetAddress.loopbackAddress)

    when:
    def sandbox = run('sandbox', '--entrata-port', taken.localPort.toString())

    then:
    sandbox.code == 2
    with(sandbox.json.findings[0]) {
      code == 'C113'
      place.contains(taken.localPort.toString())
      expected == 'free ports'
      next.contains('--entrata-port')
    }

    cleanup:
    taken.close()
  }

  private static Map run(String... words) {
    def out = new StringWriter()
    def code = Main.run((words.toList() + ['--json']) as String[], new PrintWriter(out))
    [code: code, json: out.toString().startsWith('{') ? new JsonSlurper().parseText(out.toString()) : [:]]
  }
}
