package io.tieout.architecture

import static io.tieout.architecture.Rooms.ADAPTERS
import static io.tieout.architecture.Rooms.EDGES
import static io.tieout.architecture.Rooms.PURE
import static io.tieout.architecture.Rooms.SANDBOXES
import static io.tieout.architecture.Rooms.SHARED

import com.tngtech.archunit.core.domain.JavaAccess
import com.tngtech.archunit.core.domain.JavaClass
import spock.lang.Specification

/**
 * The direction of the flow, kept by the class files themselves (docs/ARCHITECTURE.md).
 *
 * <p>Every rule runs once per room and first shows that the room has classes, so that none passes on nothing. Rooms that nobody has built
 * yet stand in a list, which may only shrink: a room on it that has a class fails.
 */
class DependencyRulesSpec extends Specification {

  static final List<String> ROOMS_NOT_YET_BUILT = [
      'writeback', 'correction', 'drift',
      'target.xero', 'store.memory', 'vault', 'identity', 'report',
      'edge.web', 'edge.schedule', 'edge.webhook',
      'sandbox.xero',
  ]

  /** Of java.io only what works in memory. */
  static final Set<String> JAVA_IO_IN_MEMORY = [
      'ByteArrayInputStream', 'ByteArrayOutputStream', 'DataInputStream', 'DataOutputStream', 'InputStream', 'OutputStream', 'FilterInputStream',
      'FilterOutputStream', 'StringReader', 'StringWriter', 'Serializable', 'IOException', 'UncheckedIOException', 'EOFException',
  ].collect { 'java.io.' + it } as Set

  static final List<String> JAVA_PACKAGES_OF_THE_WORLD = [
      'java.sql', 'java.net', 'java.nio.file', 'java.nio.channels', 'java.util.logging', 'java.util.prefs', 'java.lang.management', 'java.awt',
  ]

  static final Set<String> JAVA_CLASSES_OF_THE_WORLD = [
      'java.util.Random', 'java.util.concurrent.ThreadLocalRandom', 'java.security.SecureRandom', 'java.lang.System$Logger', 'java.lang.Process',
      'java.lang.ProcessBuilder', 'java.lang.Runtime', 'java.util.Timer', 'java.io.PrintStream', 'java.time.Clock', 'java.util.Date',
  ] as Set

  /** Members whose answer differs between two equal runs. */
  static final Set<String> UNREPEATABLE = [
      'java.lang.System.currentTimeMillis', 'java.lang.System.nanoTime', 'java.lang.System.getenv', 'java.lang.System.getProperty', 'java.lang.System.out',
      'java.lang.System.err', 'java.lang.Math.random', 'java.util.UUID.randomUUID', 'java.time.ZoneId.systemDefault', 'java.util.TimeZone.getDefault',
      'java.util.Locale.getDefault', 'java.nio.charset.Charset.defaultCharset', 'java.lang.Thread.sleep',
  ] as Set

  def "the list of rooms not yet built names rooms of the design, and none that has classes: #room"() {
    expect:
    room in Rooms.ALL
    Rooms.classesIn(room).empty

    where:
    room << ROOMS_NOT_YET_BUILT
  }

  def "every class lives in a room of the design"() {
    expect:
    Rooms.CLASSES.size() > 0
    Rooms.CLASSES.findAll { JavaClass type -> !Rooms.ALL.any { Rooms.isIn(type, it) } }*.name == []
  }

  def "the pure room #room uses only itself and the rooms before it in the flow"() {
    expect:
    !Rooms.classesIn(room).empty
    Rooms.usesBeyond(room, Rooms.above(room)).empty

    where:
    room << built(PURE)
  }

  def "the pure room #room uses nothing but the JDK's values and null annotations"() {
    expect:
    !Rooms.classesIn(room).empty
    Rooms.uses(room) { JavaClass used -> !Rooms.isOurs(used) && !pure(used) }.empty

    where:
    room << built(PURE)
  }

  def "the pure room #room asks neither clock, chance, environment nor the machine's defaults"() {
    expect:
    !Rooms.classesIn(room).empty
    unrepeatable(room).empty

    where:
    room << built(PURE)
  }

  def "the pure room #room holds no amount, or anything else, in a double or float"() {
    expect:
    !Rooms.classesIn(room).empty
    floating(room) == []

    where:
    room << built(PURE)
  }

  def "flow uses the pure rooms and its own ports, no technology and no vendor"() {
    expect:
    !Rooms.classesIn('flow').empty
    Rooms.usesBeyond('flow', PURE).empty
    Rooms.uses('flow') { JavaClass used -> ['java.sql', 'java.net', 'io.micronaut', 'picocli', 'com.fasterxml'].any { used.packageName.startsWith(it) } }.empty
  }

  def "wire knows values and findings, and no adapter"() {
    expect:
    !Rooms.classesIn('wire').empty
    Rooms.usesBeyond('wire', ['money', 'finding']).empty
  }

