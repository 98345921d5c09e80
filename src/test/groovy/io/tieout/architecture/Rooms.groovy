package io.tieout.architecture

import com.tngtech.archunit.core.domain.Dependency
import com.tngtech.archunit.core.domain.JavaClass
import com.tngtech.archunit.core.domain.JavaClasses
import com.tngtech.archunit.core.importer.ClassFileImporter
import com.tngtech.archunit.core.importer.ImportOption
import groovy.transform.CompileStatic

/** The rooms of the product, read from its class files; a room is a package under {@code io.tieout} with all packages below it. */
@CompileStatic
final class Rooms {

  static final String ROOT = 'io.tieout.'

  /** The pure rooms in the order of the flow. A room uses rooms of the lines above it, and on its own line those to its left. */
  static final List<List<String>> PURE_LINES = [
      ['money', 'finding'],
      ['fact'],
      ['mapping'],
      ['plan'],
      ['posting', 'writeback', 'correction'],
      ['tie', 'drift', 'chain'],
  ]

  static final List<String> PURE = PURE_LINES.flatten() as List<String>

  static final List<String> ADAPTERS = [
      'source.entrata', 'source.files',
      'target.quickbooks', 'target.xero',
      'store.ledger', 'store.memory', 'store.desk', 'store.raw', 'store.mapping',
      'vault', 'identity', 'report',
  ]

  static final List<String> EDGES = ['edge.cli', 'edge.web', 'edge.schedule', 'edge.webhook']

  static final List<String> SANDBOXES = ['sandbox.entrata', 'sandbox.quickbooks', 'sandbox.xero', 'sandbox.script']

  /**
   * What adapters share: {@code wire} sends stored bytes and reads JSON and knows no vendor; {@code source.answer} reads what Entrata
   * answers, live or saved, and knows neither HTTP nor files; {@code store.sql} opens databases and knows no store's tables; {@code
   * store.event} says what the events of a ledger hold and knows no database.
   */
  static final List<String> SHARED = ['wire', 'source.answer', 'store.sql', 'store.event']

  /** Rooms of the self test: the judge, which knows nothing of the product, and the killer of real processes, which knows all of it. */
  static final List<String> SELFTEST = ['selftest.checker', 'selftest.kill']

  static final List<String> ALL = PURE + ['flow'] + SHARED + ADAPTERS + EDGES + ['wiring'] + SANDBOXES + SELFTEST

  static final JavaClasses CLASSES = new ClassFileImporter()
      .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
      .importPackages('io.tieout')

  private Rooms() {}

  static List<JavaClass> classesIn(String room) {
    CLASSES.findAll { isIn(it, room) } as List<JavaClass>
  }

  static boolean isIn(JavaClass type, String room) {
    type.packageName == ROOT + room || type.packageName.startsWith(ROOT + room + '.')
  }

  static boolean isOurs(JavaClass type) {
    type.packageName == 'io.tieout' || type.packageName.startsWith(ROOT)
  }

  /** What a pure room may use besides itself. */
  static List<String> above(String room) {
    PURE.takeWhile { it != room }
  }

  /** What an adapter may use besides itself. */
  static List<String> allowedIn(String adapter) {
    def shared = SHARED.findAll { it == 'wire' || it.tokenize('.').first() == adapter.tokenize('.').first() }
    PURE + ['flow'] + shared
  }

  /** Uses of our own classes, from this room into rooms that are neither it nor among those allowed. */
  static Set<String> usesBeyond(String room, Collection<String> allowed) {
    uses(room) { JavaClass used -> isOurs(used) && !(allowed + [room]).any { String known -> isIn(used, known) } }
  }

  /** Uses of classes that answer to the predicate, as "who -> what", each once. */
  static Set<String> uses(String room, Closure<Boolean> ofInterest) {
    def found = new TreeSet<String>()
    classesIn(room).each { type ->
      type.directDependenciesFromSelf.each { Dependency use ->
        def target = use.targetClass.baseComponentType
        if (ofInterest(target)) {
          found << "$type.name -> $target.name".toString()
        }
      }
    }
    found
  }
}
