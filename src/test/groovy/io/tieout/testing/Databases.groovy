package io.tieout.testing

import groovy.transform.CompileStatic
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres
import java.nio.file.Files
import java.nio.file.Path
import java.util.concurrent.ConcurrentHashMap
import java.util.concurrent.atomic.AtomicInteger
import javax.sql.DataSource
import org.postgresql.ds.PGSimpleDataSource
import org.sqlite.SQLiteDataSource

/**
 * Fresh, empty databases for the store specs: SQLite files and databases of one real PostgreSQL.
 *
 * <p>One PostgreSQL is started per JVM, at the first call of {@link #postgres()}, and stopped with the JVM. It also starts as root (the
 * binaries then run in a user namespace of their own). A new database is a copy of an empty template and takes some hundredths of a second,
 * so a spec takes a fresh one per feature rather than cleaning up after itself:
 *
 * <pre>
 * abstract class BlockStoreSpec extends Specification {
 *   abstract FreshDatabase fresh()
 *   FreshDatabase database = fresh()
 *   def cleanup() { database.close() }
 * }
 * class SqliteBlockStoreSpec extends BlockStoreSpec { FreshDatabase fresh() { Databases.sqlite() } }
 * class PostgresBlockStoreSpec extends BlockStoreSpec { FreshDatabase fresh() { Databases.postgres() } }
 * </pre>
 *
 * <p>Where every feature wants the same tables, name the preparation: it runs once per JVM and is copied afterwards.
 *
 * <pre>
 * Databases.postgres('ledger') { DataSource empty -> LedgerMigrations.run(empty) }
 * </pre>
 *
 * <p>The server keeps what it commits (Zonky's own default does not): the ledger refuses one that would not.
 */
@CompileStatic
final class Databases {

  /** The settings the product itself uses: write-ahead log, every commit on disk, writers queue instead of clashing. */
  static final String SQLITE_SETTINGS =
      'journal_mode=WAL&synchronous=FULL&foreign_keys=true&busy_timeout=5000&transaction_mode=IMMEDIATE'

  private static final AtomicInteger NUMBER = new AtomicInteger()
  private static final Map<String, Object> PREPARED = new ConcurrentHashMap<>()
  private static EmbeddedPostgres server
  private static Path folder

  private Databases() {}

  /** A new SQLite file without tables. */
  static FreshDatabase sqlite() {
    sqliteAt(newFile())
  }

  /** A new SQLite file, a copy of one on which {@code prepare} ran; it runs once per name and JVM. */
  static FreshDatabase sqlite(String name, Closure<?> prepare) {
    def template = (Path) PREPARED.computeIfAbsent("sqlite $name".toString()) { preparedSqlite(prepare) }
    def copy = newFile()
    Files.copy(template, copy)
    sqliteAt(copy)
  }

  /** A new PostgreSQL database without tables. */
  static FreshDatabase postgres() {
    postgresFrom('template0')
  }

  /** A new PostgreSQL database, a copy of one on which {@code prepare} ran; it runs once per name and JVM. */
  static FreshDatabase postgres(String name, Closure<?> prepare) {
    postgresFrom((String) PREPARED.computeIfAbsent("postgresql $name".toString()) { preparedPostgres(prepare) })
  }

  /** Both vendors, for a {@code where} block: {@code fresh << Databases.both()}, then {@code def database = fresh()}. */
  static List<Closure<FreshDatabase>> both() {
    [{ -> sqlite() } as Closure<FreshDatabase>, { -> postgres() } as Closure<FreshDatabase>]
  }

  private static FreshDatabase sqliteAt(Path file) {
    def url = "jdbc:sqlite:${file}?${SQLITE_SETTINGS}".toString()
    def dataSource = new SQLiteDataSource()
    dataSource.url = url
    new FreshDatabase('sqlite', url, '', '', dataSource, {
      ['', '-wal', '-shm', '-journal'].each { Files.deleteIfExists(Path.of(file.toString() + it)) }
    })
  }

  private static Path preparedSqlite(Closure<?> prepare) {
    def file = newFile()
    def plain = new SQLiteDataSource()
    // Without a write-ahead log, so that the one file holds everything when it is copied.
    plain.url = "jdbc:sqlite:${file}?foreign_keys=true"
    prepare.call(plain)
    file
  }

  private static String preparedPostgres(Closure<?> prepare) {
    def database = postgresFrom('template0')
    prepare.call(database.dataSource)
    database.name
  }

  private static FreshDatabase postgresFrom(String template) {
    def name = "fresh_${NUMBER.incrementAndGet()}".toString()
    administer("create database $name template $template")
    def dataSource = new PGSimpleDataSource()
    dataSource.URL = "jdbc:postgresql://127.0.0.1:${running().port}/${name}"
    dataSource.user = 'postgres'
    dataSource.password = 'postgres'
    new FreshDatabase('postgresql', dataSource.URL, 'postgres', 'postgres', dataSource, {
      administer("drop database if exists $name with (force)")
    })
  }

  private static void administer(String sql) {
    def connection = running().postgresDatabase.connection
    try {
      connection.createStatement().withCloseable { it.execute(sql) }
    } finally {
      connection.close()
    }
  }

  private static synchronized EmbeddedPostgres running() {
    if (server == null) {
      try {
        server = EmbeddedPostgres.builder()
            .setServerConfig('max_connections', '200')
            .setServerConfig('fsync', 'on')
            .setServerConfig('synchronous_commit', 'on')
            .setServerConfig('full_page_writes', 'on')
            .start()
      } catch (IOException | IllegalStateException e) {
        throw new IllegalStateException('PostgreSQL for the specs did not start. It refuses to run as root; as root it is started in a user namespace ' +
            "of its own, which some containers forbid ('unshare -U true' tells): run the specs as another user there.", e)
      }
    }
    server
  }

  private static synchronized Path newFile() {
    if (folder == null) {
      folder = Files.createTempDirectory('tieout-spec-')
      Runtime.runtime.addShutdownHook(new Thread({ folder.toFile().deleteDir() }))
    }
    folder.resolve("fresh-${NUMBER.incrementAndGet()}.db")
  }
}
