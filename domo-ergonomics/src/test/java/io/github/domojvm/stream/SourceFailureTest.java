package io.github.domojvm.stream;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.domojvm.csv.CsvSource;
import io.github.domojvm.error.CsvException;
import io.github.domojvm.error.FailureReason;
import io.github.domojvm.rest.model.ExecutionState;
import io.github.domojvm.rest.model.UpdateMethod;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * Sources that cannot be read, or whose rows or header are invalid: nothing is committed, and the message contains the
 * line.
 */
@ParameterizedClass
@EnumSource
class SourceFailureTest {
    @TempDir
    Path folder;

    @AutoClose
    private UploadFixture domo;

    private final InvalidRows invalidRows;

    SourceFailureTest(InvalidRows invalidRows) {
        this.invalidRows = invalidRows;
        domo = new UploadFixture(invalidRows);
    }

    @Test
    void reportsAnInvalidRowWithItsLineBeforeOpeningAnExecution() {
        UploadException e = domo.failure(domo.request(UpdateMethod.REPLACE, "a,1\nb,2,3\n"));

        assertThat(e).hasMessageContaining("was not committed").hasMessageContaining("Line 2");
        assertThat(e.getCause())
                .isInstanceOfSatisfying(
                        CsvException.class, csv -> assertThat(csv.line()).isEqualTo(2));
        assertThat(e.result().outcome()).isEqualTo(UploadOutcome.NOT_COMMITTED);
        assertThat(e.result().executionId()).isEmpty();
        assertThat(domo.executionStates()).isEmpty();
    }

    @Test
    void laterInvalidRowAbortsTheExecution() {
        UploadException e = domo.failure(domo.request(UpdateMethod.REPLACE, UploadFixture.rows(0, 500) + "\"open,1\n"));

        assertThat(e).hasMessageContaining("Line 501").hasMessageContaining("Execution 1 was aborted");
        assertThat(domo.executionStates()).containsExactly(ExecutionState.ABORTED);
        assertThat(domo.requests("PUT", "/commit")).isZero();
        assertThat(domo.rowCount()).isZero();
    }

    @Test
    void reportsTheSourceLineOfARowThatTheServiceRejectsWithItsPart() {
        domo.close();
        domo = new UploadFixture(InvalidRows.REJECTED_AT_PART);
        String csv =
                UploadFixture.rows(0, 14) + "\"two\nlines\",14\n" + "x,not a number\n" + UploadFixture.rows(16, 30);

        UploadException e = domo.failure(domo.request(UpdateMethod.REPLACE, csv));

        assertThat(e)
                .hasMessageContaining("Part 2 (10 rows from line 11")
                .hasMessageContaining("failed with status 400")
                .hasMessageContaining("That row begins on line 17")
                .hasMessageContaining("Execution 1 was aborted");
        assertThat(domo.executionStates()).containsExactly(ExecutionState.ABORTED);
    }

    @Test
    void rejectsASourceWithoutRows() {
        UploadException e = domo.failure(domo.request(
                UpdateMethod.REPLACE, CsvSource.fromText("name,n\n").withHeader()));

        assertThat(e).hasMessageContaining("There are no rows in");
        assertThat(domo.executionStates()).isEmpty();
    }

    @Test
    void rejectsAnUndeclaredHeader() {
        CsvSource csv = CsvSource.fromText("\"name\",n\na,1\n");

        UploadException e = domo.failure(domo.request(UpdateMethod.REPLACE, csv));

        assertThat(e)
                .hasMessageContaining("The first row of the given text contains the names of the DataSet's columns");
        assertThat(e).hasMessageContaining("Call withHeader()");
        assertThat(domo.executionStates()).isEmpty();
    }

    @Test
    void rejectsAHeaderInAnotherOrder() {
        UploadException e = domo.failure(domo.request(
                UpdateMethod.REPLACE, CsvSource.fromText("n,name\n1,a\n").withHeader()));

        assertThat(e).hasMessageContaining("another order").hasMessageContaining("[n, name]");
        assertThat(domo.executionStates()).isEmpty();
    }

