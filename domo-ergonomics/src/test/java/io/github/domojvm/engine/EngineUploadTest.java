package io.github.domojvm.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.github.domojvm.DomoClient;
import io.github.domojvm.error.FailureReason;
import io.github.domojvm.rest.model.DomoStream;
import io.github.domojvm.rest.model.Execution;
import io.github.domojvm.rest.model.ExecutionState;
import io.github.domojvm.rest.model.Schema;
import io.github.domojvm.rest.model.UpdateMethod;
import io.github.domojvm.sandbox.DomoSandbox;
import io.github.domojvm.schema.SchemaBuilder;
import io.github.domojvm.stream.UploadException;
import io.github.domojvm.stream.UploadOutcome;
import io.github.domojvm.stream.UploadPart;
import io.github.domojvm.stream.UploadRequest;
import io.github.domojvm.stream.UploadResult;
import io.github.domojvm.stream.UploadSteps;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.zip.CRC32;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Uploads as a cluster engine performs them: tasks stage numbered parts in files, a driver opens the execution, workers
 * with clients of their own send the parts in any order, and the driver commits. Only public calls are used.
 */
class EngineUploadTest {
    private static final Schema SCHEMA =
            SchemaBuilder.builder().stringColumn("name").longColumn("n").build();

    @TempDir
    private Path staging;

    private final DomoSandbox sandbox = DomoSandbox.start();
    private final DomoClient driver = DomoClient.fromEnvironment(sandbox.environment());
    private DomoStream stream;
    private Path journal;

    @BeforeEach
    void createStream() {
        stream = driver.streams().create("Engine", SCHEMA, UpdateMethod.APPEND);
        journal = staging.resolve("driver.journal");
    }

    @AfterEach
    void close() {
        driver.close();
        sandbox.close();
    }

    @Test
    void commitsThePartsThatSeveralWorkersHaveSent() throws IOException {
        List<UploadPart> parts = stage(6);
        UploadSteps steps = driver.streams().steps(request());

        assertThat(steps.resume()).isEmpty();
        assertThat(steps.plan()).containsExactly("name", "n");
        long executionId = steps.open();
        parts.forEach(part -> assertThat(steps.add(part)).isTrue());
        // A task that is executed twice sends the same content under the same number.
        List.of(5, 1, 3, 3, 0, 4, 2).forEach(i -> send(executionId, parts.get(i)));
        parts.forEach(steps::acknowledge);
        UploadResult result = steps.commit();

        assertThat(result.outcome()).isEqualTo(UploadOutcome.COMMITTED_VERIFIED);
        assertThat(result.rows()).isEqualTo(60);
        assertThat(names()).containsExactlyElementsOf(expected(60));
    }

    @Test
    void restartedDriverSendsOnlyTheMissingParts() throws IOException {
        List<UploadPart> parts = stage(3);
        UploadSteps killed = driver.streams().steps(request());
        killed.resume();
        killed.plan();
        long executionId = killed.open();
        killed.add(parts.get(0));
        send(executionId, parts.get(0));
        killed.acknowledge(parts.get(0));
        Path copy = Files.copy(journal, staging.resolve("restarted.journal"));

        UploadSteps steps = driver.streams().steps(request(copy));
        assertThat(steps.resume()).isEmpty();
        steps.plan();
        assertThat(steps.open()).isEqualTo(executionId);
        List<UploadPart> missing = new ArrayList<>();
        for (UploadPart part : parts) {
            if (steps.add(part)) {
                missing.add(part);
            }
        }
        assertThat(missing).containsExactly(parts.get(1), parts.get(2));
        missing.forEach(part -> send(executionId, part));
        missing.forEach(steps::acknowledge);

        assertThat(steps.commit().outcome()).isEqualTo(UploadOutcome.COMMITTED_VERIFIED);
        assertThat(names()).containsExactlyElementsOf(expected(30));
        assertThat(driver.streams().steps(request(copy)).resume())
                .hasValueSatisfying(
                        earlier -> assertThat(earlier.uploadedEarlier()).isTrue());
    }

    @Test
    void missingAcknowledgmentPreventsTheCommitAndAbortsTheExecution() throws IOException {
        List<UploadPart> parts = stage(2);
        UploadSteps steps = driver.streams().steps(withoutJournal());
        steps.plan();
        long executionId = steps.open();
        parts.forEach(steps::add);
        send(executionId, parts.get(0));
        steps.acknowledge(parts.get(0));

        UploadException e = catchThrowableOfType(UploadException.class, steps::commit);

        assertThat(e.result().outcome()).isEqualTo(UploadOutcome.NOT_COMMITTED);
        assertThat(e).hasMessageContaining("Part 2 of 2 is not acknowledged");
        assertThat(states()).containsExactly(ExecutionState.ABORTED);
    }

