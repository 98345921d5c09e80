package io.tieout.testing

import groovy.transform.CompileStatic
import java.sql.Connection
import javax.sql.DataSource

/** An empty database of its own, handed out by {@link Databases}. Closing it drops it, also under open connections. */
@CompileStatic
final class FreshDatabase implements AutoCloseable {

  /** {@code sqlite} or {@code postgresql}: the folder name under {@code db/<store>/}. */
  final String vendor

  final String url
  final String user
  final String password

  /** Not pooled: every call opens a connection. */
  final DataSource dataSource

  private final Closure<?> drop

  FreshDatabase(String vendor, String url, String user, String password, DataSource dataSource, Closure<?> drop) {
    this.vendor = vendor
    this.url = url
    this.user = user
    this.password = password
    this.dataSource = dataSource
    this.drop = drop
  }

  Connection connect() {
    dataSource.connection
  }

  /** The database's own name: the last part of the url without its settings. */
  String getName() {
    url.replaceAll(/\?.*/, '').replaceAll(/.*\//, '')
  }

  @Override
  void close() {
    drop.call()
  }

  @Override
  String toString() {
    vendor
  }
}
