package io.github.domojvm.sandbox.internal.query;

import io.github.domojvm.sandbox.internal.rows.Column;
import io.github.domojvm.sandbox.internal.rows.ColumnType;
import io.github.domojvm.sandbox.internal.rows.Segment;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.ResultSetMetaData;
import java.sql.SQLException;
import java.sql.Statement;
import java.sql.Types;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.h2.jdbcx.JdbcDataSource;
import org.jspecify.annotations.Nullable;

/** The rows of one DataSet in a separate database, queried by a user that has only the SELECT privilege. */
final class LoadedRows implements AutoCloseable {
    private static final String OWNER = "SA";
    private static final String READER = "READER";
    /** Keywords that are valid names in Domo's dialect (MySQL's). */
    private static final String NON_KEYWORDS = "TABLE,VALUE,KEY,DAY,HOUR,MINUTE,MONTH,SECOND,YEAR,USER";

    private static final int DIGITS = 38;
    /** The format of times in responses (Domo docs, DataSet API). */
    private static final DateTimeFormatter TO_THE_SECOND = DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss");

    private static final int BATCH = 1000;
    private static final int TIMEOUT_SECONDS = 60;

    private final List<Segment> segments;
    private final List<Column> columns;
    private final Connection owner;
    private final Connection reader;
    private final Set<String> executed = new HashSet<>();

    private LoadedRows(List<Segment> segments, List<Column> columns, Connection owner, Connection reader) {
        this.segments = segments;
        this.columns = columns;
        this.owner = owner;
        this.reader = reader;
    }

    static LoadedRows load(List<Column> columns, List<Segment> segments) throws SQLException {
        JdbcDataSource database = new JdbcDataSource();
        database.setUrl("jdbc:h2:mem:" + UUID.randomUUID()
                + ";MODE=MySQL;DATABASE_TO_UPPER=FALSE;CASE_INSENSITIVE_IDENTIFIERS=TRUE;TIME ZONE=UTC;NON_KEYWORDS="
                + NON_KEYWORDS);
        String password = UUID.randomUUID().toString();
        Connection owner = database.getConnection(OWNER, password);
        try (Statement statement = owner.createStatement()) {
            statement.execute("CREATE TABLE `table` ("
                    + columns.stream()
                            .map(column -> quoted(column.name()) + " " + sqlType(column.type()))
                            .collect(Collectors.joining(", "))
                    + ")");
            insert(owner, columns, segments);
            statement.execute("CREATE USER " + READER + " PASSWORD '" + password + "'");
            statement.execute("GRANT SELECT ON `table` TO " + READER);
            return new LoadedRows(segments, columns, owner, database.getConnection(READER, password));
        } catch (SQLException | RuntimeException e) {
            owner.close();
            throw e;
        }
    }

    boolean matches(List<Column> wantedColumns, List<Segment> wantedSegments) {
        return columns.equals(wantedColumns) && segments.equals(wantedSegments);
    }

    QueryResult select(String sql) throws SQLException {
        try (Statement statement = reader.createStatement()) {
            statement.setQueryTimeout(TIMEOUT_SECONDS);
            try (ResultSet result = statement.executeQuery(MySqlDialect.translate(sql))) {
                List<Column> found = describe(result.getMetaData());
                List<List<@Nullable Object>> rows = new ArrayList<>();
                while (result.next()) {
                    List<@Nullable Object> row = new ArrayList<>(found.size());
                    for (int i = 0; i < found.size(); i++) {
                        row.add(value(result, i + 1, found.get(i).type()));
                    }
                    rows.add(row);
                }
                return new QueryResult(found, rows, !executed.add(sql));
            }
        }
    }

    @Override
    public void close() {
        try {
            reader.close();
            owner.close(); // The database is removed with its last connection.
        } catch (SQLException e) {
            throw new IllegalStateException("The embedded database could not be closed", e);
        }
    }

    private static void insert(Connection owner, List<Column> columns, List<Segment> segments) throws SQLException {
        String placeholders = columns.stream().map(column -> "?").collect(Collectors.joining(", "));
        try (PreparedStatement insert = owner.prepareStatement("INSERT INTO `table` VALUES (" + placeholders + ")")) {
            int[] batched = {0};
            for (Segment segment : segments) {
                segment.read(columns.size(), row -> {
                    try {
                        for (int i = 0; i < row.size(); i++) {
                            insert.setObject(i + 1, row.get(i));
                        }
                        insert.addBatch();
                        if (++batched[0] % BATCH == 0) {
                            insert.executeBatch();
                        }
                    } catch (SQLException e) {
                        throw SqlFailure.of(e);
                    }
                });
            }
            insert.executeBatch();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String quoted(String name) {
        return "`" + name.replace("`", "``") + "`";
    }

    private static String sqlType(ColumnType type) {
        return switch (type) {
            case STRING -> "VARCHAR";
            case LONG -> "BIGINT";
            case DOUBLE -> "DOUBLE PRECISION";
            case DECIMAL -> "DECFLOAT(" + DIGITS + ")";
            case DATE -> "DATE";
            case DATETIME -> "TIMESTAMP(3)";
        };
    }

    private static List<Column> describe(ResultSetMetaData result) throws SQLException {
        List<Column> columns = new ArrayList<>();
        for (int i = 1; i <= result.getColumnCount(); i++) {
            columns.add(new Column(result.getColumnLabel(i), type(result.getColumnType(i))));
        }
        return columns;
    }

    private static ColumnType type(int sqlType) {
        return switch (sqlType) {
            case Types.TINYINT, Types.SMALLINT, Types.INTEGER, Types.BIGINT -> ColumnType.LONG;
            case Types.REAL, Types.FLOAT, Types.DOUBLE -> ColumnType.DOUBLE;
            case Types.NUMERIC, Types.DECIMAL -> ColumnType.DECIMAL;
            case Types.DATE -> ColumnType.DATE;
            case Types.TIMESTAMP, Types.TIMESTAMP_WITH_TIMEZONE -> ColumnType.DATETIME;
            default -> ColumnType.STRING;
        };
    }

    private static @Nullable Object value(ResultSet result, int column, ColumnType type) throws SQLException {
        return switch (type) {
            case LONG -> result.getObject(column, Long.class);
            case DOUBLE -> result.getObject(column, Double.class);
            case DECIMAL -> withoutExponent(result.getBigDecimal(column));
            // Read without a time zone: java.sql.Date and Timestamp shift times that the zone of this machine skips.
            case DATE -> {
                LocalDate date = result.getObject(column, LocalDate.class);
                yield date == null ? null : date.toString();
            }
            case DATETIME -> {
                LocalDateTime time = result.getObject(column, LocalDateTime.class);
                yield time == null ? null : time.format(TO_THE_SECOND);
            }
            case STRING -> result.getString(column);
        };
    }

    /** Removes the exponent of integers, since readers of integers reject it. */
    private static @Nullable BigDecimal withoutExponent(@Nullable BigDecimal number) {
        if (number == null || number.scale() >= 0 || number.precision() - number.scale() > DIGITS) {
            return number;
        }
        return number.setScale(0);
    }
}