    @Test
    void restagedPartWithOtherRowsIsRefused() throws IOException {
        List<UploadPart> parts = stage(2);
        UploadSteps killed = driver.streams().steps(request());
        killed.resume();
        killed.plan();
        killed.open();
        killed.add(parts.get(0));
        Path copy = Files.copy(journal, staging.resolve("restarted.journal"));
        UploadPart other = new UploadPart(
                1, 0, 10, parts.get(0).rawBytes(), 7, parts.get(0).sentBytes(), false);

        UploadSteps steps = driver.streams().steps(request(copy));
        steps.resume();
        steps.plan();
        steps.open();
        UploadException e = catchThrowableOfType(UploadException.class, () -> steps.add(other));

        assertThat(e.reason()).isEqualTo(FailureReason.SOURCE_CHANGED);
        assertThat(e).hasMessageContaining("Part 1 has other rows than in the earlier run");
        assertThat(states()).containsExactly(ExecutionState.ABORTED);
    }

    @Test
    void failureOfAWorkerAbortsTheExecution() {
        UploadSteps steps = driver.streams().steps(withoutJournal());
        steps.plan();
        steps.open();

        UploadException e = steps.abort(new IOException("worker 3 was lost"));

        assertThat(e.result().outcome()).isEqualTo(UploadOutcome.NOT_COMMITTED);
        assertThat(e).hasMessageContaining("worker 3 was lost");
        assertThat(states()).containsExactly(ExecutionState.ABORTED);
        assertThat(steps.abort(e)).isSameAs(e);
    }

    @Test
    void stepsInTheWrongOrderAreRejected() {
        assertThatIllegalStateException()
                .isThrownBy(() -> driver.streams().steps(withoutJournal()).open())
                .withMessageContaining("plan()");
        assertThatIllegalStateException()
                .isThrownBy(() -> driver.streams().steps(request()).plan())
                .withMessageContaining("resume()");
        UploadSteps steps = driver.streams().steps(withoutJournal());
        steps.plan();
        assertThatIllegalStateException().isThrownBy(steps::commit).withMessageContaining("open()");
    }

    @Test
    void stoppedStepsSendNothing() {
        UploadSteps steps = driver.streams().steps(withoutJournal());
        steps.stop();

        assertThat(catchThrowableOfType(UploadException.class, steps::plan).reason())
                .isEqualTo(FailureReason.STOPPED);
        assertThat(states()).isEmpty();
    }

    private UploadRequest request() {
        return request(journal);
    }

    private UploadRequest request(Path file) {
        return UploadRequest.forParts(stream.id(), UpdateMethod.APPEND)
                .journal(file)
                .build();
    }

    private UploadRequest withoutJournal() {
        return UploadRequest.forParts(stream.id(), UpdateMethod.APPEND).build();
    }

    /** Writes parts of ten rows, as the tasks of an engine would. */
    private List<UploadPart> stage(int count) throws IOException {
        List<UploadPart> parts = new ArrayList<>();
        long firstByte = 0;
        for (int i = 0; i < count; i++) {
            byte[] rows = IntStream.range(i * 10, i * 10 + 10)
                    .mapToObj(n -> "r" + n + "," + n + "\n")
                    .collect(Collectors.joining())
                    .getBytes(StandardCharsets.UTF_8);
            Files.write(file(i + 1), rows);
            CRC32 crc = new CRC32();
            crc.update(rows);
            parts.add(new UploadPart(i + 1, firstByte, 10, rows.length, crc.getValue(), rows.length, false));
            firstByte += rows.length;
        }
        return parts;
    }

    /** Sends a part as another process would: with a client of its own. */
    private void send(long executionId, UploadPart part) {
        try (DomoClient worker = DomoClient.fromEnvironment(sandbox.environment())) {
            worker.executions()
                    .uploadPart(stream.id(), executionId, part, () -> Files.newInputStream(file(part.number())));
        }
    }

    private Path file(int number) {
        return staging.resolve("part-" + number);
    }

    private List<ExecutionState> states() {
        return driver.executions().list(stream.id()).stream()
                .map(Execution::currentState)
                .toList();
    }

    private List<String> names() {
        return sandbox.rows(stream.dataSet().id()).stream()
                .map(row -> row.get(0))
                .toList();
    }

    private static List<String> expected(int rows) {
        return IntStream.range(0, rows).mapToObj(n -> "r" + n).toList();
    }
}
