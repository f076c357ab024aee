package io.github.domojvm.dataset;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.domojvm.error.DomoException;
import io.github.domojvm.error.NotFoundException;
import io.github.domojvm.error.ServerException;
import io.github.domojvm.rest.model.Column;
import io.github.domojvm.rest.model.CreateDataSetRequest;
import io.github.domojvm.rest.model.DataSet;
import io.github.domojvm.rest.model.DataSetSort;
import io.github.domojvm.rest.model.Schema;
import io.github.domojvm.sandbox.Fault;
import io.github.domojvm.schema.SchemaBuilder;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class DataSetsTest extends DataSetFixture {
    private static final Schema SCHEMA =
            SchemaBuilder.builder().stringColumn("name").longColumn("n").build();

    @Test
    void createsReadsUpdatesAndDeletes() {
        DataSet created = dataSets.create(CreateDataSetRequest.builder()
                .name("Tides")
                .description("hourly")
                .schema(SCHEMA)
                .build());

        DataSet found = dataSets.get(created.id());
        assertThat(found.schema().columns()).extracting(Column::name).containsExactly("name", "n");
        DataSet changed = dataSets.update(created.id(), change -> change.name("Tides 2"));
        assertThat(changed.name()).isEqualTo("Tides 2");
        assertThat(changed.description()).isEqualTo("hourly");
        assertThat(dataSets.delete(created.id())).isTrue();
        assertThat(dataSets.delete(created.id())).isFalse();
        assertThat(dataSets.find(created.id())).isEmpty();
    }

    @Test
    void unknownIdIsNotFound() {
        String id = UUID.randomUUID().toString();

        assertThatThrownBy(() -> dataSets.get(id))
                .isInstanceOf(NotFoundException.class)
                .hasMessageContaining(id)
                .hasMessageContaining("Check the id");
    }

    @Test
    void listsSeveralPagesFilteredAndSortedByName() {
        String marker = UUID.randomUUID().toString();
        for (int i = 10; i < 65; i++) {
            dataSets.create(marker + " " + i, SCHEMA);
        }

        List<String> names = dataSets
                .list(ListDataSetsOptions.builder()
                        .nameLike(marker)
                        .sort(DataSetSort.NAME)
                        .pageSize(20)
                        .build())
                .stream()
                .map(DataSet::name)
                .toList();

        assertThat(names).hasSize(55).isSorted();
        assertThat(dataSets.list().stream().map(DataSet::name)).contains(marker + " 10", marker + " 64");
    }

    @Test
    void updateRejectsAChangeOfTheSchema() {
        String id = dataSets.create("Schema", SCHEMA).id();
        Schema other = SchemaBuilder.builder().stringColumn("other").build();

        assertThatThrownBy(() -> dataSets.update(id, change -> change.schema(other)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("changeSchema");
        assertThat(dataSets.get(id).schema()).isEqualTo(SCHEMA);
    }

    @Test
    void createIsNotRetriedAfterAServerFailure() {
        Fault broken = sandbox.faults().add(Fault.on("POST", "/v1/datasets").respond(500, ""));

        assertThatThrownBy(() -> dataSets.create("Once", SCHEMA)).isInstanceOf(ServerException.class);
        assertThat(sandbox.faults().fired(broken)).isEqualTo(1);
    }

    @Test
    void failuresAreDomoExceptions() {
        assertThatThrownBy(() -> dataSets.get("x")).isInstanceOf(DomoException.class);
    }
}
