package io.tieout.store.ledger

import io.tieout.flow.port.Ids
import io.tieout.flow.port.RunClock
import io.tieout.plan.Environment
import io.tieout.testing.FreshDatabase
import java.nio.file.Files
import java.nio.file.Path
import java.time.Duration
import java.time.Instant
import java.time.LocalDate
import java.time.ZoneOffset

/** A ledger of its own for a spec: database, data folder, key folder, and a clock moved by hand. */
class LedgerHome implements AutoCloseable {

  final FreshDatabase database
  final Path data = Files.createTempDirectory('tieout-data-')
  final Path keys = Files.createTempDirectory('tieout-keys-')
  final HandClock clock = new HandClock()
  final Ids ids = { String.format('ID%08d', ++count) }
  private int count

  LedgerHome(FreshDatabase database) {
    this.database = database
  }

  LedgerSettings settings(Environment environment = Environment.SANDBOX) {
    new LedgerSettings(database.url, database.user, database.password, data, environment, Optional.of(keys))
  }

  SqlLedger open(Environment environment = Environment.SANDBOX) {
    SqlLedger.open(settings(environment), clock, ids)
  }

  /** What another process did to the database. */
  void sql(String statement) {
    database.connect().withCloseable { connection ->
      connection.createStatement().withCloseable { it.execute(statement) }
    }
  }

  @Override
  void close() {
    database.close()
    data.toFile().deleteDir()
    keys.toFile().deleteDir()
  }

  static class HandClock implements RunClock {
    Instant now = Instant.parse('2026-11-02T03:00:00Z')

    @Override
    Instant now() {
      now
    }

    @Override
    LocalDate businessDate() {
      now.atZone(ZoneOffset.UTC).toLocalDate()
    }

    @Override
    long monotonicNanos() {
      System.nanoTime()
    }

    @Override
    void sleep(Duration duration) {
      now = now.plus(duration)
    }
  }
}
