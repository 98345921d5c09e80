package io.tieout.story

import io.tieout.store.sql.PrivateFile
import java.nio.file.Files
import java.nio.file.Path
import java.nio.file.attribute.PosixFilePermissions
import spock.lang.AutoCleanup
import spock.lang.IgnoreIf
import spock.lang.Specification

/** What holds somebody's books is its owner's alone, from the moment it is made; what was widened since is said. */
@IgnoreIf({ !Path.of('.').fileSystem.supportedFileAttributeViews().contains('posix') })
class PrivateFilesSpec extends Specification {

  @AutoCleanup
  House house = new House(mappings: ['demo-accrual'])

  def "after a whole night every data file is 0600 and every folder 0700, exports too"() {
    given: 'one more person has the books open, so that SQLite keeps its journals'
    house.publish('demo-accrual')
    def seen = new TreeMap()
    def watcher = Thread.start {
      while (!Thread.interrupted()) {
        all().each { seen[relative(it)] = mode(it) }
        try {
          sleep(20) { true }
        } catch (InterruptedException ignored) {
          return
        }
      }
    }

    when:
    house.tieout('sync')
    house.tieout('plan')
    house.tieout('export', '--out', house.home.resolve('out.jsonl').toString())
    watcher.interrupt()
    watcher.join()

    then:
    seen.keySet().containsAll(['data/ledger.db', 'data/ledger.db-wal', 'data/ledger.db-shm', 'data/raw.db', 'data/raw.db-wal', 'data/desk.db', 'data/ledger.lock',
        'data/published', 'keys/ledger-heads.txt'])
    seen.findAll { it.value != (Files.isDirectory(house.home.resolve(it.key)) ? 'rwx------' : 'rw-------') } == [:]
    mode(house.home.resolve('out.jsonl')) == 'rw-------'
  }

  def "a file that others may read is named at the start of each command, on the other stream, with what to do"() {
    given:
    house.publish('demo-accrual')
    def ledger = house.home.resolve('data/ledger.db')
    Files.setPosixFilePermissions(ledger, PosixFilePermissions.fromString('rw-r--r--'))
    Files.setPosixFilePermissions(house.home.resolve('data'), PosixFilePermissions.fromString('rwxr-xr-x'))

    when:
    def status = said { house.tieout('status') }

    then: 'the command does its work'
    status.code == 0
    status.out.contains('"companies"')
    status.err.startsWith("${house.home.resolve('data')}  " + 'C115 others may use files of the ledger')
    status.err.contains('found:    2 files and folders open to others, first the folder itself rwxr-xr-x')
    status.err.contains("chmod -R go-rwx ${house.home.resolve('data')}")

    and: 'doctor lists it too'
    house.text('doctor').text.contains('2 files and folders open to others')

    when: 'done as it says'
    "chmod -R go-rwx ${house.home.resolve('data')}".execute().waitFor()

    then:
    said { house.tieout('status') }.err == ''
    house.text('doctor').text.contains("data and keys are their owner's alone")
  }

  def "an export over a file that others may read leaves it to its owner alone"() {
    given:
    house.publish('demo-accrual')
    def out = house.home.resolve('old.jsonl')
    Files.writeString(out, 'old\n' * 10_000)
    Files.setPosixFilePermissions(out, PosixFilePermissions.fromString('rw-rw-r--'))

    when:
    house.tieout('export', '--out', out.toString())

    then:
    mode(out) == 'rw-------'
    !Files.readString(out).contains('old')
  }

  def "folders above are made private, those that are there keep their mode"() {
    given:
    def there = Files.createDirectory(house.home.resolve('there'), PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString('rwxr-x---')))

    when:
    PrivateFile.makeFolder(there.resolve('a/b'))
    PrivateFile.makeFolder(there)

    then:
    mode(there) == 'rwxr-x---'
    mode(there.resolve('a')) == 'rwx------'
    mode(there.resolve('a/b')) == 'rwx------'
    PrivateFile.wider(there) == [there]
    PrivateFile.wider(house.home.resolve('nowhere')) == []
  }

  private List<Path> all() {
    ['data', 'keys'].collectMany { name ->
      def folder = house.home.resolve(name)
      try {
        Files.isDirectory(folder) ? Files.walk(folder).toList() : []
      } catch (UncheckedIOException gone) {
        []
      }
    }
  }

  private String relative(Path path) {
    house.home.relativize(path).toString()
  }

  private static String mode(Path path) {
    try {
      PosixFilePermissions.toString(Files.getPosixFilePermissions(path))
    } catch (java.nio.file.NoSuchFileException gone) {
      'rw-------'
    }
  }

  private static Map said(Closure<House.Ran> run) {
    def errors = new ByteArrayOutputStream()
    def before = System.err
    System.err = new PrintStream(errors, true, 'UTF-8')
    try {
      def ran = run.call()
      [code: ran.code, out: ran.text, err: errors.toString('UTF-8')]
    } finally {
      System.err = before
    }
  }
}
