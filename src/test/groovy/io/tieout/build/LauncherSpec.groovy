package io.tieout.build

import java.nio.file.Files
import java.nio.file.Path
import java.nio.file.StandardCopyOption
import java.util.concurrent.TimeUnit
import spock.lang.Requires
import spock.lang.Specification
import spock.lang.TempDir

/** The real {@code ./tieout} in a folder with a blank in its name, between a JDK and a Maven wrapper that only note how they were called. */
@Requires({ !os.windows })
class LauncherSpec extends Specification {

  static final long WAIT_SECONDS_MAX = 60

  @TempDir
  Path folder

  Path home
  Path jdk

  def setup() {
    home = Files.createDirectories(folder.resolve('a home'))
    Files.copy(Path.of('tieout'), home.resolve('tieout'), StandardCopyOption.COPY_ATTRIBUTES)
    write('pom.xml', '<project/>')
    write('src/main/A.java', 'class A {}')
    script(home.resolve('mvnw'), 'echo "built with $*" >>builds; sleep "${SLOW:-0}"; [ -z "${BROKEN-}" ] || exit 1; mkdir -p target; echo jar >target/tieout.jar')
    jdk = jdkOf('17.0.15')
  }

  def "the first start builds, the second does not, and a changed source builds again"() {
    expect:
    start('status').err.contains('building')
    start('status').err == ''
    builds() == 1

    when:
    home.resolve('src/main/A.java').toFile().lastModified = System.currentTimeMillis() + 5000
    start('status')

    then:
    builds() == 2
  }

  def "the first start shows no warnings of the build's own tools"() {
    expect: 'a plugin of Maven brings a logger without a provider, which says so on every build unless told not to'
    Files.readString(Path.of('.mvn/jvm.config')).contains('-Dslf4j.internal.verbosity=ERROR')
  }

  def "arguments, standard output and the exit code are the program's own"() {
    when:
    def run = start('explain', 'two words', '', '*', env: [EXIT: '5'])

    then:
    run.code == 5
    run.out.readLines().takeRight(4) == ['explain', 'two words', '', '*']
  }

  def "#found.size() JDKs found, none new enough: #says"() {
    when:
    def run = start('status', env: [JAVA_HOME: found ? jdkOf(found[0]).toString() : null], path: withoutJava())

    then:
    run.code == 2
    run.err.contains('needs a JDK of 17 or later')
    run.err.contains(says)
    builds() == 0

    where:
    found        || says
    []           || 'none'
    ['11.0.2']   || '11.0.2'
    ['1.8.0_402'] || '1.8.0_402'
  }

  def "an old JAVA_HOME does not hide a newer java of the PATH"() {
    when:
    def run = start('status', env: [JAVA_HOME: jdkOf('11.0.2').toString()], path: "$jdk/bin:${withoutJava()}")

    then:
    run.code == 0
    run.out.contains('status')
  }

  def "JDK #version is given #flags"() {
    given:
    def run = start('serve', env: [JAVA_HOME: jdkOf(version).toString(), TIEOUT_JAVA_OPTS: '-Xmx1g -Da=b'])

    expect:
    run.out.contains('--enable-native-access=ALL-UNNAMED') == native_
    run.out.readLines().containsAll(['-Xmx1g', '-Da=b', '-Dfile.encoding=UTF-8', '-XX:+CrashOnOutOfMemoryError'])

    where:
    version   | native_
    '17.0.15' | false
    '21.0.1'  | false
    '25.0.3'  | true

    flags = native_ ? 'the flag for native libraries' : 'no flag for native libraries'
  }

  def "two first starts at once build once, and both run"() {
    when:
    def runs = (1..2).collect { begin('status', env: [SLOW: '2']) }.collect { finish(it) }

    then:
    runs*.code == [0, 0]
    builds() == 1
    runs*.err.join().contains('waiting for another start')
  }

