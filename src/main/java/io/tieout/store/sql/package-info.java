/**
 * What every store needs of a database: an address comes in; connections that keep what they confirm and a schema that is
 * up to date go out, or a finding that says why not.
 *
 * <p>SQLite and PostgreSQL are told apart here. Must not know what any store keeps.
 */
@org.jspecify.annotations.NullMarked
package io.tieout.store.sql;
