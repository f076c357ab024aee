package io.github.domojvm.stream;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.github.domojvm.csv.CsvSource;
import io.github.domojvm.error.FailureReason;
import io.github.domojvm.rest.model.ExecutionState;
import io.github.domojvm.rest.model.UpdateMethod;
import io.github.domojvm.sandbox.Fault;
import java.io.IOException;
import java.nio.file.Files;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Journals with which an upload does not start, and the reasons. Nothing is sent and nothing is aborted. */
class JournalRefusalTest extends JournaledUploads {
    @Test
    void tornJournalIsRefused() throws IOException {
        try (InterruptedUpload killed = interrupt()) {
            assertThat(killed).isNotNull();
            byte[] complete = Files.readAllBytes(journal);
            Files.write(journal, Arrays.copyOf(complete, complete.length - 5));

            assertThat(refusal(FailureReason.JOURNAL_UNUSABLE))
                    .contains("Line 7")
                    .contains("is incomplete");
        }
    }

    @Test
    void damagedJournalIsRefused() throws IOException {
        try (InterruptedUpload killed = interrupt()) {
            assertThat(killed).isNotNull();
            Files.writeString(journal, Files.readString(journal).replace("execution=1", "execution=2"));

            assertThat(refusal(FailureReason.JOURNAL_UNUSABLE))
                    .contains("Line 5")
                    .contains("is damaged");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "name,n\nr1,1\n", "domo-upload-journal 9\n"})
    void foreignFileIsRefusedAndNotChanged(String content) throws IOException {
        Files.writeString(journal, content);

        refusal(FailureReason.JOURNAL_UNUSABLE);

        assertThat(journal).hasContent(content);
    }

    @Test
    void journalWithoutAFolderThatCanBeCreatedIsRefused() throws IOException {
        Files.writeString(folder.resolve("file"), "");
        journal = folder.resolve("file/upload.journal");

        assertThat(refusal(FailureReason.JOURNAL_UNUSABLE)).contains("cannot be written");
    }

    @Test
    void journalThatIsInUseIsRefused() {
        try (InterruptedUpload running = interrupt()) {
            assertThat(running).isNotNull();
            journal = folder.resolve("killed.journal");

            assertThat(refusal(FailureReason.JOURNAL_UNUSABLE)).contains("in use");
        }
    }

    @Test
    void changedSourceIsRefused() throws IOException {
        try (InterruptedUpload killed = interrupt()) {
            assertThat(killed).isNotNull();
            Files.writeString(csv, UploadFixture.rows(100, 135));

            assertThat(refusal(FailureReason.SOURCE_CHANGED)).contains("The source has changed since then");
        }
    }

    @Test
    void shrunkSourceIsRefused() throws IOException {
        try (InterruptedUpload killed = interrupt()) {
            assertThat(killed).isNotNull();
            Files.writeString(csv, UploadFixture.rows(0, 34));

            assertThat(refusal(FailureReason.SOURCE_CHANGED)).contains("execution 1");
        }
    }

    @Test
    void unfinishedUploadWithAnotherUpdateMethodIsRefused() {
        try (InterruptedUpload killed = interrupt()) {
            assertThat(killed).isNotNull();

            UploadException e = domo.failure(
                    domo.request(UpdateMethod.REPLACE, CsvSource.fromFile(csv)).journal(journal));

            assertThat(e.reason()).isEqualTo(FailureReason.JOURNAL_UNUSABLE);
            assertThat(e).hasMessageContaining("another Stream, update method or header setting");
        }
    }

    @Test
    void journalOfAStreamWithAnotherDataSetIsRefused() throws IOException {
        try (InterruptedUpload killed = interrupt();
                UploadFixture other = new UploadFixture()) {
            assertThat(killed).isNotNull();

            UploadException e = other.failure(
                    other.request(UpdateMethod.APPEND, CsvSource.fromFile(csv)).journal(journal));

            assertThat(e.reason()).isEqualTo(FailureReason.JOURNAL_UNUSABLE);
            assertThat(e).hasMessageContaining("has another DataSet than in the earlier run");
            assertThat(other.executionStates()).isEmpty();
            JournalException reconciled =
                    catchThrowableOfType(JournalException.class, () -> other.streams.reconcile(journal));
            assertThat(reconciled.reason()).isEqualTo(FailureReason.JOURNAL_UNUSABLE);
        }
    }

    @Test
    void changedColumnsEndTheContinuedUpload() {
        try (InterruptedUpload killed = interrupt()) {
            assertThat(killed).isNotNull();
            domo.sandbox
                    .faults()
                    .add(
                            Fault.on("GET", "/v1/datasets/*")
                                    .respond(
                                            200,
                                            "{\"id\":\"" + domo.stream.dataSet().id()
                                                    + "\",\"schema\":{\"columns\":[{\"type\":\"LONG\",\"name\":\"n\"},{\"type\":\"STRING\",\"name\":\"name\"}]}}"));

            UploadException e = domo.failure(request());

            assertThat(e.reason()).isEqualTo(FailureReason.COLUMNS_CHANGED);
            assertThat(domo.executionStates()).containsExactly(ExecutionState.ABORTED);
        }
    }

    @Test
    void missingJournalCannotBeReadOrReconciled() {
        JournalException read = catchThrowableOfType(JournalException.class, () -> UploadJournal.read(journal));
        assertThat(read.reason()).isEqualTo(FailureReason.JOURNAL_UNUSABLE);
        assertThat(read).hasMessageContaining(journal.toString());
        assertThat(catchThrowableOfType(JournalException.class, () -> domo.streams.reconcile(journal)))
                .isNotNull();
    }

    private String refusal(FailureReason reason) {
        int requests = domo.sandbox.requests().size();

        UploadException e = domo.failure(request());

        assertThat(e.reason()).isEqualTo(reason);
        assertThat(e.result().outcome()).isEqualTo(UploadOutcome.NOT_COMMITTED);
        assertThat(e).hasMessageContaining(journal.toString());
        assertThat(domo.sandbox.requests()).hasSize(requests);
        return e.getMessage();
    }

    private InterruptedUpload interrupt() {
        return interrupt(UpdateMethod.APPEND, InterruptedUpload.Event.FIRST_PART);
    }

    private UploadRequest.Builder request() {
        return request(UpdateMethod.APPEND);
    }
}
