/** Plans, users and other things that are looked at and edited: Micronaut Data JDBC on SQLite and PostgreSQL. */
@org.jspecify.annotations.NullMarked
package io.tieout.store.desk;
