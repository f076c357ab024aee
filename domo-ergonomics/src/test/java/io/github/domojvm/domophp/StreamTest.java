package io.github.domojvm.domophp;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.github.domojvm.csv.CsvSource;
import io.github.domojvm.error.NotFoundException;
import io.github.domojvm.rest.model.DomoStream;
import io.github.domojvm.rest.model.Execution;
import io.github.domojvm.rest.model.ExecutionState;
import io.github.domojvm.rest.model.UpdateMethod;
import io.github.domojvm.stream.UploadResult;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class StreamTest extends ManualTest {
    private DomoStream stream;

    @BeforeEach
    void createTestDataset() {
        stream = salaries();
    }

    @Test
    void getList() {
        DomoStream other = salaries();

        assertThat(domo.streams().list()).extracting(DomoStream::id).containsExactly(stream.id(), other.id());
    }

    @Test
    void getListWithLimitAndOffset() {
        DomoStream second = salaries();
        salaries();

        assertThat(domo.streams().list().stream().skip(1).limit(1))
                .extracting(DomoStream::id)
                .containsExactly(second.id());
    }

    @Test
    void getStream() {
        assertThat(domo.streams().get(stream.id()).dataSet().name()).isEqualTo("Test Dataset");
        assertThat(domo.streams().find(999_999)).isEmpty();
        assertThatExceptionOfType(NotFoundException.class)
                .isThrownBy(() -> domo.streams().get(999_999));
    }

    @Test
    void createStream() {
        assertThat(stream.updateMethod()).isEqualTo(UpdateMethod.APPEND);
        assertThat(domo.dataSets().find(stream.dataSet().id())).isPresent();
    }

    @Test
    void updateStream() {
        assertThat(domo.streams().update(stream.id(), UpdateMethod.REPLACE).updateMethod())
                .isEqualTo(UpdateMethod.REPLACE);
        assertThat(domo.streams().get(stream.id()).updateMethod()).isEqualTo(UpdateMethod.REPLACE);
    }

    @Test
    void deleteStream() {
        DomoStream other = salaries();

        assertThat(domo.streams().delete(stream.id())).isTrue();
        assertThat(domo.streams().delete(stream.id())).isFalse();
        assertThat(domo.dataSets().find(stream.dataSet().id()))
                .as("the manual states that the DataSet is deleted; the service preserves it")
                .isPresent();
        assertThat(domo.streams().deleteWithDataSet(other.id())).isTrue();
        assertThat(domo.dataSets().find(other.dataSet().id())).isEmpty();
    }

    @Test
    void listStreamExecutions() {
        List.of(1, 2, 3).forEach(i -> domo.executions().create(stream.id()));

        assertThat(domo.executions().list(stream.id()))
                .extracting(Execution::currentState)
                .containsExactly(ExecutionState.ABORTED, ExecutionState.ABORTED, ExecutionState.ACTIVE);
        assertThat(domo.executions().list(stream.id()).stream().skip(1).limit(1))
                .extracting(Execution::id)
                .containsExactly(2L);
    }

    @Test
    void getStreamExecution() {
        Execution execution = domo.executions().create(stream.id());

        assertThat(domo.executions().get(stream.id(), execution.id()).currentState())
                .isEqualTo(ExecutionState.ACTIVE);
        assertThat(domo.executions().find(stream.id(), 99)).isEmpty();
    }

    @Test
    void createStreamExecution() {
        Execution execution = domo.executions().create(stream.id());

        assertThat(execution.currentState()).isEqualTo(ExecutionState.ACTIVE);
        assertThat(domo.executions().get(stream.id(), execution.id()).updateMethod())
                .isEqualTo(UpdateMethod.APPEND);
    }

    @Test
    void uploadData() {
        Execution execution = domo.executions().create(stream.id());
        for (int part = 1; part <= 3; part++) {
            domo.executions()
                    .uploadPart(stream.id(), execution.id(), part, CsvSource.fromText("Ada," + part + ",2018-01-01\n"));
        }
        domo.executions().commit(stream.id(), execution.id());

        assertThat(sandbox.rows(stream.dataSet().id()))
                .extracting(row -> row.get(1))
                .containsExactly("1", "2", "3");
    }

    @Test
    void uploadDataInOneCall() {
        UploadResult result = domo.streams()
                .upload(stream.id(), CsvSource.fromText("Ada,1,2018-01-01\nBob,2,2018-01-02\n"), UpdateMethod.APPEND)
                .await();

        assertThat(result.rows()).isEqualTo(2);
        assertThat(sandbox.rowCount(stream.dataSet().id())).isEqualTo(2);
    }

    @Test
    void commitStreamExecution() {
        Execution execution = domo.executions().create(stream.id());
        domo.executions().uploadPart(stream.id(), execution.id(), 1, CsvSource.fromText("Ada,1,2018-01-01\n"));
        assertThat(sandbox.rowCount(stream.dataSet().id())).isZero();

        domo.executions().commit(stream.id(), execution.id());

        assertThat(sandbox.rowCount(stream.dataSet().id())).isEqualTo(1);
        assertThat(domo.executions().get(stream.id(), execution.id()).currentState())
                .isEqualTo(ExecutionState.SUCCESS);
    }

    @Test
    void abortStreamExecution() {
        Execution execution = domo.executions().create(stream.id());
        domo.executions().uploadPart(stream.id(), execution.id(), 1, CsvSource.fromText("Ada,1,2018-01-01\n"));

        domo.executions().abort(stream.id(), execution.id());

        assertThat(domo.executions().get(stream.id(), execution.id()).currentState())
                .isEqualTo(ExecutionState.ABORTED);
        assertThat(sandbox.rowCount(stream.dataSet().id())).isZero();
    }
}
