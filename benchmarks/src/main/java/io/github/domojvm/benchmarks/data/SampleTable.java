package io.github.domojvm.benchmarks.data;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Iterator;

/** The rows as a table of a database in memory. */
public final class SampleTable {
    private static final int BATCH = 1000;

    private SampleTable() {}

    /**
     * Creates a database with the table {@code sales}.
     *
     * @param rows the rows of the table
     * @return a connection, which the caller must close
     * @throws SQLException if the database fails
     */
    public static Connection create(Iterator<SampleRow> rows) throws SQLException {
        Connection connection = DriverManager.getConnection("jdbc:h2:mem:");
        try (Statement statement = connection.createStatement()) {
            statement.execute(
                    "CREATE TABLE sales(id BIGINT, \"day\" DATE, soldAt TIMESTAMP(0), customer VARCHAR, sku VARCHAR,"
                            + " quantity INT, price DECIMAL(10, 2), weight DOUBLE PRECISION, note VARCHAR)");
            // Otherwise H2 copies the result before the first row is read.
            statement.execute("SET LAZY_QUERY_EXECUTION 1");
        }
        try (PreparedStatement insert =
                connection.prepareStatement("INSERT INTO sales VALUES(?, ?, ?, ?, ?, ?, ?, ?, ?)")) {
            for (int batched = 1; rows.hasNext(); batched++) {
                add(insert, rows.next());
                if (batched % BATCH == 0 || !rows.hasNext()) {
                    insert.executeBatch();
                }
            }
        }
        return connection;
    }

    /**
     * Returns a query with the columns of the DataSet.
     *
     * @param times how often each row of the table is returned
     * @return the SQL
     */
    public static String query(long times) {
        return "SELECT id AS \"id\", \"day\", soldAt AS \"soldAt\", customer AS \"customer\", sku AS \"sku\","
                + " quantity AS \"quantity\", price AS \"price\", weight AS \"weight\", note AS \"note\" FROM SYSTEM_RANGE(1, "
                + times + "), sales";
    }

    private static void add(PreparedStatement insert, SampleRow row) throws SQLException {
        int column = 1;
        for (Object value : SampleMaps.of(row).values()) {
            insert.setObject(column, value);
            column++;
        }
        insert.addBatch();
    }
}
