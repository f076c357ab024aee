package io.github.domojvm.stream;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.domojvm.csv.CsvSource;
import io.github.domojvm.error.DomoIoException;
import io.github.domojvm.rest.model.ExecutionState;
import io.github.domojvm.rest.model.UpdateMethod;
import io.github.domojvm.sandbox.Fault;
import java.io.IOException;
import java.io.InputStream;
import java.io.InterruptedIOException;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

/** Uploads that are aborted, closed or left without threads: nothing is committed and no execution remains open. */
@ParameterizedClass
@EnumSource
class UploadStopTest {
    @AutoClose
    private UploadFixture domo;

    private final InvalidRows invalidRows;

    UploadStopTest(InvalidRows invalidRows) {
        this.invalidRows = invalidRows;
        domo = new UploadFixture(invalidRows);
    }

    @Test
    void abortEndsAnUploadThatWaitsForItsSource() throws InterruptedException {
        CountDownLatch waiting = new CountDownLatch(1);
        Upload upload = domo.streams.upload(domo.request(UpdateMethod.REPLACE, CsvSource.fromStream(endless(waiting)))
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
    void abortEndsTheListingOfTheExecutionsBetweenTwoPages() {
        String list = "/v1/streams/*/executions";
        domo.fault(Fault.on("GET", list).respond(200, "[{\"id\":1,\"currentState\":\"SUCCESS\"}]"));
        domo.fault(Fault.on("GET", list).respond(503, ""));
        domo.fault(Fault.on("GET", list).always().respond(200, "[{\"id\":2,\"currentState\":\"SUCCESS\"}]"));
        AtomicReference<Upload> upload = new AtomicReference<>();
        CountDownLatch started = new CountDownLatch(1);
        domo.timing.onSleep(() -> {
            started.await();
            upload.get().abort();
        });
        upload.set(
                domo.streams.upload(domo.request(UpdateMethod.REPLACE, "a,1\n").build()));
        started.countDown();

        assertThatThrownBy(() -> upload.get().await()).hasMessageContaining("It was stopped");
        assertThat(domo.requests("GET", "/executions")).isEqualTo(2);
        assertThat(domo.requests("POST", "/executions")).isZero();
    }

    @Test
    void abortAfterTheLastPartPreventsTheCommit() {
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
        upload.set(domo.streams.upload(
                domo.request(UpdateMethod.REPLACE, "a,1\n").listener(aborts).build()));
        started.countDown();

        assertThatThrownBy(() -> upload.get().await()).hasMessageContaining("It was stopped");
        assertThat(domo.executionStates()).containsExactly(ExecutionState.ABORTED);
        assertThat(domo.requests("PUT", "/commit")).isZero();
    }

    @Test
    void closeStopsRunningUploads() throws InterruptedException {
        CountDownLatch waiting = new CountDownLatch(1);
        Upload upload = domo.streams.upload(domo.request(UpdateMethod.REPLACE, CsvSource.fromStream(endless(waiting)))
                .build());
        waiting.await();

        domo.domo.closeUploads();

        assertThat(upload.completion()).isCompletedExceptionally();
        assertThat(domo.executionStates()).doesNotContain(ExecutionState.ACTIVE, ExecutionState.SUCCESS);
    }

    @Test
    void rejectingExecutorEndsTheUpload() {
        domo.close();
        domo = new UploadFixture(invalidRows, builder -> {}, task -> {
            throw new RejectedExecutionException("full");
        });

        UploadException e = domo.failure(domo.request(UpdateMethod.REPLACE, "a,1\n"));

        assertThat(e.result().outcome()).isEqualTo(UploadOutcome.NOT_COMMITTED);
        assertThat(domo.executionStates()).doesNotContain(ExecutionState.ACTIVE, ExecutionState.SUCCESS);
    }

    @Test
    void shutdownOfTheExecutorEndsTheUpload() {
        domo.close();
        ExecutorService one = Executors.newSingleThreadExecutor();
        domo = new UploadFixture(invalidRows, builder -> {}, one);
        UploadListener shutsDown = new UploadListener() {
            @Override
            public void partAcknowledged(UploadProgress progress) {
                one.shutdownNow();
            }
        };

        UploadException e = domo.failure(domo.request(UpdateMethod.REPLACE, UploadFixture.rows(0, 1000))
                .uncompressed()
                .listener(shutsDown));

        assertThat(e.result().outcome()).isEqualTo(UploadOutcome.NOT_COMMITTED);
        assertThat(domo.executionStates()).doesNotContain(ExecutionState.ACTIVE, ExecutionState.SUCCESS);
    }

    @Test
    void abortInterruptsASourceThatWaitsForItsHeader() throws InterruptedException {
        CountDownLatch reading = new CountDownLatch(1);
        InputStream blocking = new InputStream() {
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
        Upload upload = domo.streams.upload(domo.request(
                        UpdateMethod.REPLACE, CsvSource.fromStream(blocking).withHeader())
                .build());
        reading.await();

        upload.abort();

        assertThatThrownBy(upload::await).hasMessageContaining("It was stopped");
    }

    @Test
    void interruptOfTheWaitingThreadDoesNotStopTheUpload() {
        Upload upload = domo.streams.upload(
                domo.request(UpdateMethod.REPLACE, UploadFixture.rows(0, 20)).build());
        Thread.currentThread().interrupt();
        try {
            assertThatThrownBy(upload::await)
                    .isInstanceOf(DomoIoException.class)
                    .hasMessageContaining("The upload continues");
            assertThatThrownBy(() -> upload.await(Duration.ofSeconds(1))).isInstanceOf(DomoIoException.class);
            assertThat(Thread.interrupted()).isTrue();
        } finally {
            Thread.interrupted();
        }
        assertThat(upload.await().rows()).isEqualTo(20);
    }

    private static InputStream endless(CountDownLatch waiting) {
        return new LongCsvStream(() -> {
            waiting.countDown();
            try {
                new CountDownLatch(1).await();
            } catch (InterruptedException e) {
                throw new InterruptedIOException("woken");
            }
        });
    }
}