  def "the adapter #room sees neither another adapter nor the edges"() {
    expect:
    !Rooms.classesIn(room).empty
    Rooms.usesBeyond(room, Rooms.allowedIn(room)).empty

    where:
    room << built(ADAPTERS + ['source.answer', 'store.sql', 'store.event'])
  }

  def "the edge #room translates and calls flow; adapters reach it through wiring only"() {
    expect:
    !Rooms.classesIn(room).empty
    Rooms.usesBeyond(room, PURE + ['flow', 'wiring'] + SANDBOXES).empty

    where:
    room << built(EDGES)
  }

  def "the sandbox #room shares no code with what it is to judge"() {
    expect:
    !Rooms.classesIn(room).empty
    Rooms.usesBeyond(room, SANDBOXES).empty

    where:
    room << built(SANDBOXES)
  }

  def "the judge of the self test shares no code with what it judges: the JDK and a JSON parser are all it uses"() {
    expect:
    !Rooms.classesIn('selftest.checker').empty
    Rooms.usesBeyond('selftest.checker', []).empty
    Rooms.uses('selftest.checker') { JavaClass used ->
      !Rooms.isOurs(used) && !used.primitive && !['java.', 'com.fasterxml.jackson.core', 'org.jspecify.annotations'].any { used.packageName.startsWith(it) || used.packageName + '.' == it }
    }.empty
    unrepeatable('selftest.checker').empty
    floating('selftest.checker') == []
  }

  def "nobody but edges and the self test itself uses the self test: #room"() {
    expect:
    !Rooms.classesIn(room).empty
    Rooms.uses(room) { JavaClass used -> Rooms.SELFTEST.any { Rooms.isIn(used, it) } }.empty

    where:
    room << built(PURE + ['flow'] + SHARED + ADAPTERS + ['wiring'] + SANDBOXES)
  }

  def "nobody but edges and wiring uses a sandbox, and nobody but edges uses wiring: #room"() {
    expect:
    !Rooms.classesIn(room).empty
    Rooms.uses(room) { JavaClass used -> (SANDBOXES + ['wiring']).any { Rooms.isIn(used, it) } }.empty

    where:
    room << built(PURE + ['flow'] + SHARED + ADAPTERS)
  }

  def "wiring does not reach into the edges"() {
    expect:
    built(['wiring']).every { !Rooms.classesIn(it).empty && Rooms.usesBeyond(it, Rooms.ALL - EDGES).empty }
  }

  def "a vendor's words stop at its adapter: #words is used in #home only"() {
    when:
    def users = Rooms.CLASSES.findAll { JavaClass type -> type.directDependenciesFromSelf.any { it.targetClass.packageName.startsWith(words + '.') } }

    then: 'it is used at all, where the adapter is built'
    !users.empty || home in ROOMS_NOT_YET_BUILT
    users.findAll { !Rooms.isIn(it, home) }*.name == []

    where:
    words        | home
    'com.intuit' | 'target.quickbooks'
    'com.xero'   | 'target.xero'
  }

  def "every package says what it is for and is checked for nulls"() {
    given:
    def packages = Rooms.CLASSES.collect { it.package }.toSet()

    expect:
    !packages.empty
    packages.findAll { !it.isAnnotatedWith('org.jspecify.annotations.NullMarked') }*.name.sort() == []
  }

  private static List<String> built(List<String> rooms) {
    rooms - ROOMS_NOT_YET_BUILT
  }

  private static boolean pure(JavaClass used) {
    if (used.primitive || used.packageName == 'org.jspecify.annotations') {
      return true
    }
    if (!used.packageName.startsWith('java.') || used.name in JAVA_CLASSES_OF_THE_WORLD) {
      return false
    }
    if (used.packageName == 'java.io') {
      return used.name in JAVA_IO_IN_MEMORY
    }
    !JAVA_PACKAGES_OF_THE_WORLD.any { used.packageName == it || used.packageName.startsWith(it + '.') }
  }

  private static Set<String> unrepeatable(String room) {
    def found = new TreeSet<String>()
    Rooms.classesIn(room).each { JavaClass type ->
      type.accessesFromSelf.each { JavaAccess access ->
        def owner = access.targetOwner.name
        def now = owner.startsWith('java.time.') && access.target.name == 'now'
        if (now || "${owner}.${access.target.name}".toString() in UNREPEATABLE) {
          found << access.description
        }
      }
    }
    found
  }

  private static List<String> floating(String room) {
    def inexact = ['double', 'float', 'java.lang.Double', 'java.lang.Float']
    Rooms.classesIn(room).collectMany { JavaClass type ->
      def fields = type.fields.findAll { it.rawType.baseComponentType.name in inexact }
      def methods = type.codeUnits.findAll { unit -> ([unit.rawReturnType] + unit.rawParameterTypes).any { it.baseComponentType.name in inexact } }
      (fields + methods)*.fullName
    }
  }
}
