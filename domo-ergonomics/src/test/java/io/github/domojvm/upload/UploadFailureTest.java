package io.github.domojvm.upload;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.domojvm.csv.CsvSource;
import io.github.domojvm.error.CsvException;
import io.github.domojvm.error.DomoApiException;
import io.github.domojvm.error.DomoDataException;
import io.github.domojvm.error.DomoIoException;
import io.github.domojvm.rest.model.ExecutionState;
import io.github.domojvm.rest.model.UpdateMethod;
import io.github.domojvm.sandbox.Fault;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.InterruptedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What goes wrong before the commit: nothing is committed, nothing is left open, and the message tells what to do. */
class UploadFailureTest {
    private UploadFixture domo;

    @TempDir
    Path folder;

    @BeforeEach
    void start() {
        domo = new UploadFixture();
    }

    @AfterEach
    void stop() {
        domo.close();
    }

    @Test
    void badRowIsToldWithItsLineBeforeAnythingIsOpened() {
        UploadException e = failure(domo.request(UpdateMethod.REPLACE, "a,1\nb,2,3\n"));

        assertThat(e).hasMessageContaining("was not committed").hasMessageContaining("Line 2");
        assertThat(e.getCause())
                .isInstanceOfSatisfying(
                        CsvException.class, csv -> assertThat(csv.line()).isEqualTo(2));
        assertThat(e.result().outcome()).isEqualTo(UploadOutcome.NOT_COMMITTED);
        assertThat(e.result().executionId()).isEmpty();
        assertThat(domo.executionStates()).isEmpty();
    }

    @Test
    void badRowFarDownAbortsTheExecution() {
        UploadException e = failure(domo.request(UpdateMethod.REPLACE, UploadFixture.rows(0, 500) + "\"open,1\n"));

        assertThat(e).hasMessageContaining("Line 501").hasMessageContaining("Execution 1 was aborted");
        assertThat(domo.executionStates()).containsExactly(ExecutionState.ABORTED);
        assertThat(domo.requests("PUT", "/commit")).isZero();
        assertThat(domo.rowCount()).isZero();
    }

    @Test
    void rowThatTheServiceRefusesIsToldWithTheLineOfTheSource() {
        String csv =
                UploadFixture.rows(0, 14) + "\"two\nlines\",14\n" + "x,not a number\n" + UploadFixture.rows(16, 30);

        UploadException e = failure(domo.request(UpdateMethod.REPLACE, csv));

        assertThat(e)
                .hasMessageContaining("Part 2 (10 rows from line 11")
                .hasMessageContaining("was answered 400")
                .hasMessageContaining("That row begins on line 17")
                .hasMessageContaining("Execution 1 was aborted");
        assertThat(domo.executionStates()).containsExactly(ExecutionState.ABORTED);
    }

    @Test
    void sourceWithoutRowsIsRefused() {
        UploadException e = failure(
                domo.request(UpdateMethod.REPLACE, CsvSource.text("name,n\n").withHeader()));

        assertThat(e).hasMessageContaining("There are no rows in");
        assertThat(domo.executionStates()).isEmpty();
    }

    @Test
    void headerThatNobodyAnnouncedIsRefused() {
        CsvSource csv = CsvSource.text("\"name\",n\na,1\n");

        UploadException e = failure(domo.request(UpdateMethod.REPLACE, csv));

        assertThat(e).hasMessageContaining("The first row of the given text holds the names of the DataSet's columns");
        assertThat(e).hasMessageContaining("Say withHeader()");
        assertThat(domo.executionStates()).isEmpty();
    }

    @Test
    void headerInAnotherOrderIsRefused() {
        UploadException e = failure(domo.request(
                UpdateMethod.REPLACE, CsvSource.text("n,name\n1,a\n").withHeader()));

        assertThat(e).hasMessageContaining("another order").hasMessageContaining("[n, name]");
        assertThat(domo.executionStates()).isEmpty();
    }

    @Test
    void headerWithOtherNamesIsRefused() {
        UploadException e = failure(domo.request(
                UpdateMethod.REPLACE, CsvSource.text("label,n\na,1\n").withHeader()));

        assertThat(e).hasMessageContaining("ignore header names");
    }

    @Test
    void headerThatIsBrokenIsRefused() {
        UploadException e = failure(
                domo.request(UpdateMethod.REPLACE, CsvSource.text("name,\"n\n").withHeader()));

        assertThat(e.getCause()).isInstanceOf(CsvException.class);
    }

