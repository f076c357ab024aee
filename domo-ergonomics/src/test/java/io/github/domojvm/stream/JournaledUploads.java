package io.github.domojvm.stream;

import io.github.domojvm.csv.CsvSource;
import io.github.domojvm.rest.model.UpdateMethod;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;

/** Uploads of a file of 35 rows in four parts, with a journal. */
abstract class JournaledUploads {
    @TempDir
    Path folder;

    Path csv;
    Path journal;
    UploadFixture domo;

    @BeforeEach
    void writeRows() throws IOException {
        csv = Files.writeString(folder.resolve("rows.csv"), UploadFixture.rows(0, 35));
        journal = folder.resolve("upload.journal");
        domo = new UploadFixture();
    }

    @AfterEach
    void close() {
        domo.close();
    }

    InterruptedUpload interrupt(UpdateMethod method, InterruptedUpload.Event event) {
        return new InterruptedUpload(domo, method, CsvSource.fromFile(csv), journal, event);
    }

    UploadRequest.Builder request(UpdateMethod method) {
        return domo.request(method, CsvSource.fromFile(csv)).journal(journal);
    }
}
