package io.github.domojvm.domophp;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.domojvm.csv.CsvSource;
import io.github.domojvm.pdp.PolicyFilters;
import io.github.domojvm.rest.model.Column;
import io.github.domojvm.rest.model.ColumnType;
import io.github.domojvm.rest.model.DataSet;
import io.github.domojvm.rest.model.FilterOperator;
import io.github.domojvm.rest.model.PolicyFilter;
import io.github.domojvm.rest.model.Schema;
import io.github.domojvm.rest.model.UpdateMethod;
import io.github.domojvm.schema.SchemaBuilder;
import io.github.domojvm.schema.SchemaInference;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class HelpersTest extends ManualTest {
    private static final String CSV = "Date,Fruit,Revenue\n2018-01-01,Apples,100.5\n";

    @Test
    void schemaBuilder() {
        Schema schema = SchemaBuilder.builder()
                .stringColumn("a")
                .decimalColumn("b")
                .longColumn("c")
                .doubleColumn("d")
                .dateColumn("e")
                .dateTimeColumn("f")
                .build();

        assertThat(schema.columns())
                .extracting(Column::type)
                .containsExactly(
                        ColumnType.STRING,
                        ColumnType.DECIMAL,
                        ColumnType.LONG,
                        ColumnType.DOUBLE,
                        ColumnType.DATE,
                        ColumnType.DATETIME);
    }

    @Test
    void inferSchema(@TempDir Path folder) throws IOException {
        Path csv = Files.writeString(folder.resolve("fruit.csv"), CSV);

        assertThat(SchemaInference.infer(CsvSource.fromFile(csv))).isEqualTo(FRUIT);
    }

    @Test
    void filterBuilder() {
        PolicyFilters fruit = PolicyFilters.column("Fruit");

        assertThat(List.of(
                        fruit.equalTo("Apples"),
                        fruit.like("A%"),
                        fruit.greaterThan("A"),
                        fruit.lessThan("A"),
                        fruit.greaterThanEqual("A"),
                        fruit.lessThanEqual("A"),
                        fruit.between("A", "B"),
                        fruit.beginsWith("A"),
                        fruit.endsWith("s"),
                        fruit.contains("pp")))
                .allMatch(filter -> !filter.not())
                .extracting(PolicyFilter::operator)
                .containsExactly(
                        FilterOperator.EQUALS,
                        FilterOperator.LIKE,
                        FilterOperator.GREATER_THAN,
                        FilterOperator.LESS_THAN,
                        FilterOperator.GREATER_THAN_EQUAL,
                        FilterOperator.LESS_THAN_EQUAL,
                        FilterOperator.BETWEEN,
                        FilterOperator.BEGINS_WITH,
                        FilterOperator.ENDS_WITH,
                        FilterOperator.CONTAINS);
        assertThat(fruit.not().contains("pp").not()).isTrue();
    }

    @Test
    void createDataSet(@TempDir Path folder) throws IOException {
        Path csv = Files.writeString(folder.resolve("fruit.csv"), CSV);

        DataSet created = domo.dataSets().create("From a file", SchemaInference.infer(CsvSource.fromFile(csv)));
        domo.dataSets().importCsv(created.id(), CsvSource.fromFile(csv).withHeader(), UpdateMethod.REPLACE);

        assertThat(sandbox.rows(created.id())).containsExactly(List.of("2018-01-01", "Apples", "100.5"));
    }
}