    @Test
    void whatFailsInTheSourceIsToldByItsKind() {
        UploadException e = failure(domo.request(UpdateMethod.REPLACE, CsvSource.of("the store", () -> {
            throw new IllegalStateException("no connection");
        })));

        assertThat(e).hasMessageEndingWith("java.lang.IllegalStateException: no connection.");
    }

    @Test
    void absentFileIsTold() {
        UploadException e = failure(domo.request(UpdateMethod.REPLACE, CsvSource.file(folder.resolve("absent.csv"))));

        assertThat(e).hasMessageContaining("absent.csv").hasMessageContaining("there is no such file; check the path");
    }

    @Test
    void unknownStreamIsTold() {
        assertThatThrownBy(() -> domo.uploader
                        .start(UploadRequest.builder(999, CsvSource.text("a\n"), UpdateMethod.REPLACE)
                                .build())
                        .await())
                .isInstanceOf(UploadException.class)
                .hasMessageContaining("GET /v1/streams/999 was answered 404");
    }

    @Test
    void streamWhoseDataSetIsGoneIsTold() {
        domo.domo
                .calls()
                .run(
                        domo.domo
                                .rest()
                                .dataSets()
                                .deleteDataSet(domo.stream.dataSet().id()),
                        io.github.domojvm.internal.call.Repeat.READ);

        assertThat(failure(domo.request(UpdateMethod.REPLACE, "a,1\n")).result().outcome())
                .isEqualTo(UploadOutcome.NOT_COMMITTED);
    }

    @Test
    void partThatFailsForEverEndsTheUploadAndAborts() {
        Fault broken =
                domo.fault(Fault.on("PUT", UploadFixture.part("3")).always().respond(500, ""));

        UploadException e = failure(domo.request(UpdateMethod.REPLACE, UploadFixture.rows(0, 1000)));

        assertThat(domo.fired(broken)).isEqualTo(6);
        assertThat(e).hasMessageContaining("part/3 was answered 500").hasMessageContaining("6 attempts");
        assertThat(domo.executionStates()).containsExactly(ExecutionState.ABORTED);
        assertThat(domo.requests("PUT", "/abort")).isEqualTo(1);
    }

    @Test
    void partOfAnExecutionThatAnotherProgramAbortedIsNoFaultOfTheRows() {
        UploadListener aborts = new UploadListener() {
            @Override
            public void opened(long executionId) {
                domo.executions.abort(domo.stream.id(), executionId);
            }
        };

        UploadException e = failure(domo.request(UpdateMethod.REPLACE, "a,1\n").listener(aborts));

        assertThat(e)
                .hasMessageContaining("has ended as ABORTED")
                .hasMessageContaining("Let one program at a time load this Stream")
                .hasMessageNotContaining("Fix the rows");
    }

    @Test
    void partThatIsTooLargeIsRefusedWithTheSettingsThatHelp() {
        domo.fault(Fault.on("PUT", UploadFixture.part("1")).respond(413, ""));

        UploadException e = failure(domo.request(UpdateMethod.REPLACE, "a,1\n"));

        assertThat(e.result().outcome()).isEqualTo(UploadOutcome.NOT_COMMITTED);
        assertThat(e).hasMessageContaining("was answered 413").hasMessageContaining("set partRows or partBytes lower");
        assertThat(e.getCause())
                .isInstanceOfSatisfying(
                        DomoApiException.class, api -> assertThat(api.status()).isEqualTo(413));
    }

