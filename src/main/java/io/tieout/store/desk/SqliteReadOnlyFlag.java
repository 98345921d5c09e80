package io.tieout.store.desk;

import com.zaxxer.hikari.HikariDataSource;
import io.micronaut.context.event.BeanCreatedEvent;
import io.micronaut.context.event.BeanCreatedEventListener;
import io.micronaut.core.order.Ordered;
import jakarta.inject.Singleton;
import java.io.PrintWriter;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.logging.Logger;
import javax.sql.DataSource;
import org.sqlite.SQLiteConfig.TransactionMode;
import org.sqlite.SQLiteConnection;

/**
 * Makes Micronaut Data's reads work on SQLite: they set the connection read-only, which sqlite-jdbc refuses once it is
 * open (micronaut-data issue 3560). The flag chooses the transaction mode instead: reads are deferred, writes immediate.
 *
 * <p>To be dropped with Micronaut 5, which brings a SQLite dialect of its own.
 */
@Singleton
final class SqliteReadOnlyFlag implements BeanCreatedEventListener<DataSource>, Ordered {

    @Override
    public int getOrder() {
        return Ordered.HIGHEST_PRECEDENCE;
    }

    @Override
    public DataSource onCreated(BeanCreatedEvent<DataSource> event) {
        return event.getBean() instanceof HikariDataSource pool
                        && pool.getJdbcUrl().startsWith("jdbc:sqlite:")
                ? new LenientDataSource(pool)
                : event.getBean();
    }

    private record LenientDataSource(HikariDataSource pool) implements DataSource, AutoCloseable {

        @Override
        public Connection getConnection() throws SQLException {
            return lenient(pool.getConnection());
        }

        @Override
        public Connection getConnection(String user, String password) throws SQLException {
            return lenient(pool.getConnection(user, password));
        }

        private static Connection lenient(Connection connection) {
            var readOnly = new boolean[1];
            return (Connection) Proxy.newProxyInstance(
                    Connection.class.getClassLoader(),
                    new Class<?>[] {Connection.class},
                    (proxy, method, arguments) -> {
                        switch (method.getName()) {
                            case "setReadOnly" -> {
                                readOnly[0] = (Boolean) arguments[0];
                                mode(connection, readOnly[0]);
                                return null;
                            }
                            case "isReadOnly" -> {
                                return readOnly[0];
                            }
                            case "close" -> {
                                if (readOnly[0]) {
                                    mode(connection, false);
                                }
                            }
                            default -> {}
                        }
                        try {
                            return method.invoke(connection, arguments);
                        } catch (InvocationTargetException e) {
                            throw e.getCause();
                        }
                    });
        }

        private static void mode(Connection connection, boolean readOnly) throws SQLException {
            connection
                    .unwrap(SQLiteConnection.class)
                    .getConnectionConfig()
                    .setTransactionMode(readOnly ? TransactionMode.DEFERRED : TransactionMode.IMMEDIATE);
        }

        @Override
        public void close() {
            pool.close();
        }

        @Override
        public <T> T unwrap(Class<T> type) throws SQLException {
            return type.isInstance(pool) ? type.cast(pool) : pool.unwrap(type);
        }

        @Override
        public boolean isWrapperFor(Class<?> type) throws SQLException {
            return type.isInstance(pool) || pool.isWrapperFor(type);
        }

        @Override
        public PrintWriter getLogWriter() throws SQLException {
            return pool.getLogWriter();
        }

        @Override
        public void setLogWriter(PrintWriter out) throws SQLException {
            pool.setLogWriter(out);
        }

        @Override
        public void setLoginTimeout(int seconds) throws SQLException {
            pool.setLoginTimeout(seconds);
        }

        @Override
        public int getLoginTimeout() throws SQLException {
            return pool.getLoginTimeout();
        }

        @Override
        public Logger getParentLogger() {
            return Logger.getLogger(Logger.GLOBAL_LOGGER_NAME);
        }
    }
}
