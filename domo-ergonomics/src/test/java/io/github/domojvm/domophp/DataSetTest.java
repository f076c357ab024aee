package io.github.domojvm.domophp;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.github.domojvm.csv.CsvSource;
import io.github.domojvm.dataset.ExportOptions;
import io.github.domojvm.dataset.ListDataSetsOptions;
import io.github.domojvm.error.NotFoundException;
import io.github.domojvm.rest.model.CreateDataSetRequest;
import io.github.domojvm.rest.model.DataSet;
import io.github.domojvm.rest.model.UpdateMethod;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DataSetTest extends ManualTest {
    @Test
    void createDataSet() {
        DataSet plain = domo.dataSets().create("My First Dataset", FRUIT);
        DataSet described = domo.dataSets()
                .create(CreateDataSetRequest.builder()
                        .name("My First Dataset")
                        .description("An optional description")
                        .schema(FRUIT)
                        .build());

        assertThat(domo.dataSets().get(plain.id()).schema()).isEqualTo(FRUIT);
        assertThat(domo.dataSets().get(described.id()).description()).isEqualTo("An optional description");
    }

    @Test
    void getDataSet() {
        DataSet created = fruit();
        String unknown = UUID.randomUUID().toString();

        assertThat(domo.dataSets().get(created.id()).name()).isEqualTo("My First Dataset");
        assertThat(domo.dataSets().find(unknown)).isEmpty();
        assertThatExceptionOfType(NotFoundException.class)
                .isThrownBy(() -> domo.dataSets().get(unknown));
    }

    @Test
    void getList() {
        IntStream.range(0, 53).forEach(i -> domo.dataSets().create("DataSet " + i, FRUIT));

        assertThat(domo.dataSets().list())
                .as("all pages, not only the first 10 DataSets")
                .hasSize(53);
        assertThat(domo.dataSets().list().pages()).extracting(List::size).containsExactly(50, 3);
    }

    @Test
    void getListWithLimitAndOffset() {
        List.of("a", "b", "c", "d").forEach(name -> domo.dataSets().create(name, FRUIT));

        assertThat(domo.dataSets().list().stream().skip(1).limit(2))
                .extracting(DataSet::name)
                .containsExactly("b", "c");
    }

    @Test
    void getListByName() {
        List.of("a", "b", "c", "d").forEach(name -> domo.dataSets().create(name, FRUIT));

        assertThat(domo.dataSets()
                        .list(ListDataSetsOptions.builder().nameLike("c").build()))
                .as("domo-php has no search")
                .extracting(DataSet::name)
                .containsExactly("c");
    }

    @Test
    void updateDataSet() {
        DataSet created = fruit();

        DataSet updated = domo.dataSets()
                .update(created.id(), change -> change.name("New Name").description("New Description"));

        assertThat(updated.name()).isEqualTo("New Name");
        assertThat(updated.description()).isEqualTo("New Description");
        assertThat(domo.dataSets().get(created.id()).schema()).isEqualTo(FRUIT);
    }

    @Test
    void deleteDataSet() {
        DataSet created = fruit();

        assertThat(domo.dataSets().delete(created.id())).isTrue();
        assertThat(domo.dataSets().delete(created.id())).isFalse();
    }

    @Test
    void importDataSet() {
        DataSet created = fruit();
        domo.dataSets().importCsv(created.id(), CsvSource.fromText("2017-01-01,Pears,1\n"), UpdateMethod.REPLACE);

        long rows = domo.dataSets()
                .importCsv(
                        created.id(),
                        CsvSource.fromText("2018-01-01,Apples,100.00\n2018-01-02,Apples,200.00"),
                        UpdateMethod.REPLACE);

        assertThat(rows).isEqualTo(2);
        assertThat(sandbox.rows(created.id()))
                .containsExactly(List.of("2018-01-01", "Apples", "100.00"), List.of("2018-01-02", "Apples", "200.00"));
    }

    @Test
    void exportDataSet(@TempDir Path folder) throws IOException {
        DataSet created = fruit();
        domo.dataSets().importCsv(created.id(), CsvSource.fromText("2018-01-01,Apples,100"), UpdateMethod.REPLACE);
        Path file = folder.resolve("fruit.csv");

        domo.dataSets().export(created.id(), file);
        assertThat(file).hasContent("Date,Fruit,Revenue\n2018-01-01,Apples,100\n");

        domo.dataSets()
                .export(
                        created.id(),
                        file,
                        ExportOptions.builder().withoutHeader().build());
        assertThat(Files.readString(file)).isEqualTo("2018-01-01,Apples,100\n");
    }
}