    @Test
    void refusedPartWhoseExecutionCannotBeReadIsReportedAsRefused() {
        domo.fault(Fault.on("PUT", UploadFixture.part("1")).respond(400, "{\"message\":\"no\"}"));
        domo.fault(Fault.on("GET", "/v1/streams/*/executions/*").times(4).respond(503, ""));

        UploadException e = failure(domo.request(UpdateMethod.REPLACE, "a,1\n"));

        assertThat(e).hasMessageContaining("was answered 400").hasMessageContaining("Fix the rows");
        assertThat(e.getCause().getSuppressed()).hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"portal\":{\"message\":\"sign in\"}}",
                "{\"id\":2,\"currentState\":\"ACTIVE\"}",
                "[]",
                "stored",
            })
    void responseThatIsNoExecutionAcknowledgesNoPart(String body) {
        domo.fault(Fault.on("PUT", UploadFixture.part("2")).always().respond(200, body));

        UploadException e = failure(domo.request(UpdateMethod.REPLACE, UploadFixture.rows(0, 30)));

        assertThat(e.result().outcome()).isEqualTo(UploadOutcome.NOT_COMMITTED);
        assertThat(e.getCause()).isInstanceOf(DomoDataException.class);
        assertThat(domo.requests("PUT", "/commit")).isZero();
        assertThat(domo.executionStates()).containsExactly(ExecutionState.ABORTED);
    }

    @Test
    void portalThatRespondsToEverythingIsNotTakenForTheService() {
        for (String call : List.of("/commit", "/abort", "")) {
            domo.fault(Fault.on(call.isEmpty() ? "GET" : "PUT", "/v1/streams/*/executions/*" + call)
                    .always()
                    .respond(200, "{\"portal\":\"sign in\"}"));
        }

        UploadException e =
                failure(domo.request(UpdateMethod.APPEND, "a,1\n").processingTimeout(Duration.ofMinutes(1)));

        assertThat(e.result().outcome()).isEqualTo(UploadOutcome.UNKNOWN);
        assertThat(domo.rowCount()).isZero();
    }

    @Test
    void executionThatEndedBeforeTheAbortIsReportedAsItEnded() {
        domo.fault(Fault.on("PUT", UploadFixture.part("1")).respond(403, "{\"message\":\"no\"}"));
        domo.fault(Fault.on("PUT", "/v1/streams/*/executions/*/abort").performThenRespond(400, ""));

        UploadException e = failure(domo.request(UpdateMethod.REPLACE, "a,1\n"));

        assertThat(e).hasMessageContaining("Execution 1 ended as ABORTED").hasMessageNotContaining("may still be open");
    }

    @Test
    void executionThatAnotherProgramCommittedIsNotReportedAsNotCommitted() {
        UploadListener commits = new UploadListener() {
            @Override
            public void partAcknowledged(UploadProgress progress) {
                domo.executions.commit(domo.stream.id(), 1);
            }
        };
        domo.fault(Fault.on("PUT", UploadFixture.part("2")).always().respond(403, "{\"message\":\"no\"}"));

        UploadException e = failure(domo.request(UpdateMethod.APPEND, UploadFixture.rows(0, 20))
                .parallelism(1)
                .listener(commits));

        assertThat(domo.rowCount()).isEqualTo(10);
        assertThat(e.result().outcome()).isEqualTo(UploadOutcome.UNKNOWN);
        assertThat(e).hasMessageContaining("Although this upload sent no commit, execution 1 ended as SUCCESS");
    }

    @Test
    void abortThatFailsIsToldWithTheCallThatEndsIt() {
        domo.fault(Fault.on("PUT", UploadFixture.part("1")).always().respond(400, "{\"message\":\"no\"}"));
        domo.fault(Fault.on("PUT", "/v1/streams/*/executions/*/abort").always().respond(500, ""));

        UploadException e = failure(domo.request(UpdateMethod.REPLACE, "a,1\n"));

        assertThat(e)
                .hasMessageContaining(
                        "may still be open: end it with PUT /v1/streams/" + domo.stream.id() + "/executions/1/abort");
        assertThat(e.getSuppressed()).hasSize(1);
    }

    @Test
    void sourceThatBreaksIsToldAtOnce() {
        CsvSource csv = CsvSource.stream(new Rows(() -> {
            throw new IOException("the disk is gone");
        }));

        UploadException e = failure(domo.request(UpdateMethod.REPLACE, csv).partRows(10_000));

        assertThat(e).hasMessageContaining("the disk is gone").hasMessageContaining("Execution 1 was aborted");
    }

    @Test
    void fileThatChangesMeanwhileIsNotCommitted() throws IOException {
        Path file = Files.writeString(folder.resolve("growing.csv"), UploadFixture.rows(0, 100));
        UploadListener writer = new UploadListener() {
            @Override
            public void opened(long executionId) {
                try {
                    Files.writeString(file, "late,1\n", StandardOpenOption.APPEND);
                } catch (IOException e) {
                    throw new java.io.UncheckedIOException(e);
                }
            }
        };

        UploadException e =
                failure(domo.request(UpdateMethod.REPLACE, CsvSource.file(file)).listener(writer));

        assertThat(e).hasMessageContaining("changed while it was read");
        assertThat(domo.executionStates()).containsExactly(ExecutionState.ABORTED);
    }

    @Test
    void abortEndsAnUploadThatWaitsForItsSource() throws InterruptedException {
        CountDownLatch waiting = new CountDownLatch(1);
        Upload upload = domo.uploader.start(domo.request(UpdateMethod.REPLACE, CsvSource.stream(endless(waiting)))
                .partRows(10_000)
                .build());
        waiting.await();

        assertThat(upload.await(Duration.ZERO)).isEmpty();
        upload.abort();

        assertThatThrownBy(upload::await)
                .isInstanceOf(UploadException.class)
                .hasMessageContaining("It was stopped. Execution 1 was aborted");
        assertThat(domo.executionStates()).containsExactly(ExecutionState.ABORTED);
    }

    @Test
    void abortAfterTheLastPartStillCommitsNothing() {
        AtomicReference<Upload> upload = new AtomicReference<>();
        CountDownLatch started = new CountDownLatch(1);
        UploadListener aborts = new UploadListener() {
            @Override
            public void partAcknowledged(UploadProgress progress) {
                try {
                    started.await();
                } catch (InterruptedException e) {
                    throw new IllegalStateException(e);
                }
                upload.get().abort();
            }
        };
        upload.set(domo.uploader.start(
                domo.request(UpdateMethod.REPLACE, "a,1\n").listener(aborts).build()));
        started.countDown();

        assertThatThrownBy(() -> upload.get().await()).hasMessageContaining("It was stopped");
        assertThat(domo.executionStates()).containsExactly(ExecutionState.ABORTED);
        assertThat(domo.requests("PUT", "/commit")).isZero();
    }

    @Test
    void closingStopsWhatRuns() throws InterruptedException {
        CountDownLatch waiting = new CountDownLatch(1);
        Upload upload = domo.uploader.start(domo.request(UpdateMethod.REPLACE, CsvSource.stream(endless(waiting)))
                .build());
        waiting.await();

        domo.uploader.close();

        assertThat(upload.completion()).isCompletedExceptionally();
        assertThat(domo.executionStates()).doesNotContain(ExecutionState.ACTIVE, ExecutionState.SUCCESS);
    }

    @Test
    void executorThatRefusesTasksEndsTheUpload() {
        domo.close();
        domo = new UploadFixture(builder -> {}, task -> {
            throw new RejectedExecutionException("full");
        });

        UploadException e = failure(domo.request(UpdateMethod.REPLACE, "a,1\n"));

        assertThat(e.result().outcome()).isEqualTo(UploadOutcome.NOT_COMMITTED);
        assertThat(domo.executionStates()).doesNotContain(ExecutionState.ACTIVE, ExecutionState.SUCCESS);
    }

    @Test
    void executorThatIsShutDownMeanwhileEndsTheUpload() {
        domo.close();
        ExecutorService one = Executors.newSingleThreadExecutor();
        domo = new UploadFixture(builder -> {}, one);
        UploadListener shutsDown = new UploadListener() {
            @Override
            public void partAcknowledged(UploadProgress progress) {
                one.shutdownNow();
            }
        };

        UploadException e = failure(domo.request(UpdateMethod.REPLACE, UploadFixture.rows(0, 1000))
                .uncompressed()
                .listener(shutsDown));

        assertThat(e.result().outcome()).isEqualTo(UploadOutcome.NOT_COMMITTED);
        assertThat(domo.executionStates()).doesNotContain(ExecutionState.ACTIVE, ExecutionState.SUCCESS);
    }

    @Test
    void errorOfTheSourceLeavesNothingOpen() {
        CsvSource csv = CsvSource.stream(new Rows(() -> {
            throw new NoClassDefFoundError("some/Type");
        }));

        UploadException e = failure(domo.request(UpdateMethod.REPLACE, csv).partRows(10_000));

        assertThat(e).hasMessageContaining("some/Type").hasCauseInstanceOf(NoClassDefFoundError.class);
        assertThat(domo.executionStates()).containsExactly(ExecutionState.ABORTED);
    }

    @Test
    void badCsvIsToldAsSuchHoweverLateTheTasksRun() {
        domo.close();
        List<Runnable> held = new CopyOnWriteArrayList<>();
        domo = new UploadFixture(builder -> {}, held::add);

        UploadException e = failure(domo.request(UpdateMethod.REPLACE, UploadFixture.rows(0, 25) + "a,1,2\n")
                .parallelism(8));

        assertThat(e.getCause())
                .isInstanceOfSatisfying(
                        CsvException.class, csv -> assertThat(csv.line()).isEqualTo(26));
        assertThat(domo.executionStates()).containsExactly(ExecutionState.ABORTED);
    }

    @Test
    void abortWakesASourceThatWaitsForItsHeader() throws InterruptedException {
        CountDownLatch reading = new CountDownLatch(1);
        InputStream silent = new InputStream() {
            @Override
            public int read() throws IOException {
                reading.countDown();
                try {
                    new CountDownLatch(1).await();
                    return -1;
                } catch (InterruptedException e) {
                    throw new InterruptedIOException("woken");
                }
            }

            @Override
            public int read(byte[] bytes, int offset, int length) throws IOException {
                return read();
            }
        };
        Upload upload = domo.uploader.start(
                domo.request(UpdateMethod.REPLACE, CsvSource.stream(silent).withHeader())
                        .build());
        reading.await();

        upload.abort();

        assertThatThrownBy(upload::await).hasMessageContaining("It was stopped");
    }

    @Test
    void sourceThatCannotBeClosedCostsNothing() {
        InputStream stubborn = new ByteArrayInputStream(UploadFixture.rows(0, 5).getBytes(StandardCharsets.UTF_8)) {
            @Override
            public void close() {
                throw new IllegalStateException("cannot close");
            }
        };

        assertThat(domo.upload(domo.request(UpdateMethod.REPLACE, CsvSource.stream(stubborn)))
                        .rows())
                .isEqualTo(5);
    }

    @Test
    void phoneNumberInARefusalIsNoMissingRight() {
        domo.fault(Fault.on("PUT", UploadFixture.part("1"))
                .always()
                .respond(
                        400, "{\"status\":400,\"message\":\"Failed to parse row 1: '(403) 555-0100'\",\"toe\":\"T\"}"));

        assertThat(failure(domo.request(UpdateMethod.REPLACE, "a,1\n"))).hasMessageContaining("begins on line 1");
    }

    @Test
    void interruptOfTheWaitingThreadLeavesTheUploadAlone() {
        Upload upload = domo.uploader.start(
                domo.request(UpdateMethod.REPLACE, UploadFixture.rows(0, 20)).build());
        Thread.currentThread().interrupt();
        try {
            assertThatThrownBy(upload::await)
                    .isInstanceOf(DomoIoException.class)
                    .hasMessageContaining("goes on");
            assertThatThrownBy(() -> upload.await(Duration.ofSeconds(1))).isInstanceOf(DomoIoException.class);
            assertThat(Thread.interrupted()).isTrue();
        } finally {
            Thread.interrupted();
        }
        assertThat(upload.await().rows()).isEqualTo(20);
    }

    @Test
    void settingsThatCannotWorkAreRefused() {
        UploadRequest.Builder request = domo.request(UpdateMethod.REPLACE, "a,1\n");

        assertThatThrownBy(() -> request.parallelism(0)).hasMessageContaining("parallelism must be 1 to 64: 0");
        assertThatThrownBy(() -> request.parallelism(65)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> request.partRows(0)).hasMessageContaining("partRows");
        assertThatThrownBy(() -> request.partBytes(0)).hasMessageContaining("partBytes");
        assertThatThrownBy(() -> request.gzipLevel(10)).hasMessageContaining("gzipLevel");
        assertThatThrownBy(() -> request.processingTimeout(Duration.ofSeconds(-1)))
                .hasMessageContaining("processingTimeout");
        assertThatThrownBy(() ->
                        request.parallelism(4).memoryBudgetBytes((4 << 20) - 1).build())
                .hasMessageContaining("memoryBudgetBytes");
        assertThatThrownBy(() -> domo.request(UpdateMethod.UNKNOWN, "a,1\n")).hasMessageContaining("UNKNOWN");
    }

    private static InputStream endless(CountDownLatch waiting) {
        return new Rows(() -> {
            waiting.countDown();
            try {
                new CountDownLatch(1).await();
            } catch (InterruptedException e) {
                throw new InterruptedIOException("woken");
            }
        });
    }

    /** More rows than the first reads take in, and then what the test wants to happen. */
    private static final class Rows extends InputStream {
        private final InputStream start =
                new ByteArrayInputStream(UploadFixture.rows(0, 60_000).getBytes(StandardCharsets.UTF_8));
        private final End end;

        Rows(End end) {
            this.end = end;
        }

        @Override
        public int read() throws IOException {
            throw new IOException("only whole blocks are read");
        }

        @Override
        public int read(byte[] bytes, int offset, int length) throws IOException {
            int read = start.read(bytes, offset, length);
            if (read < 0) {
                end.reached();
            }
            return read;
        }

        private interface End {
            void reached() throws IOException;
        }
    }

    private UploadException failure(UploadRequest.Builder request) {
        return domo.failure(request);
    }
}