    @Test
    void rejectsAHeaderThatDiffersFromTheSchema() {
        UploadException e = domo.failure(domo.request(
                UpdateMethod.REPLACE, CsvSource.fromText("label,n\na,1\n").withHeader()));

        assertThat(e).hasMessageContaining("set ignoreHeaderNames()");
        assertThat(e.reason()).isEqualTo(FailureReason.HEADER_MISMATCH);
        assertThat(e.problem()).endsWith("the DataSet has the columns [name, n].");
    }

    @Test
    void rejectsAnInvalidHeader() {
        UploadException e = domo.failure(domo.request(
                UpdateMethod.REPLACE, CsvSource.fromText("name,\"n\n").withHeader()));

        assertThat(e.getCause()).isInstanceOf(CsvException.class);
    }

    @Test
    void reportsAnExceptionOfTheSourceWithItsClass() {
        UploadException e = domo.failure(domo.request(UpdateMethod.REPLACE, CsvSource.of("the store", () -> {
            throw new IllegalStateException("no connection");
        })));

        assertThat(e)
                .hasMessageEndingWith(
                        "java.lang.IllegalStateException: no connection. Fix the cause and upload again.");
    }

    @Test
    void reportsAMissingFile() {
        UploadException e =
                domo.failure(domo.request(UpdateMethod.REPLACE, CsvSource.fromFile(folder.resolve("absent.csv"))));

        assertThat(e)
                .hasMessageContaining("absent.csv")
                .hasMessageContaining("the file does not exist; check the path");
    }

    @Test
    void reportsAReadFailureAndAbortsTheExecution() {
        CsvSource csv = CsvSource.fromStream(new LongCsvStream(() -> {
            throw new IOException("the disk is gone");
        }));

        UploadException e = domo.failure(domo.request(UpdateMethod.REPLACE, csv).partRows(10_000));

        assertThat(e).hasMessageContaining("the disk is gone").hasMessageContaining("Execution 1 was aborted");
    }

    @Test
    void doesNotCommitAFileThatChangesDuringTheUpload() throws IOException {
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

        UploadException e = domo.failure(
                domo.request(UpdateMethod.REPLACE, CsvSource.fromFile(file)).listener(writer));

        assertThat(e).hasMessageContaining("changed while it was read");
        assertThat(domo.executionStates()).containsExactly(ExecutionState.ABORTED);
    }

    @Test
    void errorOfTheSourceAbortsTheExecution() {
        CsvSource csv = CsvSource.fromStream(new LongCsvStream(() -> {
            throw new NoClassDefFoundError("some/Type");
        }));

        UploadException e = domo.failure(domo.request(UpdateMethod.REPLACE, csv).partRows(10_000));

        assertThat(e).hasMessageContaining("some/Type").hasCauseInstanceOf(NoClassDefFoundError.class);
        assertThat(domo.executionStates()).containsExactly(ExecutionState.ABORTED);
    }

    @Test
    void reportsInvalidCsvWhenTasksNeverRun() {
        domo.close();
        List<Runnable> tasks = new CopyOnWriteArrayList<>();
        domo = new UploadFixture(invalidRows, builder -> {}, tasks::add);

        UploadException e = domo.failure(domo.request(UpdateMethod.REPLACE, UploadFixture.rows(0, 25) + "a,1,2\n")
                .parallelism(8));

        assertThat(e.getCause())
                .isInstanceOfSatisfying(
                        CsvException.class, csv -> assertThat(csv.line()).isEqualTo(26));
        assertThat(domo.executionStates()).containsExactly(ExecutionState.ABORTED);
    }

    @Test
    void failureToCloseTheSourceIsIgnored() {
        InputStream unclosable =
                new ByteArrayInputStream(UploadFixture.rows(0, 5).getBytes(StandardCharsets.UTF_8)) {
                    @Override
                    public void close() {
                        throw new IllegalStateException("cannot close");
                    }
                };

        assertThat(domo.upload(domo.request(UpdateMethod.REPLACE, CsvSource.fromStream(unclosable)))
                        .rows())
                .isEqualTo(5);
    }
}