  def "a lock left by a start that was killed is taken over"() {
    given:
    def gone = new ProcessBuilder('true').start()
    gone.waitFor()
    write('target/launch.lock/pid', "${gone.pid()}\n")

    expect:
    start('status').code == 0
    builds() == 1
  }

  def "a failed build is said, exits 1 and leaves no lock"() {
    when:
    def run = start('status', env: [BROKEN: 'yes'])

    then:
    run.code == 1
    run.err.contains('the build failed')
    !Files.exists(home.resolve('target/launch.lock'))
  }

  def "a build does not replace the jar that a running Tieout reads"() {
    given:
    start('status')
    def running = Files.newInputStream(home.resolve('target/launch/tieout.jar'))

    when: 'the build writes into its jar, and the next start takes it over'
    write('target/tieout.jar', 'other')
    home.resolve('target/tieout.jar').toFile().lastModified = System.currentTimeMillis() + 5000
    start('status')

    then:
    running.text == 'jar\n'
    Files.readString(home.resolve('target/launch/tieout.jar')) == 'other'

    cleanup:
    running?.close()
  }

  private int builds() {
    def file = home.resolve('builds')
    Files.exists(file) ? Files.readAllLines(file).size() : 0
  }

  private Path jdkOf(String version) {
    def made = folder.resolve("jdk-$version")
    script(made.resolve('bin/java'), 'for a in "$@"; do printf "%s\\n" "$a"; done; exit "${EXIT:-0}"')
    script(made.resolve('bin/javac'), 'exit 0')
    Files.writeString(made.resolve('release'), "IMPLEMENTOR=\"x\"\nJAVA_VERSION=\"$version\"\n")
    made
  }

  /** The tools a launcher may expect of any system, and no java. */
  private String withoutJava() {
    def tools = Files.createDirectories(folder.resolve('tools'))
    ['sh', 'sed', 'head', 'dirname', 'readlink', 'find', 'mkdir', 'cat', 'cp', 'mv', 'rm', 'touch', 'sleep', 'cksum', 'tr', 'echo', 'printf'].each { tool ->
      def real = ['/bin', '/usr/bin'].collect { Path.of(it, tool) }.find { Files.exists(it) }
      def link = tools.resolve(tool)
      if (real != null && !Files.exists(link)) {
        Files.createSymbolicLink(link, real)
      }
    }
    tools.toString()
  }

  private Map start(Map settings = [:], String... arguments) {
    finish(begin(settings, arguments))
  }

  private Map begin(Map settings = [:], String... arguments) {
    def builder = new ProcessBuilder([home.resolve('tieout').toString()] + (arguments as List))
    def number = Files.list(folder).withCloseable { it.count() }
    def out = folder.resolve("out-$number")
    def err = folder.resolve("err-$number")
    [out, err].each { Files.createFile(it) }
    builder.redirectOutput(out.toFile()).redirectError(err.toFile())
    def environment = builder.environment()
    environment.remove('TIEOUT_JAVA_OPTS')
    environment.put('JAVA_HOME', jdk.toString())
    (settings.env ?: [:]).each { name, value -> value == null ? environment.remove(name) : environment.put(name, value) }
    if (settings.path) {
      environment.put('PATH', settings.path.toString())
    }
    [process: builder.start(), out: out, err: err]
  }

  private Map finish(Map begun) {
    assert begun.process.waitFor(WAIT_SECONDS_MAX, TimeUnit.SECONDS)
    [code: begun.process.exitValue(), out: begun.out.toFile().text, err: begun.err.toFile().text]
  }

  private void write(String name, String text) {
    def file = home.resolve(name)
    Files.createDirectories(file.parent)
    Files.writeString(file, text)
  }

  private static void script(Path file, String body) {
    Files.createDirectories(file.parent)
    Files.writeString(file, "#!/bin/sh\n$body\n")
    file.toFile().executable = true
  }
}
