package io.github.domojvm.stream;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.tuple;

import io.github.domojvm.csv.CsvSource;
import io.github.domojvm.error.CsvException;
import io.github.domojvm.error.DomoDataException;
import io.github.domojvm.error.NotFoundException;
import io.github.domojvm.internal.call.FakeTiming;
import io.github.domojvm.internal.call.TestDomo;
import io.github.domojvm.rest.model.DomoStream;
import io.github.domojvm.rest.model.Execution;
import io.github.domojvm.rest.model.ExecutionState;
import io.github.domojvm.rest.model.UpdateMethod;
import io.github.domojvm.sandbox.DomoSandbox;
import io.github.domojvm.sandbox.Fault;
import io.github.domojvm.schema.SchemaBuilder;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class ExecutionsTest {
    private DomoSandbox sandbox;
    private TestDomo domo;
    private Executions executions;
    private DomoStream stream;

    @BeforeEach
    void start() {
        sandbox = DomoSandbox.start();
        FakeTiming timing = new FakeTiming();
        domo = new TestDomo(sandbox, timing);
        executions = domo.facade(Executions.class);
        stream = domo.facade(Streams.class)
                .create(
                        "Readings",
                        SchemaBuilder.builder()
                                .stringColumn("meter")
                                .longColumn("reading")
                                .build(),
                        UpdateMethod.APPEND);
    }

    @AfterEach
    void stop() {
        domo.close();
        sandbox.close();
    }

    @Test
    void storesRepeatedPartsOnceAndInOrder() {
        Execution execution = executions.create(stream.id());

        executions.uploadPart(stream.id(), execution.id(), 2, CsvSource.fromText("b,2\nc,3\n"));
        executions.uploadPart(stream.id(), execution.id(), 1, CsvSource.fromText("wrong,0\n"));
        long rows = executions.uploadPart(stream.id(), execution.id(), 1, CsvSource.fromText("a,1\n"));
        executions.commit(stream.id(), execution.id());

        assertThat(rows).isEqualTo(1);
        assertThat(sandbox.rows(stream.dataSet().id()))
                .containsExactly(List.of("a", "1"), List.of("b", "2"), List.of("c", "3"));
        assertThat(executions.get(stream.id(), execution.id()).currentState()).isEqualTo(ExecutionState.SUCCESS);
    }

    @Test
    void updateMethodOfAnExecutionOverridesTheOneOfTheStream() {
        load(UpdateMethod.APPEND, "a,1\n");
        load(UpdateMethod.REPLACE, "b,2\n");

        assertThat(sandbox.rows(stream.dataSet().id())).containsExactly(List.of("b", "2"));
    }

    @Test
    void comparesTheHeaderWithTheColumnsAndDoesNotSendIt() {
        Execution execution = executions.create(stream.id());

        executions.uploadPart(
                stream.id(),
                execution.id(),
                1,
                CsvSource.fromText("meter,reading\na,1\n").withHeader());
        executions.commit(stream.id(), execution.id());

        assertThat(sandbox.rows(stream.dataSet().id())).containsExactly(List.of("a", "1"));
        assertThatExceptionOfType(CsvException.class)
                .isThrownBy(() -> executions.uploadPart(
                        stream.id(),
                        execution.id(),
                        1,
                        CsvSource.fromText("reading,meter\n1,a\n").withHeader()))
                .withMessageContaining("Reorder the columns to match the DataSet. Nothing was sent");
    }

    @Test
    void rejectsAFirstRowThatContainsTheColumnNames() {
        Execution execution = executions.create(stream.id());
        List<CsvSource> parts = List.of(
                CsvSource.fromText("meter,reading\n"),
                CsvSource.fromText("\"meter\", reading\r\na,1\n"),
                CsvSource.fromText("meter,reading\nmeter,reading\na,1\n").withHeader());

        for (CsvSource part : parts) {
            assertThatExceptionOfType(CsvException.class)
                    .isThrownBy(() -> executions.uploadPart(stream.id(), execution.id(), 2, part))
                    .withMessageContaining("contains the names of the DataSet's columns")
                    .withMessageContaining("Nothing was sent")
                    .satisfies(e -> assertThat(e.line()).isEqualTo(part.hasHeader() ? 2 : 1));
        }
        assertThat(partsSent()).isZero();
    }

    @Test
    void rejectsRowsWithAnotherNumberOfColumns() {
        Execution execution = executions.create(stream.id());

        assertThatExceptionOfType(CsvException.class)
                .isThrownBy(() -> executions.uploadPart(stream.id(), execution.id(), 1, CsvSource.fromText("a,1,x\n")))
                .withMessageContaining("have 3 columns, but the DataSet has 2")
                .withMessageContaining("Nothing was sent");
        assertThat(partsSent()).isZero();
    }

    private long partsSent() {
        return sandbox.requests().stream()
                .filter(request -> request.path().contains("/part/"))
                .count();
    }

    @Test
    void rejectsInvalidPartsBeforeSending() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> executions.uploadPart(stream.id(), 1, 0, CsvSource.fromText("a,1\n")))
                .withMessageContaining("part must be positive: 0");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> executions.uploadPart(stream.id(), 1, 1, CsvSource.fromText("")))
                .withMessageContaining("There are no rows in");
        assertThatExceptionOfType(CsvException.class)
                .isThrownBy(() -> executions.uploadPart(stream.id(), 1, 1, CsvSource.fromText("a\"b,1\n")));
        assertThat(sandbox.requests())
                .extracting(request -> request.path())
                .noneMatch(path -> path.endsWith("/part/1") || path.endsWith("/part/0"));
    }

    @Test
    void retriesAPartWhenItsResponseIsLost() {
        Execution execution = executions.create(stream.id());
        Fault lost = sandbox.faults()
                .add(Fault.on("PUT", "/v1/streams/*/executions/*/part/1").performThenDropConnection());

        executions.uploadPart(stream.id(), execution.id(), 1, CsvSource.fromText("a,1\n"));
        executions.commit(stream.id(), execution.id());

        assertThat(sandbox.faults().fired(lost)).isEqualTo(1);
        assertThat(sandbox.rows(stream.dataSet().id())).containsExactly(List.of("a", "1"));
    }

    @Test
    void rejectsJsonThatIsNotTheRequestedExecution() {
        Execution execution = executions.create(stream.id());
        long id = execution.id();
        sandbox.faults().add(Fault.on("*", "/v1/streams/**").always().respond(200, "{\"portal\":\"sign in\"}"));

        assertThatExceptionOfType(DomoDataException.class)
                .isThrownBy(() -> executions.uploadPart(stream.id(), id, 1, CsvSource.fromText("a,1\n")));
        assertThatExceptionOfType(DomoDataException.class).isThrownBy(() -> executions.commit(stream.id(), id));
        assertThatExceptionOfType(DomoDataException.class).isThrownBy(() -> executions.abort(stream.id(), id));
        assertThatExceptionOfType(DomoDataException.class).isThrownBy(() -> executions.get(stream.id(), id));
        assertThatExceptionOfType(DomoDataException.class).isThrownBy(() -> executions.find(stream.id(), id));
        assertThatExceptionOfType(DomoDataException.class).isThrownBy(() -> executions.create(stream.id()));
    }

    @Test
    void listsFindsAndAbortsExecutions() {
        executions.create(stream.id());
        assertThat(executions.get(stream.id(), 1).currentState()).isEqualTo(ExecutionState.ACTIVE);
        executions.abort(stream.id(), 1);
        executions.create(stream.id());
        executions.abortCurrent(stream.id());

        assertThat(executions.list(stream.id()))
                .extracting(Execution::id, Execution::currentState)
                .containsExactly(tuple(1L, ExecutionState.ABORTED), tuple(2L, ExecutionState.ABORTED));
        assertThat(executions.find(stream.id(), 9)).isEmpty();
        assertThatExceptionOfType(NotFoundException.class).isThrownBy(() -> executions.get(stream.id(), 9));
    }

    private void load(UpdateMethod method, String csv) {
        Execution execution = executions.create(stream.id(), method);
        executions.uploadPart(stream.id(), execution.id(), 1, CsvSource.fromText(csv));
        executions.commit(stream.id(), execution.id());
    }
}
