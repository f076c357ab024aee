package io.github.domojvm.stream;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import io.github.domojvm.csv.CsvSource;
import io.github.domojvm.rest.model.DomoStream;
import io.github.domojvm.rest.model.ExecutionState;
import io.github.domojvm.rest.model.UpdateMethod;
import io.github.domojvm.sandbox.Fault;
import io.github.domojvm.schema.SchemaInference;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class UploadTest {
    @Test
    void replaceIsVerifiedByTheRowCount() {
        try (UploadFixture domo = new UploadFixture()) {
            domo.upload(domo.request(UpdateMethod.REPLACE, UploadFixture.rows(0, 7)));

            UploadResult result = domo.upload(domo.request(UpdateMethod.REPLACE, UploadFixture.rows(0, 95)));

            assertThat(result.outcome()).isEqualTo(UploadOutcome.COMMITTED_VERIFIED);
            assertThat(result.reason()).isEmpty();
            assertThat(result.rows()).isEqualTo(95);
            assertThat(result.expectedRows()).hasValue(95);
            assertThat(result.foundRows()).hasValue(95);
            assertThat(result.executionId()).hasValue(2);
            assertThat(result.streamId()).isEqualTo(domo.stream.id());
            assertThat(result.dataSetId()).isEqualTo(domo.stream.dataSet().id());
            assertThat(result.updateMethod()).isEqualTo(UpdateMethod.REPLACE);
            assertThat(result.progress().partsAcknowledged()).isEqualTo(10);
            assertThat(result.timings().total()).isEqualTo(Duration.ZERO); // the clock did not advance
            assertThat(result).asString().contains("COMMITTED_VERIFIED", "rows=95");
            assertThat(domo.rowCount()).isEqualTo(95);
            assertThat(domo.requests("PUT", "/commit")).isEqualTo(2);
        }
    }

    @Test
    void appendIsVerifiedByTheAddedRows() {
        try (UploadFixture domo = new UploadFixture()) {
            domo.upload(domo.request(UpdateMethod.REPLACE, UploadFixture.rows(0, 30)));

            UploadResult result = domo.upload(domo.request(UpdateMethod.APPEND, UploadFixture.rows(30, 42)));

            assertThat(result.outcome()).isEqualTo(UploadOutcome.COMMITTED_VERIFIED);
            assertThat(result.expectedRows()).hasValue(42);
            assertThat(domo.rowCount()).isEqualTo(42);
        }
    }

    @Test
    void upsertIsNotVerifiedByTheRowCount() {
        try (UploadFixture domo = new UploadFixture()) {
            DomoStream stream = domo.upsertStream();
            CsvSource csv = CsvSource.fromText("a,1\nb,2\na,3\n");

            UploadResult result = domo.streams
                    .upload(UploadRequest.builder(stream.id(), csv, UpdateMethod.UPSERT)
                            .build())
                    .await();

            assertThat(result.outcome()).isEqualTo(UploadOutcome.COMMITTED_UNVERIFIED);
            assertThat(result.reason()).contains("UPSERT");
            assertThat(domo.sandbox.rows(stream.dataSet().id()))
                    .containsExactlyInAnyOrder(List.of("a", "3"), List.of("b", "2"));
        }
    }

    @Test
    void notifiesTheListenerOfEachStepOnceAndInOrder() {
        List<String> events = new ArrayList<>();
        List<Integer> acknowledged = new ArrayList<>();
        UploadListener listener = new UploadListener() {
            @Override
            public void opened(long executionId) {
                events.add("opened " + executionId);
            }

            @Override
            public void partAcknowledged(UploadProgress progress) {
                acknowledged.add(progress.partsAcknowledged());
            }

            @Override
            public void committed(UploadProgress progress) {
                events.add("committed " + progress.rowsAcknowledged());
            }

            @Override
            public void ended(UploadResult result) {
                events.add("ended " + result.outcome());
            }
        };
        try (UploadFixture domo = new UploadFixture()) {
            String csv = UploadFixture.rows(0, 45);

            UploadResult result =
                    domo.upload(domo.request(UpdateMethod.REPLACE, csv).listener(listener));

            assertThat(events).containsExactly("opened 1", "committed 45", "ended COMMITTED_VERIFIED");
            assertThat(acknowledged).containsExactly(1, 2, 3, 4, 5);
            assertThat(result.progress().sourceBytes()).isEqualTo(csv.length());
            assertThat(result.progress().rawBytesAcknowledged()).isEqualTo(csv.length());
            assertThat(result.progress().sentBytesAcknowledged()).isPositive();
        }
    }

    @Test
    void exceptionOfTheListenerIsIgnored() {
        UploadListener broken = new UploadListener() {
            @Override
            public void partAcknowledged(UploadProgress progress) {
                throw new IllegalStateException("a fault of the listener");
            }
        };
        try (UploadFixture domo = new UploadFixture()) {
            assertThat(domo.upload(domo.request(UpdateMethod.REPLACE, UploadFixture.rows(0, 20))
                                    .listener(broken))
                            .outcome())
                    .isEqualTo(UploadOutcome.COMMITTED_VERIFIED);
        }
    }

    @Test
    void retriesAPartWhoseResponseIsLostWithoutDuplicatingRows() {
        try (UploadFixture domo = new UploadFixture()) {
            Fault lost = domo.fault(Fault.on("PUT", UploadFixture.part("2")).performThenDropConnection());
            Fault busy =
                    domo.fault(Fault.on("PUT", UploadFixture.part("3")).times(3).respond(503, ""));
            Fault page = domo.fault(Fault.on("PUT", UploadFixture.part("4"))
                    .respond(200, "<html>proxy</html>", "Content-Type", "text/html"));

            UploadResult result = domo.upload(domo.request(UpdateMethod.REPLACE, UploadFixture.rows(0, 50)));

            assertThat(List.of(domo.fired(lost), domo.fired(busy), domo.fired(page)))
                    .containsExactly(1, 3, 1);
            assertThat(result.outcome()).isEqualTo(UploadOutcome.COMMITTED_VERIFIED);
            assertThat(result.progress().partsAcknowledged()).isEqualTo(5);
            assertThat(domo.rowCount()).isEqualTo(50);
            assertThat(domo.sandbox.rows(domo.stream.dataSet().id()).get(25)).containsExactly("r25", "25");
        }
    }

    @Test
    void errorOfAListenerThatReadsTheProgressIsIgnored() {
        AtomicReference<Upload> upload = new AtomicReference<>();
        CountDownLatch started = new CountDownLatch(1);
        UploadListener progressReader = new UploadListener() {
            @Override
            public void partAcknowledged(UploadProgress progress) {
                // Like a user interface: waits for another thread that reads the progress.
                CompletableFuture.supplyAsync(() -> {
                            try {
                                started.await();
                            } catch (InterruptedException e) {
                                throw new IllegalStateException(e);
                            }
                            return upload.get().progress();
                        })
                        .join();
                throw new NoClassDefFoundError("some/Type");
            }

            @Override
            public void committed(UploadProgress progress) {
                throw new AssertionError("a fault of the listener");
            }
        };
        try (UploadFixture domo = new UploadFixture()) {
            upload.set(domo.streams.upload(domo.request(UpdateMethod.APPEND, UploadFixture.rows(0, 20))
                    .listener(progressReader)
                    .build()));
            started.countDown();

            assertThat(upload.get().await().outcome()).isEqualTo(UploadOutcome.COMMITTED_VERIFIED);
        }
    }

    @Test
    void acceptsAnUnlimitedTimeout() {
        try (UploadFixture domo = new UploadFixture()) {
            Upload upload = domo.streams.upload(domo.request(UpdateMethod.REPLACE, "a,1\n")
                    .processingTimeout(ChronoUnit.FOREVER.getDuration())
                    .build());

            assertThat(upload.await(ChronoUnit.FOREVER.getDuration())
                            .orElseThrow()
                            .outcome())
                    .isEqualTo(UploadOutcome.COMMITTED_VERIFIED);
        }
    }

    @Test
    void comparesTheHeaderWithTheColumnsAndDoesNotSendIt() {
        try (UploadFixture domo = new UploadFixture()) {
            CsvSource csv = CsvSource.fromStream(
                            new ByteArrayInputStream("\uFEFFname,n\na,1\n".getBytes(StandardCharsets.UTF_8)))
                    .withHeader();

            UploadResult result = domo.upload(domo.request(UpdateMethod.REPLACE, csv));

            assertThat(result.rows()).isEqualTo(1);
            assertThat(result.progress().sourceBytes()).isNull();
            assertThat(domo.sandbox.rows(domo.stream.dataSet().id())).containsExactly(List.of("a", "1"));
        }
    }

    @Test
    void ignoreHeaderNamesAcceptsOtherNames() {
        try (UploadFixture domo = new UploadFixture()) {
            CsvSource csv = CsvSource.fromText("Name,Number\na,1\n").withHeader();

            assertThat(domo.upload(domo.request(UpdateMethod.REPLACE, csv).ignoreHeaderNames())
                            .rows())
                    .isEqualTo(1);
        }
    }

    @Test
    void sourceWithoutRowsClearsTheDataSetWhenAllowed() {
        try (UploadFixture domo = new UploadFixture()) {
            domo.upload(domo.request(UpdateMethod.REPLACE, UploadFixture.rows(0, 5)));

            UploadResult result =
                    domo.upload(domo.request(UpdateMethod.REPLACE, "").allowEmpty());

            assertThat(result.outcome()).isEqualTo(UploadOutcome.COMMITTED_VERIFIED);
            assertThat(domo.rowCount()).isZero();
        }
    }

    @Test
    void sendsUncompressedParts() {
        try (UploadFixture domo = new UploadFixture()) {
            UploadResult result = domo.upload(domo.request(UpdateMethod.REPLACE, UploadFixture.rows(0, 20))
                    .uncompressed());

            assertThat(result.progress().sentBytesAcknowledged())
                    .isEqualTo(result.progress().rawBytesAcknowledged());
            assertThat(result.partsByGzipLevel())
                    .isEqualTo(Map.of(0, result.progress().partsAcknowledged()));
        }
    }

    @Test
    void reportsTheLevelsOfAdaptiveCompression() {
        try (UploadFixture domo = new UploadFixture()) {
            UploadResult result = domo.upload(domo.request(UpdateMethod.REPLACE, UploadFixture.rows(0, 200))
                    .adaptiveGzip()
                    .partRows(10));

            assertThat(domo.rowCount()).isEqualTo(200);
            assertThat(result.partsByGzipLevel())
                    .containsKey(1)
                    .allSatisfy((level, parts) -> assertThat(level).isBetween(0, 7));
            assertThat(result.partsByGzipLevel().values().stream()
                            .mapToInt(Integer::intValue)
                            .sum())
                    .isEqualTo(result.progress().partsAcknowledged());
        }
    }

    @Test
    void aLevelReplacesAdaptiveCompression() {
        try (UploadFixture domo = new UploadFixture()) {
            UploadResult result = domo.upload(domo.request(UpdateMethod.REPLACE, UploadFixture.rows(0, 20))
                    .adaptiveGzip()
                    .gzipLevel(6));

            assertThat(result.partsByGzipLevel()).containsOnlyKeys(6);
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 3})
    void worksWithFewThreads(int threads) {
        ExecutorService few = Executors.newFixedThreadPool(threads);
        try (UploadFixture domo = new UploadFixture(builder -> {}, few)) {
            assertThat(domo.upload(domo.request(UpdateMethod.REPLACE, UploadFixture.rows(0, 200))
                                    .parallelism(8))
                            .rows())
                    .isEqualTo(200);
        } finally {
            few.shutdown();
        }
    }

    @Test
    void untilCommitAcknowledgedDoesNotWaitForProcessing() {
        try (UploadFixture domo = new UploadFixture(builder -> builder.commitDelay(Duration.ofHours(1)))) {
            UploadResult result = domo.upload(domo.request(UpdateMethod.REPLACE, UploadFixture.rows(0, 5))
                    .until(UploadStage.COMMIT_ACKNOWLEDGED));

            assertThat(result.outcome()).isEqualTo(UploadOutcome.COMMITTED_UNVERIFIED);
            assertThat(domo.executionStates()).containsExactly(ExecutionState.ACTIVE);
            assertThat(domo.timing.slept()).isEmpty();
        }
    }

    @Test
    void abortOpenExecutionStartsAnotherExecution() {
        try (UploadFixture domo = new UploadFixture(builder -> builder.commitDelay(Duration.ofHours(1)))) {
            domo.upload(domo.request(UpdateMethod.REPLACE, UploadFixture.rows(0, 5))
                    .until(UploadStage.COMMIT_ACKNOWLEDGED));

            UploadResult result = domo.upload(domo.request(UpdateMethod.REPLACE, UploadFixture.rows(0, 6))
                    .until(UploadStage.COMMIT_ACKNOWLEDGED)
                    .abortOpenExecution());

            assertThat(result.executionId()).hasValue(2);
            assertThat(domo.executionStates()).containsExactly(ExecutionState.ABORTED, ExecutionState.ACTIVE);
        }
    }

    @Test
    void uploadReturnsProgressAndFutures() {
        try (UploadFixture domo = new UploadFixture()) {
            Upload upload = domo.streams.upload(domo.request(UpdateMethod.REPLACE, UploadFixture.rows(0, 20))
                    .build());

            upload.completion().cancel(true);
            assertThat(upload.completion().join().rows()).isEqualTo(20);
            assertThat(upload.await(Duration.ZERO)).isPresent();
            assertThat(upload.progress().partsCut()).isEqualTo(2);
            assertThatCode(upload::abort).doesNotThrowAnyException();
        }
    }

    /** Uploads the file with one row per part and eight parts in flight. */
    @Test
    void roundTripsTheAwkwardSampleFile() throws Exception {
        Path file = Path.of("..", "samples", "awkward.csv");
        List<List<String>> expected = new ArrayList<>();
        try (CsvReader<CsvRecord> reader =
                CsvReader.builder().detectBomHeader(true).ofCsvRecord(file)) {
            reader.forEach(row -> expected.add(row.getFields()));
        }
        expected.remove(0);
        try (UploadFixture domo = new UploadFixture()) {
            DomoStream stream = domo.streams.create(
                    "Awkward", SchemaInference.infer(CsvSource.fromFile(file)), UpdateMethod.REPLACE);

            UploadResult result = domo.streams
                    .upload(UploadRequest.builder(
                                    stream.id(), CsvSource.fromFile(file).withHeader(), UpdateMethod.REPLACE)
                            .partRows(1)
                            .parallelism(8)
                            .build())
                    .await();

            assertThat(result.outcome()).isEqualTo(UploadOutcome.COMMITTED_VERIFIED);
            assertThat(result.progress().partsAcknowledged())
                    .isEqualTo(expected.size())
                    .isGreaterThan(150);
            assertThat(domo.sandbox.rows(stream.dataSet().id()).stream()
                            .map(row -> row.stream()
                                    .map(value -> value == null ? "" : value)
                                    .toList()))
                    .containsExactlyElementsOf(expected);
        }
    }

    @Test
    void uploadsIntoDifferentStreamsRunConcurrently() {
        try (UploadFixture domo = new UploadFixture()) {
            List<Upload> running = new ArrayList<>();
            for (int i = 0; i < 4; i++) {
                long id = domo.streams
                        .create("S" + i, UploadFixture.SCHEMA, UpdateMethod.REPLACE)
                        .id();
                CsvSource csv = CsvSource.fromText(UploadFixture.rows(0, 100));
                running.add(domo.streams.upload(UploadRequest.builder(id, csv, UpdateMethod.REPLACE)
                        .partRows(7)
                        .build()));
            }

            Map<UploadOutcome, Long> outcomes = running.stream()
                    .map(upload -> upload.await().outcome())
                    .collect(Collectors.groupingBy(Function.identity(), Collectors.counting()));

            assertThat(outcomes).containsExactly(Map.entry(UploadOutcome.COMMITTED_VERIFIED, 4L));
        }
    }
}
